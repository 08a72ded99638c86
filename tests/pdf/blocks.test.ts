/** Tables, notes and contents in the PDF: nothing lost, nothing split, whatever the pages do to them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import type { Block, Document } from '../../src/model/document.ts';
import type { Picture } from '../../src/model/picture.ts';
import type { Table } from '../../src/model/table.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { setPages } from '../../src/write/pdf/page/pages.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import * as make from '../make.ts';
import { heavy } from '../tier.ts';
import { job } from './job.ts';

const read = async (document: Document): Promise<string> =>
  JSON.stringify(await outlineOf(await pdf.write(document, job), 'pdf'));
const of = (...blocks: Block[]): Document => make.document({ body: [make.section('one', 'One', blocks)] });
const count = (text: string, part: string): number => text.split(part).length - 1;
/** The texts of a document's cells and notes in the order that they read back. */
const found = (outline: string, pattern: RegExp): string[] => [...outline.matchAll(pattern)].map(([match]) => match);

/** The words of what stands on a page as one line. */
const wordsOf = (item: unknown): string =>
  ((item as { inlines?: { text: string }[] }).inlines ?? [])
    .map(({ text }) => text)
    .join('')
    .trim();

const head = [make.headRow('# Name', '# Number')];
const rows = (n: number): ReturnType<typeof make.bodyRow>[] =>
  Array.from({ length: n }, (_, i) => make.bodyRow(`# row-${i}.`, `${i}`));

