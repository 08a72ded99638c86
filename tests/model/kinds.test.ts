/** A kind without an example that is shipped, a page of markup, or a golden tree fails here. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createEngine } from '../../src/compile.ts';
import type { Block, Document, Inline } from '../../src/model/document.ts';
import { blockTypes, childrenOf, elementOf, heldBy } from '../../src/model/kinds.ts';
import { blocksOf, descendInlines, inlinesOf } from '../../src/model/walk.ts';

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
const blocks = documents.flatMap((document) => [...blocksOf(document)]);
const inlines = documents.flatMap((document) => [
  ...descendInlines(document.cover.title.children),
  ...[...blocksOf(document)].flatMap((block) => [...descendInlines(inlinesOf(block))]),
]);
const manual = readFileSync(path.join(root, 'docs/markup.md'), 'utf8');

it('sees the examples', () => {
  expect(examples.length).toBeGreaterThan(3);
  expect(blocks.length).toBeGreaterThan(1000);
});

it.each(blockTypes)('%s has an example and its page of markup', (type) => {
  const found = blocks.filter((block) => block.type === type);
  expect(found).not.toEqual([]);
  for (const block of found.slice(0, 1)) expect(manual).toContain(`### \`${elementOf(block)}\``);
});

it.each(Object.entries(inlineElements))('%s has an example and its page of markup', (type, element) => {
  expect(inlines.some((inline) => inline.type === type)).toBe(true);
  if (element !== null) expect(manual).toContain(`### \`${element}\``);
});

it('holds all that a block has: nothing in its fields is left out', () => {
  // A chart's table is a part of it, and no block of its own; contents quote titles that are held where they stand.
  const parts = blocks.flatMap((block): unknown[] => {
    if (block.type === 'chart') return [block.table];
    return block.type === 'contents' ? block.entries.flatMap(({ title }) => [...descendInlines(title)]) : [];
  });
  for (const block of blocks) {
    const held = new Set<unknown>([...parts, ...nodesHeld(block)]);
    const lost = [...nodesIn(block)].filter((node) => !held.has(node));
    expect(lost.map(({ type }) => type)).toEqual([]);
  }
});

interface Typed {
  readonly type: string;
}

/** All blocks and inlines that the table of kinds leads to. */
function* nodesHeld(block: Block): Generator<unknown> {
  const within = function* (all: ReturnType<typeof heldBy>): Generator<unknown> {
    for (const held of all) {
      if (held.type === 'inlines') yield* descendInlines(held.inlines);
      else if (held.type === 'part') yield* within(held.held);
      else if (held.type === 'blocks')
        for (const inner of held.blocks) {
          yield inner;
          yield* nodesHeld(inner);
        }
    }
  };
  yield* within(heldBy(block));
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
