/** Records that take much of a page go on over its end: field by field, under their name again. */
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { largeDocument } from '../../src/large/document.ts';
import { largeTheme } from '../../src/large/theme.ts';
import type { Document } from '../../src/model/document.ts';
import { type Pages, setPages } from '../../src/write/pdf/page/pages.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import type { Line } from '../../src/write/pdf/text/inlines.ts';
import { bodyRow, document, headRow, p, section, table } from '../make.ts';
import { faultsOf } from '../property/page-ends.ts';
import { gza } from '../theme/gza.ts';

const theme = await gza();
const large = largeTheme(theme);

const georgian = 'მიგრაციის მართვის პოლიტიკა და საზღვრის თანამშრომლობა ახალი გზა';
const english = 'Support to the management of borders and to families on a new road';
/** Records whose fields have so many lines, and what stands over their table. */
const withRecords = (words: string, fields: readonly number[], before = 1): Document => {
  const names = Array.from({ length: 8 }, (_, record) => `Record ${record}`);
  const value = (times: number) => Array.from({ length: times }, () => words).join(' ');
  const rows = names.map((name) => bodyRow(`# ${name}`, ...fields.map(value)));
  const heads = fields.map((_, field) => `# Field ${field}`);
  const blocks = [...Array.from({ length: before }, () => p(words)), table([headRow('# Name', ...heads)], rows)];
  return document({ body: [section('one', 'One', blocks)] });
};

const jobOf = (of: Document) => ({
  theme: large,
  language: languageOf(of.lang),
  name: 'test',
  created: new Date(0),
  report: new Report(),
});

async function laid(of: Document): Promise<Pages> {
  const own = largeDocument(of, theme);
  return setPages(own, jobOf(own));
}

interface Placed {
  readonly text: string;
  readonly bottom: number;
  readonly again: boolean;
}

/** The lines of each page of the text, how far down they end as a share of the text area, and whether they are seen again. */
const linesOf = ({ pages }: Pages): Placed[][] =>
  pages.slice(1).map(({ items, pageSize, pageMargins: { top, bottom } }) =>
    items.flatMap(({ type, item }) => {
      if (type !== 'line') return [];
      const line = item as Line & { y: number; artifact?: boolean };
      const text = line.inlines.map((piece) => piece.text).join('');
      const end = (line.y + line.getHeight() - top) / (pageSize.height - top - bottom);
      return [{ text, bottom: end, again: line.artifact === true }];
    }),
  );

describe.each([
  ['Georgian', georgian],
  ['English', english],
])('%s', (_, words) => {
  it('fills its pages with records of two thirds of a page, and says on each which record goes on', async () => {
    for (const before of [1, 3, 5]) {
      const pages = linesOf(await laid(withRecords(words, [2, 1, 2, 1, 1], before)));
      const inner = pages.slice(0, -1).map((lines) => Math.max(...lines.map(({ bottom }) => bottom)));
      expect(Math.min(...inner)).toBeGreaterThan(0.7);
      let record = '';
      for (const lines of pages) {
        const [first] = lines.filter(({ text }) => /^(?:Record|Field)/.test(text));
        if (
          record !== '' &&
          !/^Record/.test(lines.find(({ again, text }) => !again && /^(?:Record|Field)/.test(text))?.text ?? '')
        )
          expect([first?.text, first?.again]).toEqual([record, true]);
        record = lines.findLast(({ text }) => text.startsWith('Record'))?.text ?? record;
      }
    }
  });

  it('leaves records whole that take less, and all that is read as it was', async () => {
    const pages = linesOf(await laid(withRecords(words, [1, 1])));
    expect(pages.flat().filter(({ text, again }) => again && text.startsWith('Record'))).toEqual([]);
    const parted = await laid(withRecords(words, [2, 1, 2, 1, 1]));
    const read = linesOf(parted)
      .flat()
      .filter(({ again, text }) => !again && /^(?:Record|Field)/.test(text));
    const fields = Array.from({ length: 5 }, (_, field) => `Field ${field}`);
    const expected = Array.from({ length: 8 }, (_, record) => [`Record ${record}`, ...fields]).flat();
    expect(read.map(({ text }) => text.trim())).toEqual(expected);
  });

  it('parts no name from its first field, also where a field is nearly as high as a page', async () => {
    for (const before of [1, 4])
      for (const fields of [
        [2, 1, 2, 1, 1],
        [11, 1, 5],
        [13, 13, 1],
        [1, 1, 1, 1, 1, 1, 1, 1],
      ]) {
        const own = largeDocument(withRecords(words, fields, before), theme);
        const bytes = (await pdf.write(own, jobOf(own))) as Uint8Array;
        expect(await faultsOf(bytes)).toEqual([]);
      }
  }, 120_000);
});
