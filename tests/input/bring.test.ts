/** Rows out of CSV files: as Excel writes them in Georgia and elsewhere, with the file's own places in every finding. */
import { describe, expect, it } from 'vitest';
import { readCsv, separatorOf } from '../../src/input/bring/csv.ts';
import { numberOf } from '../../src/input/bring/number.ts';
import type { Table } from '../../src/model/table.ts';
import { blocksOf } from '../../src/model/walk.ts';
import { makeDocuments } from './documents.ts';

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
  'პირველი;"First; with ""practice""";1 250;8200,50\r\n' +
  'მეორე;Second;;12,25\r\n;;;\r\n';

describe('rows of a CSV file', () => {
  it('are those of Georgian Windows: semicolons, decimal commas, a byte order mark, both languages by suffix', async () => {
    const [ka, en] = await cellsOf(georgian);
    expect(en).toEqual([
      ['First; with "practice"', '1,250', expect.stringMatching(/8,200\.50/)],
      ['Second', '–', expect.stringMatching(/12\.25/)],
    ]);
    expect(ka?.map((row) => row[0])).toEqual(['პირველი', 'მეორე']);
  });

  it('are those of others: commas and points, one column for all languages', async () => {
    const [ka] = await cellsOf('Participants,Course,Spent\n"1,250",SAFE,8200.5\n3,IBM,1\n');
    expect(ka?.map((row) => row[0])).toEqual(['SAFE', 'IBM']);
    expect(ka?.[0]?.[2]).toContain('8200,50');
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

  it.each([
    ['../courses.csv', 'file-outside'],
    ['/etc/passwd.csv', 'bad-table-file'],
    ['C:\\\\courses.csv', 'bad-table-file'],
    ['nothing.csv', 'file-missing'],
    ['courses.xlsx', 'bad-table-file'],
  ])('are not read from %s', async (rows, code) => {
    const { found } = await makeDocuments(dataWith({ rows }), { 'courses.csv': georgian });
    expect(found).toMatchObject([{ code, at: { file: 'data.json', path: '$.sections[0].blocks[0].rows' } }]);
  });

  it('have their places in what rules find', async () => {
    const { found } = await makeDocuments(dataWith({ columns: columns.map(({ as: _, ...rest }) => rest) }), {
      'courses.csv': 'Course,Participants,Spent\nTODO,1,2\n',
    });
    expect(found).toMatchObject([
      { code: 'placeholder', at: { file: 'courses.csv', line: 2, column: 1 } },
      { code: 'placeholder', at: { file: 'courses.csv', line: 2, column: 1 } },
    ]);
  });
});

describe('cells', () => {
  it.each([
    ['8,2', true, 8.2],
    ['8.2', true, 8.2],
    ['1 250,50', true, 1250.5],
    ['1.250,50', true, 1250.5],
    ['1,250', true, 1.25],
    ['1,250', false, 1250],
    ['1,250.50', false, 1250.5],
    ['12,5 %', true, 12.5],
    ['€310000', false, 310000],
    ['-3', true, -3],
    ['2026-06-30', true, null],
    ['12 people', true, null],
  ])('%j is a number (decimal comma: %s): %s', (text, comma, number) => {
    expect(numberOf(text, comma)).toBe(number);
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
