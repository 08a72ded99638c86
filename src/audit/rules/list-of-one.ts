import { placeOf } from '../../model/place.ts';
import { blocksOf } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';

/** A list that somebody has written as one; lists that a template makes of records may have one by chance. */
export const listOfOne: DocumentRule = {
  code: 'list-of-one',
  title: 'List of one item',
  why: 'Listeners hear of a list and wait for its other items.',
  applies: 'Lists.',
  severity: 'warning',
  says: 'A list has one item.',
  mend: 'Write it as a sentence.',
  *check({ document }) {
    for (const block of blocksOf(document)) {
      if (block.type !== 'list' || block.items.length !== 1 || block.look !== null) continue;
      // By the notation in a text, or as a block; a field of several texts may have one by chance.
      const isWritten = /(?<!\[0\])\.[a-z]{2,3}(?:-\w+)?$|blocks\[\d+\](?:\.items\[0\]\.\w+)?$/.test(
        block.from.path ?? '',
      );
      if (!isWritten) continue;
      yield { at: placeOf(block), message: 'The list has one item.', hints: ['Write it as a sentence.'] };
    }
  },
};
