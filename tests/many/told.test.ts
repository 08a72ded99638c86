/** What is warned of is told: rows that a workbook hides, and warnings of records that are made all the same. */
import { expect, it } from 'vitest';
import { rowsOf, workbookOf } from '../input/made-workbook.ts';
import { base, ManyProject } from './kit.ts';

const quick = ['--format', 'html', '--lang', 'en'];
const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rows = (hidden: readonly number[], count = 4) =>
  Array.from({ length: count }, (_, index) => {
    const row = index + 1;
    const is = hidden.includes(row) ? ' hidden="1"' : '';
    return `<row r="${row}"${is}>${cell(`A${row}`, row === 1 ? 'name' : `n${row}`)}</row>`;
  }).join('');
const book = (sheet: string) => workbookOf({ sheets: [{ name: 'List', rows: sheet }] });

it('rows that are hidden: in the terminal, the page and the summary', async () => {
  const project = new ManyProject();
  project.write('a.xlsx', book(rows([3])));
  const checked = await project.batch('a.xlsx', '--check');
  expect(checked.stderr).toContain('warning[hidden-rows]');
  expect(checked.stderr).toContain('A hidden row of a.xlsx, sheet "List" is left out: 3.');
  const made = await project.batch('a.xlsx', ...quick);
  expect([made.code, made.outcomes.map(({ name }) => name)]).toEqual([0, ['n2', 'n4']]);
  expect(made.stderr).toContain('Found 1 warning: hidden-rows.');
  expect(project.read('output/batch.html')).toContain('is left out: 3.');
  expect(JSON.parse(project.read('output/batch-summary.json'))).toMatchObject({
    warnings: 1,
    warned: [{ code: 'hidden-rows', count: 1, first: [{ at: { file: 'a.xlsx', line: 3 } }] }],
  });
  const strict = await project.batch('a.xlsx', ...quick, '--strict');
  expect([strict.code, strict.outcomes]).toEqual([1, []]);
  expect(strict.stderr).toContain('error[hidden-rows]');
  expect((await project.batch('a.xlsx', ...quick, '--max-warnings', '0')).code).toBe(1);
});

it('a list of which all is hidden', async () => {
  const project = new ManyProject();
  project.write('a.xlsx', book(rows([2, 3, 4])));
  const { code, stderr } = await project.batch('a.xlsx', '--check');
  expect([code, stderr]).toEqual([1, expect.stringContaining('3 hidden rows of a.xlsx')]);
});

it('how far a workbook is, by its rows', async () => {
  const project = new ManyProject();
  project.write('a.xlsx', book(rows([])));
  const { stderr } = await project.run(['batch', 'a.xlsx', '--base', 'base.json', '--check'], true);
  expect(stderr).toContain('50%');
});

it.each([
  ['a row', 'name,title.en\na,"A\nb,B"\nc,C\n', [1, 0], 'A line of this cell looks like a row of the table.'],
  ['rows', 'name,title.en\na,"A\nb,B\nc,C"\nd,D\n', [1, 0], '2 lines of this cell look like rows of the table.'],
  ['rows with semicolons', 'name;title.en;#town\na;"A;x\nb;B;y\nc;C";z\nd;D;\n', [1, 0], '2 lines of this cell look'],
  ['lines of a text', 'name,title.en\na,"Sea, wind\nand sand, all day"\nb,"two\nlines"\n', [0, 0], null],
])('a cell in quotation marks that swallows %s: at its place', async (_, list, counts, words) => {
  const project = new ManyProject();
  project.write('a.csv', list);
  const { outcomes } = await project.batch('a.csv', '--check');
  const found = outcomes.map(({ diagnostics }) => diagnostics.filter(({ code }) => code === 'rows-in-cell'));
  expect(found.map(({ length }) => length)).toEqual(counts);
  if (words === null) return;
  expect(found[0]?.[0]).toMatchObject({ at: { file: 'a.csv', line: 2, column: 3 } });
  expect(found[0]?.[0]?.message).toContain(words);
  const strict = await project.batch('a.csv', ...quick, '--strict');
  expect(strict.outcomes[0]).toMatchObject({ status: 'failed', files: [] });
});

