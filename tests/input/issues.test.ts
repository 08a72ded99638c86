/** What a schema finds, each in the words and with the hints of its own value. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { processorTime } from '../clock.ts';
import { makeDocuments } from './documents.ts';

const data = JSON.parse(readFileSync(path.join(import.meta.dirname, '../many/base.json'), 'utf8'));

it('names that nobody knows: each with what is strange in it alone', async () => {
  // The first with a Cyrillic letter.
  const { found } = await makeDocuments({ ...data, 'd\u0430te': 1, autor: 1, 'titles\u00A0': 1 });
  expect(found.map(({ code }) => code)).toEqual(['unknown-field', 'unknown-field', 'unknown-field']);
  expect(found.map(({ hints }) => hints.filter((hint) => /Cyrillic|Delete the/.test(hint)))).toEqual([
    [expect.stringContaining('is a Cyrillic letter')],
    [],
    [expect.stringContaining('U+00A0')],
  ]);
});

it('many names that nobody knows: told in a time that grows with them, and not with their square', async () => {
  const unknown = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`k${index}`, 1]));
  const begun = processorTime();
  const { found } = await makeDocuments({ ...data, ...unknown });
  expect(found).toHaveLength(4000);
  expect(processorTime() - begun).toBeLessThan(3000);
});
