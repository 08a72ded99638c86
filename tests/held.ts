/** All that blocks hold, in the order in which it is read: outer before inner, and what is read after the inner ones after them. */
import type { Block, Blocks, Document, Inline } from '../src/model/document.ts';
import { type Held, heldBy } from '../src/model/kinds.ts';
import { descendInlines, outermost } from '../src/model/walk.ts';

export function* nodesHeld(blocks: Blocks): Generator<Block | Inline> {
  for (const block of blocks) {
    yield block;
    yield* within(heldBy(block));
  }
}

function* within(all: readonly Held[]): Generator<Block | Inline> {
  for (const held of all) {
    if (held.type === 'inlines') yield* descendInlines(held.inlines);
    else if (held.type === 'part') yield* within(held.held);
    else if (held.type === 'blocks') yield* nodesHeld(held.blocks);
  }
}

/** The footnotes of a document, in the order in which they are called. */
export function notesOf(document: Document) {
  return [...nodesHeld(outermost(document))].filter((node) => node.type === 'note');
}