it.each([
  ['a cell under no heading', 'name,title.en\na,"A\nb,B",c\n', 'bad-cell'],
  ['a formula', 'name,title.en\n=1,"A\nb,B"\n', 'bad-cell'],
  ['a language that there is not', 'name,title.en,languages\na,"A\nb,B",xx\n', 'bad-value'],
  ['a name that another has', 'name,title.en\na,A\na,"A\nb,B"\n', 'same-output'],
])('a row with a fault of its own, such as %s, has what it is warned of too', async (_, list, fault) => {
  const project = new ManyProject();
  project.write('a.csv', list);
  const { outcomes } = await project.batch('a.csv', '--check');
  const last = outcomes.at(-1);
  expect(last?.status).toBe('failed');
  expect(last?.diagnostics.map(({ code }) => code)).toEqual([fault, 'rows-in-cell']);
});

it('what a list allows is not told of a row with a fault either', async () => {
  const project = new ManyProject();
  project.write('a.csv', 'name,title.en\na,"A\nb,B",c\n');
  const allow = [{ code: 'rows-in-cell', reason: 'They are texts.' }];
  project.write('etrati.config.json', JSON.stringify({ allow }));
  const { outcomes } = await project.batch('a.csv', '--check');
  expect(outcomes.map(({ diagnostics, allowed }) => [diagnostics.map(({ code }) => code), allowed])).toEqual([
    [['bad-cell'], 1],
  ]);
});

it('columns that are hidden, but for notes', async () => {
  const project = new ManyProject();
  const columns = '<cols><col min="2" max="3" hidden="1"/></cols>';
  const names = (row: number, ...texts: readonly string[]) =>
    `<row r="${row}">${texts.map((text, index) => cell(`${'ABC'[index]}${row}`, text)).join('')}</row>`;
  const hiding = (head: string) =>
    workbookOf({
      sheets: [{ name: 'List', before: columns, rows: `${names(1, 'name', head, '#note')}${names(2, 'a', 'A', 'x')}` }],
    });
  project.write('a.xlsx', hiding('title.en'));
  const { stderr } = await project.batch('a.xlsx', '--check');
  expect(stderr).toContain('A hidden column of a.xlsx, sheet "List" is left out: "title.en".');
  expect(stderr).toContain('cell B1');
  project.write('a.xlsx', hiding('#town'));
  expect((await project.batch('a.xlsx', '--check')).stderr).not.toContain('hidden');
});

const towns = (count: number, line: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index + 1)).join('\n');

it.each([
  ['notes below a table', `${towns(3, (n) => `t${n},T${n}`)}\n* Source: the register,\n`, [4], 'changes nothing'],
  [
    'a cell that was forgotten',
    towns(6, (n) => `t${n},${n === 2 ? '' : `T${n}`},D`),
    [2],
    'The cell of "title.en" is empty',
  ],
  ['the first cell', towns(60, (n) => `t${n},${n === 1 ? '' : `T${n}`},D`), [1], 'The cell of "title.en" is empty'],
  ['a column that few fill', towns(20, (n) => `t${n},T${n},${n === 3 ? 'D' : ''}`), [], null],
  ['cells that many leave empty', towns(8, (n) => `t${n},T${n},${n % 3 === 0 ? '' : 'D'}`), [], null],
  ['a short list', 'a,A\nb,B,D\nc,C,D', [], null],
])('what a row leaves as the base has it: %s', async (_, rows, found, words) => {
  const project = new ManyProject();
  project.write('a.csv', `#town,title.en,description.en\n${rows}`);
  const { outcomes } = await project.batch('a.csv', '--check');
  const told = outcomes.flatMap(({ record, diagnostics }) =>
    diagnostics.filter(({ code }) => code === 'row-keeps-base').map((each) => ({ ...each, record })),
  );
  expect(told.map(({ record }) => record)).toEqual(found);
  expect(told.map(({ at }) => at)).toEqual(found.map((record) => ({ file: 'a.csv', line: record + 1, column: 1 })));
  if (words !== null) expect(told[0]?.message).toContain(words);
});

