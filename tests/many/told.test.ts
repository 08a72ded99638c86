/** What is warned of is told: rows that a workbook hides, and warnings of records that are made all the same. */
import { expect, it } from 'vitest';
import { workbookOf } from '../input/made-workbook.ts';
import { ManyProject } from './kit.ts';

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
