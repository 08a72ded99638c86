/** What stands at the foot of a page and at the top of the next: headings with their notes, tables with their sources. */
import { expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { largeTheme } from '../../src/large/theme.ts';
import type { Document } from '../../src/model/document.ts';
import { type Pages, setPages } from '../../src/write/pdf/page/pages.ts';
import type { Line } from '../../src/write/pdf/text/inlines.ts';
import { aside, bodyRow, document, headRow, note, p, section, table, text, ul } from '../make.ts';
import { gza } from '../theme/gza.ts';

const standard = await gza();
const themes = { standard, large: largeTheme(standard) };

function laid(of: Document, theme: keyof typeof themes): Promise<Pages> {
  const language = languageOf(of.lang);
  const job = { theme: themes[theme], language, name: 'test', created: new Date(0), report: new Report() };
  return setPages(of, job);
}

function textsOf({ pages }: Pages): string[][] {
  return pages.map(({ items }) =>
    items.flatMap(({ type, item }) =>
      type === 'line' ? [(item as Line).inlines.map((piece) => piece.text).join('')] : [],
    ),
  );
}
const cases = (Object.keys(themes) as (keyof typeof themes)[]).map((name) => [name] as const);

it.each(cases)(
  'notes of one line that one page does not hold go on over the next, and no heading is alone: %s',
  async (theme) => {
    const [alone, lost, empty]: [string[], string[], string[]] = [[], [], []];
    for (const before of [0, 6, 14])
      for (let words = 20; words < (theme === 'large' ? 160 : 480); words += 20) {
        const own = (name: string) => note(`${'note '.repeat(words)}${name}`);
        const noted = [
          text('first'),
          own('one'),
          text(' and'),
          own('two'),
          text(' and so on '.repeat(30)),
          text('end'),
        ];
        const blocks = [
          ...Array.from({ length: before }, () => p('before')),
          section('h', 'Heading', [p(noted), p('after')]),
        ];
        const pages = await laid(document({ body: [section('s', 'S', blocks)] }), theme);
        const texts = textsOf(pages);
        if (texts.some((page) => page.at(-1)?.startsWith('Heading'))) alone.push(`${before} ${words}`);
        const notes = pages.pages.flatMap((_, index) => pages.notesOf(index).map(({ height }) => ({ index, height })));
        const said = texts.flat().join(' ');
        if (notes.length !== 2 || !said.includes('first') || !/end.*after/.test(said)) lost.push(`${before} ${words}`);
        for (const [index, page] of pages.pages.entries()) {
          const own = notes.filter((each) => each.index === index);
          const bottom = Math.max(
            0,
            ...page.items.map(({ item }) => ((item as Line).y ?? 0) + (item as Line).getHeight()),
          );
          const room = page.pageSize.height - page.pageMargins.bottom - Math.max(bottom, page.pageMargins.top);
          if (own.length > 0 && own.reduce((sum, each) => sum + each.height, 0) > room)
            lost.push(`${before} ${words} over`);
          if (index > 0 && page.items.length === 0 && own.length === 0) empty.push(`${before} ${words}`);
        }
      }
    expect({ alone, lost, empty }).toEqual({ alone: [], lost: [], empty: [] });
  },
  120_000,
);

it.each(cases)(
  'no source is parted from its table, however tall the rows of that: %s',
  async (theme) => {
    const found: string[] = [];
    for (const rows of [1, 4])
      for (let words = 10; words < 1000; words += 15) {
        const body = Array.from({ length: rows }, (_, index) =>
          bodyRow('# a', index === rows - 1 ? 'word '.repeat(words) : 'b'),
        );
        const own = table([headRow('# Name', '# Words')], body, { source: [text('Counted by us')] });
        const pages = await laid(document({ body: [section('s', 'S', [p('before'), own])] }), theme);
        for (const texts of textsOf(pages))
          if (/^Counted/.test(texts.filter((each) => !/^(?:Name|Words)$/.test(each.trim()))[0] ?? ''))
            found.push(`${rows} ${words}`);
      }
    expect(found).toEqual([]);
  },
  120_000,
);

it('a short section, such as contacts, is not parted to fill the page before it', async () => {
  const contact = [p('For more words.'), ...Array.from({ length: 9 }, () => p('contact'))];
  const parted: number[] = [];
  for (let before = 12; before < 24; before += 1) {
    const body = [
      section(
        's',
        'S',
        Array.from({ length: before }, () => p('before')),
      ),
      section('c', 'Contact', contact),
    ];
    const pages = textsOf(await laid(document({ body }), 'standard'));
    if (pages.filter((texts) => texts.some((each) => /^contact/i.test(each))).length > 1) parted.push(before);
  }
  expect(parted).toEqual([]);
}, 60_000);

it('in large print a box of half a page begins where there is room for some of it, and leaves no half page white', async () => {
  const box = aside([p('As follows:'), ul(Array.from({ length: 12 }, (_, index) => `item ${index}`))]);
  for (const before of [9, 11]) {
    const body = [section('s', 'S', [...Array.from({ length: before }, () => p('before')), box])];
    const pages = textsOf(await laid(document({ body }), 'large'));
    expect(pages.find((texts) => texts.includes('before'))).toContain('item 1');
  }
});
