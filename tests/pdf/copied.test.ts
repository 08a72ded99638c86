/** What is copied of a PDF by who knows nothing of its tags: pdf.js reads the glyphs alone, and what each stands for. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { BuildOptions } from '../../src/engine.ts';
import { packageRoot } from '../../src/world.ts';

const file = 'conformance/inputs/letters.json';

/** Texts of the data that stand on pages, without the marks in them. */
function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    if (['description', 'keywords', 'emblems'].includes(key)) return [];
    return key === 'en' ? [String(each).replace(/\*+|\[|\]\{lang=\w+\}/g, '')] : textsIn(each);
  });
}

async function copied(bytes: Uint8Array): Promise<string> {
  return joined(await linesOf(bytes));
}

async function linesOf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent({ disableNormalization: true });
    return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  });
  return (await Promise.all(pages)).join('\n');
}

/** Lines end where they may. */
const joined = (text: string): string => text.replace(/\s+/g, ' ');

it.each<BuildOptions>([
  { formats: ['pdf'] },
  { formats: ['pdf'], pdfStandard: 'ua-2' },
  { formats: ['print'] },
  { formats: ['pdf'], editions: ['large'] },
])('copies letters that share a glyph, have several, or marks, as the data has them: %o', async (options) => {
  const texts = textsIn(JSON.parse(readFileSync(path.join(packageRoot, file), 'utf8')));
  expect(texts.length).toBeGreaterThan(30);
  const { outputs, diagnostics } = await createEngine({ root: packageRoot, env: {} }).build(file, options);
  expect(diagnostics).toEqual([]);
  const pdf = outputs.find(({ name }) => name.endsWith('.pdf'));
  const text = await copied(pdf?.bytes ?? new Uint8Array());
  expect(texts.filter((each) => !text.includes(joined(each)))).toEqual([]);
});

it('a divided word is found: pdf.js and PDFium join what a hyphen parts at a line end, and pdf.js drops a soft one', async () => {
  const words = 'Intergovernmental international organizations administer self-employment programmes. ';
  const blocks = [{ type: 'text', text: { en: words.repeat(30).trim() } }];
  const patch = { sections: [{ id: 'words', title: { en: 'Words' }, blocks }] };
  const print = { layout: 'a5-booklet' } as const;
  const engine = createEngine({ root: packageRoot, env: {} });
  const done = [];
  for await (const each of engine.batch([{ file, patch }], { formats: ['print'], print })) done.push(each);
  const pdf = done[0]?.result?.outputs.find(({ name }) => name.endsWith('.pdf'));
  const text = await linesOf(pdf?.bytes ?? new Uint8Array());
  // As its viewer searches: `BrokenWord` in pdf_viewer.mjs.
  const searched = text.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, '$1');
  expect(text.length - searched.length).toBeGreaterThan(2 * 3);
  const [, ...wholes] = searched.replaceAll(/self-?\s?employment/g, '').split('organiz');
  expect(wholes.map((whole) => whole.slice(0, 'ations administer'.length).replace('\n', ' '))).toEqual(
    Array(30).fill('ations administer'),
  );
});

it('the mark of a note is no digit of the number before it, nor of the mark before it', async () => {
  const blocks = [{ type: 'text', text: { en: 'The sum is 412,306.50^[Of two.]^[Of three.] in all^[Now.].' } }];
  const patch = { sections: [{ id: 'words', title: { en: 'Words' }, blocks }] };
  const engine = createEngine({ root: packageRoot, env: {} });
  const done = [];
  for await (const each of engine.batch([{ file, patch }], { formats: ['pdf'] })) done.push(each);
  const pdf = done[0]?.result?.outputs.find(({ name }) => name.endsWith('.pdf'));
  expect(await copied(pdf?.bytes ?? new Uint8Array())).toContain('The sum is 412,306.50 1 2 in all3.');
});