describe('a table', () => {
  heavy('over many pages is one table with its head said once', async () => {
    const outline = await read(of(make.table(head, rows(300))));
    expect(count(outline, '"role":"table"')).toBe(1);
    expect(count(outline, '"Name"')).toBe(1);
    expect(found(outline, /row-\d+\./g)).toEqual(Array.from({ length: 300 }, (_, i) => `row-${i}.`));
  });

  it('shows its head again on each page', async () => {
    const { pages } = await setPages(of(make.table(head, rows(300))), job);
    const repeated = pages.filter(({ items }) =>
      items.some(({ item }) => (item as { artifact?: boolean }).artifact === true),
    );
    expect(pages.length).toBeGreaterThan(6);
    expect(repeated).toHaveLength(pages.length - 2);
  });

  heavy('may have a row higher than a page, and 5,000 rows', async () => {
    const words = Array.from({ length: 3000 }, (_, i) => `w${i}`);
    const tall = await read(of(make.table(head, [make.bodyRow('# tall', words.join(' ')), ...rows(2)])));
    expect(found(tall, /\bw\d+\b/g)).toEqual(words);
    const long = await read(of(make.table(head, rows(5000))));
    expect(found(long, /row-\d+\./g)).toHaveLength(5000);
  });

  it('may have cells over rows and columns across page breaks', async () => {
    for (const before of [0, 20, 33, 36, 40]) {
      const spanning = Array.from({ length: 30 }, (_, i) => [
        make.bodyRow(make.spanning(`# group-${i}.`, { rowSpan: 3, scope: 'row' }), `a-${i}.`),
        make.bodyRow(`b-${i}.`),
        make.bodyRow(`c-${i}.`),
      ]).flat();
      const outline = await read(
        of(make.ul(Array.from({ length: before + 1 }, (_, i) => `before ${i}`)), make.table(head, spanning)),
      );
      const expected = Array.from({ length: 30 }, (_, i) => [`group-${i}.`, `a-${i}.`, `b-${i}.`, `c-${i}.`]).flat();
      expect(found(outline, /(group|[abc])-\d+\./g)).toEqual(expected);
    }
  });

  it('shows what heads many rows again on each page that they come to', async () => {
    const first = make.bodyRow(make.spanning('# One region', { rowSpan: 100, scope: 'row' }), 'v-0.');
    const spanned = [first, ...Array.from({ length: 99 }, (_, i) => make.bodyRow(`v-${i + 1}.`))];
    const { pages } = await setPages(of(make.table(head, spanned)), job);
    const shown = pages.map(({ items }) => items.filter(({ item }) => wordsOf(item) === 'One region').length);
    expect(shown.slice(1)).toEqual(shown.slice(1).map(() => 1));
    expect(shown.length).toBeGreaterThan(3);
    expect(count(await read(of(make.table(head, spanned))), 'One region')).toBe(1);
  });

  it('leaves no fewer than three rows on its first and its last page', async () => {
    for (let length = 36; length < 44; length++) {
      const total = make.lookedRow('total', '# Total.', '1');
      const { pages } = await setPages(of(make.table(head, rows(length), { foot: [total] })), job);
      const onPages = pages
        .map(({ items }) => items.filter(({ item }) => /^(row-\d+|Total)\.$/.test(wordsOf(item))).length)
        .filter((onPage) => onPage > 0);
      expect(Math.min(...onPages)).toBeGreaterThanOrEqual(3);
    }
  });

  it('divides words and grows smaller before it is refused for its width, and never breaks a number', async () => {
    const numbers = (columns: number): [Table, Report] => {
      const cells = Array.from({ length: columns - 1 }, (_, c) => `1234567.${c}`);
      const table = make.table(
        [make.headRow('# Name', ...cells.map((_, c) => `# Municipality ${c}`))],
        [make.bodyRow('# a', ...cells)],
      );
      return [{ ...table, wide: true }, new Report()];
    };
    for (const [columns, codes] of [
      [8, []],
      [12, []],
      [15, []],
      [30, ['table-too-wide']],
    ] as const) {
      const [table, report] = numbers(columns);
      const { pages } = await setPages(of(table), { ...job, report });
      expect(report.diagnostics.map(({ code }) => code)).toEqual(codes);
      if (codes.length > 0) continue;
      const lines = pages.flatMap(({ items }) => items.map(({ item }) => wordsOf(item)));
      expect(lines.filter((line) => line.startsWith('1234567.'))).toHaveLength(columns - 1);
    }
  });

  it('keeps scope and spans', async () => {
    const group = make.lookedRow('group', make.spanning('# Outcome', { columnSpan: 2, scope: 'row-group' }));
    const outline = await read(of(make.table(head, [group, ...rows(1)])));
    expect(outline).toMatch(/"columnSpan":2|"colSpan":2/);
    expect(outline).toContain('"scope":"column"');
    expect(outline).toContain('"scope":"row"');
  });

  heavy('loses no text, whatever is in it', { timeout: 120_000 }, async () => {
    const cellText = fc.stringMatching(/^[a-zა-ჰ0-9 ]{1,60}$/).map((text) => text.trim() || 'x');
    const tables: fc.Arbitrary<Table> = fc
      .record({ columns: fc.integer({ min: 1, max: 12 }), count: fc.integer({ min: 1, max: 40 }), wide: fc.boolean() })
      .chain(({ columns, count: length, wide }) =>
        fc
          .array(fc.array(cellText, { minLength: columns, maxLength: columns }), {
            minLength: length,
            maxLength: length,
          })
          .map((cells) => {
            let n = 0;
            const tagged = cells.map((row) => make.bodyRow(...row.map((text) => `${text} t${n++}.`)));
            return make.table([make.headRow(...Array.from({ length: columns }, (_, c) => `# h${c}`))], tagged, {
              wide,
            });
          }),
      );
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const tags = found(await read(of(table)), /\bt\d+\./g);
        expect(tags).toEqual(tags.map((_, i) => `t${i}.`));
        expect(tags).toHaveLength(table.body.reduce((sum, row) => sum + row.cells.length, 0));
      }),
      { numRuns: 12, seed: 5 },
    );
  });
});

