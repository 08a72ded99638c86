/** Documents at random: any nesting that the markup allows, with the texts that formats get wrong. */
import fc from 'fast-check';
import { words as wordsOf } from '../../src/model/build.ts';
import type { Block, Document, List, ListItem, Section } from '../../src/model/document.ts';
import { dump } from '../../src/model/dump.ts';
import { elementOf } from '../../src/model/kinds.ts';
import { broad } from '../../src/read/vocabulary/blocks.ts';
import { vocabulary } from '../../src/read/vocabulary.ts';
import { notesOf } from '../held.ts';
import {
  aside,
  at,
  bodyRow,
  columns,
  contents,
  document,
  figure,
  from,
  headRow,
  l,
  li,
  ol,
  p,
  quote,
  section,
  square,
  table,
  ul,
  w,
} from '../make.ts';
import { shownIn } from '../read/shown.ts';
import { chartOf, charts, tables } from './data.ts';
import { elsewhere, inlines, long, noted, short } from './words.ts';

/** Where a block stands: footnotes and what is as wide as the page are for the body only. */
interface Kinds {
  readonly words: typeof inlines;
  readonly broad: readonly fc.Arbitrary<Block>[];
  /** Elements that are nowhere within. */
  readonly never: readonly string[];
}

/** Those of the page of markup, among them kinds that nothing here makes. Their places are in another document. */
function shown(key: string, { never }: Kinds): fc.Arbitrary<Block> {
  const all = shownIn(key, [...never, 'contents', 'section']).map((block): Block => {
    return 'id' in block && block.type !== 'section' ? { ...block, id: null } : block;
  });
  const inLanguages = (block: Block) => vocabulary[elementOf(block)]?.attributes.lang !== undefined;
  return fc
    .constantFrom(...all)
    .chain((block) => (inLanguages(block) ? elsewhere(fc.constant(block)) : fc.constant(block)));
}

const paragraphOf = ({ words }: Kinds) => elsewhere(words.map((inner) => p(inner)));

function pictureOf(kinds: Kinds): fc.Arbitrary<Block> {
  const words = fc.tuple(long, fc.option(kinds.words), fc.option(inlines), fc.constantFrom(null, wordsOf('სურათი 3')));
  const description = fc.option(fc.array(proseOf(kinds), { minLength: 1, maxLength: 2 }), { freq: 4 });
  return elsewhere(
    fc.tuple(words, description).map(([[alt, caption, credit, number], told]) => ({
      ...{ ...figure(square, alt), caption, credit, description: told },
      number: caption === null ? null : number,
    })),
  );
}

/** Text only. */
function proseOf(kinds: Kinds): fc.Arbitrary<Block> {
  const plain = fc.array(
    paragraphOf(kinds).map((one) => li([one])),
    { minLength: 1, maxLength: 3 },
  );
  const lists = fc.tuple(fc.boolean(), plain).map(([ordered, items]): Block => (ordered ? ol(items) : ul(items)));
  return fc.oneof({ weight: 3, arbitrary: paragraphOf(kinds) }, { weight: 1, arbitrary: lists });
}

function termsOf(kinds: Kinds): fc.Arbitrary<Block> {
  const details = fc.array(proseOf(kinds), { minLength: 1, maxLength: 2 });
  const items = fc.array(fc.record({ term: inlines, details }), { minLength: 1, maxLength: 3 });
  return elsewhere(items.map((all): Block => ({ at, from: at, lang: null, type: 'terms', look: null, items: all })));
}

/** What stands wherever text flows; `depth` more lists may nest in it. */
function flowOf(depth: number, kinds: Kinds): fc.Arbitrary<Block> {
  return fc.oneof(
    { weight: 8, arbitrary: paragraphOf(kinds) },
    { weight: 2, arbitrary: pictureOf(kinds) },
    { weight: 1, arbitrary: termsOf(kinds) },
    ...(depth === 0 ? [] : [{ weight: 3, arbitrary: listOf(depth, kinds) }]),
    { weight: 1, arbitrary: shown('li', kinds) },
    ...kinds.broad.map((arbitrary) => ({ weight: 1, arbitrary })),
  );
}
function listOf(depth: number, kinds: Kinds): fc.Arbitrary<Block> {
  const blocks = fc.array(flowOf(depth - 1, kinds), { minLength: 1, maxLength: 3 });
  const items = fc.array(elsewhere(blocks.map((all): ListItem => li(all))), { minLength: 1, maxLength: 3 });
  return elsewhere(fc.tuple(fc.boolean(), items).map(([ordered, all]) => (ordered ? ol(all) : ul(all))));
}

/** Key figures and the stops of a way: lists in which every item is alike. */
const rows = fc
  .tuple(fc.constantFrom('figures', 'timeline'), fc.array(fc.tuple(short, short), { minLength: 1, maxLength: 5 }))
  .map(([look, items]): List => {
    const looks = look === 'figures' ? ['figure', 'label'] : ['date', 'event'];
    const all = items.map(([one, two], index) => ({ ...li([p(one, looks[0]), p(two, looks[1])]), share: index / 3 }));
    return look === 'figures' ? ul(all, look) : ol(all, look);
  });

function quoteOf(kinds: Kinds): fc.Arbitrary<Block> {
  const blocks = fc.array(proseOf(kinds), { minLength: 1, maxLength: 2 });
  return elsewhere(fc.tuple(blocks, fc.option(noted)).map(([all, source]) => ({ ...quote(all), source })));
}

