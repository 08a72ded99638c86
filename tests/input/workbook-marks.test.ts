/** What cells of a workbook say beside their words: links, bold and italic words, comments. Each is in the document, or told. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { Unreadable } from '../../src/input/bring/xlsx/parts.ts';
import { streamXlsx } from '../../src/input/bring/xlsx/stream.ts';
import { readXlsx } from '../../src/input/bring/xlsx/xlsx.ts';
import { ManyProject } from '../many/kit.ts';
import { makeDocuments } from './documents.ts';
import { type RawCell, type RawSheet, rowsOf, workbookOf } from './made-workbook.ts';

const english = (en: string) => ({ en });
const said = english('Text');
const dataWith = (block: object) => ({
  kind: 'document',
  languages: ['en'],
  date: '2026-11-23',
  title: said,
  description: said,
  author: said,
  keywords: [said],
  cover: { emblems: [{ name: said }], kind: said },
  sections: [{ id: 's', title: said, lead: said, blocks: [block] }],
  imprint: { emblems: [{ name: said }], statements: [said], number: '1', copyright: said },
});
const columns = [
  { head: english('Course'), from: 'Course' },
  { head: english('Value'), from: 'Value', as: 'number' },
];
const table = { type: 'table', caption: said, source: said, columns, rows: 'courses.xlsx' };

const charted = { type: 'chart', chart: 'bar', data: 'courses.xlsx', caption: said, source: said };

/** Words, with what is said of them before them. */
function written(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(written);
  const { type, target, value: words, children, ...rest } = Object(value) as Readonly<Record<string, unknown>>;
  if (type === 'text') return [String(words)];
  const href = (target as { readonly href?: { readonly value: string } } | undefined)?.href?.value;
  const kind = ['strong', 'emphasis'].includes(String(type)) ? `<${type}>` : type === 'link' ? `<${href}>` : '';
  return [
    kind,
    ...['title', 'blocks', 'body', 'cells'].flatMap((name) => written(rest[name] ?? [])),
    ...written(children ?? []),
  ];
}

async function made(words: RawCell, sheet: Partial<RawSheet> = {}, block: object = table, style: object = {}) {
  const rows = rowsOf([
    ['Course', 'Value'],
    [words, 7],
    ['two', 8],
  ]);
  const book = workbookOf({ sheets: [{ name: 'Courses', rows, ...sheet }], ...style });
  const { documents, found } = await makeDocuments(dataWith(block), { 'courses.xlsx': book });
  return {
    text: written(documents[0]?.body).join(''),
    found: found.map(({ code, at, message }) => `${code} ${at?.sheet ?? ''}!${at?.line}:${at?.column} ${message}`),
    hints: found.flatMap(({ hints }) => hints),
  };
}

const linked = (address: string, ref = 'A2') => ({
  links: [address],
  after: `<hyperlinks><hyperlink ref="${ref}" r:id="rId1"/></hyperlinks>`,
});
const formula = (code: string, shown: string) => ({ xml: `<c t="str"><f>${code}</f><v>${shown}</v></c>` });

it.each<[string, RawCell, Partial<RawSheet>, string]>([
  ['of a cell', 'Our site', linked('https://example.org/a(b)?c=1&d'), 'https://example.org/a(b)?c=1&d'],
  ['of a range', 'Our site', linked('https://example.org/', 'A2:B3'), 'https://example.org/'],
  ['to a mailbox', 'Write', linked('mailto:info@example.org'), 'mailto:info@example.org'],
  ['of a formula', formula('HYPERLINK("https://example.org/f","Our site")', 'Our site'), {}, 'https://example.org/f'],
])('a link %s is one in the document', async (_, words, sheet, address) => {
  const { text, found } = await made(words, sheet);
  expect(found.filter((each) => !each.includes('link of "7"'))).toEqual([]);
  expect(text).toContain(`<${address}>`);
});

it('a link whose words say the address is one too, and is nothing that a field of words leaves out', async () => {
  const { text, found } = await made('www.example.org/a', linked('https://example.org/a/'));
  expect([found, text]).toEqual([[], expect.stringContaining('<https://example.org/a/>www.example.org/a')]);
  const chart = await made('www.example.org/a', linked('https://example.org/a/'), charted);
  expect(chart.found.filter((each) => each.startsWith('link'))).toEqual([]);
});

