/** Rows out of CSV files: as Excel writes them in Georgia and elsewhere, with the file's own places in every finding. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv, separatorOf } from '../../src/input/bring/csv.ts';
import { numberOf } from '../../src/input/bring/number.ts';
import type { Table } from '../../src/model/table.ts';
import { blocksOf } from '../../src/model/walk.ts';
import { makeDocuments } from './documents.ts';
import { rowsOf, workbookOf } from './made-workbook.ts';

const both = (ka: string, en: string) => ({ ka, en });
const columns = [
  { head: both('კურსი', 'Course') },
  { head: both('მონაწილე', 'Participants'), as: 'number', align: 'end' },
  { head: both('ხარჯი', 'Cost'), from: 'Spent', as: 'money', align: 'end' },
];

function dataWith(table: object): object {
  const block = {
    type: 'table',
    caption: both('კურსები', 'Courses'),
    currency: 'EUR',
    columns,
    rows: 'courses.csv',
    ...table,
  };
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

async function cellsOf(csv: string, table: object = {}): Promise<readonly (readonly (readonly string[])[])[]> {
  const { documents, said } = await makeDocuments(dataWith(table), { 'courses.csv': csv });
  expect(said).toEqual([]);
  return documents.map((document) => {
    const found = [...blocksOf(document)].find((block): block is Table => block.type === 'table');
    return (found?.body ?? []).map(({ cells }) => cells.map((cell) => wordsOf(cell)));
  });
}

function wordsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  if (Array.isArray(value)) return value.map(wordsOf).join('');
  const { type, value: text, children, blocks } = value as Record<string, unknown>;
  return type === 'text' ? String(text) : wordsOf(children ?? blocks);
}

const georgian =
  '\uFEFFCourse.ka;Course.en;Participants;Spent\r\n' +
  'პირველი 15;"First; a 15"" screen";1 250;8200,50\r\n' +
  'მეორე;Second;;12,25\r\n;;;\r\n';

describe('rows of a CSV file', () => {
  it('are those of Georgian Windows: semicolons, decimal commas, a byte order mark, both languages by suffix', async () => {
    const [ka, en] = await cellsOf(georgian);
    expect(en).toEqual([
      ['First; a 15" screen', '1,250', expect.stringMatching(/8,200\.50/)],
      ['Second', '–', expect.stringMatching(/12\.25/)],
    ]);
    expect(ka?.map((row) => row[0])).toEqual(['პირველი 15', 'მეორე']);
  });

  it('are those of others: commas and points, one column for all languages', async () => {
    const [ka] = await cellsOf('Participants,Course,Spent\n"1,250",SAFE,8200.5\n3,IBM,1\n');
    expect(ka?.map((row) => row[0])).toEqual(['SAFE', 'IBM']);
    expect(ka?.[0]?.[2]).toMatch(/8\s200,50/);
  });

  it('are refused for a column that does not say which of the file it is', async () => {
    const { found } = await makeDocuments(dataWith({ columns: [{ as: 'text' }] }), { 'courses.csv': georgian });
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toContainEqual(
      expect.stringMatching(/^no-column: The column has no "head" and no "from"/),
    );
  });

  it.each([
    [
      'a cell that is no number',
      georgian.replace('12,25', 'n/a'),
      'bad-cell',
      'courses.csv:3:15',
      /"n\/a" is not a number/,
    ],
    [
      'a number that could be two',
      georgian.replace('12,25', '1.250'),
      'bad-cell',
      'courses.csv:3:15',
      /"1\.250" is not/,
    ],
    ['a text in one language', georgian.replace(';Second', ';'), 'bad-cell', 'courses.csv:3:7', /empty in English/],
    ['a column in one language', georgian.replace('Course.en', 'Other'), 'no-column', 'courses.csv:1:1', /in English/],
    ['a column that is not there', georgian.replace('Spent', 'Sepnt'), 'no-column', 'data.json:', /no column "Spent"/],
    [
      'a column that has none of its names',
      georgian.replace('Participants', 'Participant'),
      'no-column',
      'data.json:',
      /no column "მონაწილე" or "Participants"/,
    ],
    [
      'two columns of one name',
      'Course,Participants,Spent,Participants\none,1,2,3\n',
      'no-column',
      'courses.csv:1:27',
      /"Participants" and "Participants" both fill/,
    ],
    [
      'a text in one language beside that of all',
      'Course,Course.en,Participants,Spent\none,first,1,2\n',
      'no-column',
      'courses.csv:1:8',
      /"Course" and "Course\.en" both fill/,
    ],
    ['a row that is too long', georgian.replace('12,25', '12;25'), 'bad-cell', 'courses.csv:3:18', /5 cells/],
    ['a cell that is not closed', `${georgian}"x`, 'bad-table-file', 'courses.csv:5:1', /nothing closes it/],
    ['a file of one line', 'Course,Participants,Spent\n', 'bad-table-file', 'data.json:', /has no rows/],
  ])('are refused for %s, at its place', async (_, csv, code, at, message) => {
    const { found } = await makeDocuments(dataWith({}), { 'courses.csv': csv });
    const place = (each: (typeof found)[number]) => `${each.at?.file}:${each.at?.line}:${each.at?.column}`;
    expect(found.map((each) => each.code)).toEqual([code]);
    expect(found[0]?.message).toMatch(message);
    expect(found.map(place)[0]).toMatch(new RegExp(`^${at.replaceAll('.', '\\.')}`));
    expect(found[0]?.hints).not.toEqual([]);
  });

  it('are told where a cell swallows them, at its quotation mark', async () => {
    const csv = georgian
      .replace(';12,25', ';12;12,25')
      .replace('"First; a 15"" screen"', '"First')
      .replace('Second', 'Second"');
    const { found } = await makeDocuments(dataWith({}), { 'courses.csv': csv });
    const [first] = found.filter(({ code }) => code === 'rows-in-cell');
    expect(first?.at).toMatchObject({ file: 'courses.csv', line: 2, column: 12 });
  });

  it('are refused where they are far too many', async () => {
    const { said } = await makeDocuments(dataWith({}), { 'courses.csv': georgian + 'a;b;1;1\r\n'.repeat(200_000) });
    expect(said).toEqual([expect.stringContaining('has 200002 rows')]);
  });

  it.each([
    // Thousands for one reader, decimals for the next: nothing is guessed.
    ['310,000', 'number', ';', /310000 or 310\./, /write 310000.*write 310, or ask for "decimals": 3/],
    ['61,000', 'money', ';', /61000 or 61\./, /write 61000/],
    ['3,125', 'number', ';', /3125 or 3,125/, /write 3,1250/],
    ['1.250', 'number', ';', /1250 or 1,25/, /write 1250.*write 1,25/],
    ['1,250 ₾', 'number', ';', /1250 or 1,25/, /write 1,25/],
    ['1.234,1.234.567', 'number', ',', /1234 or 1\.234/, /write 1\.2340/],
    // What a number counts is said once, and never dropped.
    ['125%', 'number', ';', /percentage sign/, /Write 125, or ask for "as": "percent"/],
    ['€310000', 'number', ';', /a currency/, /Write 310000, or ask for "as": "money"/],
    ['5 000 ₾', 'number', ';', /a currency/, /Write 5000, or/],
    ['12,5 ₾', 'percent', ';', /a currency/, /Write 12,5, or/],
    ['5 000 ₾', 'money', ';', /in ₾, and the data says EUR/, /in EUR/],
    ['12 USD', 'money', ';', /in USD/, /in EUR/],
    ['8%', 'money', ';', /percentage sign/, /Write the amount/],
  ])('are refused where a number is not one alone: %s as %s', async (written, as, sign, message, hint) => {
    const cells = written.split(sign === ',' ? ',' : ';');
    const csv = [['Course', 'N'], ...cells.map((cell) => ['one', cell])].map((row) => row.join(sign)).join('\n');
    const asked = [
      { head: both('კურსი', 'Course'), from: 'Course' },
      { head: both('რ', 'No'), from: 'N', as },
    ];
    const { found } = await makeDocuments(dataWith({ columns: asked }), { 'courses.csv': csv });
    expect(found.map((each) => each.code)).toEqual(['bad-cell']);
    expect(found[0]?.message).toMatch(message);
    expect(found[0]?.hints?.[0]).toMatch(hint);
  });

  it.each([
    ['186000,500', 'number', null, '186,000.5'],
    ['12 500,250', 'number', null, '12,500.25'],
    ['0,125', 'number', null, '0.125'],
    ['3,1250', 'number', null, '3.125'],
    ['310,000', 'number', 3, '310.000'],
    ['125%', 'percent', null, '125%'],
    ['€ 310 000', 'money', null, '€310,000'],
    ['310 000,5 EUR', 'money', null, '€310,000.50'],
    ['8,2', 'number', 3, '8.200'],
    ['83,0%', 'percent', null, '83.0%'],
    ['1 250,00', 'number', null, '1,250.00'],
    ['€ 310 000,00', 'money', null, '€310,000.00'],
    ['1.250.000', 'number', null, '1,250,000'],
  ])('take %s as %s, with %s decimals asked for', async (written, as, decimals, shown) => {
    const asked = [
      { head: both('კურსი', 'Course'), from: 'Course' },
      { head: both('რ', 'No'), from: 'N', as, ...(decimals === null ? {} : { decimals }) },
    ];
    const [, en] = await cellsOf(`Course;N\none;${written}\n`, { columns: asked });
    expect(en?.[0]?.[1]?.replace(/EUR\s*/, '€')).toBe(shown);
  });

  it.each([
    ['../courses.csv', 'file-outside'],
    ['/etc/passwd.csv', 'bad-table-file'],
    ['C:\\\\courses.csv', 'bad-table-file'],
    ['nothing.csv', 'file-missing'],
    ['courses.xls', 'bad-table-file'],
  ])('are not read from %s', async (rows, code) => {
    const { found } = await makeDocuments(dataWith({ rows }), { 'courses.csv': georgian });
    expect(found).toMatchObject([{ code, at: { file: 'data.json', path: '$.sections[0].blocks[0].rows' } }]);
  });

  it('are missed together with pictures that are not there', async () => {
    const data = dataWith({ rows: 'nothing.csv' }) as { sections: { blocks: object[] }[] };
    const alt = both('ხე', 'A tree');
    data.sections[0]?.blocks.push({ type: 'picture', src: 'photo.jpg', alt, caption: alt, credit: alt });
    const { found } = await makeDocuments(data);
    expect(found.map(({ code, at }) => [code, at?.path])).toEqual([
      ['file-missing', '$.sections[0].blocks[0].rows'],
      ['file-missing', '$.sections[0].blocks[1].src'],
    ]);
  });

  it('have their places in what rules find, once for both languages', async () => {
    const { found } = await makeDocuments(dataWith({ columns: columns.map(({ as: _, ...rest }) => rest) }), {
      'courses.csv': 'Course,Participants,Spent\nTODO,1,2\n',
    });
    expect(found).toMatchObject([{ code: 'placeholder', at: { file: 'courses.csv', line: 2, column: 1 } }]);
  });
});