const outside: Kinds = { words: inlines, broad: [], never: ['note', ...broad] };
const narrow: Kinds = { words: noted, broad: [], never: broad };
const body: Kinds = { words: noted, broad: [tables, charts, quoteOf(narrow)], never: [] };

function boxed(kinds: Kinds): fc.Arbitrary<Block> {
  const looks = fc.constantFrom('panel', 'callout', 'notice');
  const box = fc.tuple(fc.array(flowOf(2, kinds), { minLength: 1, maxLength: 3 }), looks, fc.option(short));
  return elsewhere(box.map(([blocks, look, label]) => aside(blocks, look, label)));
}
const emblem = elsewhere(
  fc
    .tuple(short, fc.boolean())
    .map(([name, shown]) => ({ at, from: at, lang: null, name: from(w(name)), picture: shown ? from(square) : null })),
);
const emblems = elsewhere(
  fc
    .array(emblem, { minLength: 1, maxLength: 3 })
    .map((items): Block => ({ at, from: at, lang: null, type: 'emblems', items })),
);
const languages: Block = {
  ...{ at, from: at, lang: null, type: 'languages' },
  editions: [
    { lang: l('ka'), name: w('ქართული') },
    { lang: l('en'), name: w('English') },
  ],
};
const onCover = fc.oneof(
  { weight: 6, arbitrary: flowOf(2, outside) },
  { weight: 1, arbitrary: fc.oneof(emblems, fc.constant(languages), boxed(outside)) },
);
const some = fc.array(onCover, { maxLength: 3 });

const inColumn = fc.array(flowOf(2, body), { minLength: 1, maxLength: 2 });
const parted = elsewhere(fc.array(inColumn, { minLength: 2, maxLength: 3 }).map((all): Block => columns(...all)));
const listed = fc.constant(contents('sections', [[1, 'one', '1', 'პირველი']]));
const inSection = fc.oneof(
  { weight: 8, arbitrary: flowOf(3, body) },
  { weight: 3, arbitrary: fc.oneof(boxed(narrow), parted, rows, emblems) },
  { weight: 1, arbitrary: fc.oneof(listed, shown('section', body)) },
);

/** Nested sections come last in their section. Ids and numbers are given afterwards. */
function sectionOf(depth: number): fc.Arbitrary<Section> {
  const inner = depth > 0 ? fc.array(sectionOf(depth - 1), { maxLength: 2 }) : fc.constant([]);
  const blocks = fc.array(inSection, { minLength: 1, maxLength: 4 });
  return elsewhere(
    fc.tuple(inlines, blocks, inner).map(([title, own, sections]) => section('x', title, [...own, ...sections])),
  );
}

/** Numbers as the reader counts, or some that no program would. */
type Numbering = 'counted' | 'odd' | null;

function named(found: Section, name: string, number: string, numbering: Numbering): Section {
  let count = 0;
  const blocks = found.blocks.map((block, index) => {
    if (block.type !== 'section') return block;
    count += 1;
    return named(block, `${name}-${index}`, `${number}.${numbering === 'odd' ? count * 3 : count}`, numbering);
  });
  return { ...section(name, found.title, blocks), lang: found.lang, number: numbering === null ? null : w(number) };
}

/** The section that links lead to, and the places in it. */
const one = section('one', 'პირველი', [
  p('ა'),
  { ...table([headRow('# ბ')], [bodyRow('გ')]), id: section('one-table', 'x', []).id },
  { ...figure(square, 'გზა', 'გზა'), id: section('one-figure', 'x', []).id },
  { ...chartOf('bar', ['დ'], [4], 'დიაგრამა'), id: section('one-chart', 'x', []).id, caption: p('ე').children },
]);

export const documents: fc.Arbitrary<Document> = fc
  .record({
    lang: fc.constantFrom('ka', 'en'),
    title: inlines,
    before: some,
    after: some,
    body: fc.array(sectionOf(3), { minLength: 1, maxLength: 2 }),
    imprint: fc.option(fc.array(onCover, { minLength: 1, maxLength: 3 })),
    numbering: fc.constantFrom<Numbering>('counted', 'odd', null),
  })
  .map(({ lang, title, before, after, body: found, imprint, numbering }) => {
    const sections = [one, ...found].map((each, index) => {
      return named(each, index === 0 ? 'one' : `s${index}`, `${index + 1}`, numbering);
    });
    const made = document({ lang, before, after, body: sections, imprint });
    return readable(
      counted({ ...made, cover: { ...made.cover, title: { at, from: at, lang: null, children: title } } }),
    );
  });

/** Notes have the numbers of the order in which they are read, as the model has it. */
function counted(tree: Document): Document {
  // What two places share would have one number in both.
  const own = mapped(tree, (value) => value) as Document;
  const numbers = new Map<unknown, number>(notesOf(own).map((note, index) => [note, index + 1]));
  return mapped(own, (value, was) => (numbers.has(was) ? { ...value, number: numbers.get(was) } : value)) as Document;
}

/** A copy, with each object changed after what is in it. */
function mapped(value: unknown, change: (copy: object, was: object) => object): unknown {
  if (Array.isArray(value)) return value.map((inner) => mapped(inner, change));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || value instanceof Map) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner, change)]));
  return change(copy, value);
}

/** Counterexamples are shown as trees. */
function readable(made: Document): Document {
  return Object.defineProperty(made, fc.toStringMethod, { value: () => `\n${dump(made)}`, enumerable: false });
}
