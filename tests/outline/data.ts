/** Tables and charts at random. */
import fc from 'fast-check';
import { words } from '../../src/model/build.ts';
import type { ChartKind, ChartPoint } from '../../src/model/chart.ts';
import type { Blocks, Chart } from '../../src/model/document.ts';
import type { Cell, Row, Table } from '../../src/model/table.ts';
import { at, bodyRow, figure, headRow, li, p, square, table, ul, w } from '../make.ts';
import { elsewhere, long, noted, short } from './words.ts';

const content: fc.Arbitrary<Blocks> = fc.oneof(
  noted.map((said) => [p(said)]),
  elsewhere(short.map((said) => p(said))).map((one) => [one]),
  fc.tuple(short, short).map(([one, two]) => [p(one), ul([li(two)])]),
  short.map((alt) => [figure(square, alt)]),
);

type Scope = NonNullable<Cell['scope']>;
type Part = 'head' | 'body' | 'foot';
const inPart: Readonly<Record<Part, readonly (Scope | null)[]>> = {
  head: ['column', 'column', 'column-group', null],
  body: [null, null, 'row', 'row-group'],
  foot: [null, 'row'],
};

/** What a cell is made of, by choices that are taken as they come. */
interface Choices {
  readonly cells: readonly Blocks[];
  readonly spans: readonly number[];
  readonly langs: readonly Cell['lang'][];
}

/** Rows that fill a grid: the first column never reaches down, so that no row is without a cell. */
function rowsOf(part: Part, height: number, width: number, choices: Choices): Row[] {
  const taken = new Set<string>();
  let count = 0;
  return Array.from({ length: height }, (_, y) => {
    const cells: Cell[] = [];
    for (let x = 0; x < width; x += 1) {
      if (taken.has(`${x},${y}`)) continue;
      count += 1;
      const choice = choices.spans[count % choices.spans.length] ?? 0;
      const room = Array.from({ length: width - x }, (_, i) => i).findIndex((i) => taken.has(`${x + i},${y}`));
      const columnSpan = Math.min(1 + (choice % 3), room < 0 ? width - x : room);
      const rowSpan = x === 0 ? 1 : Math.min(1 + (Math.floor(choice / 3) % 3), height - y);
      for (let i = 0; i < columnSpan * rowSpan; i += 1)
        taken.add(`${x + (i % columnSpan)},${y + Math.floor(i / columnSpan)}`);
      const scope = inPart[part][choice % inPart[part].length] ?? null;
      const empty = scope === null && choice % 5 === 0;
      const lang = choices.langs[count % choices.langs.length] ?? null;
      const blocks = empty ? [] : (choices.cells[count % choices.cells.length] ?? []);
      cells.push({ at, from: at, lang, scope, columnSpan, rowSpan, look: null, blocks });
    }
    return { at, from: at, lang: null, look: null, cells };
  });
}

const choices: fc.Arbitrary<Choices> = fc.record({
  cells: fc.array(content, { minLength: 1, maxLength: 4 }),
  spans: fc.array(fc.nat(11), { minLength: 5, maxLength: 30 }),
  langs: fc
    .array(elsewhere(fc.constant({ lang: null })), { minLength: 3, maxLength: 7 })
    .map((all) => all.map(({ lang }) => lang)),
});
const size = fc.record({
  columns: fc.integer({ min: 1, max: 4 }),
  head: fc.nat(2),
  body: fc.integer({ min: 1, max: 5 }),
  foot: fc.nat(1),
});
const number = (label: string) => fc.constantFrom(null, words(`${label} 7`));
const around = fc.record({ caption: fc.option(noted), summary: fc.option(noted), source: fc.option(noted) });

export const tables: fc.Arbitrary<Table> = elsewhere(
  fc
    .tuple(size, choices, around, number('ცხრილი'), fc.boolean())
    .map(([{ columns, head, body, foot }, chosen, rest, counted, wide]) => ({
      ...table([], [], { ...rest, number: rest.caption === null ? null : counted, wide }),
      columns: Array.from({ length: columns }, () => ({ align: 'start' as const, share: 1 / columns })),
      head: rowsOf('head', head, columns, chosen),
      body: rowsOf('body', body, columns, chosen),
      foot: rowsOf('foot', foot, columns, chosen),
    })),
);

/** A chart with its data as a table, as the reader makes it. */
export function chartOf(kind: ChartKind, names: readonly string[], counts: readonly number[], alt: string): Chart {
  const points = names.map((_, index): ChartPoint => {
    const value = counts[index % counts.length] ?? 1;
    if (kind !== 'gantt') return { type: 'number', value, text: w(`${value} %`) };
    return {
      type: 'span',
      start: `2026-01-${10 + (value % 20)}`,
      end: `2026-03-${10 + (value % 20)}`,
      text: w(`${value}`),
    };
  });
  const series = [{ name: w('რიგი'), points }];
  const data = { categories: names.map(w), series, today: kind === 'gantt' ? '2026-02-01' : null };
  const rows = names.map((name, index) => bodyRow(`# ${name}`, points[index]?.text ?? ''));
  const own = table([headRow('', '# რიგი')], rows, { caption: null });
  const captioned = { id: null, look: null, number: null, caption: null, summary: null, source: null };
  return {
    at,
    from: at,
    lang: null,
    type: 'chart',
    kind,
    data,
    alt: w(alt),
    table: own,
    showTable: false,
    ...captioned,
  };
}

export const charts: fc.Arbitrary<Chart> = elsewhere(
  fc
    .tuple(
      fc.constantFrom<ChartKind>('bar', 'stacked', 'line', 'share', 'gantt'),
      fc.array(short, { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 4 }),
      long,
      around,
      fc.boolean(),
    )
    .map(([kind, names, counts, alt, rest, showTable]) => ({
      ...chartOf(kind, names, counts, alt),
      ...rest,
      showTable,
    })),
);