it('a link that no reader can open, or that a formula makes, is told once for its column', async () => {
  const { found, hints } = await made('The plan', linked('file:///C:/plan.docx', 'A2:A3'));
  expect(found).toEqual([
    'link-left-out Courses!2:1 The link of "The plan" to file:///C:/plan.docx is left out, and one more of its column.',
  ]);
  expect(hints[0]).toContain('https://');
  const computed = await made(formula('HYPERLINK(B2&amp;"x","Ours")', 'Ours'));
  expect(computed.found[0]).toContain('The link of "Ours" to HYPERLINK(B2&"x","Ours") is left out.');
});

it('a link within the workbook leads nowhere', async () => {
  expect((await made('See below', linked('#Courses!B9'))).found).toEqual([]);
});

it('a link of a number or of a category is told', async () => {
  expect((await made('one', linked('https://example.org/', 'B2'))).found).toEqual([
    'link-left-out Courses!2:2 The link of "7" to https://example.org/ is left out.',
  ]);
  expect((await made('one', linked('https://example.org/'), charted)).found).toEqual([
    'link-left-out Courses!2:1 The link of "one" to https://example.org/ is left out.',
  ]);
});

const runs = (...parts: readonly string[]) => ({
  xml: `<c t="inlineStr"><is>${parts
    .map((part) => {
      const [, style = '', text = ''] = /^([bi]?)\|([\s\S]*)$/.exec(part) ?? [];
      return `<r>${style === '' ? '' : `<rPr><${style}/></rPr>`}<t xml:space="preserve">${text}</t></r>`;
    })
    .join('')}</is></c>`,
});

it.each([
  [['|Not ', 'b|one ', 'b|word', '|, nor ', 'i|two'], 'Not <strong>one word, nor <emphasis>two'],
  [['|The “', 'b|bold', '|” word'], 'The “<strong>bold” word'],
])('bold and italic words of %j are so in the document', async (parts, shown) => {
  const { text, found } = await made(runs(...parts));
  expect(found).toEqual([]);
  expect(text).toContain(shown);
});

it('bold that is all of a cell is a look', async () => {
  const all = await made(runs('b|All', '| ', 'b|of it'));
  expect([all.found, all.text.includes('<strong>')]).toEqual([[], false]);
  const styled = { xml: runs('|All ', 'b|of it').xml.replace('<c', '<c s="1"') };
  const byStyle = await made(styled, {}, table, { formats: ['General'], bold: [1] });
  expect([byStyle.found, byStyle.text.includes('<strong>')]).toEqual([[], false]);
});

it.each([
  ['after a letter', runs('|a', 'i|b')],
  ['with stars already', runs('|5* ', 'b|b')],
  ['over several lines', runs('|a ', 'b|b\nc')],
])('bold and italic words that marks cannot be put around are told: %s', async (_, words) => {
  const { found, hints, text } = await made(words);
  expect(found[0]).toMatch(/^stress-left-out Courses!2:1 /);
  expect(hints[0]).toContain('**words**');
  expect(text).not.toContain('<strong>');
});

it('a name of a part that is broken off is that of none', () => {
  const parts = unzipSync(workbookOf({ sheets: [{ name: 'A', rows: '' }] }));
  const name = 'xl/_rels/workbook.xml.rels';
  const broken = strToU8(strFromU8(parts[name] ?? new Uint8Array()).replace('sheet1.xml', '%E0%A4%A.xml'));
  const asked = { sheet: null, range: null };
  expect(() => readXlsx(zipSync({ ...parts, [name]: broken }), 'a.xlsx', asked)).toThrow(Unreadable);
});

