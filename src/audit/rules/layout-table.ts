import { placeOf } from '../../model/place.ts';
import type { DocumentRule } from '../rule.ts';
import { tablesOf } from '../tables.ts';

/** Readers announce a table, count its rows and columns, and offer ways through it; for a box this is noise. */
export const layoutTable: DocumentRule = {
  code: 'layout-table',
  title: 'Table of one cell',
  why: 'Listeners hear of a table with one row and one column, and look for its meaning.',
  applies: 'Tables.',
  severity: 'error',
  says: 'A table of one cell is a box around words, and read out as a table.',
  mend: 'Write the words as a text, or as an aside.',
  clause: 'WCAG 2.2, 1.3.1',
  *check({ document }) {
    for (const table of tablesOf(document)) {
      if (table.columns.length > 1 || table.body.length + table.foot.length > 1) continue;
      const message = 'The table has one cell: it is a box around words, and is read out as a table.';
      const hint = 'Write the words as a text; { "type": "aside", "look": "callout", … } sets them apart.';
      yield { at: placeOf(table), message, hints: [hint] };
    }
  },
};
