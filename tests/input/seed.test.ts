/** The brochure's data says all that the seed says, and each difference is recorded. */
import { expect, test } from 'vitest';
import { Report } from '../../src/diagnostics.ts';
import { type Loaded, loadData } from '../../src/input/load.ts';
import { type DataTree, Datum } from '../../src/model/datum.ts';
import type { Lang } from '../../src/model/document.ts';
import { openWorld, packageRoot } from '../../src/world.ts';
import { mend, readMends, readSeed, seedSentences } from '../seed.ts';

const brochure = await load();

async function load(): Promise<Loaded> {
  const report = new Report();
  const loaded = await loadData('data/brochure/brochure.json', await openWorld(packageRoot), report);
  if (loaded === null) throw new Error(JSON.stringify(report.diagnostics));
  return loaded;
}

function language(tag: string): Lang {
  const found = brochure.languages.find((lang) => lang === tag);
  if (found === undefined) throw new Error(`no ${tag}`);
  return found;
}

function textsOf(tree: DataTree): readonly Datum[] {
  if (tree === null) return [];
  return tree instanceof Datum ? [tree] : Object.values(tree).flatMap(textsOf);
}

/** What readers see: not what the data says about itself. */
function shownIn(tag: string): readonly Datum[] {
  const about = /^\$\.(\$schema|kind|languages|date|description|author|keywords|source)\b/;
  return textsOf(brochure.localize(language(tag))).filter(({ from }) => !about.test(from.path ?? ''));
}

function said(tag: string): readonly string[] {
  const names = brochure.editions.map(({ name }) => name).join(' | ');
  return [...shownIn(tag).map(({ value }) => String(value)), names];
}

test('every sentence of the seed is in the Georgian data, whole', () => {
  const texts = said('ka').flatMap((text) => text.split(/(?<=\.) /));
  const sentences = seedSentences();
  expect(sentences).toHaveLength(46);
  expect(sentences.filter((sentence) => !texts.includes(sentence))).toEqual([]);
});

test('a text stays in the seed’s order', () => {
  const texts = said('ka').join('\n');
  const long = seedSentences().filter((sentence) => sentence.length > 60);
  const places = long.map((sentence) => texts.indexOf(sentence));
  expect(long.length).toBeGreaterThan(8);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('nothing is missing that is not recorded: without its mends the seed is not found', () => {
  const texts = said('ka').join('\n');
  const mends = readMends();
  for (const each of mends) {
    const others = mends.filter((other) => other !== each);
    const text = mend(readSeed(), others);
    expect(text).toContain(each.was);
    expect(texts).not.toContain(each.was);
    expect(texts).toContain(each.now);
    expect(each.why).toMatch(/\.$/);
  }
});

test('each text of the two languages stands at one path, and none is forgotten in the other’s letters', () => {
  const paths = (tag: string) => shownIn(tag).map(({ from }) => from.path?.replace(/\.(ka|en)$/, ''));
  expect(paths('en')).toEqual(paths('ka'));
  const georgian = /\p{Script=Georgian}/u;
  const addresses =
    /^(\$\.contact\.(links\[\d\]\.(href|text)|code\.(type|href))|\$\.overview\.figure\.src|\$\.(\w+\.)?plain\.rows\[\d+\]\.(picture\.src|figure)|\$\.(about|themes|overview|contact)$)/;
  for (const { value, from } of shownIn('en')) expect(String(value), from.path).not.toMatch(georgian);
  for (const { value, from } of shownIn('ka')) {
    if (typeof value === 'string' && !addresses.test(from.path ?? '')) expect(value, from.path).toMatch(georgian);
  }
});

test('Georgian is set as it should be: its own quotes, dashes and spaces, no Mtavruli', () => {
  for (const { value, from } of shownIn('ka')) {
    // A blank line parts paragraphs.
    const text = String(value).replaceAll('\n\n', ' ');
    expect(text, from.path).not.toMatch(/["']| - |,\S|\s{2}|[\u1C90-\u1CBF]|^\s|\s$/u);
    expect(text, from.path).toBe(text.normalize('NFC'));
  }
  for (const { value, from } of shownIn('en'))
    expect(String(value).replaceAll('\n\n', ' '), from.path).not.toMatch(/["']| - |\s{2}|^\s|\s$/u);
});

test('a text knows its place, down to its language', () => {
  const title = shownIn('ka').find(({ from }) => from.path === '$.title.ka');
  const line = brochure.text.split('\n')[(title?.from.line ?? 0) - 1] ?? '';
  expect(title?.from.file).toBe('data/brochure/brochure.json');
  expect(line.slice((title?.from.column ?? 0) - 1)).toMatch(/^"დაცული საზღვრებისა/);
});
