/**
 * Sheets that are folded: which panels their two sides have, seen with the sheet turned over sideways, and in what order they
 * are read. The flow of the text never depends on where a panel stands.
 */
import { type FoldName, foldNames } from '../../../theme/folds.ts';
import type { PrintSettings } from '../../../theme/theme.ts';
import type { PrintLayout } from '../../targets.ts';

/**
 * `cover` has the title, `back` the last section and the imprint, `flow` the text between; `feature` is the last of these and
 * is given to what closes the text: a part on a ground of its own.
 */
export type PanelRole = 'cover' | 'flow' | 'feature' | 'back';

export interface Panel {
  readonly role: PanelRole;
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

/** What a panel is for, its place in the order of reading, and its columns. */
type Use = readonly [role: PanelRole, order: number, columns?: number];

/** The uses of the panels outside and inside, from left to right. */
const uses: Readonly<Record<FoldName, readonly [readonly Use[], readonly Use[]]>> = {
  'tri-fold': [
    [
      ['flow', 1],
      ['back', 5],
      ['cover', 0],
    ],
    [
      ['flow', 2],
      ['flow', 3],
      ['feature', 4],
    ],
  ],
  // Its front and its back stand on different sides of the sheet.
  'z-fold': [
    [
      ['cover', 0],
      ['flow', 1],
      ['flow', 2],
    ],
    [
      ['back', 5],
      ['flow', 3],
      ['feature', 4],
    ],
  ],
  'gate-fold': [
    [
      ['flow', 1],
      ['back', 5],
      ['cover', 0],
    ],
    [
      ['flow', 2],
      ['flow', 3, 2],
      ['feature', 4],
    ],
  ],
};

/** The fold of a layout on the theme's sheet; null for a layout that is not folded. */
export function foldOf(layout: PrintLayout, { folds }: PrintSettings): Fold | null {
  const name = foldNames.find((known) => known === layout);
  if (name === undefined) return null;
  const { height, panels } = folds[name];
  const [outside, inside] = uses[name];
  const side = (used: readonly Use[], widths: readonly number[]): Panel[] =>
    used.map(([role, order, columns = 1], index) => ({ role, order, columns, width: widths[index] ?? 0 }));
  const width = panels.reduce((sum, each) => sum + each, 0);
  // The sheet is turned over sideways.
  return { name, width, height, sides: [side(outside, panels), side(inside, [...panels].reverse())] };
}

/** Where the panels of a side begin, and where the last ends: points from the left of the trimmed sheet. */
export function edgesOf(side: readonly Panel[]): number[] {
  let at = 0;
  return [0, ...side.map(({ width }) => (at += width))];
}

/** From where to where the first panel that is meant is, in points from the left; null where the side has none. */
export function spanOf(
  side: readonly Panel[],
  isMeant: (panel: Panel) => boolean,
): readonly [from: number, to: number] | null {
  const at = side.findIndex(isMeant);
  const edges = edgesOf(side);
  return at === -1 ? null : [edges[at] ?? 0, edges[at + 1] ?? 0];
}

/** Where a side is folded. */
export function foldsOf(side: readonly Panel[]): number[] {
  return edgesOf(side).slice(1, -1);
}
