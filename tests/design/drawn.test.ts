/**
 * Nothing of a theme's looks is for nobody: each value that a look says is drawn by PDF, Word and web pages, or stands in the list of
 * what one of them does not draw, by which a theme is told of it. What is read counts as drawn; what is only handed on with all else
 * of its look is changed, and the file must change with it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { type DrawingFormat, drawingFormats, formatNames, insteadOf, isAt, undrawn } from '../../src/design/undrawn.ts';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Document } from '../../src/model/document.ts';
import type { Theme } from '../../src/theme/theme.ts';
import { docx } from '../../src/write/docx/docx.ts';
import { html } from '../../src/write/html/html.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { print } from '../../src/write/pdf/print.ts';
import { root, themeOf } from '../theme/gza.ts';
import { whole } from './whole.ts';

/** All values in looks by their paths. */
function leaves(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path === '' ? name : `${path}.${name}`));
}

interface Seen {
  readonly read: Set<string>;
  /** Copied with all that stands beside it. */
  readonly copied: Set<string>;
}

/** The same looks, which keep what is read of them. */
function watched<T extends object>(value: T, seen: Seen, path = ''): T {
  let copying: PropertyKey | null = null;
  return new Proxy(value, {
    getOwnPropertyDescriptor(target, name) {
      copying = name;
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
    get(target, name, receiver) {
      const inner: unknown = Reflect.get(target, name, receiver);
      if (typeof name === 'symbol') return inner;
      const at = path === '' ? name : `${path}.${name}`;
      if (typeof inner !== 'object' || inner === null) (copying === name ? seen.copied : seen.read).add(at);
      copying = null;
      return typeof inner === 'object' && inner !== null ? watched(inner, seen, at) : inner;
    },
  });
}

/** A value counts by its element and what it is: of one look among several it is drawn where any of them is. */
function kindOfValue(leaf: string): string {
  return leaf
    .replace(/^(section|aside|ul|ol|dl|figure|p)\.[^.]+/, '$1.*')
    .replace(/\.(series|traces|dash|on|lanes)\.\d+/g, '.$1.*');
}

/** The formats that a value is for, by its place in the looks and by the medium that it is named for. */
function formatsOf(kind: string): readonly DrawingFormat[] {
  const [first = ''] = kind.split('.');
  const rooms: Readonly<Record<string, readonly DrawingFormat[]>> = {
    ...{ screen: ['html'], paper: ['html'], forced: ['html'], word: ['word'], office: ['word'] },
    ...{ paged: ['pdf'], forms: ['pdf'], folded: ['pdf'], addresses: ['pdf'] },
  };
  if (rooms[first] !== undefined) return rooms[first];
  // Panels are of PDF alone.
  if (/\.panel\./.test(kind)) return /\.(?:word|screen)$/.test(kind) ? [] : ['pdf'];
  if (/\.word(?:\.|$)/.test(kind)) return ['word'];
  if (/\.screen(?:\.|$)/.test(kind)) return ['html'];
  return kind.endsWith('.page') ? ['pdf'] : drawingFormats;
}

const writers = { pdf, word: docx, html } as const;
const themes = ['gza', 'tsqnari'] as const;

const seen = new Map<DrawingFormat, Set<string>>(drawingFormats.map((format) => [format, new Set()]));
const copied = new Map<DrawingFormat, Set<string>>(drawingFormats.map((format) => [format, new Set()]));
const said = new Set<string>();

function job(theme: Theme, { lang }: Document) {
  return { theme, name: 'x', created: new Date(0), report: new Report(), language: languageOf(lang) };
}

beforeAll(async () => {
  for (const name of themes) {
    const theme = await themeOf(name);
    const { looks } = theme;
    for (const leaf of leaves(looks)) said.add(kindOfValue(leaf));
    const keep = (format: DrawingFormat, { read, copied: handed }: Seen) => {
      for (const leaf of read) seen.get(format)?.add(kindOfValue(leaf));
      for (const leaf of handed) copied.get(format)?.add(kindOfValue(leaf));
    };
    for (const form of ['plain', 'head'] as const) {
      const document = await whole(form, namesOf(theme));
      for (const format of drawingFormats) {
        const own: Seen = { read: new Set(), copied: new Set() };
        await writers[format].write(document, job({ ...theme, looks: watched(looks, own) }, document));
        keep(format, own);
      }
    }
    const own: Seen = { read: new Set(), copied: new Set() };
    const folded = { ...theme, looks: watched(looks, own) };
    for (const [file, layout] of [
      ['brochure/brochure', 'tri-fold'],
      ['document/guide', 'a5-booklet'],
    ] as const) {
      const document = await createEngine({ root }).document(`data/${file}.json`, 'en', { theme: name });
      await print.write(document, { ...job(folded, document), print: { layout } });
    }
    keep('pdf', own);
  }
}, 240_000);

/** What is drawn where none of these documents leads to it. */
const elsewhere: Readonly<Record<string, string>> = {
  'addresses.gap': 'Paper whose links have long addresses: they stand in a list at its end.',
  'addresses.text': 'As above.',
  'cover.plain.rule.bottom': 'A cover without facts, which have a rule of their own.',
  'cover.plain.rule.color': 'As above.',
  'cover.plain.rule.length': 'As above.',
  'cover.plain.rule.width.page': 'As above.',
  'page.opening.bar.color': 'A section that has no lines of its own, at the top of its page.',
  'page.opening.bar.length.page': 'As above.',
  'page.opening.bar.width.page': 'As above.',
  'paged.cover.least': 'Large print: the room over the title of a cover that is full.',
  'paged.emblems.between': 'More emblems than a line has room for.',
  'screen.corners.stamp': 'A draft.',
  'screen.outlines.stamp': 'As above.',
  'screen.page.stamp': 'As above.',
  'word.stamp.pen': 'As above.',
};

const isIn = (values: ReadonlySet<string> | undefined, kind: string) =>
  [...(values ?? [])].some((each) => each === kind || each.startsWith(`${kind}.`));

/** Without the medium, by which nobody names what is drawn. */
const bare = (kind: string) => kind.replace(/\.(?:page|word|screen)$/, '');

/** The kinds of values that a format has to draw. */
const kindsFor = (format: DrawingFormat) => [...said].filter((kind) => formatsOf(kind).includes(format)).sort();

describe.each(drawingFormats)('%s', (format) => {
  it('draws what a look says, or is listed as not drawing it', () => {
    const unread = kindsFor(format).filter((kind) => !isIn(seen.get(format), kind) && !isIn(copied.get(format), kind));
    expect(unread.filter((kind) => insteadOf(bare(kind), format) === null && elsewhere[kind] === undefined)).toEqual(
      [],
    );
  });

  it('changes with what is only handed on', { timeout: 120_000 }, async () => {
    const drawn = handedOn.filter((each) => insteadOf(each.join('.'), format) === null);
    const unchanged = new Set(drawn.map((path) => path.join('.')));
    // What is no room in one theme, as between text and the edge of its page in Word, may be in another.
    for (const name of themes) {
      const theme = await themeOf(name);
      const document = await whole('plain', namesOf(theme));
      const write = async (looks: Theme['looks']) =>
        Buffer.from(await writers[format].write(document, job({ ...theme, looks }, document)));
      const before = await write(theme.looks);
      for (const path of drawn.filter((each) => unchanged.has(each.join('.'))))
        if (!(await write(changed(theme.looks, path) as Theme['looks'])).equals(before))
          unchanged.delete(path.join('.'));
    }
    expect([...unchanged]).toEqual([]);
  });
});

/** Of a box: its design hands on all of its look at once, which counts as no reading. */
const handedOn = ['before', 'after', 'wide', 'radius', 'border', 'icon', 'ground', 'bar'].map((name) => [
  'aside',
  'callout',
  name,
]);

function namesOf({ looks }: Theme) {
  return Object.fromEntries(Object.entries(looks).map(([element, of]) => [element, Object.keys(of)]));
}

const line = { color: 'ink', width: { page: 3, word: 3, screen: 0.3 } };
const instead: Readonly<Record<string, unknown>> = {
  border: line,
  bar: line,
  ground: 'sky',
  icon: { page: 'information', word: 'information', screen: 'information' },
};

/** The same with another value there. */
function changed(value: unknown, [name = '', ...rest]: readonly string[]): unknown {
  const inner: unknown = Reflect.get(value as object, name);
  const other = instead[name] ?? (typeof inner === 'number' ? inner + 4 : inner === false);
  return { ...(value as object), [name]: rest.length === 0 ? other : changed(inner, rest) };
}

it('lists nothing that is drawn', () => {
  const needless = undrawn.flatMap(({ path, by }) =>
    by.filter((format) => {
      const held = kindsFor(format).filter((kind) => isAt(path, bare(kind)));
      return held.length === 0 || held.every((kind) => isIn(seen.get(format), kind));
    }),
  );
  expect(needless).toEqual([]);
});

it('shows the list in docs/themes.md', () => {
  const file = path.join(root, 'docs/themes.md');
  const page = readFileSync(file, 'utf8');
  const rows = undrawn.map(
    ({ path, by, instead }) => `| \`${path}\` | ${by.map((format) => formatNames[format]).join(', ')} | ${instead} |`,
  );
  const table = ['| look | not drawn by | instead |', '|---|---|---|', ...rows].join('\n');
  const [start, end] = ['<!-- undrawn -->\n', '\n<!-- /undrawn -->'];
  const made = page.slice(0, page.indexOf(start) + start.length) + table + page.slice(page.indexOf(end));
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, made);
  expect(page.includes(start) && page.includes(end)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(made);
});
