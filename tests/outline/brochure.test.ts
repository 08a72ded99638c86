/** Each finished brochure says what its Document says, in the same order; and both languages have one shape. */
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { compareOutlines } from '../../src/outline/compare.ts';
import { expectedOutline } from '../../src/outline/expected.ts';
import type { Outline } from '../../src/outline/outline.ts';
import { projections, shapeOf } from '../../src/outline/projection.ts';
import { outlineOf } from '../../src/outline/read.ts';

const file = 'data/brochure/brochure.json';
const engine = createEngine({ root: path.resolve(import.meta.dirname, '../..'), env: {} });
const formats = ['html', 'docx', 'pdf'] as const;
const languages = ['ka', 'en'] as const;

describe.each(formats)('%s', (format) => {
  const outlines = new Map<string, Outline>();

  beforeAll(async () => {
    const { outputs, diagnostics } = await engine.build(file, { formats: [format] });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const { lang, bytes } of outputs) outlines.set(lang, await outlineOf(bytes, format));
  }, 120_000);

  it.each(languages)('says in %s what the document says', async (lang) => {
    const expected = expectedOutline(await engine.document(file, lang), { name: 'brochure', extension: format });
    const found = outlines.get(lang);
    expect(found && compareOutlines(expected, found, projections[format])).toBeNull();
  });

  it('has one shape in both languages', () => {
    const [ka, en] = languages.map((lang) => outlines.get(lang));
    expect(ka?.nodes.length).toBeGreaterThan(20);
    expect(ka && shapeOf(ka)).toBe(en && shapeOf(en));
  });
});
