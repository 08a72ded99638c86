import type { Inlines } from '../../model/document.ts';
import { blocksOf, plain } from '../../model/walk.ts';
import type { Rule } from '../rule.ts';
import { excerpt } from '../texts.ts';

/**
 * Running text that ends on a letter, a comma or a conjunction was cut off. Short paragraphs may be labels, and an item of
 * a list may lead on to the next, so that only paragraphs of more than `shortest` characters are judged, outside lists.
 */
const shortest = 80;

export const cutSentence: Rule = {
  code: 'cut-sentence',
  severity: 'warning',
  *check(document) {
    const inLists = new Set<unknown>();
    for (const block of blocksOf(document)) {
      if (block.type === 'list') for (const item of block.items) for (const inner of item.blocks) inLists.add(inner);
      if (block.type !== 'paragraph' || inLists.has(block)) continue;
      const text = plain(block.children).trim();
      if (text.length <= shortest || !/[\p{L}\p{M},–-]$/u.test(text)) continue;
      const end = excerpt(text, text.length, 0);
      const at = lastPlace(block.children) ?? block.at;
      yield { at, message: `The sentence seems to be cut off: ‘${end}’.`, hints: ['End it, with a full stop.'] };
    }
  },
};

function lastPlace(inlines: Inlines) {
  const last = inlines.at(-1);
  return last?.type === 'text' ? last.from : null;
}
