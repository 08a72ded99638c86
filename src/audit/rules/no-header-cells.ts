import { placeOf } from '../../model/place.ts';
import type { DocumentRule } from '../rule.ts';
import { tablesOf } from '../tables.ts';

export const noHeaderCells: DocumentRule = {
  code: 'no-header-cells',
  title: 'Table without header cells',
  why: 'Listeners hear values without what they are values of.',
  applies: 'Tables of two or more rows and columns.',
  severity: 'error',
  says: 'A table has no header cells, so that its values are read out without what they are values of.',
  mend: 'Give the columns heads, or the rows.',
  clause: 'WCAG 2.2, 1.3.1',
  *check({ document }) {
    for (const table of tablesOf(document)) {
      const rows = [...table.head, ...table.body, ...table.foot];
      // A table of one cell is another fault.
      if (rows.length < 2 && table.columns.length < 2) continue;
      if (rows.some(({ cells }) => cells.some(({ scope }) => scope !== null))) continue;
      const message = 'The table has no header cells: its values are read out without what they are values of.';
      yield { at: placeOf(table), message, hints: ['Give the columns heads, or the rows.'] };
    }
  },
};