const shared = {
  sheets: [{ name: 'A', rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
  texts: ['<t>one</t>'],
};
const renamed = (change: (name: string) => string) =>
  zipSync(
    Object.fromEntries(Object.entries(unzipSync(workbookOf(shared))).map(([name, part]) => [change(name), part])),
  );
const textsIn = (bytes: Uint8Array) =>
  readXlsx(bytes, 'a.xlsx', { sheet: null, range: null }).grid.rows.flatMap((row) =>
    row.map(({ text, fault }) => fault?.message ?? text),
  );

it.each([
  [
    'in other capitals',
    (name: string) => name.replace('sharedStrings', 'SharedStrings').replace('worksheets/s', 'Worksheets/S'),
  ],
  ['as Windows parts folders', (name: string) => name.replaceAll('/', '\\')],
])('parts may be named %s', (_, change) => {
  expect(textsIn(renamed(change))).toEqual(['one']);
  expect([...streamXlsx(renamed(change), 'a.xlsx', null).rows()].map(({ cells }) => cells[0]?.text)).toEqual(['one']);
});

it('a text that is not in the file is refused at its cell', () => {
  expect(textsIn(renamed((name) => name.replace('sharedStrings', 'others')))).toEqual([
    'The text of the cell is not in the file.',
  ]);
});

it('comments are told, with their number and the first cell', async () => {
  expect((await made('one', { commented: ['B2', 'A3', 'Z99'] })).found).toEqual([
    'comment-left-out Courses!2:2 The comments of 2 cells of courses.xlsx, sheet "Courses" are left out.',
  ]);
  expect((await made('one', { commented: ['D9'] })).found).toEqual([]);
});

it('in a list of documents too', async () => {
  const project = new ManyProject();
  const rows = rowsOf([
    ['name', 'title.en', 'sections.1.lead.en', 'sections.1.blocks.1.text.en'],
    ['a', 'A title', 'A lead', runs('|Our ', 'b|site')],
  ]);
  const links = { links: ['https://example.org/'], after: linked('', 'B2:D2').after, commented: ['A2'] };
  project.write('a.xlsx', workbookOf({ sheets: [{ name: 'List', rows, ...links }] }));
  const { outcomes, stderr } = await project.batch('a.xlsx', '--format', 'md', '--lang', 'en');
  expect(stderr).toContain('comment-left-out');
  expect(project.read('output/batch.html')).toMatch(/A comment of a\.xlsx, sheet .{0,6}List.{0,6} is left out\./);
  const found = outcomes[0]?.diagnostics.map(({ code, at }) => `${code} ${at?.column}`);
  expect(found).toContain('link-left-out 2');
  expect(project.read('output/a.en.md')).toContain('[Our **site**](https://example.org/)');
});

it.each<[string, RawCell, string]>([
  ['a number', [5, 1], ';;;'],
  ['a negative number', [-5, 1], '0;;0'],
  ['a text', { xml: '<c s="1" t="inlineStr"><is><t>x</t></is></c>' }, ';;;'],
])('%s that its format hides is refused at its cell', async (_, cell, format) => {
  const { found } = await made(cell, {}, table, { formats: [format] });
  expect(found).toEqual(['bad-cell Courses!2:1 The cell holds a value, and its format shows nothing of it.']);
});

it('a zero that its format hides is a zero, and words that stand for a number are it', async () => {
  for (const format of ['0;-0;', '0;-0;"none";@', '', '@'])
    expect((await made([0, 1], {}, table, { formats: [format] })).text).toContain('07two8');
});

it.each([
  [1234567890123450, true],
  [12345678901234500000, true],
  [3_600_000_000_000_000, false],
  [123456789012345, false],
])('the number %d may have lost digits: %s', async (number, isTold) => {
  const { found } = await made(number);
  expect(found.some((each) => each.startsWith('number-precision Courses!2:1'))).toBe(isTold);
});

const rowsOfOne = Array.from(
  { length: 3000 },
  (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`,
).join('');

it.each([
  [
    'links of all cells',
    { after: `<hyperlinks>${'<hyperlink ref="A1:XFD9999" r:id="rId1"/>'.repeat(3000)}</hyperlinks>`, links: ['x'] },
    null,
  ],
  ['hidden columns', { before: `<cols>${'<col min="2" max="16384" hidden="1"/>'.repeat(30_000)}</cols>` }, null],
  [
    'merged cells',
    { after: `<mergeCells>${'<mergeCell ref="A1:A3000"/>'.repeat(100_000)}</mergeCells>` },
    /merged cells/,
  ],
])('%s said thousands of times take no more work than a sheet may', (_, sheet, refused) => {
  const book = workbookOf({ sheets: [{ name: 'A', rows: rowsOfOne, ...sheet }] });
  const begun = performance.now();
  for (const read of [
    () => readXlsx(book, 'a.xlsx', { sheet: null, range: null }),
    () => [...streamXlsx(book, 'a.xlsx', null).rows()],
  ])
    if (refused === null) read();
    else expect(read).toThrow(refused);
  expect(performance.now() - begun).toBeLessThan(8000);
});
