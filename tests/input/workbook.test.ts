/** Rows out of XLSX files: numbers as they were typed or as they are shown, and findings at the cell. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { textIn } from '../../src/input/bring/shown.ts';
import { numberShown } from '../../src/input/bring/xlsx/formats.ts';
import { readXlsx } from '../../src/input/bring/xlsx/xlsx.ts';
import type { Chart } from '../../src/model/document.ts';
import type { Table } from '../../src/model/table.ts';
import { blocksOf } from '../../src/model/walk.ts';
import { renderDiagnostics } from '../../src/render-diagnostics.ts';
import { heavy } from '../tier.ts';
import { makeDocuments } from './documents.ts';
import { type RawBook, type RawCell, rowsOf, workbookOf } from './made-workbook.ts';

const whole = { sheet: null, range: null };
const bookOf = (rows: string, book: Partial<RawBook> = {}, sheet: object = {}) =>
  workbookOf({ sheets: [{ name: 'Courses', rows, ...sheet }], ...book });
const gridOf = (bytes: Uint8Array, asked: Parameters<typeof readXlsx>[2] = whole) =>
  readXlsx(bytes, 'courses.xlsx', asked).grid;
const textsIn = (bytes: Uint8Array, asked = whole as Parameters<typeof readXlsx>[2]) =>
  gridOf(bytes, asked).rows.map((row) => row.map(({ text }) => text));

describe('a number of a workbook', () => {
  it.each([
    // Typed: as it was typed, whatever is shown of it.
    [0.1 + 0.2, 'General', false, 0.3, '0.3'],
    [8.25, '0.0', false, 8.25, '8.3'],
    [248387.1, '#,##0.00', false, 248387.1, '248387.10'],
    [1234567.891, '#,##0.00\\ "₾"', false, 1234567.891, '1234567.89'],
    [99.6, '[$€-2]\\ #,##0.0', false, 99.6, '99.6'],
    [0.125, '0.0%', false, 12.5, '12.5%'],
    [0.07, '0%', false, 7, '7%'],
    [1.1, '0.00', false, 1.1, '1.10'],
    [123, '00000', false, 123, '00123'],
    [995322123456, 'General', false, 995322123456, '995322123456'],
    [-3, '#,##0;[Red]\\-#,##0', false, -3, '-3'],
    [310000, '#,##0,', false, 310000, '310000'],
    // A formula’s: as it is shown.
    [1 / 3, '0.00', true, 0.33, '0.33'],
    [1 / 3, 'General', true, 0.333333333, '0.333333333'],
    [1.005, '0.00', true, 1.01, '1.01'],
    [-2.5, '0', true, -3, '-3'],
    [2 / 3, '0%', true, 67, '67%'],
    [12345.678901234, 'General', true, 12345.6789, '12345.6789'],
    [1e21, 'General', true, 1e21, '1e+21'],
    [1234567, '#,##0,', true, 1234567, '1234567'],
  ])('%d as %j (computed: %s) is %d, in text %j', (raw, format, isComputed, number, text) => {
    expect(numberShown(raw, format, { isComputed, from1904: false })).toMatchObject({ number, text });
  });

  it.each([
    [46203, 'dd\\.mm\\.yyyy', false, '2026-06-30'],
    [46203, '[$-437]d\\ mmmm\\,\\ yyyy;@', false, '2026-06-30'],
    [44741, 'yyyy\\-mm\\-dd', true, '2026-06-30'],
    [59, 'd/m/yy', false, '1900-02-28'],
    [61, 'd/m/yy', false, '1900-03-01'],
  ])('%d as %j (from 1904: %s) is the day %s', (raw, format, from1904, day) => {
    expect(numberShown(raw, format, { isComputed: false, from1904 })).toEqual({ text: day, day });
  });

  it.each([
    ['[$€-407] #,##0.00', '€'],
    ['#,##0.00\\ [$₾-437]', '₾'],
    ['[$USD]\\ #,##0', 'USD'],
    ['_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', '€'],
    ['"$"#,##0.00', '$'],
    ['#,##0.00\\ \\G\\E\\L', 'GEL'],
    ['[$-409]#,##0.00', undefined],
    ['#,##0.00_€', undefined],
    ['*$#,##0', undefined],
    ['0.0" kg"', undefined],
  ])('of the format %j is in the currency %s', (format, currency) => {
    expect(numberShown(1234.5, format, { isComputed: false, from1904: false }).currency).toBe(currency);
  });

  it.each([
    [1234.5, '[$€-407] #,##0.00', 'EUR 1,234.50', '1 234,50 €'],
    [-1234.5, '"$"#,##0.00;("$"#,##0.00)', '$ −1,234.50', '−1 234,50 $'],
    [1234.5, '#,##0', '1,235', '1 235'],
    [2026, 'General', '2026', '2026'],
    [2.5, 'General', '2.5', '2,5'],
    [0.125, '0.0%', '12.5%', '12,5 %'],
    [5, 'General" km"', '5 km', '5 km'],
    [12, '0.0" kg"', '12.0 kg', '12,0 kg'],
    [12, '#,##0.##', '12', '12'],
    [12.5, '0.0##', '12.5', '12,5'],
    [123, '00000', '00123', '00123'],
    [46096, 'mmm yyyy', 'March 2026', 'მარტი, 2026'],
    [46096, 'mmm-yy', 'March 2026', 'მარტი, 2026'],
    [46096, 'yyyy', '2026', '2026'],
    [46096, 'd-mmm', '15 March', '15 მარტი'],
    [46096, 'mmmm', 'March', 'მარტი'],
  ])('%d as %j is written as the cell shows it: %s; %s', (raw, format, ...texts) => {
    const cell = numberShown(raw, format, { isComputed: false, from1904: false });
    expect(['en', 'ka'].map((lang) => textIn(cell, lang).replace(/\s/g, ' '))).toEqual(texts);
  });

  it.each([
    [0.5, 'h:mm', '12:00'],
    [1.25, '[h]:mm', '30:00'],
    // Cut as Excel cuts, and not rounded: 12:30:45 is 12:30.
    [45_045 / 86_400, 'h:mm', '12:30'],
    [45_045 / 86_400, 'h:mm:ss', '12:30:45'],
    [330 / 86_400, 'mm:ss', '05:30'],
    [3930 / 86_400, 'mm:ss', '1:05:30'],
    [750 / 1440 - 1e-11, 'h:mm', '12:30'],
  ])('%d as %j is a time: %s', (raw, format, text) => {
    expect(numberShown(raw, format, { isComputed: false, from1904: false })).toEqual({ text });
  });

  it('has a day and a time', () => {
    expect(numberShown(46203.75, 'yyyy-mm-dd h:mm', { isComputed: false, from1904: false })).toEqual({
      text: '2026-06-30 18:00',
      day: '2026-06-30',
      time: '18:00',
    });
    // 23:59:59.9999999 is what binary fractions leave of the next day; 23:59:12 is of this one.
    const day = (serial: number) => numberShown(serial, 'dd.mm.yyyy', { isComputed: false, from1904: false }).day;
    expect([day(46203 - 1e-10), day(46203 - 48 / 86_400)]).toEqual(['2026-06-30', '2026-06-29']);
  });
});

describe('a sheet', () => {
  it('has shared, rich and inline texts, without what says how to read them aloud', () => {
    const rows =
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>' +
      '<c t="str"><f>"a"&amp;"b"</f><v>a_x000D_b</v></c><c t="b"><v>1</v></c></row>';
    const texts = [
      '<t xml:space="preserve"> one &amp; all </t>',
      '<r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh>',
    ];
    expect(textsIn(bookOf(rows, { texts }))).toEqual([[' one & all ', 'rich', 'inline', 'a\rb', 'true']]);
  });

  it('is the one that is named, else the first that is shown; and the cells of its range alone', () => {
    const sheets = [
      { name: 'Old', state: 'hidden', rows: rowsOf([['old']]) },
      {
        name: 'New',
        rows: rowsOf([
          ['a', 'b', 'c'],
          [1, 2, 3],
          [4, 5, 6],
        ]),
      },
    ] as const;
    const book = workbookOf({ sheets });
    expect(textsIn(book)[0]).toEqual(['a', 'b', 'c']);
    expect(textsIn(book, { sheet: ' old ', range: null })).toEqual([['old']]);
    expect(textsIn(book, { sheet: 'New', range: 'B2:c2' })).toEqual([['2', '3']]);
    expect(() => gridOf(book, { sheet: 'Newer', range: null })).toThrow(/no sheet "Newer"/);
    expect(() => gridOf(book, { sheet: null, range: 'B2' })).toThrow(/not a range/);
  });

  it('leaves out what it hides, and says so', () => {
    const rows = rowsOf([
      ['a', 'b', 'c'],
      [1, 2, 3],
      [4, 5, 6],
    ]).replace('<row r="2">', '<row r="2" hidden="1">');
    const book = bookOf(rows, {}, { before: '<cols><col min="2" max="2" hidden="1"/></cols>' });
    const read = readXlsx(book, 'courses.xlsx', whole);
    expect(read.hiddenRows).toEqual([2]);
    expect(read.grid.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['a', '', 'c'],
      ['4', '', '6'],
    ]);
    expect(read.grid.hidden).toEqual(['B']);
  });

  it.each([
    ['no archive', new Uint8Array([1, 2, 3])],
    ['an archive of something else', zipSync({ 'word/document.xml': new Uint8Array([60]) })],
    ['one with a password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])],
    ['entities that grow', bookOf('', { doctype: '<!DOCTYPE a [<!ENTITY b "bb">]>' })],
    ['XML that is not well-formed', bookOf('<row><c></row>')],
    ['elements without end', bookOf('<a>'.repeat(200) + '</a>'.repeat(200))],
    ['a part of a gigabyte', bomb()],
  ])('is refused for %s', (_, bytes) => {
    expect(() => gridOf(bytes)).toThrow(
      expect.objectContaining({ name: 'Unreadable', hint: expect.stringMatching(/\w/) }),
    );
  });

  heavy('is refused for a million cells', () => {
    const bytes = bookOf(`<row r="1">${'<c><v>1</v></c>'.repeat(500_001)}</row>`);
    expect(() => gridOf(bytes)).toThrow(expect.objectContaining({ name: 'Unreadable' }));
  });
});

/** Says in its directory that its sheet unpacks to a gigabyte. */
function bomb(): Uint8Array {
  const bytes = bookOf(rowsOf([['a']]));
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 46; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 2 ** 30, true);
  return bytes;
}

