/** Ways over the tree that several rooms need. */
import type { Aside, Block, Blocks, Document, Inlines, Said, Table } from './document.ts';

/** The text of inlines as it is read: pieces joined, a line break is a space; a footnote is no part of its sentence. */
export function plain(inlines: Inlines): string {
  return inlines
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'lineBreak') return ' ';
      return node.type === 'note' ? '' : plain(node.children);
    })
    .join('');
}

/** Words as inlines, for where they are shown. */
export function shown({ value, from, parts }: Said): Inlines {
  return parts ?? [{ type: 'text', value, from, at: from, lang: null }];
}

/** Inlines as they are listed or quoted elsewhere: text and its languages, without stress, links and footnotes. */
export function quotable(inlines: Inlines): Inlines {
  return inlines.flatMap((node): Inlines => {
    if (node.type === 'text') return [node];
    const { at, from, lang } = node;
    if (node.type === 'lineBreak') return [{ type: 'text', at, from, lang, value: ' ' }];
    if (node.type === 'note') return [];
    const children = quotable(node.children);
    return lang === null ? children : [{ type: 'span', at, from, lang, children }];
  });
}

/** The first block of an aside where it is the aside's heading: words for the eye that name it for the ear too. */
export function headingOf({ blocks }: Aside): Inlines | null {
  const [first] = blocks;
  return first?.type === 'paragraph' && first.look === 'lead' && blocks.length > 1 ? first.children : null;
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
      case 'quote':
        yield* descend(block.blocks);
        break;
      case 'terms':
        for (const item of block.items) yield* descend(item.details);
        break;
      case 'columns':
        for (const column of block.columns) yield* descend(column);
        break;
      case 'table':
        yield* descendTable(block);
        break;
      case 'chart':
        yield* descendTable(block.table);
        break;
      case 'figure':
        if (block.description !== null) yield* descend(block.description);
        break;
      case 'paragraph':
      case 'contents':
      case 'emblems':
      case 'languages':
        break;
      default:
        block satisfies never;
    }
  }
}

function* descendTable(table: Table): Generator<Block> {
  for (const row of [...table.head, ...table.body, ...table.foot]) {
    for (const cell of row.cells) yield* descend(cell.blocks);
  }
}

/** All blocks of a document in reading order. */
export function* blocksOf(document: Document): Generator<Block> {
  yield* descend(document.cover.before);
  yield* descend(document.cover.after);
  yield* descend(document.body);
  if (document.imprint !== null) yield* descend(document.imprint.blocks);
}
