/** The sides of a folded sheet, as they are drawn: its panels with what stands on them, over the drawings of the theme. */
import { draw, measureOf, sideOf } from '../../../theme/drawings.ts';
import type { Theme } from '../../../theme/theme.ts';
import { edgesOf, type Fold, spanOf } from '../lay/fold.ts';
import { type Frame, panelLook } from '../lay/frames.ts';
import { attachedTo } from '../page/attached.ts';
import { bare } from '../page/furniture.ts';
import type { Drawable } from '../paint/draw.ts';
import type { PlacedPage, Side } from '../paint/sheet.ts';
import type { LaidOut } from '../set/node.ts';

export interface Folded extends Omit<Drawable, 'sides'> {
  readonly theme: Theme;
  /** What stands in each column. */
  readonly columns: readonly { readonly frame: Frame; readonly laid: LaidOut; readonly page: number }[];
  /** Where the text of the navy panel ends, in points from the top; null where there is no such panel. */
  readonly navyEnd: number | null;
  /** Whether each panel begins where the text parts well. */
  readonly balanced: boolean;
}

export function drawSides({ theme, columns, navyEnd }: Folded, fold: Fold, bleed: number): Side[] {
  const attached = new Map(columns.map(({ laid }) => [laid, attachedTo(laid, theme)]));
  return fold.sides.map((panels, index) => {
    const edges = edgesOf(panels);
    const at = spanOf(panels, ({ role }) => role === 'cover' || (role === 'feature' && navyEnd !== null));
    const sheet = { width: fold.width, height: fold.height, bleed };
    const of = (name: string) => measureOf(theme, 'inside', name, sheet) ?? 0;
    const { inset, aboveLanes } = panelLook(theme);
    const climbs = navyEnd !== null && navyEnd < of('upper') - 3 * of('pitch') - aboveLanes;
    const stops = edges.slice(0, -1).map((x) => x + inset);
    const on = { ...sheet, start: stops[1] ?? stops[0] ?? 0, ...(at === null ? {} : { from: at[0], to: at[1] }) };
    const side = sideOf(index, at, fold.width, climbs);
    // Gates meet on the closed front, and so do their drawings.
    const meets = side === 'outsideRight' && fold.name === 'gate-fold' && theme.drawings.outsideGates !== undefined;
    const drawing = draw(theme, meets ? 'outsideGates' : side, on, { stops, field: at?.[0] ?? null });
    const placed = columns.flatMap(({ frame, laid, page }): PlacedPage[] => {
      const [items, own] = [laid.pages[page], attached.get(laid)?.[page]];
      if (frame.side !== index || items === undefined || own === undefined) return [];
      return [{ page: items, attached: own, x: frame.x }];
    });
    const furniture = { ...bare, art: theme.lanes ? [{ drawing, x: 0, y: 0 }] : [] };
    return { width: fold.width, height: fold.height, furniture, placed, marks: null, turned: false };
  });
}
