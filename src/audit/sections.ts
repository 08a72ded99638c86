/** Sections with their depth, places that links lead to, and links, wherever they stand. */

import type { Blocks, Document, Id, Inlines, Link, Section, Sourced } from '../model/document.ts';
import { blocksOf, descendInlines, inlinesOf, innerBlocks, outermost } from '../model/walk.ts';
import { onceEach } from '../once.ts';

export interface PlacedSection {
  readonly section: Section;
  /** 1 for a section of the body; its heading is one level deeper, under the title. */
  readonly depth: number;
}

/** All sections in reading order, wherever they stand. Collected once: several rules ask. */
export const sectionsOf = onceEach((document: Document): readonly PlacedSection[] => [
  ...within(outermost(document), 1),
]);

function* within(blocks: Blocks, depth: number): Generator<PlacedSection> {
  for (const block of blocks) {
    const isSection = block.type === 'section';
    if (isSection) yield { section: block, depth };
    yield* within(innerBlocks(block), isSection ? depth + 1 : depth);
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
  for (const block of blocksOf(document)) yield* linksIn(inlinesOf(block));
}

function* linksIn(inlines: Inlines): Generator<Link> {
  for (const inline of descendInlines(inlines)) if (inline.type === 'link') yield inline;
}
