/** The columns of text on the panels of a folded sheet, and what the lanes leave of them. Lengths in points. */
import { measureOf } from '../../../theme/drawings.ts';
import { panelStyles } from '../../../theme/page-size.ts';
import type { Theme } from '../../../theme/theme.ts';
import type { Margin } from '../set/node.ts';
import { mm } from '../text/type.ts';
import { edgesOf, type Fold, type Panel } from './fold.ts';

/** How text stands on the panels of a theme. */
export function panelLook({ looks }: Pick<Theme, 'looks'>): Theme['looks']['folded'] {
  return looks.folded;
}

/** The part of a panel that one column of text has. */
export interface Frame extends Pick<Panel, 'role' | 'order'> {
  readonly side: 0 | 1;
  /** Its left edge on the side, and its width. */
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  /** How far text stands from its sides. */
  readonly inset: number;
}

/** The theme as panels use it: their type, and a page as wide as the column of running text. */
export function panelTheme(theme: Theme, frames: readonly Frame[], scale: number): Theme {
  const width = Math.min(...frames.filter(({ role }) => role === 'flow' || role === 'feature').map(textWidthOf));
  const { inset, edge } = panelLook(theme);
  const page = { width: width + 2 * inset, left: inset, right: inset, top: edge, bottom: edge, rail: 0 };
  const looks = { ...theme.looks, page: { ...theme.looks.page, textRight: theme.looks.forms.panels.textRight } };
  return {
    ...theme,
    looks,
    styles: panelStyles(theme, scale),
    page: { ...page, height: frames[0]?.height ?? 0 },
  };
}

/** Longer lines are hard to follow in small type. */
const widestText = 100 * mm;

export function textWidthOf({ width, inset }: Frame): number {
  return Math.min(width - 2 * inset, widestText);
}

export function heightOf(frame: Frame | undefined): number {
  return frame === undefined ? 0 : frame.height - frame.top - frame.bottom;
}

/** Columns are laid out on pages of one size; what is right of a column's text is its margin. */
export function sizeOf({ height }: Frame): { width: number; height: number } {
  return { width: widestSheet, height };
}

const widestSheet = 1000 * mm;

export function marginsOf(frame: Frame, text = textWidthOf(frame)): Margin {
  return [frame.inset, frame.top, widestSheet - frame.inset - text, frame.bottom];
}

export function framesOf(fold: Fold, theme: Theme): Frame[] {
  const { inset } = panelLook(theme);
  return fold.sides.flatMap((side, index) => {
    const edges = edgesOf(side);
    return side.flatMap(({ role, width, columns, order }, at) => {
      const column = width / columns;
      const room = roomOf(role, index, at, fold.height, theme);
      return Array.from({ length: columns }, (_, i) => ({
        role,
        order,
        side: index as 0 | 1,
        x: (edges[at] ?? 0) + i * column,
        width: column,
        height: fold.height,
        inset,
        ...room,
      }));
    });
  });
}

/** What the lanes leave of a panel. */
function roomOf(
  role: Panel['role'],
  side: number,
  at: number,
  height: number,
  theme: Theme,
): { top: number; bottom: number } {
  const { edge, belowWay, aboveLanes } = panelLook(theme);
  if (!theme.lanes) return { top: edge, bottom: edge };
  const of = (name: string) => measureOf(theme, side === 0 ? 'outside' : 'inside', name, { width: 0, height }) ?? 0;
  const lanes = { pitch: of('pitch'), lower: of('lower'), upper: of('upper') };
  const above = (y: number): number => height - (y - 2.4 * lanes.pitch) + aboveLanes;
  if (role === 'cover') return { top: edge, bottom: above(lanes.upper) };
  if (side === 0) return { top: edge, bottom: above(lanes.lower) };
  return { top: belowWay, bottom: at === 0 ? edge : above(lanes.lower) };
}
