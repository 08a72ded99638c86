/** What a theme is held to is what its looks have drawn: each colour that a look names is held, or says nothing by itself. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { designedKinds, designOfKind } from '../../src/design/design.ts';
import { loadTheme } from '../../src/design/load.ts';
import { standsOf } from '../../src/design/stands.ts';
import { Report } from '../../src/diagnostics.ts';
import { blockRules } from '../../src/read/vocabulary/blocks.ts';
import { dataRules } from '../../src/read/vocabulary/data.ts';
import type { Theme } from '../../src/theme/theme.ts';
import { openWorld } from '../../src/world.ts';
import { gza } from '../theme/gza.ts';

let theme: Theme;
let folder: string;
beforeAll(async () => {
  theme = await gza();
  folder = await mkdtemp(join(tmpdir(), 'etrati-stands-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What says nothing by itself, and why it need not be seen. */
const silent: Readonly<Record<string, RegExp>> = {
  'lines between and around what is read': /\.(?:rule|rules|rail|leader|outline|opening|ring|stop|bar)\b(?!.*\.done$)/,
  'grounds that hold nothing but what is held on them': /\.(?:track|ground)$/,
  'the press of a chart: its axis, its grid, its patterns, its lines, which the names of series tell apart':
    /^looks\.chart\.(?:axis|grid|series\.\d\.(?:ink|outline|ground|inside))/,
  'colours of readers, of Word’s palettes and of lanes on paper': /^looks\.(?:forced|office|paper)\./,
  'roles that looks and styles are free to name': /^roles\.(?:mark|attention|line|hair|rail|slot|field\w+)$/,
  'a byline has a colour of its own wherever it stands': /^styles\.byline\./,
  'marks that are not drawn': /^looks\.ul\.(?:links\.mark\.color\.(?:page|screen)|figures\.mark\.color\.\w+)$/,
  'a word that is also the name of a colour': /^looks\.cover\.\w+\.arrangement$/,
  'titles: their covers choose the colour': /^styles\.title\./,
};

it('holds each colour that a look, a role or a style names, but for those that say nothing', () => {
  const other = '\u0000';
  const unheld = leavesOf({ looks: theme.looks, roles: theme.roles, styles: theme.styles })
    .filter(([, value]) => Object.hasOwn(theme.colors, String(value)))
    .map(([path]) => path)
    .filter((path) => !Object.values(silent).some((pattern) => pattern.test(path.join('.'))))
    .filter((path) => {
      const stands = standsOf(put(theme, path, other));
      return !stands.some(({ front, ground }) => front === other || ground === other);
    });
  expect(unheld.map((path) => path.join('.'))).toEqual([]);
}, 120_000);

function leavesOf(value: unknown, path: readonly string[] = []): readonly (readonly [readonly string[], unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

function put<T>(value: T, [name, ...rest]: readonly string[], leaf: string): T {
  if (name === undefined) return leaf as T;
  const inner = put(Reflect.get(value as object, name), rest, leaf);
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === name ? inner : each)) as T;
  return { ...value, [name]: inner };
}

it('lets kinds stand where the markup does', () => {
  const grounds = { section: 'page', aside: 'box', cover: 'field', cell: 'row' } as const;
  const rules = { ...blockRules, ...dataRules };
  const kinds = Object.entries(rules).flatMap(([element, { becomes }]) => {
    const type = designedKinds.find((name) => name === becomes);
    // Columns only part what stands in them.
    return type === undefined || type === 'columns' ? [] : [{ element, ...designOfKind(type) }];
  });
  expect(kinds.length).toBeGreaterThan(10);
  for (const [holder, ground] of Object.entries(grounds))
    for (const { element, on } of kinds) {
      const allowed = rules[holder]?.children.includes(element) ?? false;
      if (allowed) expect(on, `${element} in ${holder}`).toContain(ground);
      else if (holder !== 'cell') expect(on, `${element} in ${holder}`).not.toContain(ground);
    }
});

/** A colour that is seen on nothing light, and one that is seen on all of it. */
const faint = color('#F1F3F6', '#0F1A2E');
const strong = color('#0A1A38', '#FFFFFF');

function color(light: string, dark: string) {
  return { $type: 'color', $value: light, $extensions: { etrati: { dark } } };
}

async function planted(looks: object, tint: typeof faint, roles: object = {}) {
  const own = { $extensions: { etrati: { extends: 'gza', title: 'Ours', roles, looks } }, color: { planted: tint } };
  const text = JSON.stringify(own, null, 1);
  await writeFile(join(folder, 'theme.json'), text);
  const report = new Report();
  await loadTheme('theme.json', await openWorld(folder), report);
  const lines = text.split('\n');
  const line = (needle: string) => lines.findIndex((each) => each.includes(needle)) + 1;
  // What the look's own colour was is then drawn nowhere, which is said too.
  return { found: report.diagnostics.filter(({ code }) => code === 'low-contrast'), line };
}

describe('a look that makes its text fail is refused where it names the colour', () => {
  it.each<[string, object]>([
    ['looks.aside.callout.ground', { aside: { callout: { ground: 'planted' } } }],
    ['looks.aside.callout.heading.color', { aside: { callout: { heading: { color: 'planted' } } } }],
    ['looks.row.group.color', { row: { group: { color: 'planted' } } }],
    ['looks.row.sub.color', { row: { sub: { color: 'planted' } } }],
    ['looks.ul.dash.mark.color', { ul: { dash: { mark: { color: 'planted' } } } }],
    ['looks.dl.facts.term.color', { dl: { facts: { term: { style: 'small', weight: 600, color: 'planted' } } } }],
    ['looks.caption.credit', { caption: { credit: 'planted' } }],
    ['looks.section.plain.number.color', { section: { plain: { number: { color: 'planted' } } } }],
    ['looks.cell.behind.color', { cell: { behind: { color: 'planted' } } }],
    ['looks.note.number', { note: { number: 'planted' } }],
  ])(
    '%s',
    async (look, looks) => {
      const bad = await planted(looks, look.endsWith('ground') ? strong : faint);
      expect(bad.found.length).toBeGreaterThan(0);
      for (const { at, message, related } of bad.found) {
        expect([at?.file, at?.line]).toEqual(['theme.json', bad.line('"planted"')]);
        expect(`${message} ${related.map((other) => other.message).join(' ')}`).toContain(look);
      }
      const good = await planted(looks, look.endsWith('ground') ? color('#FFFFFF', '#000000') : strong);
      expect(good.found).toEqual([]);
    },
    60_000,
  );

  it.each(['link', 'quiet', 'text'])(
    'roles.%s',
    async (role) => {
      const { found, line } = await planted({}, faint, { [role]: 'planted' });
      expect(found.length).toBeGreaterThan(0);
      for (const { at, message, related } of found) {
        expect(at?.line).toBe(line(`"${role}": "planted"`));
        expect(`${message} ${related.map((other) => other.message).join(' ')}`).toContain(`roles.${role}`);
      }
    },
    60_000,
  );
});
