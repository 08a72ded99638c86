/** How full pages are: of the report, whose figures stand here, and of whatever document a person may write. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Blocks, Document, Section } from '../../src/model/document.ts';
import { onPageSize } from '../../src/theme/page-size.ts';
import type { Theme } from '../../src/theme/theme.ts';
import { packageRoot } from '../../src/world.ts';
import { drawCharts } from '../../src/write/pdf/page/charts.ts';
import { type Pages, setPages } from '../../src/write/pdf/page/pages.ts';
import type { Line } from '../../src/write/pdf/text/inlines.ts';
import {
  bodyRow,
  chart,
  columns,
  document,
  figure,
  headRow,
  lookedRow,
  lookOf,
  p,
  section,
  square,
  table,
  terms,
  text,
  ul,
} from '../make.ts';
import { gza, themeOf } from '../theme/gza.ts';

const themes = { gza: await gza(), tsqnari: await themeOf('tsqnari') };
const { page: grid } = themes.gza;

function laid(of: Document, theme: Theme = themes.gza): Promise<Pages> {
  const language = languageOf(of.lang);
  return setPages(of, { theme, language, name: 'test', created: new Date(0), report: new Report() });
}

interface Thing {
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
}

/** What stands on each page, from its top. */
function thingsOf({ pages }: Pages): Thing[][] {
  return pages.map(({ items }) =>
    items.map(({ type, item }) => {
      const { y = 0, _height = 0 } = item as { y?: number; _height?: number };
      if (type !== 'line') return { text: '', top: y, bottom: y + _height };
      const line = item as Line;
      return { text: line.inlines.map((piece) => piece.text).join(''), top: y, bottom: y + line.getHeight() };
    }),
  );
}

/** How far down the body the last thing of each page stands, from 0 to 1; its notes end it. */
function feet(pages: Pages): number[] {
  return thingsOf(pages).map((things, index) => {
    const { pageSize, pageMargins } = pages.pages[index] ?? { pageSize: grid, pageMargins: grid };
    if (pages.notesOf(index).length > 0) return 1;
    const body = pageSize.height - pageMargins.top - pageMargins.bottom;
    return Math.max(0, ...things.map(({ bottom }) => bottom - pageMargins.top)) / body;
  });
}

/** Whether the first thing on a page is the heading of a part. */
function beginsPart({ pages }: Pages, index: number): boolean {
  const [first] = pages[index]?.items ?? [];
  return (first?.item as Line | undefined)?.anchors?.some(({ level }) => level === 1) ?? false;
}

const mm = 72 / 25.4;
/** White that is as high as this between two things is seen as a gap. */
const widestGap = 8 * mm;
const cell = 4 * mm;

