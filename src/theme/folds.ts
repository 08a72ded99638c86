/** Sheets that are folded, as a theme may have them cut: what paper can do and what it cannot. */

export const foldNames = ['tri-fold', 'z-fold', 'gate-fold'] as const;
export type FoldName = (typeof foldNames)[number];

/** The trimmed sheet: its height, and the widths of its outer panels from left to right. */
export interface FoldSheet {
  readonly height: number;
  readonly panels: readonly number[];
}

/** A4, lying, on paper up to 170 g/m2. Millimetres. */
export const usualFolds: Readonly<Record<FoldName, FoldSheet>> = {
  // The left panel folds in, over the inside of the other two: 3 mm narrower, so that it does not buckle.
  'tri-fold': { height: 210, panels: [97, 100, 100] },
  // No panel folds in: all are alike.
  'z-fold': { height: 210, panels: [99, 99, 99] },
  // Two gates, which meet over the middle and leave 3 mm for the paper.
  'gate-fold': { height: 210, panels: [73.5, 150, 73.5] },
};

/** In millimetres: paper has a thickness, and folding machines miss by half a millimetre. */
const least = 1;
const same = (a: number, b: number): boolean => Math.abs(a - b) <= 0.5;

/** Why a sheet with panels of so many millimetres cannot be folded so; null if it can. */
export function impossible(name: FoldName, panels: readonly number[]): string | null {
  const [left, middle, right] = panels;
  if (panels.length !== 3 || left === undefined || middle === undefined || right === undefined)
    return `a ${name} has three panels, not ${panels.length}`;
  switch (name) {
    case 'tri-fold':
      if (left > middle - least)
        return `the panel that folds in, ${left} mm, must be ${least} mm narrower than its neighbour, ${middle} mm, or it buckles`;
      return same(middle, right) ? null : `back and cover must be alike, not ${middle} and ${right} mm`;
    case 'z-fold':
      return same(left, middle) && same(middle, right) ? null : `all panels must be alike, not ${panels.join(', ')} mm`;
    case 'gate-fold':
      if (!same(left, right)) return `the gates must be alike, not ${left} and ${right} mm`;
      return left + right <= middle - least
        ? null
        : `the gates, together ${left + right} mm, must be ${least} mm narrower than the middle, ${middle} mm, or they overlap`;
    default:
      return name satisfies never;
  }
}
