/** Word has no lists, only numbered paragraphs: this finds the lists that they make, and the quotes of quoting paragraphs. */

import type { Numbering } from '../../finished/docx/styles.ts';
import type { UnsettledNode } from '../settle.ts';

/** A block as it stands in the file. */
export interface Flat {
  readonly parts: readonly UnsettledNode[];
  readonly numbering: Numbering | null;
  /** The number that Word shows; null without one. */
  readonly number: number | null;
  /** For a paragraph without a number that goes on with an item: the item's level. */
  readonly continues: number | null;
  /** For a table that stands in: as far as the text of the item that it goes on with; in twips. */
  readonly indent: number | null;
  readonly quoted: boolean;
}

interface OpenList {
  readonly numbering: Numbering;
  readonly items: UnsettledNode[];
  /** What the last item holds. */
  last: UnsettledNode[];
}

/** Deeper levels nest in the item before; another instance at the same level is another list. */
export function nest(blocks: readonly Flat[]): UnsettledNode[] {
  const top: UnsettledNode[] = [];
  const open: OpenList[] = [];
  let quote: UnsettledNode[] | null = null;
  for (const block of blocks) {
    if (block.indent !== null) closeBeyond(block.indent, open);
    else if (block.numbering === null) closeBelow(block.continues ?? -1, open);
    else startItem(block.numbering, block.number, open, top);
    const place = open.at(-1)?.last ?? top;
    if (!block.quoted) {
      quote = null;
      for (const part of block.parts) place.push(part);
    } else if (quote === null) {
      quote = [...block.parts];
      place.push({ role: 'quote', parts: quote });
    } else {
      for (const part of block.parts) quote.push(part);
    }
  }
  return top;
}

function startItem(numbering: Numbering, number: number | null, open: OpenList[], top: UnsettledNode[]): void {
  closeBelow(numbering.level, open);
  const current = open.at(-1);
  if (current?.numbering.level === numbering.level && !isSame(current.numbering, numbering)) open.pop();
  if (open.at(-1)?.numbering.level !== numbering.level) {
    const items: UnsettledNode[] = [];
    (open.at(-1)?.last ?? top).push({ role: 'list', ordered: numbering.ordered, parts: items });
    open.push({ numbering, items, last: [] });
  }
  const list = open.at(-1);
  if (list === undefined) return;
  list.last = [];
  list.items.push({ role: 'item', ...(number === null ? {} : { number }), parts: list.last });
}

function closeBelow(level: number, open: OpenList[]): void {
  while ((open.at(-1)?.numbering.level ?? -1) > level) open.pop();
}

function closeBeyond(indent: number, open: OpenList[]): void {
  while ((open.at(-1)?.numbering.indent ?? 0) > indent) open.pop();
}

const isSame = (one: Numbering, other: Numbering): boolean => one.id === other.id && one.ordered === other.ordered;
