/** Ways over the tree that several rooms need. */
import type { Block, Blocks, Document, Inlines } from './document.ts';

/** The text of inlines as it is read: pieces joined, a line break is a space. */
export function plain(inlines: Inlines): string {
  return inlines
    .map((node) => (node.type === 'text' ? node.value : node.type === 'lineBreak' ? ' ' : plain(node.children)))
    .join('');
}

/** All blocks of a list of blocks, outer before inner, in reading order. */
export function* descend(blocks: Blocks): Generator<Block> {
  for (const block of blocks) {
    yield block;
    switch (block.type) {
      case 'section':
      case 'aside':
        yield* descend(block.blocks);
        break;
      case 'list':
        for (const item of block.items) yield* descend(item.blocks);
        break;
      case 'paragraph':
      case 'figure':
      case 'emblems':
      case 'languages':
        break;
      default:
        block satisfies never;
    }
  }
}

/** All blocks of a document in reading order. */
export function* blocksOf(document: Document): Generator<Block> {
  yield* descend(document.cover.before);
  yield* descend(document.cover.after);
  yield* descend(document.body);
  if (document.imprint !== null) yield* descend(document.imprint.blocks);
}
