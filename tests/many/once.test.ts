/** What is wrong with an option is told once; what is wrong with a text in both languages is told at the cell. */
import { expect, it } from 'vitest';
import { ManyProject } from './kit.ts';

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
