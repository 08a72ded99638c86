/** Ways over the tree that several rooms need. */
import type { Aside, Block, Blocks, Document, Inline, Inlines, Section } from './document.ts';
import { type CaptionedBlock, childrenOf, type Held, heldBy, isCaptioned } from './kinds.ts';
import type { Picture } from './picture.ts';

/** The text of inlines as it is read: pieces joined, a line break is a space; a footnote is no part of its sentence. */
export function plain(inlines: Inlines): string {
  return inlines
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'lineBreak') return ' ';
      return node.type === 'note' ? '' : plain(childrenOf(node));
    })
    .join('');
}

/** Inlines as the lines that their breaks make of them. */
export function linesOf(inlines: Inlines): readonly Inlines[] {
  const lines: Inline[][] = [[]];
  for (const node of inlines) {
    if (node.type === 'lineBreak') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
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
export function descend(blocks: Blocks): Blocks {
  const found: Block[] = [];
  gather(blocks, found);
  return found;
}

function gather(blocks: Blocks, found: Block[]): void {
  for (const block of blocks) {
    found.push(block);
    gatherHeld(heldBy(block), found);
  }
}

function gatherHeld(all: readonly Held[], found: Block[]): void {
  for (const held of all)
    if (held.type === 'blocks') gather(held.blocks, found);
    else if (held.type === 'part') gatherHeld(held.held, found);
}

/** The blocks that stand right in a block, be it in its items or cells. */
export function innerBlocks(block: Block): Blocks {
  const right = (all: readonly Held[]): Blocks =>
    all.flatMap((held) => (held.type === 'blocks' ? held.blocks : held.type === 'part' ? right(held.held) : []));
  return right(heldBy(block));
}

/** The sections right in blocks: sections stand in sections, but a template may set them in columns. */
export function sectionsIn(blocks: Blocks): readonly Section[] {
  return blocks.flatMap((block) => (block.type === 'section' ? [block] : sectionsIn(innerBlocks(block))));
}

/** The words with marks that are a block's own, not those of the blocks in it. */
export function inlinesOf(block: Block): Inlines {
  return heldBy(block).flatMap((held) => (held.type === 'inlines' ? held.inlines : []));
}

/** All inlines, outer before inner, in reading order. */
export function descendInlines(inlines: Inlines): Inlines {
  const found: Inline[] = [];
  gatherInlines(inlines, found);
  return found;
}

function gatherInlines(inlines: Inlines, found: Inline[]): void {
  for (const inline of inlines) {
    found.push(inline);
    gatherInlines(childrenOf(inline), found);
  }
}

/** The blocks outside all others, in the order of the page. */
export function outermost({ cover, body, imprint }: Document): Blocks {
  return [...cover.before, ...cover.after, ...body, ...(imprint?.blocks ?? [])];
}

const walked = new WeakMap<Document, Blocks>();

/** All blocks of a document in reading order. It is walked once: many ask. */
export function blocksOf(document: Document): Blocks {
  const known = walked.get(document);
  if (known !== undefined) return known;
  const blocks = descend(outermost(document));
  walked.set(document, blocks);
  return blocks;
}

/** All that has a caption, the table of a chart too. */
export function captionedIn(document: Document): readonly CaptionedBlock[] {
  return blocksOf(document)
    .filter(isCaptioned)
    .flatMap((block): readonly CaptionedBlock[] => (block.type === 'chart' ? [block, block.table] : [block]));
}

const walkedSiblings = new WeakMap<Document, readonly Blocks[]>();

/** Lists of the blocks that stand side by side: the outermost, then those within each block. */
export function siblingsOf(document: Document): readonly Blocks[] {
  const known = walkedSiblings.get(document);
  if (known !== undefined) return known;
  const inner = blocksOf(document).map(innerBlocks);
  const lists = [outermost(document), ...inner.filter((blocks) => blocks.length > 0)];
  walkedSiblings.set(document, lists);
  return lists;
}

/** The pictures that a block shows, without those of blocks in it. */
export function picturesOf(block: Block): readonly Picture[] {
  const right = (all: readonly Held[]): readonly Picture[] =>
    all.flatMap((held) =>
      held.type === 'picture' ? [held.picture.value] : held.type === 'part' ? right(held.held) : [],
    );
  return right(heldBy(block));
}
