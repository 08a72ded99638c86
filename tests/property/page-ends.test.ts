/** No heading, sentence that leads on, line, row or caption stands alone at the end of a page, whatever a document holds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import { largeDocument } from '../../src/large/document.ts';
import { largeTheme } from '../../src/large/theme.ts';
import type { Document } from '../../src/model/document.ts';
import { onPageSize } from '../../src/theme/page-size.ts';
import type { Theme } from '../../src/theme/theme.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { contents, document, p, section } from '../make.ts';
import { rawPdf } from '../outline/raw-pdf.ts';
import { gza, themeOf } from '../theme/gza.ts';
import { flows } from './flows.ts';
import { faultsOf } from './page-ends.ts';

const runs = Number(process.env.RANDOM_PAGES ?? 12);
const theme = await gza();
const quiet = await themeOf('tsqnari');

const editions: readonly (readonly [name: string, theme: Theme, change: (document: Document) => Document])[] = [
  ['standard', theme, (document) => document],
  ['another theme', quiet, (document) => document],
  ['A5', onPageSize(theme, 'a5'), (document) => document],
  ['large print', largeTheme(theme), (document) => largeDocument(document, theme)],
];

async function made(document: Document, own: Theme): Promise<Uint8Array> {
  const language = languageOf(document.lang);
  return pdf.write(document, {
    theme: own,
    language,
    name: 'test',
    created: new Date(0),
    report: new Report(),
  }) as Promise<Uint8Array>;
}

describe.each(editions)('%s', (_, own, change) => {
  it('parts nothing that belongs together', async () => {
    const holds = fc.asyncProperty(flows, async (document) => {
      expect(await faultsOf(await made(change(document), own))).toEqual([]);
    });
    await fc.assert(holds, { seed: Number(process.env.RANDOM_SEED ?? 2026), numRuns: runs });
  }, 600_000);
});

it.each([
  ['a caption that a short part stands over', 12, 2],
  ['a caption of a chart that a short part stands over', 77, 16],
  ['a label under a paragraph with a long note', 11, 42],
])('keeps together what was parted in large print: %s', async (_, seed, at) => {
  const found = fc.sample(flows, { seed, numRuns: at + 1 })[at];
  if (found === undefined) throw new Error('no document');
  expect(await faultsOf(await made(largeDocument(found, theme), largeTheme(theme)))).toEqual([]);
});

/** Lines of words on two pages; each line is a mark of its own, counted from 0 on each page. */
async function found(pages: readonly (readonly string[])[], kids: string): Promise<string[]> {
  const content = (lines: readonly string[]) =>
    lines.map(
      (words, index) => `/P <</MCID ${index}>> BDC BT /F1 12 Tf 50 ${700 - index * 20} Td (${words}) Tj ET EMC`,
    );
  const bytes = rawPdf({ pages: pages.map((lines) => content(lines).join(' ')), root: `/K [${kids}]` });
  return (await faultsOf(bytes)).map(({ page, kind }) => `${kind} on ${page}`);
}
const mark = (page: number, mcid: number) => `<< /Type /MCR /Pg ${100 + page} 0 R /MCID ${mcid} >>`;
const element = (role: string, ...kids: readonly string[]) => `<< /S /${role} /K [${kids.join(' ')}] >>`;

it('parts a heading from the contents before it, however many chapters those list', async () => {
  const chapters = Array.from(
    { length: 9 },
    (_, index) => [1, `c${index}`, `${index + 1}`, 'A chapter '.repeat(12)] as const,
  );
  const title = 'A heading that takes a good many lines '.repeat(9);
  const body = [
    section('c', 'Contents', [contents('sections', chapters)]),
    ...chapters.map(([, name], index) => section(name, index === 0 ? title : 'A chapter', [p('Words. '.repeat(90))])),
  ];
  expect(await faultsOf(await made(document({ body }), theme))).toEqual([]);
});

it.each([
  ['heading on 1', [['One'], ['a']], element('H1', mark(0, 0)) + element('P', mark(1, 0))],
  ['caption on 1', [['One'], ['a']], element('Sect', element('Caption', mark(0, 0)), element('Figure', mark(1, 0)))],
  ['figure on 1', [['One'], ['a']], element('Sect', element('Figure', mark(0, 0)), element('Caption', mark(1, 0)))],
  [
    'intro on 1',
    [['As follows:'], ['a']],
    element('P', mark(0, 0)) + element('L', element('LI', element('LBody', element('P', mark(1, 0))))),
  ],
  ['last line on 2', [['a', 'b'], ['c']], element('P', mark(0, 0), mark(0, 1), mark(1, 0))],
  ['first line on 1', [['a'], ['b', 'c']], element('P', mark(0, 0), mark(1, 0), mark(1, 1))],
  [
    'table head on 1',
    [['a'], ['b']],
    element(
      'Table',
      element('THead', element('TR', element('TH', element('P', mark(0, 0))))),
      element('TBody', element('TR', element('TD', element('P', mark(1, 0))))),
    ),
  ],
  [
    'row name on 1',
    [
      ['a', 'b', 'c', 'd'],
      ['e', 'f'],
    ],
    element(
      'Table',
      ...[mark(0, 0), mark(0, 1)].map((cell) => element('TR', element('TD', element('P', cell)))),
      element('TR', element('TH', element('P', mark(0, 2), mark(0, 3)))),
      ...[mark(1, 0), mark(1, 1)].map((cell) => element('TR', element('TD', element('P', cell)))),
    ),
  ],
  [
    'last row on 2',
    [['a', 'b', 'c'], ['d']],
    element(
      'Table',
      ...[mark(0, 0), mark(0, 1), mark(0, 2), mark(1, 0)].map((cell) =>
        element('TR', element('TD', element('P', cell))),
      ),
    ),
  ],
])('finds: %s', async (fault, pages, kids) => {
  expect(await found(pages, kids)).toEqual([fault]);
});
