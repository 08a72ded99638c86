/**
 * Sheets that are folded: which panels their two sides have, seen with the sheet turned over sideways, and in what order they
 * are read. The flow of the text never depends on where a panel stands.
 */
import type { PrintLayout } from '../targets.ts';
import { mm } from './type.ts';

export type FoldName = Extract<PrintLayout, 'tri-fold' | 'z-fold' | 'gate-fold'>;

/**
 * `cover` has the title, `back` the last section and the imprint, `flow` the text between; `feature` is the last of these and
 * is given to what closes the text: a part on a ground of its own.
 */
export type Role = 'cover' | 'flow' | 'feature' | 'back';

export interface Panel {
  readonly role: Role;
  /** In points. */
  readonly width: number;
  /** Columns of text beside each other, each read to its end. */
  readonly columns: number;
  /** The panel's place in the order of reading, from 0. */
  readonly order: number;
}

export interface Fold {
  readonly name: FoldName;
  /** Of the trimmed sheet, in points. */
  readonly width: number;
  readonly height: number;
  /** Outside, inside. */
  readonly sides: readonly [readonly Panel[], readonly Panel[]];
}

const panel = (role: Role, width: number, order: number, columns = 1): Panel => ({
  role,
  width: width * mm,
  columns,
  order,
});

function fold(name: FoldName, outside: readonly Panel[], inside: readonly Panel[]): Fold {
  const width = outside.reduce((sum, each) => sum + each.width, 0);
  return { name, width, height: 210 * mm, sides: [outside, inside] };
}

const folds: Readonly<Record<FoldName, Fold>> = {
  // The panel that folds in is 3 mm narrower, so that it does not buckle.
  'tri-fold': fold(
    'tri-fold',
    [panel('flow', 97, 1), panel('back', 100, 5), panel('cover', 100, 0)],
    [panel('flow', 100, 2), panel('flow', 100, 3), panel('feature', 97, 4)],
  ),
  // No panel folds in: all are alike. Its front and its back stand on different sides of the sheet.
  'z-fold': fold(
    'z-fold',
    [panel('cover', 99, 0), panel('flow', 99, 1), panel('flow', 99, 2)],
    [panel('back', 99, 5), panel('flow', 99, 3), panel('feature', 99, 4)],
  ),
  // Two gates, which meet over the middle and leave 3 mm for the paper.
  'gate-fold': fold(
    'gate-fold',
    [panel('flow', 73.5, 1), panel('back', 150, 5), panel('cover', 73.5, 0)],
    [panel('flow', 73.5, 2), panel('flow', 150, 3, 2), panel('feature', 73.5, 4)],
  ),
};

/** The fold of a layout; null for one that is not folded. */
export function foldOf(layout: PrintLayout): Fold | null {
  return layout in folds ? folds[layout as FoldName] : null;
}

/** Where the panels of a side begin, and where the last ends: points from the left of the trimmed sheet. */
export function edgesOf(side: readonly Panel[]): number[] {
  let at = 0;
  return [0, ...side.map(({ width }) => (at += width))];
}

/** Where a side is folded. */
export function foldsOf(side: readonly Panel[]): number[] {
  return edgesOf(side).slice(1, -1);
}
