/**
 * Each finished example says what its Document says, in the same order; both languages have one shape; and what is heard of it
 * is what a person has read in tests/listen/golden. After a wanted change: UPDATE_GOLDEN=1 npx vitest run tests/outline/examples,
 * and read the difference as somebody who only listens.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { writtenKinds } from '../../src/edition-kinds.ts';
import type { BuildOptions, Output } from '../../src/engine.ts';
import type { Document } from '../../src/model/document.ts';
import { withOtherEditions } from '../../src/other-editions.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import type { OutlineFormat } from '../../src/outline/formats.ts';
import type { Outline } from '../../src/outline/outline.ts';
import { projections, shapeOf } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';
import { packageRoot } from '../../src/world.ts';
import { withoutEditions } from '../../src/write/editions.ts';
import { golden, goldenOf, heard } from '../listen/heard.ts';

const engine = createEngine({ root: packageRoot, env: {} });
const examples = readdirSync(path.join(packageRoot, 'data'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => `data/${file.replaceAll(path.sep, '/')}`)
  .sort();

/** All formats of one build, since they share what is read, audited and laid out. */
const builds: readonly BuildOptions[] = [
  { formats: ['html', 'docx', 'pdf', 'epub', 'txt', 'md'] },
  { formats: ['pdf'], pdfStandard: 'ua-2' },
];
const outputs: readonly (readonly [name: string, build: number, format: OutlineFormat])[] = [
  ['html', 0, 'html'],
  ['docx', 0, 'docx'],
  ['pdf', 0, 'pdf'],
  ['epub', 0, 'epub'],
  ['txt', 0, 'txt'],
  ['md', 0, 'md'],
  ['pdf, ua-2', 1, 'pdf'],
];
const languages = ['ka', 'en'] as const;

it('finds an example of each kind', () => {
  const kinds = examples.map((file) => file.split('/')[1]);
  expect(kinds).toEqual(expect.arrayContaining(['brochure', 'document', 'factsheet', 'report']));
});

describe.each(examples)('%s', (file) => {
  const documents = new Map<string, Document>();
  const files: Output[][] = [];

  beforeAll(async () => {
    for (const lang of languages) documents.set(lang, await engine.document(file, lang));
    for (const options of builds) {
      const built = await engine.build(file, options);
      expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      files.push([...built.outputs]);
    }
  }, 300_000);

  it.each(languages)('is heard in %s as it should be', async (lang) => {
    const all: [string, readonly string[]][] = [];
    for (const format of ['pdf', 'html', 'epub', 'docx'] as const) {
      const own = files[0]?.find((each) => each.lang === lang && each.format === format);
      all.push([format, own === undefined ? [] : await heard(own.bytes, format)]);
    }
    const text = goldenOf(all);
    expect(text).toBe(golden(`${path.basename(file, '.json')}.${lang}`, text));
  });

  describe.each(outputs)('%s', (_, build, format) => {
    const outlines = new Map<string, Outline>();

    beforeAll(async () => {
      const own = files[build]?.filter(({ name }) => name.endsWith(`.${format}`)) ?? [];
      for (const { lang, bytes } of own) outlines.set(lang, await outlineOf(bytes, format));
    }, 300_000);

    it.each(languages)('says in %s what the document says', (lang) => {
      const [document, found] = [documents.get(lang), outlines.get(lang)];
      const kinds = writtenKinds(builds[build] ?? {});
      const made = { file, options: {}, kinds, langs: document?.editions.map(({ lang }) => lang) ?? [] };
      const named = document && withOtherEditions(document, { format, edition: 'standard' }, made);
      // A book links to no other book.
      const said = named && (format === 'epub' ? withoutEditions(named, () => true) : named);
      const expected = said && expectedOutline(said, { name: path.basename(file, '.json'), extension: format });
      expect(expected && found && compareOutlines(expected, found, projections[format])).toBeNull();
    });

    it('has one shape in both languages', () => {
      const [ka, en] = languages.map((lang) => outlines.get(lang));
      expect(ka?.nodes.length).toBeGreaterThan(15);
      expect(ka && shapeOf(ka)).toBe(en && shapeOf(en));
    });
  });
});