interface Box {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What stands in a page's body, as boxes from the body's own corner. */
function boxesOf(pages: Pages, index: number): { boxes: Box[]; width: number; height: number } {
  const page = pages.pages[index];
  const { pageSize, pageMargins } = page ?? { pageSize: grid, pageMargins: grid };
  const boxes = (page?.items ?? []).map(({ type, item }): Box => {
    const { x = 0, y = 0, _width = 0, _height = 0, w = _width, h = _height } = item as Partial<Record<string, number>>;
    const at = { x: x - pageMargins.left, top: y - pageMargins.top };
    if (type !== 'line') return { ...at, width: w, height: h };
    const line = item as Line;
    return { ...at, width: line.inlines.reduce((sum, piece) => sum + piece.width, 0), height: line.getHeight() };
  });
  const width = pageSize.width - pageMargins.left - pageMargins.right;
  return { boxes, width, height: pageSize.height - pageMargins.top - pageMargins.bottom };
}

/** The part of a body's height that is not in gaps. */
function net({ boxes, height }: ReturnType<typeof boxesOf>): number {
  let [white, reached] = [0, 0];
  for (const { top, height: own } of [...boxes, { top: height, height: 0 }].toSorted((one, two) => one.top - two.top)) {
    if (top - reached > widestGap) white += top - reached;
    reached = Math.max(reached, top + own);
  }
  return 1 - white / height;
}

/** The part of a body's squares of 4 mm that something touches. */
function area({ boxes, width, height }: ReturnType<typeof boxesOf>): number {
  const [columns, rows] = [Math.floor(width / cell), Math.floor(height / cell)];
  const touched = new Set<number>();
  for (const box of boxes) {
    if (box.width <= 0 || box.height <= 0) continue;
    for (let row = Math.max(0, Math.floor(box.top / cell)); row < Math.min(rows, (box.top + box.height) / cell); row++)
      for (
        let column = Math.max(0, Math.floor(box.x / cell));
        column < Math.min(columns, (box.x + box.width) / cell);
        column++
      )
        touched.add(row * columns + column);
  }
  return touched.size / (columns * rows);
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;

describe.each([
  ['gza', 'en', 31],
  ['gza', 'ka', 33],
  ['tsqnari', 'en', 25],
  ['tsqnari', 'ka', 27],
] as const)('the report by %s in %s', (name, lang, most) => {
  let pages: Pages;
  let inner: number[];

  beforeAll(async () => {
    const engine = createEngine({ root: packageRoot, env: {} });
    pages = await laid(await engine.document('data/report/interim-2026.json', lang), themes[name]);
    // But for its cover, its contents and its imprint.
    inner = feet(pages).slice(3, -1);
  }, 120_000);

  it(`has no more than ${most} pages`, () => {
    expect(pages.pages.length).toBeLessThanOrEqual(most);
  });

  it('is filled to nine tenths in the mean, and no page is less than three fifths full', () => {
    expect(mean(inner)).toBeGreaterThan(0.9);
    expect(Math.min(...inner)).toBeGreaterThan(0.55);
    // The next page of one where a part ends begins with a part.
    const ends = inner.map((_, index) => beginsPart(pages, index + 4));
    expect(Math.min(...inner.filter((_, index) => ends[index] !== true))).toBeGreaterThan(0.6);
    // Four of five pages, and more, are filled to four fifths.
    expect(inner.filter((foot) => foot < 0.8).length).toBeLessThanOrEqual(inner.length / 5);
  });

  it('has few gaps, and something on a third of its squares', () => {
    const bodies = pages.pages.slice(3, -1).map((_, index) => boxesOf(pages, index + 3));
    expect(mean(bodies.map(net))).toBeGreaterThan(0.8);
    expect(mean(bodies.map(area))).toBeGreaterThan(0.33);
  });
});

/** A document of what is hard to part: headings, tables with totals, charts, lists, wide tables. */
const words = fc.integer({ min: 3, max: 90 }).map((count) => `${'word '.repeat(count)}end.`);
const rows = fc.integer({ min: 1, max: 40 });
const blocks: fc.Arbitrary<Blocks> = fc
  .array(
    fc.oneof(
      words.map((text) => [p(text)]),
      fc.array(words, { minLength: 1, maxLength: 6 }).map((items) => [p('As follows:'), ul(items)]),
      fc
        .tuple(rows, fc.boolean())
        .map(([count, wide]) => [
          table(
            [headRow('# Name', '# Number')],
            [
              ...Array.from({ length: count }, (_, row) => bodyRow(`# row ${row}`, `${row}`)),
              lookedRow('total', '# Total', '7'),
            ],
            { wide: wide && count % 4 === 0, source: [text('Counted by us')] },
          ),
        ]),
      rows.map((count) => [
        chart(Object.fromEntries(Array.from({ length: (count % 12) + 1 }, (_, i) => [`c${i}`, i + 1]))),
      ]),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((groups) => groups.flat());
const sections: fc.Arbitrary<Section[]> = fc
  .array(fc.tuple(blocks, fc.array(blocks, { maxLength: 3 }), fc.boolean()), { minLength: 1, maxLength: 5 })
  .map((all) =>
    all.map(([own, inner, opens], index) => ({
      ...section(`s${index}`, `Heading ${index}`, [
        ...own,
        ...inner.map((each, i) => section(`s${index}-${i}`, `Heading ${index}.${i}`, each)),
      ]),
      look: lookOf(opens ? 'opening' : null),
    })),
  );

it('has no blank page, no heading, total or source alone, whatever it holds', async () => {
  const holds = fc.asyncProperty(sections, async (body) => {
    const pages = await laid(document({ body }));
    for (const things of thingsOf(pages)) {
      expect(things.length).toBeGreaterThan(0);
      expect(things.at(-1)?.text ?? '').not.toMatch(/^(?:Heading|As follows)/);
      const said = things.filter(({ text }) => !/^(?:Name|Number)/.test(text)).map(({ text }) => text);
      expect(said[0] ?? '').not.toMatch(/^(?:Total$|Counted by us)/);
    }
  });
  await fc.assert(holds, { seed: 2026, numRuns: 15 });
}, 120_000);

it('has no empty page where a wide table comes first, or fills its last page', async () => {
  for (let count = 24; count < 44; count += 1) {
    const wide = table(
      [headRow('# Name', '# Number')],
      Array.from({ length: count }, (_, row) => bodyRow(`# row ${row}`, `${row}`)),
      { wide: true },
    );
    const pages = await laid(document({ body: [section('one', 'One', [wide])] }));
    expect(thingsOf(pages).filter((things) => things.length === 0)).toEqual([]);
  }
});

it('parts no addresses from their words and their code, wherever they stand', async () => {
  const ways = terms(
    Array.from({ length: 3 }, (_, index) => [`way ${index}`, 'address']),
    'facts',
  );
  const code = { ...figure(square, 'A code', 'of the address'), look: lookOf('qr') };
  for (let before = 20; before < 48; before += 1) {
    const blocks = [
      ...Array.from({ length: before }, () => p('before')),
      section('r', 'R', [p('Reach us'), ways, code]),
    ];
    const pages = thingsOf(await laid(document({ body: [section('s', 'S', blocks)] })));
    const said = pages.map((things) => things.filter(({ text }) => /^(?:Reach|way|of the)/.test(text)).length);
    expect(said.filter((count) => count > 0)).toEqual([5]);
  }
}, 60_000);

it('sets addresses that are told in many words over their code, as wide as the text', async () => {
  const long = 'many words that say how this place is found by those who come to it '.repeat(4);
  const code = { ...figure(square, 'A code', 'of the address'), look: lookOf('qr') };
  const placed = async (details: string) => {
    const ways = terms(
      Array.from({ length: 5 }, (_, index) => [`way ${index}`, details]),
      'facts',
    );
    const pages = thingsOf(await laid(document({ body: [section('s', 'S', [p('Reach us'), ways, code])] })));
    const on = pages.find((things) => things.some(({ text }) => text === 'of the address')) ?? [];
    const last = on.findLast(({ text }) => text.startsWith('way'));
    return (on.find(({ text }) => text === 'of the address')?.top ?? 0) > (last?.bottom ?? 0);
  };
  expect(await placed('address')).toBe(false);
  expect(await placed(long)).toBe(true);
});

it('lets wide tables that follow each other share a page, and gives short ones more room', async () => {
  const wide = (name: string, count: number) =>
    table(
      [headRow('# Name', '# Number')],
      Array.from({ length: count }, (_, row) => bodyRow(`# ${name} ${row}`, `${row}`)),
      { wide: true },
    );
  const both = await laid(document({ body: [section('one', 'One', [wide('a', 4), wide('b', 4)])] }));
  // Each has a cover.
  expect(both.pages).toHaveLength(2);
  const short = await laid(document({ body: [section('one', 'One', [p('Before.'), wide('a', 6), p('After.')])] }));
  expect(short.pages).toHaveLength(4);
  expect(feet(short)[2]).toBeGreaterThan(0.6);
});

it('keeps a heading, or a sentence that ends in a colon, with the tall picture after it, and a picture with its caption', async () => {
  const tall = { ...square, file: 'tall.svg', width: 60, height: 130 };
  const shown = (caption: string) => figure(tall, 'A black field', caption);
  const body = [
    section('one', 'One', [shown('First')]),
    section('two', 'Two', [p('before'), section('two-a', 'Three', [shown('Second')])]),
    section('three', 'Four', [...Array.from({ length: 12 }, () => p('before')), p('As follows:'), shown('Third')]),
  ];
  for (const theme of [themes.gza, onPageSize(themes.gza, 'a5')]) {
    const pages = thingsOf(await laid(document({ body }), theme)).map((things) =>
      things.map(({ text }) => text).join('|'),
    );
    for (const [head, caption] of [
      ['One', 'First'],
      ['Three', 'Second'],
      ['As follows:', 'Third'],
    ] as const)
      expect(pages.find((page) => page.includes(head))).toContain(caption);
    expect(pages.filter((page) => page.includes('First')).length).toBe(1);
  }
});

it('sets charts side by side only where a heading has room before them', async () => {
  const placings = async (name: string) => {
    const points = Object.fromEntries([30, -2, 4, -40, 3, 5].map((value, index) => [`${name} ${index}`, value]));
    const pair = [chart(points), chart(points)];
    const drawn = await drawCharts(document({ body: [section('one', 'One', pair)] }), themes.gza, { arranged: true });
    return pair.map((each) => drawn.get(each)?.with?.placing ?? null);
  };
  expect(await placings('Month')).toEqual(['half', 'half']);
  expect(await placings('A rather long name of a category that takes two lines over its bar')).not.toContain('half');
});

it('leaves no half page white before columns that do not fit on it', async () => {
  const tallColumn = Array.from({ length: 24 }, () => p('left'));
  const body = [
    section('one', 'One', [...Array.from({ length: 13 }, () => p('before')), columns(tallColumn, [p('right')])]),
  ];
  const pages = await laid(document({ body }));
  const [first] = thingsOf(pages).filter((things) => things.some(({ text }) => text === 'before'));
  expect(first?.map(({ text }) => text)).toContain('right');
  expect(first?.filter(({ text }) => text === 'left').length).toBeGreaterThan(5);
});

it('tears no short list so that an item stands alone, whatever stands before a tall picture', async () => {
  const tall = { ...square, file: 'tall.svg', width: 160, height: 100 };
  const holds = fc.asyncProperty(
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 2, max: 6 }),
    fc.integer({ min: 1, max: 2 }),
    fc.integer({ min: 0, max: 3 }),
    async (before, count, figures, after) => {
      const items = Array.from({ length: count }, (_, index) => `item ${index}`);
      const body = section('s', 'S', [
        ...Array.from({ length: before }, () => p('before')),
        ul(items),
        ...Array.from({ length: figures }, () => figure(tall, 'A black field', 'Tall')),
        ...Array.from({ length: after }, () => p('after')),
      ]);
      const pages = thingsOf(await laid(document({ body: [body] })));
      const counts = pages.map((things) => things.filter(({ text }) => text.startsWith('item')).length);
      expect(counts.filter((there) => there === 1)).toEqual([]);
    },
  );
  await fc.assert(holds, { seed: 2026, numRuns: 40 });
}, 120_000);
