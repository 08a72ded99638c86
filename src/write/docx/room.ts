/**
 * About how much of a page blocks take in Word, which lays them out itself: enough to see whether a chapter leaves most of its
 * page white.
 */
import type { Block, Blocks, Inlines } from '../../model/document.ts';
import { type Held, heldBy } from '../../model/kinds.ts';
import type { Table } from '../../model/table.ts';
import { innerBlocks, plain } from '../../model/walk.ts';
import { textArea } from '../../theme/page-size.ts';
import type { StyleName, Theme } from '../../theme/theme.ts';
import { linesOf } from './measure.ts';
import { fittedIn, pictureBox } from './pictures.ts';

/** In points. `width` is that of the column. */
export function roomOf(blocks: Blocks, width: number, theme: Theme): number {
  return blocks.reduce((sum, block) => sum + heightOf(block, width, theme), 0);
}

/** In large print what takes a good part of a page may go on over its end: kept together it leaves the page before it white. */
export function isHigh(block: Block, width: number, theme: Theme): boolean {
  return theme.large !== null && takesMore(highest, block, width, theme);
}

/** Whether a block takes more than a part of a page, from 0 to 1. */
export function takesMore(part: number, block: Block, width: number, theme: Theme): boolean {
  return roomOf([block], width, theme) > textArea(theme.page).height * part;
}

const highest = 0.4;

/** A chart, whose size is known when it is drawn, as a share of the page. */
const drawn = 0.35;

function heightOf(block: Block, width: number, theme: Theme): number {
  switch (block.type) {
    case 'section':
      return textHeight(block.title, 'h1', width, theme) + roomOf(block.blocks, width, theme);
    case 'table':
      return tableHeight(block, width, theme);
    case 'figure': {
      const { value: picture } = block.image.picture;
      const { height } = fittedIn(picture, pictureBox(block, width, width, theme));
      return height + heldHeight(heldBy(block), width, theme);
    }
    case 'chart':
      return drawn * textArea(theme.page).height + textHeight(block.caption, 'small', width, theme);
    case 'columns': {
      const own = width / Math.max(1, block.columns.length);
      return Math.max(0, ...block.columns.map((column) => roomOf(column, own, theme)));
    }
    case 'contents':
      return block.entries.length * 2 * theme.styles.body.page.leading;
  }
  // All others are as high as what they hold.
  return heldHeight(heldBy(block), width, theme);
}

function heldHeight(held: readonly Held[], width: number, theme: Theme): number {
  return held.reduce((sum, each) => {
    if (each.type === 'blocks') return sum + roomOf(each.blocks, width, theme);
    if (each.type === 'part') return sum + heldHeight(each.held, width, theme);
    return each.type === 'inlines' ? sum + textHeight(each.inlines, 'body', width, theme) : sum;
  }, 0);
}

function textHeight(inlines: Inlines | null, style: StyleName, width: number, theme: Theme): number {
  if (inlines === null) return 0;
  const { leading, after } = theme.styles[style].page;
  return linesOf(plain(inlines), style, width, theme) * leading + after;
}

/** Rows as high as their highest cell, and the room around their words. */
function tableHeight({ caption, columns, head, body, foot }: Table, width: number, theme: Theme): number {
  const rows = [...head, ...body, ...foot].map(({ cells }) => {
    const heights = cells.map(({ blocks }, index) => {
      const own = width * (columns[index]?.share ?? 1);
      return blocks
        .flatMap((block) => [block, ...innerBlocks(block)])
        .reduce((sum, block) => {
          return sum + (block.type === 'paragraph' ? textHeight(block.children, 'small', own, theme) : 0);
        }, 0);
    });
    return Math.max(theme.styles.small.page.leading, ...heights) * 1.4;
  });
  return rows.reduce((sum, row) => sum + row, textHeight(caption, 'body', width, theme));
}
