/** Units, dates and sentences of two languages: compared in a time that grows with them, and not with their square. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { processorTime } from '../clock.ts';
import { makeDocuments } from './documents.ts';

const data = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../fixtures/data/parity-negation/one.json'), 'utf8'),
);

/** As many as a text has room for. */
const room = 18_000;

function filled(piece: (index: number) => string): string {
  let text = '';
  for (let index = 0; text.length < room; index += 1) text += piece(index);
  return text.trim();
}

it.each([
  ['units', (index: number) => `${index} days and `, (index: number) => `${index} დღე და `],
  ['days', () => 'On 5 May 2026 we met. ', () => '2026 წლის 5 მაისს შევხვდით. '],
])('many %s', async (_, en, ka) => {
  const text = { type: 'text', text: { en: filled(en), ka: filled(ka) } };
  const sections = data.sections.map((section: object) => ({ ...section, blocks: Array(8).fill(text) }));
  const begun = processorTime();
  await makeDocuments({ ...data, sections });
  expect(processorTime() - begun).toBeLessThan(5000);
});
