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

it('leaves the standard edition as it is, but that it says where the other one is', async () => {
  const options = { languages: ['ka'], formats: ['html'] } as const;
  const alone = await engine.build(data, options);
  const both = await engine.build(data, { ...options, editions: ['standard', 'large'] });
  const linesOf = ({ outputs }: typeof alone) => new TextDecoder().decode(outputs[0]?.bytes).split('\n');
  // Fonts hold the letters of what is said, the names of the other editions too.
  const own = (line: string) => !line.includes('@font-face') && !line.includes('href="brochure.large.ka.html"');
  expect(linesOf(both).filter(own).join('\n') === linesOf(alone).filter(own).join('\n')).toBe(true);
  expect(linesOf(both).filter((line) => line.includes('<a href="brochure.large.ka.html">'))).toHaveLength(1);
});

it('is refused in formats without type, before anything is read', async () => {
  const { diagnostics, outputs } = await engine.build(data, { formats: ['txt'], editions: ['large'] });
  expect(outputs).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['edition-format']);
  expect(diagnostics[0]?.message).toContain('pdf, docx, html and print');
});

it.each(['gza', 'tsqnari'])('is a booklet on paper, in the theme %s', async (theme) => {
  const { outputs, diagnostics } = await engine.build(data, {
    languages: ['en'],
    formats: ['print'],
    editions: ['large'],
    theme,
  });
  // All that is looked at before a press was: bleed, boxes, inks.
  expect(diagnostics).toEqual([]);
  expect(outputs.map(({ name }) => name)).toContain('brochure.large.en.print.pdf');
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
