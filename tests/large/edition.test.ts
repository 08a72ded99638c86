/** --edition large: which files come of it, what they say, and what cannot be had. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';

const root = path.resolve(import.meta.dirname, '../..');
const engine = createEngine({ root, env: {} });
const data = 'data/brochure/brochure.json';

it('is made beside the standard one, in the formats that it has, and says what its own document says', async () => {
  const { outputs, diagnostics, proofs } = await engine.build(data, {
    languages: ['en'],
    formats: ['docx', 'html', 'txt'],
    editions: ['standard', 'large'],
    prove: true,
  });
  expect(diagnostics).toEqual([]);
  expect(outputs.map(({ name, edition }) => [name, edition])).toEqual([
    ['brochure.en.docx', 'standard'],
    ['brochure.large.en.docx', 'large'],
    ['brochure.en.html', 'standard'],
    ['brochure.large.en.html', 'large'],
    ['brochure.en.txt', 'standard'],
  ]);
  expect(proofs.map(({ differences }) => differences)).toEqual([[], [], [], [], []]);
  const page = new TextDecoder().decode(outputs.find(({ name }) => name === 'brochure.large.en.html')?.bytes);
  expect(page).toContain('Large print');
  expect(page).toContain('href="brochure.large.ka.html"');
});

it('leaves the standard edition as it is, but for the line that names the others', async () => {
  const options = { languages: ['ka'], formats: ['html'] } as const;
  const alone = await engine.build(data, options);
  const both = await engine.build(data, { ...options, editions: ['standard', 'large'] });
  const lines = (page: Uint8Array | undefined) =>
    Buffer.from(page ?? [])
      .toString()
      .split('\n');
  const named = (line: string) => line.includes('<a href="brochure.large.ka.html">');
  expect(lines(both.outputs[0]?.bytes).filter((line) => !named(line))).toEqual(lines(alone.outputs[0]?.bytes));
  expect(lines(both.outputs[0]?.bytes).filter(named)).toHaveLength(1);
});

it('is refused in formats without type, before anything is read', async () => {
  const { diagnostics, outputs } = await engine.build(data, { formats: ['txt'], editions: ['large'] });
  expect(outputs).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['edition-format']);
  expect(diagnostics[0]?.message).toContain('pdf, docx, html and print');
});

it('is no folded sheet on paper', async () => {
  const { diagnostics } = await engine.build(data, {
    languages: ['en'],
    formats: ['print'],
    editions: ['large'],
    print: { layout: 'tri-fold' },
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(['layout-of-large']);
});

it('is documented', async () => {
  expect(await readFile(path.join(root, 'docs/large-print.md'), 'utf8')).toContain('--edition large');
});
