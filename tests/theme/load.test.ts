import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTheme } from '../../src/design/load.ts';
import { Report } from '../../src/diagnostics.ts';
import { styleNames } from '../../src/theme/theme.ts';
import { openWorld } from '../../src/world.ts';
import { gza, gzaFile, root } from './gza.ts';

let project: string;
let good: string;
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'etrati-theme-'));
  await mkdir(join(project, 'own'));
  good = await readFile(join(root, gzaFile), 'utf8');
});
afterAll(() => rm(project, { recursive: true }));

async function load(text: string) {
  await writeFile(join(project, 'own/theme.json'), text);
  const report = new Report();
  const theme = await loadTheme('own/theme.json', await openWorld(project), report);
  return { theme, found: report.diagnostics };
}

/** Loads the theme with one change; the findings say their places as they stand in the changed text. */
async function loadChanged(from: string, to: string) {
  const text = good.replace(from, to);
  if (text === good) throw new Error(`not in the theme: ${from}`);
  const { theme, found } = await load(text);
  expect(theme).toBeNull();
  expect(found.filter(({ hints }) => hints.length === 0)).toEqual([]);
  const placeOf = (needle: string) => {
    const before = text.slice(0, text.indexOf(needle)).split('\n');
    return `own/theme.json:${before.length}:${(before.at(-1) ?? '').length + 1}`;
  };
  const told = found.map(({ code, at }) => `${code} ${at?.file}:${at?.line}:${at?.column}`);
  return { told, placeOf, hints: found.flatMap(({ hints }) => hints), messages: found.map(({ message }) => message) };
}

describe('the theme that comes with Etrati', () => {
  it('is read whole, with units settled', async () => {
    const theme = await gza();
    expect([theme.name, theme.title, theme.family]).toEqual(['gza', 'გზა', 'FiraGO']);
    expect(Object.keys(theme.colors)).toHaveLength(18);
    expect(theme.roles).toMatchObject({ page: 'paper', link: 'blue', fieldText: 'white' });
    expect(theme.looks.aside.callout).toMatchObject({ ground: 'parch', bar: { color: 'clay' } });
    expect(theme.looks.aside.callout?.bar?.width.page).toBeCloseTo(3.97, 2);
    expect(Object.keys(theme.styles)).toEqual(styleNames);
    expect(theme.page.width).toBeCloseTo(595.28, 2);
    expect(theme.page.rail).toBeCloseTo(102.05, 2);
    expect(theme.styles.body.page).toMatchObject({
      size: 10.5,
      leading: 16,
      weight: 400,
      before: 0,
      after: 7,
      tracking: 0,
    });
    expect(theme.styles.title.screen).toMatchObject({ size: 2.55, leading: 1.3, narrow: 1.72, tracking: -0.01 });
    expect(theme.styles.title.page.tracking).toBeCloseTo(-0.31, 3);
  });
  it('follows aliases', async () => {
    const { colors } = await gza();
    expect(colors.field?.light).toBe(colors.deep?.light);
    expect(colors.field?.dark).not.toBe(colors.deep?.dark);
    expect(colors.rail).toMatchObject({ light: '#A9C7EE', dark: '#34507F' });
  });
  it('is the same from a project of its own, with the fonts of the package', async () => {
    const { theme, found } = await load(good);
    expect(found).toEqual([]);
    expect(theme?.faces.map(({ file }) => file)).toEqual((await gza()).faces.map(({ file }) => file));
  });
});

