/** A Word file is the same wherever its record stands, and says nothing of the list that it came from. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { Word } from '../diff/word.ts';
import { base, ManyProject } from './kit.ts';

it.each([
  ['cells', 'donors.csv', 'name,title.en\na,Batumi\n', 'other.csv', '#note,name,title.en\n,,\nx,a,Batumi\n'],
  [
    'a patch',
    'donors.jsonl',
    '{"name":"a","patch":{"title":{"en":"Batumi"}}}',
    'other.jsonl',
    '\n\n{"name":"a","patch":{"title":{"en":"Batumi"}}}',
  ],
  [
    'a whole document',
    'donors.jsonl',
    JSON.stringify({ name: 'a', data: base }),
    'other.jsonl',
    `\n${JSON.stringify({ name: 'a', data: base })}`,
  ],
])('%s', async (_, one, text, other, moved) => {
  const project = new ManyProject();
  project.write(one, text);
  project.write(other, moved);
  const flags = ['--format', 'docx', '--lang', 'en'];
  const [first, second] = [await project.batch(one, ...flags), await project.batch(other, ...flags)];
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(second.outcomes[0]?.files).toEqual(first.outcomes[0]?.files);
  const parts = unzipSync(new Uint8Array(readFileSync(path.join(project.root, 'output/a.en.docx'))));
  const origin = strFromU8(parts['customXml/item1.xml'] ?? new Uint8Array());
  expect(origin).toContain('at="$.title.en"');
  expect(origin).not.toMatch(/donors|other/);
});

it('a Word file of a record comes back to the base: what the record changed is nothing that a colleague did', async () => {
  const project = new ManyProject();
  project.write('a.jsonl', '{"name":"a","patch":{"title":{"en":"Batumi"}}}');
  const flags = ['--format', 'docx', '--lang', 'en'];
  await project.batch('a.jsonl', ...flags);
  const diff = async (file: string) => (await project.run(['diff', file, 'base.json'])).stdout;
  expect(await diff('output/a.en.docx')).toContain('No changes.');
  const word = new Word(new Uint8Array(readFileSync(path.join(project.root, 'output/a.en.docx'))));
  word.retype('For those who swim.', 'For all who swim.');
  word.retype('Batumi', 'Poti');
  project.write('back.docx', word.bytes);
  const changes = await diff('back.docx');
  expect(changes).toContain('1 can be taken over');
  expect(changes).toMatch(/\$\.title\.en – CONFLICT/);
  // With what it was made from in it, the record's own words are known.
  await project.batch('a.jsonl', ...flags, '--embed-source');
  const whole = new Word(new Uint8Array(readFileSync(path.join(project.root, 'output/a.en.docx'))));
  whole.retype('For those who swim.', 'For all who swim.');
  project.write('whole.docx', whole.bytes);
  expect(await diff('whole.docx')).toMatch(/^1\. Words of \$\.sections\[0\]\.lead\.en$/m);
});
