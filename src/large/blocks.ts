/** The tree with some of its blocks changed, whatever they stand in. */
import type { Block, Blocks, Document, Inline, Inlines } from '../model/document.ts';
import type { Row, Table } from '../model/table.ts';

/** What takes the place of a block whose own blocks have been changed already. */
export type BlockChange = (block: Block) => Blocks;

export function withChanged(document: Document, change: BlockChange): Document {
  const { cover, body, imprint } = document;
  const blocks = (all: Blocks) => changed(all, change);
  return {
    ...document,
    cover: { ...cover, before: blocks(cover.before), after: blocks(cover.after) },
    // Nothing takes the place of a section but a section.
    body: body.map((section) => ({ ...section, blocks: blocks(section.blocks) })),
    imprint: imprint && { ...imprint, blocks: blocks(imprint.blocks) },
  };
}

function changed(all: Blocks, change: BlockChange): Blocks {
  return all.flatMap((block) => change(within(block, change)));
}

function within(block: Block, change: BlockChange): Block {
  const blocks = (all: Blocks) => changed(all, change);
  switch (block.type) {
    case 'section':
    case 'aside':
    case 'quote':
      return { ...block, blocks: blocks(block.blocks) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: blocks(item.blocks) })) };
    case 'terms':
      return { ...block, items: block.items.map((item) => ({ ...item, details: blocks(item.details) })) };
    case 'figure':
      return { ...block, description: block.description && blocks(block.description) };
    case 'table':
      return tableWithin(block, change);
    case 'chart':
      return { ...block, table: tableOf(change(tableWithin(block.table, change)), block.table) };
    case 'columns':
      return { ...block, columns: block.columns.map(blocks) };
    case 'paragraph':
    case 'contents':
    case 'emblems':
    case 'languages':
      return block;
    default:
      return block satisfies never;
  }
}

function tableWithin(table: Table, change: BlockChange): Table {
  const rows = (all: readonly Row[]): readonly Row[] =>
    all.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: changed(cell.blocks, change) })),
    }));
  return { ...table, head: rows(table.head), body: rows(table.body), foot: rows(table.foot) };
}

/** The table of a chart stays one. */
function tableOf([block]: Blocks, own: Table): Table {
  return block?.type === 'table' ? block : own;
}

/** Words without the notes in them: each is called once. */
export function withoutNotes(inlines: Inlines): Inlines {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type === 'note') return [];
    if (!('children' in inline)) return [inline];
    return [{ ...inline, children: withoutNotes(inline.children) }];
  });
}