describe('records of a CSV file', () => {
  it.each([
    ['61,000', /61000 or 61\./],
    ['€61000', null],
    ['61000 ₾', /in ₾, and the data says EUR/],
    ['61%', /percentage sign/],
  ])('of a budget have amounts of its currency: %s', async (spent, message) => {
    const data = structuredClone(report);
    const [category] = data.budget.money.categories;
    data.budget.money.currency = 'EUR';
    data.budget.money.categories = [{ ...category, lines: 'lines.csv' }];
    const csv = `code;title.ka;title.en;budget;before;spent\n1.1;ა;A;90000;0;${spent}\n`;
    const { found } = await makeDocuments(data, { 'lines.csv': csv });
    const cells = found.filter(({ code }) => code === 'bad-cell').map((each) => each.message);
    expect(cells).toEqual(message === null ? [] : [expect.stringMatching(message)]);
  });

  it('of a budget keep the zeros that their cells show, in all of its amounts', async () => {
    const data = structuredClone(report);
    const [category] = data.budget.money.categories;
    data.budget.money.categories = [{ ...category, lines: 'lines.xlsx' }];
    const rows = rowsOf([
      ['code', 'title.ka', 'title.en', 'budget', 'before', 'spent'],
      ['1.1', 'ა', 'A', [90000, 1], 0, [81250, 1]],
    ]);
    const files = { 'lines.xlsx': workbookOf({ sheets: [{ name: 'L', rows }], formats: ['#,##0.00'] }) };
    const { documents } = await makeDocuments(data, files);
    const text = JSON.stringify(documents[0]?.body);
    expect(text).toContain('"81,250.00"');
    expect(text).toContain('"8,750.00"');
    expect(text).not.toMatch(/81,250(?!\.00)/);
  });

  it('are refused where a workbook made a day of a code', async () => {
    const data = structuredClone(report);
    const [category] = data.budget.money.categories;
    data.budget.money.categories = [{ ...category, lines: 'lines.xlsx' }];
    const rows = rowsOf([
      ['code', 'title.ka', 'title.en', 'budget', 'before', 'spent'],
      [[46054, 1], 'ა', 'A', 90000, 0, 1],
      ['1.2', 'ბ', 'B', 90000, 0, 1],
    ]);
    const files = { 'lines.xlsx': workbookOf({ sheets: [{ name: 'L', rows }], formats: ['d.mmm'] }) };
    const { found } = await makeDocuments(data, files);
    expect(found.filter(({ code }) => code === 'bad-cell')).toMatchObject([
      { at: { line: 2, column: 1 }, message: 'The cell holds the day 2026-02-01, and no day is asked for here.' },
    ]);
  });

  it('are refused with more cells than columns, as in tables', async () => {
    const data = { ...dataWith({}), sections: [] as object[] };
    const figures = { type: 'figures', figures: 'figures.csv' };
    data.sections.push({ id: 'one', title: both('პირველი', 'First'), blocks: [figures] });
    const csv = 'label.ka,label.en,value\nა,A,310,000\n';
    const { found } = await makeDocuments(data, { 'figures.csv': csv });
    expect(found).toMatchObject([
      { code: 'bad-cell', at: { line: 2, column: 9 }, message: expect.stringMatching(/4 cells/) },
    ]);
  });

  it.each([
    ['people', '12', [], '12'],
    ['people', '12%', ['error bad-cell'], null],
    ['% of women', '12%', [], '12'],
  ])(
    'of key figures keep the sign of a percentage in their words or are refused: %s, %s',
    async (label, value, codes, shown) => {
      const csv = `value;label.ka;label.en\n${value};${label};${label}\n`;
      const block = {
        type: 'figures',
        figures: 'figures.csv',
        caption: undefined,
        currency: undefined,
        columns: undefined,
        rows: undefined,
      };
      const { documents, found } = await makeDocuments(dataWith(block), { 'figures.csv': csv });
      expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(codes);
      if (shown === null)
        expect(found[0]?.hints).toEqual(['Write “%” in the words beside it, such as its title, or write 12.']);
      else expect(JSON.stringify(documents[1]?.body)).toContain(`"${shown}"`);
    },
  );

  const fixture = readFileSync(path.join(import.meta.dirname, '../fixtures/data/pass/report.json'), 'utf8');
  const report = JSON.parse(fixture);

  /** Records as the rows of a file, a column for each field. */
  function csvOf(records: readonly object[]): string {
    const flat = (value: unknown, name = ''): readonly (readonly [string, unknown])[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => flat(inner, name === '' ? key : `${name}.${key}`))
        : [[name, value]];
    const rows = records.map((record) => new Map(flat(record)));
    const heads = [...new Set(rows.flatMap((row) => [...row.keys()]))];
    const shown = (value: unknown) =>
      typeof value === 'number' ? String(value).replace('.', ',') : String(value ?? '');
    const cell = (value: unknown) => `"${shown(value).replaceAll('"', '""')}"`;
    return [heads.join(';'), ...rows.map((row) => heads.map((head) => cell(row.get(head))).join(';'))].join('\r\n');
  }

  function inFiles() {
    const data = structuredClone(report);
    const [category] = data.budget.money.categories;
    const [group] = data.activities.groups;
    const { lines } = category;
    const files: Record<string, string> = {
      'lines.csv': csvOf(lines),
      'risks.csv': csvOf(data.risks.register.risks),
      'work.csv': csvOf(group.items),
      'paid.csv': csvOf(data.budget.money.received),
      'short.csv': csvOf(data.abbreviations.items),
    };
    const whole = structuredClone(data);
    category.lines = 'lines.csv';
    data.risks.register.risks = 'risks.csv';
    group.items = 'work.csv';
    data.budget.money.received = 'paid.csv';
    data.abbreviations.items = 'short.csv';
    return { data, whole, files };
  }

  it('make the same document as in the data', async () => {
    const { data, whole, files } = inFiles();
    const [brought, written] = [await makeDocuments(data, files), await makeDocuments(whole)];
    expect(brought.said).toEqual(written.said);
    const text = (made: typeof brought) =>
      made.documents.map((document) =>
        JSON.stringify(document.body, (name, value) => (['at', 'from', 'bytes'].includes(name) ? undefined : value), 1),
      );
    expect(brought.documents.length).toBeGreaterThan(0);
    expect(text(brought).join()).toContain('R1');
    expect(text(brought)).toEqual(text(written));
  });

  it.each([
    [/likelihood/, 'likelyhood', 'no-column', /fills no field|no column/],
    [/;"(?:low|medium|high)"/, ';"hgih"', 'bad-value', /"hgih" is not an allowed value/],
    [/;"(?:low|medium|high)"/, ';""', 'bad-cell', /The cell of "likelihood" is empty/],
  ])('are refused at their place: %s as %s', async (was, now, code, message) => {
    const { data, files } = inFiles();
    const risks = (files['risks.csv'] ?? '').replace(was, now);
    const { found } = await makeDocuments(data, { ...files, 'risks.csv': risks });
    expect(found[0]).toMatchObject({ code, at: { file: 'risks.csv' }, message: expect.stringMatching(message) });
  });
});

