/** A Word file is the same wherever its record stands, and says nothing of the list that it came from. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
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
