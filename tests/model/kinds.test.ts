/** A kind without an example that is shipped, a page of markup, or a golden tree fails here. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { Document, Inline } from '../../src/model/document.ts';
import { blockTypes, childrenOf, elementOf } from '../../src/model/kinds.ts';
import { blocksOf, descend, descendInlines, inlinesOf } from '../../src/model/walk.ts';
import { nodesHeld } from '../held.ts';
import { shownBlocks } from '../read/shown.ts';

const root = path.resolve(import.meta.dirname, '../..');
const examples = readdirSync(path.join(root, 'data'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => `data/${file.split(path.sep).join('/')}`);

/** Each with its element in the markup; text is none. A kind that is new does not compile until it stands here. */
const inlineElements: Readonly<Record<Inline['type'], string | null>> = {
  text: null,
  strong: 'strong',
  emphasis: 'em',
  span: 'span',
  link: 'a',
  lineBreak: 'br',
  abbreviation: 'abbr',
  missing: 'missing',
  note: 'note',
};

const documents: Document[] = [];
for (const file of examples) {
  const engine = createEngine({ root, env: {} });
  for (const lang of ['ka', 'en']) documents.push(await engine.document(file, lang));
}
const blocks = [...documents.flatMap((document) => [...blocksOf(document)]), ...descend(shownBlocks)];
const inlines = documents.flatMap((document) => [
  ...descendInlines(document.cover.title.children),
  ...[...blocksOf(document)].flatMap((block) => descendInlines(inlinesOf(block))),
]);
const manual = readFileSync(path.join(root, 'docs/markup.md'), 'utf8');

it('sees the examples', () => {
  expect(examples.length).toBeGreaterThan(3);
  expect(blocks.length).toBeGreaterThan(1000);
});

it.each(blockTypes)('%s has an example on the page of markup', (type) => {
  const found = shownBlocks.find((block) => block.type === type);
  expect(manual).toContain(`### \`${found && elementOf(found)}\``);
});

it.each(Object.entries(inlineElements))('%s has an example and its page of markup', (type, element) => {
  expect(inlines.some((inline) => inline.type === type)).toBe(true);
  if (element !== null) expect(manual).toContain(`### \`${element}\``);
});

it('holds all that a block has: nothing in its fields is left out', () => {
  // A chart's table is a part of it, and no block of its own; contents quote titles that are held where they stand.
  const parts = blocks.flatMap((block): unknown[] => {
    if (block.type === 'chart') return [block.table];
    return block.type === 'contents' ? block.entries.flatMap(({ title }) => descendInlines(title)) : [];
  });
  for (const block of blocks) {
    const held = new Set<unknown>([...parts, ...nodesHeld([block])]);
    const lost = [...nodesIn(block)].filter((node) => !held.has(node));
    expect(lost.map(({ type }) => type)).toEqual([]);
  }
});

interface Typed {
  readonly type: string;
}

/** All blocks and inlines that its fields lead to, whatever their names. */
function* nodesIn(value: object): Generator<Typed> {
  for (const field of Object.values(value)) {
    if (typeof field !== 'object' || field === null) continue;
    if (isNode(field)) yield field;
    yield* nodesIn(field);
  }
}

function isNode(value: object): value is Typed {
  const { type } = value as { readonly type?: unknown };
  return (
    typeof type === 'string' && (type in inlineElements || blockTypes.some((block) => block === type)) && 'at' in value
  );
}

it('leads into all inlines', () => {
  for (const inline of inlines) if ('children' in inline) expect(childrenOf(inline)).toBe(inline.children);
});
