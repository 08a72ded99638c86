/** Pages of braille hold their size and say all that the document says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { brailleOf } from '../../src/language/braille/switch.ts';
import { languageOf } from '../../src/language/languages.ts';
import { id } from '../../src/model/build.ts';
import type { Blocks, Document, Id } from '../../src/model/document.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { type AnyNode, type OutlineRun, textOf } from '../../src/outline/outline.ts';
import { blocksOf } from '../../src/write/braille/block.ts';
import { brf, pef } from '../../src/write/braille/braille.ts';
import { unpaged } from '../../src/write/braille/print-pages.ts';
import { linearLines } from '../../src/write/linear/lines.ts';
import type { Job } from '../../src/write/targets.ts';
import {
  aside,
  bodyRow,
  contents,
  document,
  figure,
  headRow,
  link,
  note,
  ol,
  p,
  restart,
  section,
  from as sourced,
  square,
  table,
  text,
  ul,
  w,
} from '../make.ts';
import { documents } from '../outline/documents.ts';
import { gza } from '../theme/gza.ts';

const theme = await gza();
const jobOf = ({ lang }: Document, braille: Job['braille'] = {}): Job => {
  return { theme, language: languageOf(lang), name: 'test', created: new Date(0), report: new Report(), braille };
};

/** Pages of rows, in cells of Unicode; a space for an empty one. */
async function rowsOf(made: Document, braille: Job['braille'] = {}): Promise<string[][]> {
  const xml = new TextDecoder().decode(await pef.write(made, jobOf(made, braille)));
  const pages = [...xml.matchAll(/<page>(.*?)<\/page>/gs)].map(([, page = '']) => page);
  return pages.map((page) =>
    [...page.matchAll(/<row(?:\/>|>(.*?)<\/row>)/g)].map(([, row = '']) => row.replaceAll('\u2800', ' ')),
  );
}

/** All words, those that were divided whole again. */
const wordsOf = (pages: readonly (readonly string[])[]) =>
  ` ${pages
    .flatMap((rows) => rows.slice(0, -1))
    .join(' ')
    .replace(/ +/g, ' ')
    .replace(/⠐ /g, '')} `;

const body = (...blocks: Blocks) => document({ title: 'T', body: [section('one', 'One', blocks)] });
const idOf = (name: string): Id => {
  const made = id(name);
  if (made === null) throw new Error(name);
  return made;
};
const inEn = (words: string) => brailleOf([{ text: words, lang: 'en' }], languageOf('en'));

describe('a page', () => {
  it('sets each kind of block in its place', async () => {
    restart();
    const made = document({
      title: 'The title',
      body: [
        section('list', 'Contents', [contents('sections', [[1, 'one', null, 'One']])]),
        section('one', 'One', [
          p('A paragraph that is longer than a line of forty cells and goes on.'),
          ul(['an item that is longer than a line of forty cells']),
          ol(['first']),
          section('two', 'Two', [
            p([text('Called'), note('The note.'), text(', and '), link('https://iom.int/', 'linked'), text('.')]),
            figure(square, 'A road', 'Caption'),
            table([headRow('# A', '# B')], [bodyRow('# a', 'b')]),
          ]),
        ]),
      ],
    });
    const [first = []] = await rowsOf(made, { lines: 60 });
    const starts = (words: string) => {
      const row = first.find((each) => each.includes(inEn(words)));
      return row === undefined ? null : row.length - row.trimStart().length;
    };
    expect(starts('A paragraph')).toBe(2);
    expect(starts('• an item')).toBe(0);
    expect(starts('1. first')).toBe(0);
    expect(starts('Two')).toBe(4);
    expect(starts('[1] The note.')).toBe(6);
    expect(starts('linked (iom.int).')).toBeGreaterThanOrEqual(0);
    expect(starts('Caption')).toBe(6);
    expect(starts('Picture: A road')).toBe(6);
    expect(starts('B: b')).toBe(2);
    const title = first.find((row) => row.includes(inEn('The title'))) ?? '';
    expect(title.length - title.trimStart().length).toBe(Math.floor((40 - inEn('The title').length) / 2));
    // The contents lead to the page, behind guide dots.
    expect(first.some((row) => new RegExp(`^${inEn('One')} ⠐+ ⠼⠁$`).test(row) && row.length === 40)).toBe(true);
    expect(first.at(-1)?.trim()).toBe('⠼⠁');
  });

  it('never ends with a heading', async () => {
    const made = body(
      ...Array.from({ length: 60 }, (_, index) => section(`s${index}`, `Number ${index}`, [p('Text.'), p('Text.')])),
    );
    for (const rows of await rowsOf(made, { lines: 12 })) {
      const last = rows.slice(0, -1).findLast((row) => row !== '') ?? '';
      expect(last).not.toContain(inEn('Number'));
    }
  });

  it('divides a word that is longer than the line, and says that it goes on', async () => {
    const word = `https://example.org/${'programme/'.repeat(12)}`;
    const pages = await rowsOf(body(p(word)));
    expect(wordsOf(pages)).toContain(` ${inEn(word)} `);
  });
});

