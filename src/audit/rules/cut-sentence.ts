import type { Block } from '../../model/document.ts';
import { placeOf, textPlace } from '../../model/place.ts';
import { blocksOf, innerBlocks, plain } from '../../model/walk.ts';
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
    const labels = new Set<Block>();
    for (const block of blocksOf(document)) {
      if (labelled.has(block.type)) for (const inner of innerBlocks(block)) labels.add(inner);
      if (block.type !== 'paragraph' || labels.has(block)) continue;
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

/** In these what stands right in them may be labels. */
const labelled: ReadonlySet<Block['type']> = new Set(['list', 'terms', 'table', 'chart']);