it('a row of totals, with some of its cells alone', async () => {
  const project = new ManyProject();
  const head = '#town,title.en,description.en,author.en,keywords.1.en';
  project.write('a.csv', `${head}\n${towns(12, (n) => `t${n},T${n},D${n},A${n},K${n}`)}\nTotal,,,12,\n`);
  const { outcomes } = await project.batch('a.csv', '--check');
  const told = outcomes.flatMap(({ diagnostics }) => diagnostics.filter(({ code }) => code === 'row-keeps-base'));
  expect(told.map(({ at, message }) => [at?.line, message])).toEqual([
    [
      14,
      'The cells of "title.en", "description.en" and "keywords.1.en" are empty, and nearly all other rows fill them: the document keeps what the base has.',
    ],
  ]);
});

it('rows that say which file, form or language alone', async () => {
  const project = new ManyProject();
  project.write('a.csv', 'base,languages,formats,title.en\nbase.json,,,\n,en,,\n,,html,\n');
  const { stderr } = await project.batch('a.csv', '--check');
  expect(stderr).not.toContain('row-keeps-base');
});

it('a cell that another of its row would replace whole', async () => {
  const project = new ManyProject();
  project.write('a.csv', 'title,title.en,#town\nBoth,,a\n,English,b\nBoth,English,c\n');
  const { outcomes } = await project.batch('a.csv', '--check');
  expect(outcomes.map(({ diagnostics }) => diagnostics.filter(({ code }) => code === 'bad-cell'))).toMatchObject([
    [],
    [],
    [{ at: { line: 4, column: 6 }, message: 'The row fills "title.en", and "title", which holds it, as well.' }],
  ]);
});

it('reads ahead, and makes what comes before a fault all the same', async () => {
  const project = new ManyProject();
  const lines = towns(30, (n) => `t${n},T${n}`);
  project.write('a.csv', `name,title.en\n${lines}\n"open,1\n`);
  const { outcomes } = await project.batch('a.csv', '--check');
  expect(outcomes.map(({ status }) => status)).toEqual([...Array.from({ length: 30 }, () => 'checked'), 'failed']);
});

it('a number of a workbook is written with the zeros that its cell shows', async () => {
  const project = new ManyProject();
  const figures = [
    { value: 1, of: 400, label: { ka: 'კმ', en: 'km of road' } },
    { value: 1, decimals: 1, label: { ka: 'ლარი', en: 'lari' } },
  ];
  const sections = [{ id: 'a', title: { ka: 'ა', en: 'A' }, blocks: [{ type: 'figures', figures }] }];
  project.write('base.json', JSON.stringify({ ...base, sections }));
  const path = 'sections.1.blocks.1.figures';
  const head = `<row r="1">${cell('A1', `${path}.1.value`)}${cell('B1', `${path}.2.value`)}</row>`;
  const numbers = '<row r="2"><c r="A2" s="1"><v>198</v></c><c r="B2" s="2"><v>2042049.2</v></c></row>';
  project.write('a.xlsx', workbookOf({ sheets: [{ name: 'L', rows: head + numbers }], formats: ['0.0', '#,##0.00'] }));
  project.write(
    'figures.xlsx',
    workbookOf({
      sheets: [
        {
          name: 'F',
          rows: rowsOf([
            ['value', 'label.ka', 'label.en'],
            [[198, 1], 'ა', 'km'],
            [[2042049.2, 2], 'ბ', 'lari'],
          ]),
        },
      ],
      formats: ['0.0', '#,##0.00'],
    }),
  );
  const { stderr } = await project.batch('a.xlsx', '--format', 'txt', '--lang', 'en');
  expect(stderr).not.toContain('error');
  const text = project.read('output/base-1.en.txt');
  expect(text).toContain('198.0 / 400.0');
  // Asked for by the data, which says more than a cell.
  expect(text).toContain('2,042,049.2\n');
  sections[0]?.blocks.splice(0, 1, { type: 'figures', figures: 'figures.xlsx' } as never);
  project.write('base.json', JSON.stringify({ ...base, sections }));
  project.write('b.jsonl', '{"base":"base.json"}');
  await project.batch('b.jsonl', '--format', 'txt', '--lang', 'en');
  const other = project.read('output/base-1.en.txt');
  expect([other.includes('198.0\n'), other.includes('2,042,049.20\n')]).toEqual([true, true]);
});

