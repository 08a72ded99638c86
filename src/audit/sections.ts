/** Sections with their depth, places that links lead to, and links, wherever they stand. */
import type { Block, Blocks, Document, Id, Inline, Inlines, Link, Section, Sourced } from '../model/document.ts';
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
    else if (block.type === 'columns') for (const column of block.columns) yield* within(column, depth);
  }
}

/** The ids of sections, tables, figures and charts, in reading order. */
export function* idsOf(document: Document): Generator<Sourced<Id>> {
  for (const block of blocksOf(document)) {
    const id = 'id' in block ? block.id : null;
    if (id !== null) yield id;
  }
}

/** All links in reading order. */
export function* linksOf(document: Document): Generator<Link> {
  yield* linksIn(document.cover.title.children);
  for (const block of blocksOf(document)) for (const inlines of wordsOf(block)) yield* linksIn(inlines);
}

/** The inlines that are a block's own. */
function wordsOf(block: Block): readonly Inlines[] {
  switch (block.type) {
    case 'section':
      return [block.title];
    case 'paragraph':
      return [block.children];
    case 'figure':
      return [block.caption ?? [], block.credit ?? []];
    case 'table':
    case 'chart':
      return [block.caption ?? [], block.summary ?? [], block.source ?? []];
    case 'quote':
      return [block.source ?? []];
    case 'terms':
      return block.items.map(({ term }) => term);
    default:
      return [];
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