const both = (ka: string, en: string) => ({ ka, en });
const columns = [
  { head: both('კურსი', 'Course') },
  { head: both('თარიღი', 'Date'), from: 'Date' },
  { head: both('მონაწილე', 'Participants'), as: 'number', align: 'end' },
  { head: both('ხარჯი', 'Cost'), from: 'Spent', as: 'money', align: 'end' },
];

function dataWith(block: object): object {
  return {
    kind: 'document',
    languages: ['ka', 'en'],
    date: '2026-11-23',
    title: both('ცდა', 'Trial'),
    description: both('ცდა.', 'A trial.'),
    author: both('ავტორი', 'Author'),
    keywords: [both('ცდა', 'trial')],
    cover: { kind: both('ცდა', 'Trial') },
    sections: [{ id: 'one', title: both('პირველი', 'First'), blocks: [block] }],
    imprint: { copyright: both('© 2026', '© 2026') },
  };
}
const table = { type: 'table', caption: both('კურსები', 'Courses'), currency: 'EUR', columns, rows: 'courses.xlsx' };

const head: readonly RawCell[] = ['Course.ka', 'Course.en', 'Date', 'Participants', 'Spent'];
const good: readonly (readonly RawCell[])[] = [
  ['კურსები 2026'],
  head,
  ['პირველი', 'First', [46203, 1], 1250, [8200.5, 2]],
  ['მეორე', 'Second', null, null, { xml: '<c s="2"><f>E3*0.1</f><v>820.0500000001</v></c>' }],
];
const formats = [14, '#,##0.00\\ "€"'];

function wordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value)) return value.map(wordsOf).join('');
  const { type, value: text, children, blocks } = value as Record<string, unknown>;
  return type === 'text' ? String(text) : wordsOf(children ?? blocks);
}

describe('a table of a workbook', () => {
  it('has its rows below the row that names the columns, its days as the language writes them', async () => {
    const { documents, said } = await makeDocuments(dataWith(table), {
      'courses.xlsx': bookOf(rowsOf(good), { formats }),
    });
    expect(said).toEqual([]);
    const cells = documents.map((document) => {
      const found = [...blocksOf(document)].find((block): block is Table => block.type === 'table');
      return found?.body.map((row) => row.cells.map(wordsOf));
    });
    expect(cells).toEqual([
      [
        ['პირველი', '30 ივნისი 2026', '1 250', '8 200,50 ევრო'],
        ['მეორე', '', '–', '820,05 ევრო'],
      ].map((row) => row.map((text) => expect.stringMatching(new RegExp(`^${text.replace(/ (?:ევრო)?/g, '.*')}`)))),
      [
        ['First', '30 June 2026', '1,250', expect.stringMatching(/8,200\.50/)],
        ['Second', '', '–', expect.stringMatching(/820\.05/)],
      ],
    ]);
  });

  const spoilt = (row: number, column: number, cell: RawCell) =>
    rowsOf(good.map((cells, line) => (line === row ? Object.assign([...cells], { [column]: cell }) : cells)));
  it.each([
    ['a text', spoilt(3, 3, 'many'), 'bad-cell', 'cell D4', /"many" is not a number/],
    ['digits that could be two numbers', spoilt(3, 3, '1.250'), 'bad-cell', 'cell D4', /"1\.250" is not a number/],
    ['an error', spoilt(3, 3, { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }), 'bad-cell', 'cell D4', /#DIV\/0!/],
    [
      'a formula without its result',
      spoilt(3, 3, { xml: '<c><f>1+1</f></c>' }),
      'bad-cell',
      'cell D4',
      /not in the file/,
    ],
    ['a text in one language', spoilt(3, 1, null), 'bad-cell', 'cell B4', /empty in English/],
    ['a column that is not there', spoilt(1, 4, 'Sepnt'), 'no-column', 'data.json:', /no column "Spent"/],
  ])('is refused at its cell: %s', async (_, rows, code, at, message) => {
    const { found } = await makeDocuments(dataWith(table), { 'courses.xlsx': bookOf(rows, { formats }) });
    expect(found.map((each) => each.code)).toEqual([code]);
    expect(found[0]?.message).toMatch(message);
    const shown = await renderDiagnostics(found, { color: false, width: 80, source: async () => null });
    expect(shown).toContain(at);
    if (at.startsWith('cell')) expect(shown).toContain(`courses.xlsx, sheet "Courses", ${at}`);
  });

  it('is refused where cells that are asked for are merged, and warns of rows that are hidden', async () => {
    const after = '<mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="D3:D4"/></mergeCells>';
    const rows = rowsOf(good).replace('<row r="4">', '<row r="4" hidden="1">');
    const { found } = await makeDocuments(dataWith(table), { 'courses.xlsx': bookOf(rows, { formats }, { after }) });
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning hidden-rows', 'error bad-cell']);
    expect(found[1]).toMatchObject({
      message: 'The cells D3:D4 are merged.',
      at: { line: 3, column: 4, sheet: 'Courses' },
    });
  });
});

describe('cells of a workbook in a table', () => {
  const made = (value: RawCell, as: string, column: object = {}) => {
    const asked = [
      { head: both('კურსი', 'Course'), from: 'Course' },
      { head: both('რ', 'Value'), from: 'Value', as, ...column },
    ];
    const rows = rowsOf([
      ['Course', 'Value'],
      ['one', value],
      ['two', null],
    ]);
    const styles = ['0.0%', '#,##0', 'd/m/yyyy h:mm', '@', '"$"#,##0.00', '[$₾-437]#,##0.00', '[$€-2]\\ #,##0.00'];
    return makeDocuments(dataWith({ ...table, columns: asked }), { 'courses.xlsx': bookOf(rows, { formats: styles }) });
  };
  it.each([
    ['a percentage with the decimals of its format', [1 / 3, 1], 'percent', {}, '33.3%'],
    ['with more, where the data asks for them', [1 / 3, 1], 'percent', { decimals: 3 }, '33.333%'],
    ['a number with those of its format', [1234.56, 2], 'number', {}, '1,235'],
    ['an amount with its cents all the same', [1234.56, 2], 'money', {}, 'EUR 1,234.56'],
    ['a day and its time in words', [46203.75, 3], 'text', {}, '30 June 2026, 18:00'],
  ] as const)('is %s', async (_, value, as, column, shown) => {
    const { documents, found } = await made(value as RawCell, as, column);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    const block = [...blocksOf(documents[1] as never)].find((each): each is Table => each.type === 'table');
    expect(wordsOf(block?.body[0]?.cells[1]).replace(/\s/g, ' ')).toBe(shown);
  });

  it.each([
    ['true, which each language says otherwise', { xml: '<c t="b"><v>1</v></c>' }, 'text', /holds TRUE/],
    ['digits that could be two numbers', '310,000', 'number', /310000 or 310\./],
    ['a percentage among numbers', [1 / 3, 1], 'number', /percentage sign/],
    [
      'an amount in another currency than the data says',
      [5.5, 5],
      'money',
      /"\$ 5\.50" is in \$, and the data says EUR/,
    ],
    ['one in another currency by its sign', [5.5, 6], 'money', /is in ₾/],
  ] as const)('is refused for %s', async (_, value, as, message) => {
    const { found } = await made(value as RawCell, as);
    expect(found.map(({ code }) => code)).toEqual(['bad-cell']);
    expect(found[0]?.message).toMatch(message);
  });
});

describe('looks of words that change what they say', () => {
  const run = (text: string, marks = '') => `<r><rPr><b/>${marks}</rPr><t xml:space="preserve">${text}</t></r>`;
  const cellOf = (runs: string) => ({ xml: `<c t="inlineStr"><is>${runs}</is></c>` });
  const told = async (cell: RawCell, as = 'text', texts: readonly string[] = []) => {
    const asked = [
      { head: both('კურსი', 'Course'), from: 'Course' },
      { head: both('რ', 'Value'), from: 'Value', as },
    ];
    const rows = rowsOf([
      ['Course', 'Value'],
      ['one', cell],
    ]);
    const book = { formats: ['0', '0'], struck: [2], texts };
    const { documents, found } = await makeDocuments(dataWith({ ...table, columns: asked }), {
      'courses.xlsx': bookOf(rows, book),
    });
    const made = documents[1] && [...blocksOf(documents[1])].find((each): each is Table => each.type === 'table');
    return [found.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`), wordsOf(made?.body[0]?.cells[1])];
  };
  const up = '<vertAlign val="superscript"/>';

  it('digits that are raised or lowered stay so: 10³ is no 103', async () => {
    const runs = `${run('10')}${run('3', up)}${run(' m')}${run('2', up)}${run(', CO')}${run('2', '<vertAlign val="subscript"/>')}`;
    expect(await told(cellOf(`${runs}${run(', 1')}${run('st', up)}${run(' 20')}`))).toEqual([
      [],
      '10³ m², CO₂, 1st 20',
    ]);
    expect(await told({ xml: '<c t="s"><v>0</v></c>' }, 'text', [`${run('10')}${run('−3', up)}`])).toEqual([
      [],
      '10⁻³',
    ]);
    expect((await told(cellOf(`${run('10')}${run('3', up)}`), 'number'))[0]).toEqual(['bad-cell 2:2']);
  });

  it('words that are struck through are refused, in part or with all of their cell', async () => {
    expect((await told(cellOf(`${run('five ')}${run('six', '<strike/>')}`)))[0]).toEqual(['bad-cell 2:2']);
    expect((await told({ xml: '<c t="s"><v>0</v></c>' }, 'text', [run('six', '<strike val="1"/>')]))[0]).toEqual([
      'bad-cell 2:2',
    ]);
    expect((await told([5, 2], 'number'))[0]).toEqual(['bad-cell 2:2']);
    expect(await told([5, 1], 'number')).toEqual([[], '5']);
    expect(await told(cellOf(`${run('5')}${run(' ', '<strike/>')}${run('6', '<strike val="0"/>')}`))).toEqual([
      [],
      '5 6',
    ]);
  });
});

describe('zeros that cells show', () => {
  const styles = ['0.0%', '0.00', '#,##0.00', '0.0', '#,##0.##'];
  const all = async (cells: readonly RawCell[], as: string, { column = {}, ...block }: Record<string, object> = {}) => {
    const asked = [
      { head: both('კურსი', 'Course'), from: 'Course' },
      { head: both('რ', 'Value'), from: 'Value', as, ...column },
    ];
    const rows = rowsOf([['Course', 'Value'], ...cells.map((cell) => ['one', cell] as const)]);
    const data = dataWith({ ...table, columns: asked, ...block });
    const { documents } = await makeDocuments(data, { 'courses.xlsx': bookOf(rows, { formats: styles }) });
    const found = [...blocksOf(documents[1] as never)].find((each): each is Table => each.type === 'table');
    const shown = [...(found?.body ?? []), ...(found?.foot ?? [])];
    return shown.map((row) => wordsOf(row.cells[1]).replace(/\s/g, ' '));
  };
  it('are in the whole column', async () => {
    expect(await all([[0.83, 1], [1, 1], null], 'percent')).toEqual(['83.0%', '100.0%', '–']);
    expect(await all([[7, 2], 8], 'number')).toEqual(['7.00', '8.00']);
    expect(await all([[1250, 3]], 'money')).toEqual(['EUR 1,250.00']);
    expect(await all([{ xml: '<c s="4"><f>7+1</f><v>8</v></c>' }], 'number')).toEqual(['8.0']);
  });
  it('are fewer than the decimals of others, or than the data asks for', async () => {
    expect(await all([[7, 4], 8.25], 'number')).toEqual(['7.00', '8.25']);
    expect(await all([[7, 2]], 'number', { column: { decimals: 0 } })).toEqual(['7']);
    expect(await all([[7, 5]], 'number')).toEqual(['7']);
  });
  it('are in the totals too, which may have more', async () => {
    const foot = (number: number) => ({ foot: [{ cells: [{ text: both('სულ', 'All') }, { number }] }] });
    expect(await all([[7, 4]], 'number', foot(7))).toEqual(['7.0', '7.0']);
    expect(await all([[7, 4]], 'number', foot(7.25))).toEqual(['7.00', '7.25']);
  });
  it('are in totals under what reaches down beside them', async () => {
    const foot = (spans: object) => [
      { cells: [{ text: both('სულ', 'All'), ...spans }, { number: 15 }] },
      { cells: [{ number: 7.25 }] },
    ];
    const shown = async (spans: object) => {
      const asked = [
        { head: both('კურსი', 'Course'), from: 'Course' },
        { head: both('რ', 'Value'), from: 'Value', as: 'number' },
      ];
      const rows = rowsOf([
        ['Course', 'Value'],
        ['one', [7, 4]],
      ]);
      const { documents } = await makeDocuments(dataWith({ ...table, columns: asked, foot: foot(spans) }), {
        'courses.xlsx': bookOf(rows, { formats: styles }),
      });
      const blocks = documents.slice(1).flatMap((document) => [...blocksOf(document)]);
      const found = blocks.find((each): each is Table => each.type === 'table');
      return [...(found?.body ?? []), ...(found?.foot ?? [])].map((row) => wordsOf(row.cells.at(-1)));
    };
    expect(await shown({ rowSpan: 2 })).toEqual(['7.00', '15.00', '7.25']);
    // As wide and as high as no table is: refused, and no work before it is.
    const begun = performance.now();
    expect(await shown({ rowSpan: 1e12, columnSpan: 1e12 })).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
  it('are in a chart', async () => {
    const chart = { type: 'chart', chart: 'bar', unit: 'percent', data: 'courses.xlsx' };
    const block = { ...chart, caption: both('ა', 'A'), source: both('ბ.', 'B.') };
    const rows = rowsOf([
      ['Course', 'Value'],
      ['one', [0.83, 1]],
      ['two', [0.5, 1]],
    ]);
    const { documents, said } = await makeDocuments(dataWith(block), {
      'courses.xlsx': bookOf(rows, { formats: styles }),
    });
    expect(said).toEqual([]);
    expect(JSON.stringify(documents[1]?.body)).toMatch(/"83\.0%".*"50\.0%"/);
  });
});

it('tells a number that was typed with more decimals than its cell shows, once for its column', async () => {
  const asked = [
    { head: both('კურსი', 'Course'), from: 'Course' },
    { head: both('რ', 'Value'), from: 'Value', as: 'number' },
  ];
  const rows = rowsOf([
    ['Course', 'Value'],
    ['one', [2.449, 1]],
    ['two', [3, 1]],
    ['three', [1.236, 1]],
  ]);
  const book = bookOf(rows, { formats: ['0.0'] });
  const { found } = await makeDocuments(dataWith({ ...table, columns: asked }), { 'courses.xlsx': book });
  expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'rounded-cell: 2.449 is taken as 2.4, as its cell shows it, and one more of its column.',
  ]);
});

it('is refused as one without rows where all its cells are beside the columns that have names', async () => {
  const rows = [
    ['Course', 'Value'],
    [null, null, 'one', 1],
    [null, null, 'two', 2],
  ];
  const book = bookOf(rowsOf(rows as readonly (readonly RawCell[])[]));
  const { found } = await makeDocuments(dataWith(table), { 'courses.xlsx': book });
  expect(found.map(({ code, message }) => `${code}: ${message}`)).toContain(
    'bad-table-file: The file courses.xlsx, sheet "Courses" has no rows.',
  );
});

it('tells cells beside its table and notes apart from its rows, and leaves rows of them alone out', async () => {
  const asked = [
    { head: both('კურსი', 'Course'), from: 'Course' },
    { head: both('რ', 'Value'), from: 'Value', as: 'number' },
  ];
  const rows = [['Course', 'Value'], ['one', 1, null, 'by N.'], [], [null, null, null, 'hm'], [], ['checked', null]];
  const book = bookOf(rowsOf(rows as readonly (readonly RawCell[])[]));
  const { documents, found } = await makeDocuments(dataWith({ ...table, columns: asked }), { 'courses.xlsx': book });
  expect(found.map(({ code, message, at }) => `${code} ${at?.line}:${at?.column} ${message}`)).toEqual([
    'stray-cell 6:1 "checked" is alone in its row, apart from the rows above: it is taken as a row of the table.',
    'stray-cell 2:4 "by N." is left out: its column has no name in the first line, and one more cell.',
  ]);
  expect(found[0]?.hints[0]).toContain('{ "file": "courses.xlsx", "range": "A1:B4" }');
  const block = [...blocksOf(documents[0] as never)].find((each): each is Table => each.type === 'table');
  expect(block?.body.map(({ cells }) => cells.map(wordsOf))).toEqual([
    ['one', '1'],
    ['checked', '–'],
  ]);
});

it('tells a number without a percentage sign in a column of percentages', async () => {
  const asked = [
    { head: both('კურსი', 'Course'), from: 'Course' },
    { head: both('რ', 'Value'), from: 'Value', as: 'percent' },
  ];
  const cells: readonly RawCell[] = [[0.12, 1], 0.12, [0, 2], 0.5];
  const book = bookOf(rowsOf([['Course', 'Value'], ...cells.map((cell) => ['one', cell])]), { formats: ['0%', '0'] });
  const { found } = await makeDocuments(dataWith({ ...table, columns: asked }), { 'courses.xlsx': book });
  expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'mixed-percent: 0.12 has no percentage sign, and 12% in its column has one: it is taken as 0.12%.',
  ]);
  expect(found[0]?.at).toMatchObject({ line: 3, column: 2 });
});

describe('other lists of a workbook', () => {
  const list = (rows: readonly (readonly RawCell[])[], block: object) =>
    makeDocuments(dataWith(block), { 'list.xlsx': bookOf(rowsOf(rows), { formats }) });

  it('are the stops of a timeline, and whatever list of records a schema has', async () => {
    const { documents, said } = await list(
      [
        ['date', 'event.ka', 'event.en', 'state'],
        [[46023, 1], 'დაწყება', 'Start', 'done'],
        ['30.06.2026', 'შუა', 'Middle', 'ahead'],
      ],
      { type: 'timeline', stops: { file: 'list.xlsx', sheet: 'courses' } },
    );
    expect(said).toEqual([]);
    expect(JSON.stringify(documents[1]?.body)).toMatch(/January 2026.*Start.*June 2026.*Middle/);
  });

  it('are the data of a chart: a series from each column, or from those that are named', async () => {
    const rows = [
      ['Month.ka', 'Month.en', 'Women', 'Men'],
      ['იანვარი', 'January', 12.5, 7],
      ['თებერვალი', 'February', null, 8],
    ];
    const source = both('წყარო: ბაზა.', 'Source: a database.');
    const chart = { type: 'chart', chart: 'bar', caption: both('სწავლა', 'Training'), data: 'list.xlsx', source };
    const series = [{ name: both('ქალები', 'Women'), from: 'Women' }, { name: both('კაცები', 'Men') }];
    const [all, named] = [await list(rows, chart), await list(rows, { ...chart, series })];
    const chartsOf = ({ documents }: typeof all) =>
      documents.map((document) => [...blocksOf(document)].find((block): block is Chart => block.type === 'chart'));
    expect([...all.said, ...named.said]).toEqual([]);
    const text = JSON.stringify(chartsOf(named)[0]);
    expect(text).toMatch(/იანვარი.*თებერვალი/);
    expect(text).toMatch(/ქალები.*12\.5.*null.*კაცები/);
    expect(JSON.stringify(chartsOf(all)[1])).toMatch(/January.*Women.*12\.5.*Men/);
    const { found } = await list(rows, { ...chart, categories: [both('ა', 'a')] });
    expect(found).toMatchObject([{ code: 'bad-table-file', at: { path: '$.sections[0].blocks[0].data' } }]);
    const wrong = await list([...rows, ['მარტი', 'March', 'x', 1]], { ...chart, series });
    expect(wrong.found).toMatchObject([{ code: 'bad-cell', at: { file: 'list.xlsx', line: 4, column: 3 } }]);
  });
});
