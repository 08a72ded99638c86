import { placeOf } from '../../model/place.ts';
import type { DocumentRule } from '../rule.ts';
import { dataCellsOf, textOf } from '../tables.ts';

/** Ticks, crosses, dots, stars, arrows. */
const marks = /^(?:[\p{So}\p{Sm}●○◆◇■□▲▼★☆✓√✗✘×•→←↑↓ ]|\ufe0f)+$/u;

export const markAlone: DocumentRule = {
  code: 'mark-alone',
  title: 'Mark without words in a cell',
  why: 'Screen readers read marks such as ✓ out differently or not at all, so that the value is lost.',
  applies: 'Data cells of tables.',
  severity: 'warning',
  says: 'A cell says by a mark alone what it means, and screen readers read marks out differently, or not at all.',
  mend: 'Write the meaning in words.',
  clause: 'WCAG 2.2, 1.1.1',
  *check({ document }) {
    for (const cell of dataCellsOf(document)) {
      const text = textOf(cell);
      if (text === '' || !marks.test(text)) continue;
      const hint = 'Write the meaning in words: “yes”, “done”. A "status" draws a mark beside them.';
      yield {
        at: placeOf(cell),
        message: `The cell says by a mark alone what it means: ‘${text}’.`,
        hints: [hint],
      };
    }
  },
};