describe('lists of tables and figures', () => {
  it('lead to the pages where these begin', async () => {
    restart();
    const counted = { number: w('Table 1'), id: sourced(idOf('a-table')) };
    const drawn = { ...figure(square, 'A road', 'Way'), number: w('Figure 1'), id: sourced(idOf('a-way')) };
    const filler = Array.from({ length: 12 }, () => p('A paragraph.'));
    const made = document({
      title: 'T',
      body: [
        section('lists', 'Lists', [
          contents('tables', [[1, 'a-table', 'Table 1', 'A table']]),
          contents('figures', [[1, 'a-way', 'Figure 1', 'Way']]),
        ]),
        section('one', 'One', [
          ...filler,
          table([headRow('# A', '# B')], [bodyRow('# a', 'b')], counted),
          ...filler,
          drawn,
        ]),
      ],
    });
    const pages = await rowsOf(made, { lines: 14 });
    const pageOf = (words: string) => 1 + pages.findLastIndex((rows) => rows.some((row) => row.includes(inEn(words))));
    const numbers = (words: string) =>
      pages
        .flat()
        .find((row) => row.startsWith(inEn(words)) && /⠐ ⠼[^ ]+$/.test(row))
        ?.split(' ')
        .at(-1);
    expect(pageOf('Picture: A road')).toBeGreaterThan(pageOf('Columns: A; B'));
    expect(numbers('Table 1 A table')).toBe(inEn(`${pageOf('Columns: A; B')}`));
    expect(numbers('Figure 1 Way')).toBe(inEn(`${pageOf('Picture: A road')}`));
  });
});

describe('what belongs together', () => {
  it('is on one page: a caption, and the start of what it is the caption of', async () => {
    const long = 'A caption of so many words that it has several lines of so few cells';
    for (let before = 1; before < 14; before += 1) {
      const filler = Array.from({ length: before }, () => p('Text.'));
      const shown = table([headRow('# A', '# B')], [bodyRow('# a', 'b')], { caption: [text(long)] });
      const pages = await rowsOf(body(...filler, shown), { lines: 14 });
      const [page = []] = pages.filter((rows) => rows.some((row) => row.includes(inEn('A caption'))));
      const words = wordsOf([page]);
      expect(words, `${before}`).toContain(` ${inEn(long)} `);
      expect(words, `${before}`).toContain(` ${inEn('A; B')}`);
      expect(words, `${before}`).toContain(` ${inEn('B: b')} `.slice(0, 3));
    }
  });

  it('is in a box: a line over it and one under it', async () => {
    const [rows = []] = await rowsOf(body(p('Before.'), aside([p('Within.')]), p('Behind.')), { lines: 25 });
    const from = rows.indexOf('⠶'.repeat(40));
    expect(rows.slice(from - 2, from + 5).map((row) => row.trim())).toEqual([
      ...[inEn('Before.'), '', '⠶'.repeat(40), inEn('Within.'), '⠛'.repeat(40), '', inEn('Behind.')],
    ]);
  });
});

it('calls notes by what no text of the document is', async () => {
  restart();
  const words = wordsOf(await rowsOf(body(p([text('See [1] and'), note('Why.'), text('.')]))));
  expect(words).toContain(` ${inEn('See [1] and[Note 1].')} `);
  expect(words).toContain(` ${inEn('[Note 1] Why.')} `);
});

describe('random documents', () => {
  const leaves = (node: AnyNode): (readonly OutlineRun[])[] => {
    if (node.role === 'figure') return [[node]];
    if ('runs' in node) return [node.runs];
    const children: readonly AnyNode[] = node.children;
    return children.flatMap(leaves);
  };

  it('lose no text and hold their pages', async () => {
    const sizes = fc.constantFrom({}, { cells: 20, lines: 10 }, { cells: 32, lines: 28 });
    await fc.assert(
      fc.asyncProperty(documents, sizes, async (made, size) => {
        const pages = await rowsOf(made, size);
        const { cells = 40, lines = 25 }: { cells?: number; lines?: number } = size;
        for (const rows of pages) {
          expect(rows.length).toBe(lines);
          for (const row of rows) expect(row.length).toBeLessThanOrEqual(cells);
        }
        const words = wordsOf(pages);
        // A note is called within its word; and how a change of code is marked is a matter of what stands around it.
        const unmarked = (cells: string) => cells.replace(/⠘[⠷⠾]|⠐⠷⠄|⠠⠐⠾/g, '');
        const variants = [words, words.replace(/⠨?⠣⠼[⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚]+⠨?⠜/g, '')].map(unmarked);
        const language = languageOf(made.lang);
        // Line by line, as they are set …
        const contentsOf = new Set(linearLines(made, () => '').filter(({ type }) => type === 'entry'));
        const linear = linearLines(made, (lang) => `test.${lang}.pef`).filter((line) => !contentsOf.has(line));
        for (const block of blocksOf(unpaged(linear), language))
          if (block.leads === null) expect(words).toContain(` ${block.words.join(' ').replaceAll('\u00A0', ' ')} `);
        // … and leaf by leaf, as the document has them: those in one language that lead nowhere.
        for (const runs of expectedOutline(made, { name: 'test', extension: 'pef' }).nodes.flatMap(leaves)) {
          const langs = new Set(runs.map(({ lang }) => lang));
          if (langs.size > 1 || runs.some(({ target, role }) => target !== null || role === 'figure')) continue;
          const [lang] = langs;
          const found = brailleOf([{ text: textOf(runs), lang: lang ?? null }], language);
          for (const word of found.split(/[ \u00A0]/))
            expect(
              variants.some((all) => all.includes(unmarked(word))),
              word,
            ).toBe(true);
        }
      }),
      { seed: 2026, numRuns: Number(process.env.RANDOM_DOCUMENTS ?? 10) },
    );
  }, 120_000);
});

it('says the same in BRF, a character for each cell', async () => {
  const made = body(p('Text, 5 items: (a) & b.'));
  const bytes = await brf.write(made, jobOf(made));
  const ascii = new TextDecoder().decode(bytes);
  expect(ascii).toMatch(/^[ -_\r\n\f]*$/);
  expect(ascii).toContain(',TEXT1 #E ITEMS3 "<A"> @& B4');
  expect(ascii.split('\f').length - 1).toBe((await rowsOf(made)).length);
});