describe('cells', () => {
  it.each<[string, ',' | '.' | null, number | null]>([
    ['8,2', ',', 8.2],
    ['8,2', null, 8.2],
    ['1 250,50', null, 1250.5],
    ['1,250', null, null],
    ['8.2', ',', 8.2],
    ['1 250,50', ',', 1250.5],
    ['1.250,50', ',', 1250.5],
    ['1,250', ',', null],
    ['1,2500', ',', 1.25],
    ['1,250', '.', 1250],
    ['1,250.50', '.', 1250.5],
    ['12,5 %', ',', 12.5],
    ['€310000', '.', 310000],
    ['-3', ',', -3],
    ['2026-06-30', ',', null],
    ['12 people', ',', null],
  ])('%j is a number (decimal sign: %s): %s', (text, decimal, number) => {
    expect(numberOf(text, decimal)).toBe(number);
  });

  it('are parted by what the first line has most of, outside of quotation marks', () => {
    expect([separatorOf('"a,b,c";d\n'), separatorOf('a\tb'), separatorOf('a,b;c,d')]).toEqual([';', '\t', ',']);
  });

  it('keep line ends and quotation marks in quotation marks, and end where the file does', () => {
    const rows = readCsv('a,"b\r\n""c"""\r"",d', ',');
    expect('message' in rows ? rows : rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['a', 'b\r\n"c"'],
      ['', 'd'],
    ]);
    expect(readCsv('', ',')).toEqual([]);
    expect(readCsv('a,', ',')).toEqual([
      [
        { text: 'a', offset: 0 },
        { text: '', offset: 2 },
      ],
    ]);
  });
});

it('tells cells of a CSV column without a name', async () => {
  const csv = 'Course,Participants,Spent,,Note\none,1,2,lost,\n';
  const { found } = await makeDocuments(dataWith({}), { 'courses.csv': csv });
  expect(found.map(({ code, message, at, hints }) => [code, at?.line, message, ...hints])).toContainEqual([
    'stray-cell',
    2,
    '"lost" is left out: its column has no name in the first line.',
    'If it belongs to the table, name its column. If not, empty the cell.',
  ]);
});
