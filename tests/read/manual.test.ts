/** The page of the markup says what the reader does. `UPDATE_GOLDEN=1` writes it anew. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manual } from '../../src/read/manual.ts';
import { keyOf, meant, parentsOf, vocabulary } from '../../src/read/vocabulary.ts';

const page = join(import.meta.dirname, '../../docs/markup.md');

test('docs/markup.md is current', async () => {
  if (process.env.UPDATE_GOLDEN === '1') await writeFile(page, manual());
  expect(await readFile(page, 'utf8')).toBe(manual());
});

test('the vocabulary is closed', () => {
  const names = Object.keys(vocabulary);
  for (const [name, { children, never }] of Object.entries(vocabulary)) {
    expect(children.filter((child) => keyOf(child, name) === null)).toEqual([]);
    expect(never.filter((key) => !names.includes(key))).toEqual([]);
    if (name !== 'document') expect(parentsOf(name), name).not.toEqual([]);
  }
  expect(Object.keys(meant).filter((name) => names.includes(name))).toEqual([]);
});
