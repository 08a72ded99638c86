/**
 * Documents of other projects, as careful people write them: a water project, a school, mobile clinics, a final report, a procedure,
 * a newspaper of beekeepers, an appeal, a survey, a forest, an interim report. No rule finds anything in them, in any format.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { packageRoot } from '../../src/world.ts';
import { heavy } from '../tier.ts';

const root = path.join(packageRoot, 'tests/sound');
const files = readdirSync(root).filter((name) => name.endsWith('.json'));
const engine = createEngine({ root, env: {} });
afterAll(() => engine.close());

it('there are ten, of all kinds, in one language and in two', () => {
  expect(files.length).toBeGreaterThanOrEqual(10);
});

describe.each(files)('%s', (file) => {
  it('is checked without a word', async () => {
    expect(await engine.validate(file)).toEqual([]);
  });

  heavy('is built without a word: in its first language in all formats, in the others as pages', async () => {
    const { languages } = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
    const [lang, ...others] = languages;
    const first = await engine.build(file, { formats: ['pdf', 'docx', 'html', 'print'], languages: [lang] });
    expect(first.diagnostics).toEqual([]);
    expect(first.outputs.length).toBeGreaterThanOrEqual(4);
    if (others.length === 0) return;
    const rest = await engine.build(file, { formats: ['pdf'], languages: others });
    expect([rest.diagnostics, rest.outputs.length]).toEqual([[], others.length]);
  });
});
