/** One more language is one file, here in the list for these tests alone: all else follows from it, from the data to the files. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { type BuildOptions, createEngine } from '../../src/index.ts';
import { jsonSchema, kinds } from '../../src/input/kinds.ts';
import { ka } from '../../src/language/ka.ts';
import type { Language } from '../../src/language/language.ts';
import { languageTags } from '../../src/language/languages.ts';
import { packageRoot } from '../../src/world.ts';
import { Package } from '../docx/kit.ts';
import { hy } from './hy.ts';

// As the list has it once its file is there; where it is, its own is put aside.
vi.mock('../../src/language/list.ts', async (importOriginal) => {
  const { languages } = await importOriginal<typeof import('../../src/language/list.ts')>();
  const { hy } = await import('./hy.ts');
  return { languages: { ...languages, hy } };
});

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** Data with its English words in each of these languages. */
function inLanguages(value: Json, tags: readonly string[]): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => inLanguages(item, tags));
  const { en } = value;
  if (typeof en === 'string') return Object.fromEntries(tags.map((tag) => [tag, en]));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inLanguages(inner, tags)]));
}

const root = mkdtempSync(path.join(tmpdir(), 'etrati-third-'));
const file = 'data/document/guide.json';
let guide: Json;

beforeAll(() => {
  cpSync(path.join(packageRoot, 'data'), path.join(root, 'data'), { recursive: true });
  cpSync(path.join(packageRoot, 'templates/document'), path.join(root, 'templates/own'), { recursive: true });
  const messages = path.join(root, 'templates/own/messages.en.json');
  cpSync(messages, messages.replace('.en.', '.hy.'));
  guide = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
});

async function build(
  languages: readonly string[],
  {
    change = {},
    template = 'own',
    formats = ['html'],
  }: Pick<BuildOptions, 'formats' | 'template'> & { change?: object } = {},
) {
  const data = { ...Object(inLanguages(guide, languages)), languages, ...change };
  writeFileSync(path.join(root, file), JSON.stringify(data));
  const { outputs, diagnostics } = await createEngine({ root, env: {} }).build(file, { template, formats });
  const bytesOf = (name: string) => Buffer.from(outputs.find((output) => output.name === name)?.bytes ?? []);
  return { diagnostics, bytesOf };
}

it('does not compile without all that a language has', () => {
  const { letters, ...labels } = ka.labels;
  // @ts-expect-error: the letters of annexes are missing.
  const lacking: Language = { ...ka, labels };
  expect(lacking.labels).not.toHaveProperty('letters');
});

it('is known to the schema', () => {
  const schema = JSON.stringify(Object.values(kinds).map(jsonSchema));
  expect(schema).toContain(`"enum":${JSON.stringify(languageTags.toSorted())}`);
  expect(languageTags).toContain('hy');
  expect(schema).toContain('The text in Armenian');
});

it('gives a document its labels, its words, its customs and its name', { timeout: 60_000 }, async () => {
  const { diagnostics, bytesOf } = await build(['en', 'hy'], { formats: ['html', 'docx', 'pdf'] });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const page = bytesOf('guide.hy.html').toString().replaceAll('\u00A0', ' ');
  const { counted, missing } = hy.labels;
  const numbered = [counted.table, counted.chart, counted.figure].map((label) => `${label} 1`);
  const words = [
    '<html lang="hy"',
    ...numbered,
    '<span class="number">Ա</span>',
    missing,
    hy.chrome.skipToContent,
    'em:lang(ka),em:lang(hy){',
  ];
  expect(words.filter((each) => !page.includes(each))).toEqual([]);
  expect(/<a [^>]*lang="hy"[^>]*>([^<]*)/.exec(bytesOf('guide.en.html').toString())?.[1]).toBe(hy.name);
  const word = new Package(bytesOf('guide.hy.docx'));
  expect(/w:themeFontLang [^>]*/.exec(word.text('word/settings.xml'))?.[0]).toContain('hy-AM');
  expect(/script="Armn" [^>]*/.exec(word.text('word/theme/theme1.xml'))?.[0]).toContain('FiraGO');
  expect(bytesOf('guide.hy.pdf').length).toBeGreaterThan(10_000);
});

it('is compared with the first language of the document, and named in messages', async () => {
  const description = { hy: 'In 2,5 years', en: 'In 2.5 years', ka: '3 წელში' };
  const { diagnostics } = await build(['hy', 'en', 'ka'], { change: { description } });
  expect(diagnostics.filter(({ code, at }) => code === 'parity-numbers' && at?.path === '$.description')).toMatchObject(
    [{ message: 'The languages have different numbers: only in Armenian: 2.5; only in Georgian: 3.' }],
  );
});

it('tells what of it is still English, and takes the words of a template from there too', async () => {
  const { diagnostics, bytesOf } = await build(['en', 'hy'], { template: 'document' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(diagnostics.find(({ code }) => code === 'language-unfinished')?.at?.path).toBe('$.languages');
  expect(bytesOf('guide.hy.html').toString()).toContain('<html lang="hy"');
});

it('is missed where a text lacks it', async () => {
  const lacking = await build(['en', 'hy'], { change: { title: { en: 'Title' } } });
  expect(lacking.diagnostics).toMatchObject([{ message: 'The text is missing in Armenian (hy).' }]);
});
