/** Nothing of a theme's looks is for nobody: each value that a look says is read by a writer, in each of the two themes. */
import { beforeAll, expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import { loadTheme } from '../../src/design/load.ts';
import { Report } from '../../src/diagnostics.ts';
import { languageOf } from '../../src/language/languages.ts';
import type { Theme } from '../../src/theme/theme.ts';
import { openWorld } from '../../src/world.ts';
import { docx } from '../../src/write/docx/docx.ts';
import { html } from '../../src/write/html/html.ts';
import { pdf } from '../../src/write/pdf/pdf.ts';
import { print } from '../../src/write/pdf/print.ts';
import { root } from '../theme/gza.ts';

/** All values in looks by their paths. */
function leaves(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path === '' ? name : `${path}.${name}`));
}

/** The same looks, which keep what is read of them. */
function watched<T extends object>(value: T, seen: Set<string>, path = ''): T {
  return new Proxy(value, {
    get(target, name, receiver) {
      const inner: unknown = Reflect.get(target, name, receiver);
      if (typeof name === 'symbol') return inner;
      const at = path === '' ? name : `${path}.${name}`;
      if (typeof inner !== 'object' || inner === null) seen.add(at);
      return typeof inner === 'object' && inner !== null ? watched(inner, seen, at) : inner;
    },
  });
}

/** Between them they have every kind and look; small pages are those of an A5 booklet. */
const examples = {
  gza: [
    ['brochure/brochure', [docx, html, print]],
    ['report/interim-2026', [docx, html, pdf, print]],
    ['factsheet/factsheet', [docx, pdf]],
  ],
  tsqnari: [
    ['brochure/brochure', [docx, html, print]],
    ['document/guide', [docx, html, pdf]],
    ['factsheet/factsheet', [docx, pdf]],
  ],
} as const;

/** What none of the examples has, and what would. */
const elsewhere: Readonly<Record<string, string>> = {
  'addresses.gap': 'Paper whose links have long addresses: they stand in a list at its end.',
  'addresses.text': 'As above.',
  'chart.traces.*.dash.*': 'The third line of a chart, and those after it.',
  'cover.plain.rule.bottom': 'A cover without facts, which have a rule of their own.',
  'cover.plain.rule.color': 'As above.',
  'cover.plain.rule.length': 'As above.',
  'cover.plain.rule.width': 'As above.',
  'paged.cover.least': 'Large print: the room over the title of a cover that is full.',
  'paged.idea.above': 'Ideas between rules: easy reading.',
  'paged.idea.below': 'As above.',
  'screen.corners.stamp': 'A draft.',
  'screen.outlines.stamp': 'As above.',
  'screen.page.stamp': 'As above.',
  'word.stamp.pen': 'As above.',
};

/** A value counts by its element and what it is: one for all media, or of one look among several, is read where any of them is. */
function kindOfValue(leaf: string): string {
  const media = leaf.replace(/\.(?:page|word|screen)$/, '');
  return media
    .replace(/^(section|aside|ul|ol|dl|figure|p|li|cell)\.[^.]+/, '$1.*')
    .replace(/\.(series|traces|dash|on|lanes)\.\d+/g, '.$1.*');
}

async function readOf(
  name: keyof typeof examples,
): Promise<{ readonly looks: Theme['looks']; readonly seen: ReadonlySet<string> }> {
  const theme = await loadTheme(`templates/themes/${name}/theme.json`, await openWorld(root), new Report());
  if (theme === null) throw new Error(`no theme ${name}`);
  const seen = new Set<string>();
  const job = { theme: { ...theme, looks: watched(theme.looks, seen) }, name: 'x', created: new Date(0) };
  for (const [file, targets] of examples[name]) {
    const document = await createEngine({ root }).document(`data/${file}.json`, 'en', { theme: name });
    const layout = document.kind === 'brochure' ? 'tri-fold' : 'a5-booklet';
    for (const target of targets)
      await target.write(document, {
        ...{ ...job, report: new Report(), language: languageOf(document.lang) },
        ...(target === print ? { print: { layout } } : {}),
      });
  }
  return { looks: theme.looks, seen };
}

let all: readonly Awaited<ReturnType<typeof readOf>>[];
beforeAll(async () => {
  all = [await readOf('gza'), await readOf('tsqnari')];
}, 240_000);

it('each value of a look is read by a writer', () => {
  const seen = new Set(all.flatMap((each) => [...each.seen].map(kindOfValue)));
  const said = new Set(all.flatMap(({ looks }) => leaves(looks).map(kindOfValue)));
  // A part that a theme may leave out is null in one, and read in another.
  const isRead = (value: string) => [...seen].some((each) => each === value || each.startsWith(`${value}.`));
  const unread = [...said].filter((value) => !isRead(value)).sort();
  expect(unread).toEqual(Object.keys(elsewhere));
});
