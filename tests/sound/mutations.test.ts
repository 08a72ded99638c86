/** The faults that reviewers find, each alone in a sound document: how many are named by their code, on their line. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { Diagnostic } from '../../src/diagnostics.ts';
import { packageRoot } from '../../src/world.ts';
import { forms } from './forms.ts';
import { mutated } from './mutated.ts';
import { mutations as meanings } from './mutations.ts';
import { writeSmallPictures } from './pictures.ts';

const mutations = [...meanings, ...forms];

/** Whether a finding stands at the value, or within it. What compares two languages stands at both of them. */
function standsAt({ at, code }: Diagnostic, told: string, file: string): boolean {
  const found = at?.path ?? '';
  const value = `$.${told}`;
  if (at?.file !== file) return false;
  if (found === value || (found.startsWith(value) && /^[.[]/.test(found.slice(value.length)))) return true;
  return code.startsWith('parity-') && /\.(?:ka|en)$/.test(value) && found === value.replace(/\.\w+$/, '');
}

const shown = ({ code, at }: Diagnostic) => `${code} at ${at?.path ?? at?.file}`;

it('a fault whose value is no longer in its document is an error, and so is one that changes nothing', () => {
  const [one] = meanings;
  if (one === undefined) throw new Error('no faults');
  expect(() => mutated({ ...one, at: 'overview.pictures[7].alt.en' })).toThrow('no longer has');
  expect(() => mutated({ ...one, change: (value) => value })).toThrow('already is');
});

it(`${mutations.length} faults, told by their code at their line but for a few`, {
  timeout: 300_000,
}, async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'etrati-mutations-'));
  const engine = createEngine({ root, env: {} });
  onTestFinished(() => {
    engine.close();
    rmSync(root, { recursive: true, force: true });
  });
  for (const folder of ['tests/sound', 'data/report', 'data/document', 'data/brochure', 'data/factsheet'])
    cpSync(path.join(packageRoot, folder), path.join(root, 'data'), { recursive: true });
  await writeSmallPictures(path.join(root, 'data'));
  const missed: string[] = [];
  const groups = new Map<string, { all: number; found: number }>();
  for (const mutation of mutations) {
    const file = 'data/mutated.json';
    writeFileSync(path.join(root, file), JSON.stringify(mutated(mutation).data, null, 1));
    engine.invalidate([file]);
    const findings = await engine.validate(file);
    const isFound = findings.some((each) => each.code === mutation.code && standsAt(each, mutation.told, file));
    const counted = groups.get(mutation.group) ?? { all: 0, found: 0 };
    groups.set(mutation.group, { all: counted.all + 1, found: counted.found + Number(isFound) });
    if (mutation.code === 'missing-glyph')
      expect(findings.filter(({ code }) => code === mutation.code)).toHaveLength(1);
    if (!isFound)
      missed.push(
        `${mutation.group}, ${mutation.name} (${mutation.file}): ${mutation.code} at ${mutation.told}; told: ${findings.map(shown).join('; ') || 'nothing'}`,
      );
  }
  const found = mutations.length - missed.length;
  const lines = [...groups].map(([name, counted]) => `  ${name}: ${counted.found} of ${counted.all}`);
  console.info([`${found} of ${mutations.length} faults found`, ...lines, ...missed].join('\n'));
  expect(mutations.length).toBeGreaterThanOrEqual(150);
  expect(found / mutations.length, missed.join('\n')).toBeGreaterThanOrEqual(0.97);
});
