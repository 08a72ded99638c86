/**
 * Themes, found by folder; each extends the one that comes with Etrati. `<code>/<name>.json` is refused with that code, and
 * all that is said of it stands in `<code>/expected.txt`: place, JSON path, reason, hints. What is in `pass/` loads without
 * a word.
 *
 * After a wanted change: UPDATE_GOLDEN=1 npx vitest run tests/theme, and read the difference.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadTheme } from '../../src/design/load.ts';
import { type Diagnostic, type Place, Report } from '../../src/diagnostics.ts';
import { contrast } from '../../src/theme/contrast.ts';
import { openWorld } from '../../src/world.ts';
import { root } from './gza.ts';
import { makeFonts } from './made-fonts.ts';

const fixtures = path.join(root, 'tests/fixtures/themes');

let project: string;
beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'etrati-themes-'));
  await makeFonts(project);
});
afterAll(() => rm(project, { recursive: true }));

const textOf = (file: string) => readFileSync(path.join(fixtures, file), 'utf8');

async function load(text: string) {
  await writeFile(path.join(project, 'theme.json'), text);
  const report = new Report();
  const loaded = await loadTheme('theme.json', await openWorld(project), report);
  expect(loaded === null).toBe(report.failed);
  return report.diagnostics;
}

const loadings = new Map<string, Promise<readonly Diagnostic[]>>();
/** What is found in a fixture, which is loaded once. */
function foundIn(file: string): Promise<readonly Diagnostic[]> {
  const loading = loadings.get(file) ?? load(textOf(file));
  loadings.set(file, loading);
  return loading;
}

const spot = ({ line, column, path: json }: Place) => `${line}:${column} ${json}`;

function said(file: string, { severity, code, at, message, hints, related, clause }: Diagnostic): string {
  return [
    `${file} ${at === null ? 'nowhere' : spot(at)}`,
    `  ${severity}[${code}]: ${message}`,
    ...hints.map((hint) => `  hint: ${hint}`),
    ...(clause === undefined ? [] : [`  rule: ${clause}`]),
    ...related.map((other) => `  see ${spot(other.at)}: ${other.message}`),
    '',
  ].join('\n');
}

function filesIn(folder: string): readonly string[] {
  const names = readdirSync(path.join(fixtures, folder)).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => `${folder}/${name}`);
}

const codes = readdirSync(fixtures).filter((name) => name !== 'pass');

test('there are fixtures', () => {
  expect(codes.length).toBeGreaterThan(5);
  expect(filesIn('pass').length).toBeGreaterThan(3);
});

describe.each(codes)('%s', (code) => {
  const files = filesIn(code);

  test.each(files)('%s is refused', async (file) => {
    const found = await foundIn(file);
    expect(new Set(found.map((finding) => finding.code))).toEqual(new Set([code]));
    for (const { at, hints } of found) {
      expect(at?.file).toBe('theme.json');
      expect(hints).not.toEqual([]);
    }
  });

  test('says what it should', async () => {
    const golden = path.join(fixtures, code, 'expected.txt');
    const texts: string[] = [];
    for (const file of files) texts.push(...(await foundIn(file)).map((finding) => said(file, finding)));
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, texts.join('\n'));
    expect(existsSync(golden), `${golden} is missing`).toBe(true);
    expect(texts.join('\n')).toBe(readFileSync(golden, 'utf8'));
  });
});

test.each(filesIn('pass'))('%s loads', async (file) => {
  expect((await load(textOf(file))).map((finding) => said(file, finding))).toEqual([]);
});

test.each(['body.json', 'byline-on-the-field.json', 'caption-in-the-dark.json', 'list-dash.json'])(
  'who follows the hints for %s is done',
  async (name) => {
    let theme = textOf(`low-contrast/${name}`);
    for (const { at, hints } of await foundIn(`low-contrast/${name}`)) {
      const name = /^\$\.color\.(\w+)/.exec(at?.path ?? '')?.[1] ?? '';
      const shade = /"(#[0-9A-F]{6})"/.exec(hints[0] ?? '')?.[1] ?? '';
      theme = withColor(theme, name, shade, at?.path?.endsWith('.dark') ?? false);
    }
    expect(await load(theme)).toEqual([]);
  },
);

function withColor(theme: string, name: string, shade: string, dark: boolean): string {
  const components = [1, 3, 5].map((from) => Number.parseInt(shade.slice(from, from + 2), 16) / 255);
  const value = dark
    ? { $extensions: { etrati: { dark: shade } } }
    : { $value: { colorSpace: 'srgb', components, hex: shade } };
  const whole = JSON.parse(theme);
  return JSON.stringify({ ...whole, color: { ...whole.color, [name]: { ...whole.color?.[name], ...value } } });
}

test('a hint goes no further than it must', async () => {
  const [finding] = await foundIn('low-contrast/caption-in-the-dark.json');
  const shade = /"(#[0-9A-F]{6})"/.exec(finding?.hints[0] ?? '')?.[1] ?? '';
  // The lightest of its dark grounds is the callout's.
  const ratios = ['#0B1528', '#13233F', '#2A211B'].map((ground) => contrast(shade, ground));
  expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
  expect(Math.min(...ratios)).toBeLessThan(4.6);
});
