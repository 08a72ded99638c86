/** Sections with their depth, and links, wherever they stand. */
import type { Blocks, Document, Inline, Inlines, Link, Section } from '../model/document.ts';
import { blocksOf } from '../model/walk.ts';

export interface Placed {
  readonly section: Section;
  /** 1 for a section of the body; its heading is one level deeper, under the title. */
  readonly depth: number;
}

/** All sections in reading order, wherever they stand. */
export function* sectionsOf(document: Document): Generator<Placed> {
  yield* within(document.cover.before, 1);
  yield* within(document.cover.after, 1);
  yield* within(document.body, 1);
  yield* within(document.imprint?.blocks ?? [], 1);
}

function* within(blocks: Blocks, depth: number): Generator<Placed> {
  for (const block of blocks) {
    if (block.type === 'section') {
      yield { section: block, depth };
      yield* within(block.blocks, depth + 1);
    } else if (block.type === 'aside') yield* within(block.blocks, depth);
    else if (block.type === 'list') for (const item of block.items) yield* within(item.blocks, depth);
  }
}

/** All links in reading order. */
export function* linksOf(document: Document): Generator<Link> {
  yield* linksIn(document.cover.title.children);
  for (const block of blocksOf(document)) {
    if (block.type === 'section') yield* linksIn(block.title);
    else if (block.type === 'paragraph') yield* linksIn(block.children);
    else if (block.type === 'figure') yield* linksIn([...(block.caption ?? []), ...(block.credit ?? [])]);
  }
}

function* linksIn(inlines: Inlines): Generator<Link> {
  for (const node of inlines) {
    if (node.type === 'link') yield node;
    yield* linksIn(childrenOf(node));
  }
}

function childrenOf(node: Inline): Inlines {
  return node.type === 'text' || node.type === 'lineBreak' ? [] : node.children;
}
