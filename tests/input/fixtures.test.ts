/**
 * Data, found by folder. Each `<code>/<name>.json` is told of with that code, and all that is said of it stands in
 * `<code>/expected.txt`: place, JSON path, reason, hints. Each file in `pass/` loads without a word.
 *
 * After a wanted change: UPDATE_GOLDEN=1 npx vitest run tests/input, and read the difference.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, Report } from '../../src/diagnostics.ts';
import { loadData } from '../../src/input/load.ts';
import { rules } from '../../src/input/rules.ts';
import { type DataTree, Datum } from '../../src/model/datum.ts';
import type { Sourced } from '../../src/model/document.ts';
import { loadPicture } from '../../src/picture/picture.ts';
import { openWorld, packageRoot } from '../../src/world.ts';

const root = path.join(packageRoot, 'tests/fixtures/data');
const world = await openWorld(root);

/** What loading a file and its picture finds. */
async function findingsOf(file: string): Promise<readonly Diagnostic[]> {
  const report = new Report();
  const loaded = await loadData(file, world, report);
  const [lang] = loaded?.languages ?? [];
  if (loaded === null || lang === undefined) return report.diagnostics;
  const picture = pictureIn(loaded.localize(lang));
  if (picture !== null) await loadPicture(picture, world, report);
  return report.diagnostics;
}

function pictureIn(tree: DataTree): Sourced<string> | null {
  const src = ['overview', 'figure', 'src'].reduce<unknown>(
    (node, key) => Reflect.get(Object(node), key) ?? null,
    tree,
  );
  return src instanceof Datum && typeof src.value === 'string' ? { value: src.value, from: src.from } : null;
}

function said({ severity, code, at, message, hints, related, clause }: Diagnostic): string {
  const place = at === null ? 'nowhere' : `${at.file}:${at.line}:${at.column} ${at.path ?? '(no path)'}`;
  return [
    place,
    `  ${severity}[${code}]: ${message}`,
    ...hints.map((hint) => `  hint: ${hint}`),
    ...(clause === undefined ? [] : [`  rule: ${clause}`]),
    ...related.map((other) => `  see ${other.at.line}:${other.at.column}: ${other.message}`),
    '',
  ].join('\n');
}

function filesIn(folder: string): readonly string[] {
  const names = readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => `${folder}/${name}`);
}

const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const codes = folders.map((entry) => entry.name).filter((name) => name !== 'pass');

const ruleCodes = new Set(rules.map(({ code }) => code));

test('there are fixtures, for each rule too', () => {
  expect(codes.length).toBeGreaterThan(45);
  expect(filesIn('pass').length).toBeGreaterThan(7);
  expect(codes).toEqual(expect.arrayContaining([...ruleCodes]));
});

describe.each(codes)('%s', (code) => {
  const files = filesIn(code);

  test.each(files)('%s is found', async (file) => {
    const findings = await findingsOf(file);
    const codes = findings.map((finding) => finding.code);
    if (ruleCodes.has(code)) expect([...new Set(codes)]).toEqual([code]);
    else if (code !== 'several') expect(codes).toContain(code);
    for (const { at, message, hints } of findings) {
      expect(at?.file).toBe(file);
      expect(message).toMatch(/\S\.$/);
      expect(hints).not.toEqual([]);
    }
  });

  test('says what it should', async () => {
    const golden = path.join(root, code, 'expected.txt');
    const all = await Promise.all(files.map(findingsOf));
    const text = all.flat().map(said).join('\n');
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, text);
    expect(existsSync(golden), `${golden} is missing`).toBe(true);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });
});

test.each(filesIn('pass'))('%s loads', async (file) => {
  expect((await findingsOf(file)).map(said)).toEqual([]);
});
