/** Pages of braille hold their size and say all that the document says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { brailleOf } from '../../src/language/braille/switch.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Blocks, Document } from '../../src/model/document.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import { type AnyNode, type OutlineRun, textOf } from '../../src/outline/outline.ts';
import { blocksOf } from '../../src/write/braille/block.ts';
import { brf, pef } from '../../src/write/braille/braille.ts';
import { unpaged } from '../../src/write/braille/print-pages.ts';
import { linearLines } from '../../src/write/linear/lines.ts';
import type { Job } from '../../src/write/targets.ts';
import {
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
  square,
  table,
  text,
  ul,
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
          if (block.leads === null) expect(words).toContain(` ${block.words.join(' ')} `);
        // … and leaf by leaf, as the document has them: those in one language that lead nowhere.
        for (const runs of expectedOutline(made, { name: 'test', extension: 'pef' }).nodes.flatMap(leaves)) {
          const langs = new Set(runs.map(({ lang }) => lang));
          if (langs.size > 1 || runs.some(({ target, role }) => target !== null || role === 'figure')) continue;
          const [lang] = langs;
          const found = brailleOf([{ text: textOf(runs), lang: lang ?? null }], language);
          for (const word of found.split(' '))
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
