import type { Block, Blocks, Table } from '../../model/document.ts';
import { placeOf, textPlace } from '../../model/place.ts';
import { blocksOf, plain } from '../../model/walk.ts';
import type { Rule } from '../rule.ts';
import { excerpt } from '../texts.ts';

/**
 * Running text that ends on a letter, a comma or a conjunction was cut off. Short paragraphs may be labels, and an item of
 * a list may lead on to the next, so that only paragraphs of more than `shortest` characters are judged, outside
 * of lists, tables and terms.
 */
const shortest = 80;

export const cutSentence: Rule = {
  code: 'cut-sentence',
  severity: 'warning',
  *check(document) {
    const parts = new Set<Block>();
    for (const block of blocksOf(document)) {
      for (const inner of partsOf(block)) parts.add(inner);
      if (block.type !== 'paragraph' || parts.has(block)) continue;
      const text = plain(block.children).trim();
      if (text.length <= shortest || !/[\p{L}\p{M},–-]$/u.test(text)) continue;
      const end = excerpt(text, text.length, 0);
      const at = textPlace(block.children, 'last') ?? placeOf(block);
      yield {
        at,
        message: `The sentence seems to be cut off: ‘${end}’.`,
        hints: ['Complete the sentence and end it with a full stop.'],
      };
    }
  },
};

/** Blocks that need not be sentences. */
function partsOf(block: Block): Blocks {
  switch (block.type) {
    case 'list':
      return block.items.flatMap((item) => item.blocks);
    case 'terms':
      return block.items.flatMap((item) => item.details);
    case 'table':
      return cellsOf(block);
    case 'chart':
      return cellsOf(block.table);
    default:
      return [];
  }
}

function cellsOf({ head, body, foot }: Table): Blocks {
  return [head, body, foot].flat().flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks));
}
