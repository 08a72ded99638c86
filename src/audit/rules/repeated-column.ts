import { placeOf } from '../../model/place.ts';
import type { DocumentRule } from '../rule.ts';
import { headsOf, tablesOf, textOf } from '../tables.ts';

export const repeatedColumn: DocumentRule = {
  code: 'repeated-column',
  title: 'Two columns with one head',
  why: 'Listeners hear the same head before both values and cannot tell them apart.',
  applies: 'Tables with head cells.',
  severity: 'warning',
  says: 'Two columns of a table have the same head, so that nobody who listens can tell them apart.',
  mend: 'Give each column a head of its own.',
  clause: 'WCAG 2.2, 1.3.1',
  *check({ document }) {
    for (const table of tablesOf(document)) {
      const seen = new Set<string>();
      for (const [column, cells] of headsOf(table).entries()) {
        const last = cells.at(-1);
        const name = [...new Set(cells)]
          .map(textOf)
          .filter((text) => text !== '')
          .join(' / ');
        if (last === undefined || name === '') continue;
        if (seen.has(name)) {
          const message = `Two columns of the table have the head ‘${name}’.`;
          yield { at: placeOf(last), message, hints: [`Give column ${column + 1} a head of its own.`] };
        }
        seen.add(name);
      }
    }
  },
};