describe('the file of tokens', () => {
  it('has the shape of DTCG 2025.10: each token a type, a value of it, and no other field', async () => {
    const tokens = [...tokensIn(JSON.parse(good), undefined)];
    expect(tokens.length).toBe(1 + 18 + styleNames.length);
    for (const { type, value } of tokens) {
      expect(['color', 'typography', 'fontFamily']).toContain(type);
      if (typeof value !== 'object') continue;
      if (type === 'color')
        expect(value).toMatchObject({ colorSpace: 'srgb', hex: expect.stringMatching(/^#[0-9A-F]{6}$/) });
      if (type === 'typography') {
        expect(Object.keys(value).sort()).toEqual([
          'fontFamily',
          'fontSize',
          'fontWeight',
          'letterSpacing',
          'lineHeight',
        ]);
        expect(value).toMatchObject({ fontSize: { unit: 'rem' }, letterSpacing: { unit: 'rem' } });
      }
    }
  });
});

function* tokensIn(group: Record<string, never>, outer: unknown): Generator<{ type: unknown; value: string | object }> {
  const type = group.$type ?? outer;
  if (group.$value !== undefined) {
    expect(Object.keys(group).every((key) => ['$value', '$type', '$description', '$extensions'].includes(key))).toBe(
      true,
    );
    yield { type, value: group.$value };
  } else for (const [name, inner] of Object.entries(group)) if (!name.startsWith('$')) yield* tokensIn(inner, type);
}

describe('what is wrong is said where it stands', () => {
  it('an alias to nowhere', async () => {
    const { told, placeOf, hints } = await loadChanged('"{color.pale}"', '"{color.palee}"');
    expect(told).toEqual([`unknown-alias ${placeOf('"{color.palee}"')}`]);
    expect(hints).toContain('Did you mean "color.pale"?');
  });
  it('aliases in a circle', async () => {
    const deep = '{ "colorSpace": "srgb", "components": [0.0549, 0.1843, 0.4196], "hex": "#0E2F6B" }';
    const { told, placeOf, messages } = await loadChanged(deep, '"{color.field}"');
    expect(told).toContain(`alias-cycle ${placeOf('"{color.deep}"')}`);
    expect(told).toContain(`alias-cycle ${placeOf('"{color.field}"')}`);
    expect(messages).toContain('The alias leads back to itself: color.deep → color.field → color.deep.');
  });
  it('an alias to itself', async () => {
    const { told, placeOf } = await loadChanged('"{color.pale}"', '"{color.rail}"');
    expect(told).toEqual([`alias-cycle ${placeOf('"{color.rail}"')}`]);
  });
  it('a name that no format uses, and one that is missing', async () => {
    const { told, placeOf, hints } = await loadChanged('"kind": {\n      "$value"', '"kindd": {\n      "$value"');
    expect(told).toEqual([
      `unknown-token ${placeOf('"kindd"')}`,
      `missing-token ${placeOf('{\n    "$type": "typography"')}`,
    ]);
    expect(hints).toContain('Did you mean "kind"?');
  });
  it('a colour that nothing is drawn in', async () => {
    const { told, placeOf, messages } = await loadChanged('"pale": {', '"pael": {');
    expect(told.filter((one) => one.startsWith('unknown-alias'))).toHaveLength(1);
    expect(placeOf('"pael"')).not.toBe('');
    expect(messages.join()).toContain('pale');
  });
  it('a look in a colour that the theme has not', async () => {
    const { told, placeOf, hints } = await loadChanged('"ground": "parch"', '"ground": "parhc"');
    expect(told).toEqual([`bad-theme-value ${placeOf('"parhc"')}`]);
    expect(hints).toContain('Did you mean "parch"?');
  });
  it('a length without its unit', async () => {
    const { told, placeOf, messages } = await loadChanged('"before": "6pt"', '"before": "6"');
    expect(told).toEqual([`bad-theme-value ${placeOf('"6",')}`]);
    expect(messages.join()).toContain('must be a length such as "1.4mm"');
  });
  it.each([
    [
      'components that are no colour',
      '[0.0863, 0.1373, 0.2314]',
      '[0.0863, 1.4, 0.2314]',
      'bad-theme-value',
      '1.4, 0.2314',
    ],
    ['a hex that says something else', '"#16233B"', '"#16233C"', 'bad-theme-value', '"#16233C"'],
    ['too much ink', '[100, 82, 10, 34]', '[100, 82, 90, 34]', 'bad-theme-value', '[100, 82, 90, 34]'],
    [
      'a unit of another format',
      '{ "value": 2.55, "unit": "rem" }',
      '{ "value": 2.55, "unit": "pt" }',
      'bad-theme-value',
      '"pt"',
    ],
    [
      'a colour that is none',
      '"color": "{color.deep}"',
      '"color": "{color.dark}"',
      'bad-theme-value',
      '"{color.dark}"',
    ],
    [
      'a field of no token',
      '"$description": "Body text',
      '"$descripton": "Body text',
      'unknown-field',
      '"$descripton"',
    ],
    ['a field of no style', '"narrow": 1.72', '"narow": 1.72, "narrow": 1.72', 'unknown-field', '"narow"'],
    [
      'a group of another type',
      '"$type": "typography"',
      '"$type": "typografy"',
      'wrong-token-type',
      '{\n      "$value": {\n        "fontFamily"',
    ],
    [
      'a look that is no name',
      '"byline": { "style"',
      '"By Line": { "style"',
      'bad-theme-value',
      '{ "style": "byline" }',
    ],
    ['a blank title', '"title": "გზა"', '"title": " "', 'bad-theme-value', '" "'],
    ['a page without width', '"width": 210', '"width": 0', 'bad-theme-value', '0,'],
    ['broken JSON', '"$type": "color",', '"$type": "color"', 'broken-json', ''],
    ['a name given twice', '"$type": "color",', '"$type": "color", "$type": "color",', 'duplicate-key', ''],
  ])('%s', async (_, from, to, code, needle) => {
    const { told, placeOf } = await loadChanged(from, to);
    expect(told[0]).toMatch(new RegExp(`^${code} own/theme\\.json:\\d+:\\d+$`));
    if (needle !== '') expect(told[0]).toBe(`${code} ${placeOf(needle)}`);
  });
  it('a file that is no font', async () => {
    await writeFile(join(project, 'own/fake.ttf'), 'no font');
    const { told, placeOf } = await loadChanged('fonts/firago/FiraGO-Medium.ttf', 'own/fake.ttf');
    expect(told).toEqual([`bad-font ${placeOf('"own/fake.ttf"')}`]);
  });
  it('a damaged font', async () => {
    const whole = await readFile(join(root, 'fonts/firago/FiraGO-Medium.ttf'));
    await writeFile(join(project, 'own/cut.ttf'), whole.subarray(0, 300));
    const { told } = await loadChanged('fonts/firago/FiraGO-Medium.ttf', 'own/cut.ttf');
    expect(told.map((line) => line.split(' ')[0])).toEqual(['bad-font']);
  });
  it('a theme that is a list', async () => {
    const { found } = await load('[]');
    expect(found.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`)).toEqual(['wrong-type 1:1']);
  });
});

it.each([
  ['that is not there', 'fonts/none.ttf', 'file-missing'],
  ['outside the project', '../../../etc/hostname', 'file-outside'],
])('refuses a font %s, at the place that names it', async (_, file, code) => {
  const { told, placeOf, messages } = await loadChanged('fonts/firago/FiraGO-Medium.ttf', file);
  expect(told).toEqual([`${code} ${placeOf(`"${file}"`)}`]);
  expect(messages.join()).toContain(`"${file}"`);
});
