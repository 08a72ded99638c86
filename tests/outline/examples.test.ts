/** Each finished example says what its Document says, in the same order; and both languages have one shape. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { BuildOptions } from '../../src/engine.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import type { Outline } from '../../src/outline/outline.ts';
import { projections, shapeOf } from '../../src/outline/projection.ts';
import { type OutlineFormat, outlineOf } from '../../src/outline/read.ts';
import { packageRoot } from '../../src/world.ts';

const engine = createEngine({ root: packageRoot, env: {} });
const examples = readdirSync(path.join(packageRoot, 'data'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => `data/${file.replaceAll(path.sep, '/')}`)
  .sort();

const outputs: readonly (readonly [name: string, format: OutlineFormat, options: BuildOptions])[] = [
  ['html', 'html', {}],
  ['docx', 'docx', {}],
  ['pdf', 'pdf', {}],
  ['pdf, ua-2', 'pdf', { pdfStandard: 'ua-2' }],
];
const languages = ['ka', 'en'] as const;

it('finds an example of each kind', () => {
  const kinds = examples.map((file) => file.split('/')[1]);
  expect(kinds).toEqual(expect.arrayContaining(['brochure', 'document', 'factsheet', 'report']));
});

describe.each(examples)('%s', (file) => {
  describe.each(outputs)('%s', (_, format, options) => {
    const outlines = new Map<string, Outline>();

    beforeAll(async () => {
      const built = await engine.build(file, { formats: [format], ...options });
      expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const { lang, bytes } of built.outputs) outlines.set(lang, await outlineOf(bytes, format));
    }, 300_000);

    it.each(languages)('says in %s what the document says', async (lang) => {
      const name = path.basename(file, '.json');
      const expected = expectedOutline(await engine.document(file, lang), { name, extension: format });
      const found = outlines.get(lang);
      expect(found && compareOutlines(expected, found, projections[format])).toBeNull();
    });

    it('has one shape in both languages', () => {
      const [ka, en] = languages.map((lang) => outlines.get(lang));
      expect(ka?.nodes.length).toBeGreaterThan(15);
      expect(ka && shapeOf(ka)).toBe(en && shapeOf(en));
    });
  });
});
