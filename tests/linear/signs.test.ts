/** A sign that no font of ours has is an error where our fonts draw it, and only there. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { Format } from '../../src/write/targets.ts';

const root = mkdtempSync(path.join(tmpdir(), 'etrati-signs-'));
afterAll(() => rmSync(root, { recursive: true }));

const texts = { en: 'Words' };
writeFileSync(
  path.join(root, 'x.json'),
  JSON.stringify({
    ...{ kind: 'document', languages: ['en'], date: '2026-11-23', title: { en: 'Title' }, description: texts },
    ...{ author: texts, keywords: [texts], cover: { kind: { en: 'Sample' } }, imprint: { copyright: texts } },
    sections: [{ id: 'one', title: { en: 'Section' }, lead: { en: 'Say 你好 and 🙂.' } }],
  }),
);

it.each<[Format[], string[], number]>([
  [['txt', 'md', 'brf', 'pef'], ['braille-letters', 'braille-letters'], 4],
  [['epub', 'txt'], [], 2],
  [['txt', 'html'], ['missing-glyph', 'missing-glyph'], 0],
])('%j', async (formats, codes, files) => {
  const { outputs, diagnostics } = await createEngine({ root }).build('x.json', { formats });
  expect(diagnostics.filter(({ severity }) => severity !== 'advice').map(({ code }) => code)).toEqual(codes);
  expect(outputs).toHaveLength(files);
});

it('is an error in the title of a book, which is drawn on its cover', async () => {
  const data = JSON.parse(readFileSync(path.join(root, 'x.json'), 'utf8'));
  writeFileSync(path.join(root, 'y.json'), JSON.stringify({ ...data, title: { en: 'Title 你' } }));
  const { diagnostics } = await createEngine({ root }).build('y.json', { formats: ['epub'] });
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'missing-glyph', severity: 'error' }));
  const { outputs } = await createEngine({ root }).build('y.json', { formats: ['txt'] });
  expect(outputs).toHaveLength(1);
});
