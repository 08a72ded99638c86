/** Tables and charts: what they say of themselves, and their rows. */
import { groupsOf, type Row } from '../model/table.ts';
import { descend, descendInlines, inlinesOf } from '../model/walk.ts';
import type { ColorName, StyleName, Theme } from '../theme/theme.ts';
import { type Drawn, inStyle, kindDesign, looksIn, plainSample, type Seen, shape, words } from './kind.ts';
import { strongWeight, type TextDesign } from './place.ts';

export interface CaptionDesign {
  /** What the table or chart finds. */
  readonly words: TextDesign;
  readonly number: TextDesign;
  /** What is counted, under it; and where the numbers are from, under the table. */
  readonly summary: TextDesign;
  readonly source: TextDesign;
  readonly before: Theme['looks']['caption']['before'];
  readonly after: Theme['looks']['caption']['after'];
}

export function designCaption({ looks, styles }: Drawn): CaptionDesign {
  const { style, color, number, before, after } = looks.caption;
  const small: TextDesign = { style: 'caption', color: styles.caption.color, weight: null };
  return {
    words: { style, color, weight: null },
    // In another colour than the words it is lighter too.
    number: { style, color: number, weight: number === color ? null : 400 },
    ...{ summary: small, source: small, before, after },
  };
}

export type DesignTablePart = 'head' | 'body' | 'foot';

export interface RowDesign {
  /** Null is that of the table. */
  readonly ground: ColorName | null;
  readonly text: TextDesign;
  /** Of the cells that head the row. */
  readonly heads: TextDesign;
  /** Of links, numbers of notes and marks in it too, where they do not have their own. */
  readonly words: ColorName | null;
  /** Whether its head stands in, under the one that it is a part of. */
  readonly stepped: boolean;
}

/** How a row looks by its look and by the part of the table that it stands in; `saysStrong`: some of its words are strong. */
export function designRow(
  look: Row['look'],
  part: DesignTablePart,
  { looks, styles }: Drawn,
  { saysStrong = false, striped = false }: { readonly saysStrong?: boolean; readonly striped?: boolean } = {},
): RowDesign {
  const { group, sub, total } = looks.row;
  const { grounds, words: own } = looks.table;
  const text = (color: ColorName, weight: number | null = null): TextDesign => ({ style: 'table', color, weight });
  const plain = text(styles.table.color);
  const set = (words: TextDesign, heads = words) => ({ ground: null, text: words, heads, words: null, stepped: false });
  if (look === 'record') return set({ style: 'h3', color: styles.h3.color, weight: null });
  if (look === 'group') return { ...set(text(group.color, saysStrong ? null : strongWeight)), ground: group.ground };
  if (look === 'total' || part === 'foot') return set(text(total.color, strongWeight));
  if (part === 'head') {
    const head = set({ style: 'table-head', color: own.head ?? styles['table-head'].color, weight: null });
    return { ...head, ground: grounds.head, words: own.head };
  }
  const ground = striped ? grounds.striped : null;
  return look === 'sub' ? { ...set(plain, text(sub.color)), ground, stepped: true } : { ...set(plain), ground };
}

/** Whether a row says itself which of its words are strong. */
function hasStrong({ cells }: Pick<Row, 'cells'>): boolean {
  const blocks = cells.flatMap((cell) => descend(cell.blocks));
  return blocks.some((block) => descendInlines(inlinesOf(block)).some(({ type }) => type === 'strong'));
}

export interface DesignedRow<R> {
  readonly row: R;
  readonly design: RowDesign;
}

export interface TableDesign {
  readonly caption: CaptionDesign;
  /** The rows of a part. Stripes begin anew in each group of rows. */
  rows<R extends Pick<Row, 'look' | 'cells'>>(rows: readonly R[], part: DesignTablePart): readonly DesignedRow<R>[];
  /** The shape before the words of a cell, by the state that they say. */
  readonly states: Theme['looks']['cell'];
  readonly look: Theme['looks']['table'];
}

export function designTable(theme: Drawn): TableDesign {
  return {
    caption: designCaption(theme),
    rows: (rows, part) =>
      groupsOf(rows).flatMap((group) =>
        group.map((row, index) => ({
          row,
          design: designRow(row.look, part, theme, {
            saysStrong: row.look === 'group' && hasStrong(row),
            striped: part === 'body' && index % 2 === 1,
          }),
        })),
      ),
    states: theme.looks.cell,
    look: theme.looks.table,
  };
}

export interface ChartDesign {
  readonly caption: CaptionDesign;
  /** The areas of its series, its lines, its axis, its grid and the line of today. */
  readonly drawing: Theme['looks']['chart'];
  /** The names of series, in colours of their own. */
  readonly names: StyleName;
}

export function designChart(theme: Drawn): ChartDesign {
  return { caption: designCaption(theme), drawing: theme.looks.chart, names: 'strong-item' };
}

function seenOfCaption({ words: says, number, summary, source }: CaptionDesign): readonly Seen[] {
  return [
    words(says, 'captions'),
    words(number, 'the numbers of captions'),
    words(summary, 'what is under captions'),
    words(source, 'the sources of numbers'),
  ];
}

export const kindsOfData = {
  table: kindDesign({
    design: (_, __, theme) => designTable(theme),
    on: ['page'],
    samples: plainSample,
    seen: (design, theme) => [
      ...seenOfCaption(design.caption),
      ...(['head', 'body', 'foot'] as const).flatMap((part) =>
        looksIn(theme.looks.row).flatMap((look): Seen[] => {
          const row = { look, cells: [] };
          return design
            .rows([row, row], part)
            .flatMap(({ design: { ground, text, heads } }) => [
              words(text, `"${text.style}" text in tables`, { ground }),
              words(heads, 'the heads of rows', { ground }),
            ]);
        }),
      ),
      ...[null, theme.looks.table.grounds.striped].flatMap((ground) =>
        Object.values(design.states).map(({ color }) => shape(color, 'the shapes of states', { ground })),
      ),
    ],
  }),
  chart: kindDesign({
    design: (_, __, theme) => designChart(theme),
    on: ['page'],
    samples: plainSample,
    seen: ({ caption, drawing, names }, theme) => [
      ...seenOfCaption(caption),
      ...drawing.series.flatMap((one) => [
        words({ ...inStyle(names, theme), color: one.words }, 'the names of series'),
        shape(one.outline ?? one.ground, 'the bars of charts'),
      ]),
      ...drawing.traces.map(({ color }) => words({ ...inStyle(names, theme), color }, 'the names of series')),
      words({ ...inStyle('caption', theme), color: drawing.today }, 'the word for today in charts'),
    ],
  }),
};
