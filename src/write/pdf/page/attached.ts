/** Page by page, what belongs to the text that stands there: grounds, rails, the lines of tables, notes. */
import { colorOf, type Theme } from '../../../theme/theme.ts';
import type { LaidOut, PlacedFill } from '../set/node.ts';
import type { NoteBody } from '../text/inlines.ts';
import { mm } from '../text/type.ts';
import type { RuledLine } from './furniture.ts';
import { grounds, placedOn, type RailSpan, rails } from './ornament.ts';

export interface Attached {
  readonly grounds: ReturnType<typeof grounds>;
  readonly rails: readonly RailSpan[];
  readonly rules: readonly RuledLine[];
  /** The grounds of table rows. */
  readonly fills: readonly PlacedFill[];
  readonly notes: readonly NoteBody[];
  /** Where notes stand: their left edge, the end of the text area, the length and colour of their rule. */
  readonly foot: {
    readonly x: number;
    readonly bottom: number;
    readonly width: number;
    readonly color: string;
    readonly thickness: number;
  };
}

/** What belongs to the text of each page of a laid-out document. */
export function attachedTo(laid: LaidOut, theme: Pick<Theme, 'page' | 'colors' | 'looks'>): Attached[] {
  const { page, looks } = theme;
  const { rule } = looks.note;
  const placed = laid.pages.map(placedOn);
  const spans = rails(placed, { top: page.top - 6 * mm, bottom: page.height - page.bottom + 4 * mm });
  const rules = byPage(laid.rules);
  const fills = byPage(laid.fills);
  return laid.pages.map((items, index) => {
    const { width, height } = items.pageSize;
    return {
      grounds: grounds(placed[index] ?? []),
      rails: spans[index] ?? [],
      rules: rules.get(index) ?? [],
      fills: fills.get(index) ?? [],
      notes: laid.notesOf(index),
      foot: {
        x: page.left + page.rail,
        bottom: height - items.pageMargins.bottom,
        width: width - page.left - page.rail - items.pageMargins.right - looks.page.textRight,
        color: colorOf(theme, rule.color).light,
        thickness: rule.width.page,
      },
    };
  });
}

function byPage<T extends { readonly page: number }>(shapes: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const pages = new Map<number, T[]>();
  for (const shape of shapes) {
    const page = pages.get(shape.page) ?? [];
    page.push(shape);
    pages.set(shape.page, page);
  }
  return pages;
}
