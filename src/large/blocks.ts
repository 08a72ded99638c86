/** The tree with some of its blocks changed, whatever they stand in. */
import type { Block, Blocks, Document, Inline, Inlines } from '../model/document.ts';
import { withBlocks } from '../model/kinds.ts';
import type { Table } from '../model/table.ts';

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
  const inner = withBlocks(block, (blocks) => changed(blocks, change));
  return inner.type === 'chart' ? { ...inner, table: tableOf(change(inner.table), inner.table) } : inner;
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
