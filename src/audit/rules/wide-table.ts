import { placeOf } from '../../model/place.ts';
import { blocksOf } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';

/** On an upright page more columns are narrower than a Georgian word in the size of tables. */
const mostColumns = 8;

export const wideTable: DocumentRule = {
  code: 'wide-table',
  title: 'Table too wide for the page',
  why: 'Columns become so narrow that words break; those who enlarge the page scroll in two directions.',
  applies: 'Tables.',
  severity: 'warning',
  says: 'A table has more columns than an upright page has room for.',
  mend: 'Write "wide": true for a page in landscape, or split the table.',
  *check({ document }) {
    for (const block of blocksOf(document)) {
      if (block.type !== 'table' || block.wide || block.columns.length <= mostColumns) continue;
      const message = `The table has ${block.columns.length} columns, too many for an upright page.`;
      const hints = ['Write "wide": true for a page in landscape, or split the table.'];
      yield { at: placeOf(block), message, hints };
    }
  },
};
