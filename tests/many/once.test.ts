/** What is wrong with an option is told once; what is wrong with a text in both languages is told at the cell. */
import { expect, it } from 'vitest';
import { base, ManyProject } from './kit.ts';

it.each([
  [['--base', 'none.json'], 'none.json'],
  [['--base', '../base.json', '--name', '{nope}'], '../base.json'],
  [['--name', '../{title.en}'], '../x'],
])('%s', async (flags, name) => {
  const project = new ManyProject();
  project.write('a.csv', 'title.en\nA\nB\n');
  const { code, stderr } = await project.run(['batch', 'a.csv', '--base', 'base.json', '--check', ...flags]);
  expect(code).toBe(2);
  expect(stderr).toContain(name);
  expect(stderr.split('error[')).toHaveLength(2);
});

it('places of both languages', async () => {
  const project = new ManyProject();
  project.write('a.csv', 'name,title.ka,title.en\na,ბათუმი,Batumi 17\n');
  const { outcomes } = await project.batch('a.csv', '--check');
  const found = outcomes[0]?.diagnostics.find(({ code }) => code === 'parity-numbers');
  expect(found?.at).toMatchObject({ file: 'a.csv', line: 2, path: '$.title' });
});

const towns = Array.from({ length: 40 }, (_, index) => `t${index + 1}`);
const lists = [
  ['a.csv', `name,title.en\n${towns.map((town) => `${town},Coast\n`).join('')}`],
  ['a.jsonl', towns.map((name) => `${JSON.stringify({ name, patch: { title: { en: 'Coast' } } })}\n`).join('')],
] as const;

it.each(lists)('a fault of the base is told once, with how many records have it: %s', async (file, list) => {
  const project = new ManyProject();
  project.write('base.json', JSON.stringify({ ...base, date: 'soon' }, null, 2));
  project.write(file, list);
  const { code, outcomes, stderr } = await project.batch(file, '--format', 'html', '--lang', 'en');
  // Each line of the report is whole.
  expect([code, outcomes.map(({ diagnostics }) => diagnostics[0]?.code)]).toEqual([1, towns.map(() => 'bad-date')]);
  expect(stderr.split('error[bad-date]')).toHaveLength(2);
  expect(stderr).toContain('40 records have it; this is the first.');
  expect(stderr).toContain('40 records failed');
  const page = project.read('output/batch.html');
  expect(page.split('class="code">bad-date<')).toHaveLength(2);
  expect(page).toContain('39 more records failed');
  expect(JSON.parse(project.read('output/batch-summary.json'))).toMatchObject({
    counts: { failed: 40 },
    codes: { 'bad-date': 40 },
    failed: [{ record: 1 }],
  });
});

it('an option that no document of the base can follow is told once, and the same fault of several cells at each', async () => {
  const project = new ManyProject();
  project.write('a.csv', 'date,title.en\nsoon,A\nsoon,B\n2026-01-01,C\n2026-01-01,D\n');
  const { stderr } = await project.batch('a.csv', '--format', 'html', '--lang', 'ru');
  expect(stderr.split('error[bad-date]')).toHaveLength(3);
  expect(stderr.split('error[unknown-language]')).toHaveLength(2);
});

it.each([
  ['nmae', 'name'],
  ['langauges', 'languages'],
  ['titel.en', 'title'],
])('a misspelled column %s is known by what was meant', async (column, meant) => {
  const project = new ManyProject();
  project.write('a.csv', `${column},#town\na,b\n`);
  const { stderr } = await project.batch('a.csv', '--check');
  expect(stderr).toContain(`Did you mean "${meant}"?`);
});