describe('notes', () => {
  it('stand on the page of their marks, up to hundreds', async () => {
    make.restart();
    const text = Array.from({ length: 300 }, (_, i) => [
      make.text(`Sentence ${i} with words. `),
      make.note(`note-text-${i}.`),
    ]).flat();
    const document = of(make.p(text), make.p('The end.'));
    expect(found(await read(document), /note-text-\d+\./g)).toHaveLength(300);
    const laid = await setPages(document, job);
    for (const [index, page] of laid.pages.entries()) {
      const marks = page.items.flatMap(({ item }) =>
        ((item as { inlines?: { run: { note?: { number: number } } }[] }).inlines ?? []).flatMap(
          ({ run }) => run.note?.number ?? [],
        ),
      );
      expect(laid.notesOf(index).map(({ number }) => number)).toEqual(marks);
    }
  });

  it('take room that no text runs into', async () => {
    make.restart();
    const text = Array.from({ length: 60 }, (_, i) => [
      make.text(`Sentence ${i} with some more words. `),
      make.note(`Note ${i}.`),
    ]).flat();
    const laid = await setPages(of(make.p(text)), job);
    for (const [index, page] of laid.pages.entries()) {
      const notes = laid.notesOf(index).reduce((sum, { height }) => sum + height, 0);
      for (const { type, item } of page.items) {
        if (type !== 'line' || notes === 0) continue;
        const { y } = item as { y: number };
        expect(y + 16).toBeLessThanOrEqual(page.pageSize.height - page.pageMargins.bottom - notes + 0.1);
      }
    }
  });

  it('may be in a table', async () => {
    make.restart();
    const cell = { ...make.spanning('x', {}), blocks: [make.p([make.text('marked'), make.note('in-a-table.')])] };
    expect(await read(of(make.table(head, [make.bodyRow('# a', cell)])))).toContain('in-a-table.');
  });

  it('that fill more than half a page are refused, with their place', async () => {
    for (const [words, codes] of [
      [1200, ['note-too-long']],
      [100, []],
    ] as const) {
      make.restart();
      const found = new Report();
      const long = make.note('Some words. '.repeat(words / 2));
      await setPages(of(make.p([make.text('marked'), long])), { ...job, report: found });
      expect(found.diagnostics.map(({ code }) => code)).toEqual(codes);
      for (const { at } of found.diagnostics) expect(at).toEqual(make.at);
    }
  });

  it('do not make the row that they are marked in any higher', async () => {
    make.restart();
    const cell = {
      ...make.spanning('x', {}),
      blocks: [make.p([make.text('noted'), make.note('A note. '.repeat(60))])],
    };
    const laid = await setPages(of(make.table(head, [make.bodyRow('# a', cell), ...rows(3)])), job);
    const tops = laid.pages.flatMap(({ items }) =>
      items.flatMap(({ item }) => {
        const { y, inlines = [] } = item as { y: number; inlines?: { text: string }[] };
        return /^(a|row-\d+\.)$/.test(inlines.map(({ text }) => text).join('')) ? [y] : [];
      }),
    );
    const steps = tops.slice(1).map((y, i) => y - (tops[i] ?? 0));
    expect(steps).toHaveLength(3);
    for (const step of steps) expect(step).toBeCloseTo(steps.at(-1) ?? 0, 3);
  });
});

describe('contents', () => {
  it('name the pages that the sections stand on', async () => {
    const filler = make.p('Words that fill the page. '.repeat(200));
    const document = make.document({
      body: [
        make.section('toc', 'Contents', [
          make.contents('sections', [
            [1, 'a', '1', 'First'],
            [1, 'b', '2', 'Second'],
          ]),
        ]),
        make.section('a', 'First', [filler]),
        make.section('b', 'Second', [filler]),
      ],
    });
    const { numbers } = await setPages(document, job);
    expect(Number(numbers.get('b'))).toBeGreaterThan(Number(numbers.get('a')));
    expect(await pdf.write(document, job)).toBeInstanceOf(Uint8Array);
  });
});

it('a chart of many bars leaves room for the heading before it', async () => {
  const bars = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`Place ${i}`, i + 1]));
  const { pages } = await setPages(of(make.chart(bars)), job);
  const page = pages.find(({ items }) => items.some(({ item }) => wordsOf(item) === 'One'));
  expect(page?.items.map(({ type }) => type)).toContain('svg');
});

describe('pictures', () => {
  const tall: Picture = { ...make.square, width: 10, height: 4000 };
  it('higher than a page are made to fit it', async () => {
    expect(await read(of(make.figure(tall, 'A tower')))).toContain('A tower');
  });
  it('may begin a list item, as may a list', async () => {
    const outline = await read(
      of(make.ul([make.li([make.figure(make.square, 'A square')]), make.li([make.ul(['inner'])])])),
    );
    for (const text of ['A square', 'inner']) expect(outline).toContain(text);
  });
});