it('a number of a list is written in a table and a chart with the zeros that its cell shows', async () => {
  const project = new ManyProject();
  const both = (ka: string, en: string) => ({ ka, en });
  const row = (number: number) => ({ cells: [{ text: both('ა', 'A') }, { number }] });
  const columns = [{ head: both('ა', 'A') }, { head: both('ბ', 'B'), align: 'end' }];
  const table = { type: 'table', caption: both('ა', 'A'), columns, rows: [row(1), row(2)] };
  const chart = {
    ...{ type: 'chart', chart: 'bar', caption: both('ა', 'A'), source: both('ა', 'A'), unit: 'percent' },
    ...{ categories: [both('ა', 'A'), both('ბ', 'B')], series: [{ name: both('ა', 'A'), values: [1, 2] }] },
  };
  const sections = [{ id: 'a', title: both('ა', 'A'), blocks: [table, chart] }];
  project.write('base.json', JSON.stringify({ ...base, sections }));
  const path = 'sections.1.blocks';
  const head = `<row r="1">${cell('A1', `${path}.1.rows.1.cells.2.number`)}${cell('B1', `${path}.2.series.1.values.2`)}</row>`;
  const numbers = '<row r="2"><c r="A2" s="1"><v>83</v></c><c r="B2" s="2"><v>0.5</v></c></row>';
  project.write('a.xlsx', workbookOf({ sheets: [{ name: 'L', rows: head + numbers }], formats: ['0.0', '0.00%'] }));
  const { stderr } = await project.batch('a.xlsx', '--format', 'txt', '--lang', 'en');
  expect(stderr).not.toContain('error');
  const text = project.read('output/base-1.en.txt');
  for (const shown of ['83.0', '2.0', '1.00%', '50.00%']) expect(text).toContain(shown);
});

it('other sheets with the same columns, where none was asked for', async () => {
  const project = new ManyProject();
  const named = (name: string, head: readonly string[], state?: 'hidden') => ({
    name,
    ...(state && { state }),
    rows: rowsOf([head, head.map((_, index) => `${name}${index}`)]),
  });
  const sheets = [
    named('Adjara', ['name', 'title.en', '#note']),
    named('Guria', ['title.en', 'name', 'date']),
    named('Words', ['#note', 'Word']),
    named('Old', ['name', 'title.en'], 'hidden'),
  ];
  project.write('a.xlsx', workbookOf({ sheets }));
  const { stderr } = await project.batch('a.xlsx', '--check');
  expect(stderr.match(/The sheet "\w+"/g)).toEqual(['The sheet "Guria"']);
  expect((await project.batch('a.xlsx', '--check', '--sheet', 'Adjara')).stderr).not.toContain('sheet-left-out');
});

it('an option that is of no record’s formats, once for the list', async () => {
  const project = new ManyProject();
  project.write('a.jsonl', '{"patch":{}}\n{"patch":{}}\n');
  const made = await project.batch('a.jsonl', ...quick, '--wrap', '40');
  expect([made.code, made.outcomes.length]).toEqual([0, 2]);
  expect(made.stderr).toContain('Found 1 warning: option-unused.');
  expect(project.read('output/batch.html')).toContain('--wrap is for txt, and what is made is html.');
  const checked = await project.batch('a.jsonl', ...quick, '--wrap', '40', '--check', '--strict');
  expect([checked.code, checked.stderr]).toEqual([1, expect.stringContaining('error[option-unused]')]);
  project.write('b.jsonl', '{"patch":{}}\n{"patch":{},"formats":["txt"]}\n');
  const used = await project.batch('b.jsonl', ...quick, '--wrap', '40', '--strict');
  expect([used.code, used.stderr]).toEqual([0, expect.not.stringContaining('option-unused')]);
});
