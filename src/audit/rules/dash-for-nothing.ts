import { placeOf } from '../../model/place.ts';
import { descend, inlinesOf } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';
import { dataCellsOf, textOf } from '../tables.ts';

const nothing = /^(?:[-–—‒−]+|n\/?a\.?|n\.a\.|\.{1,3}|…|x)$/iu;

/** A value that there is none of is null in the data: the reader writes a dash for the eye, and words for the ear. */
export const dashForNothing: DocumentRule = {
  code: 'dash-for-nothing',
  title: 'Dash for a missing value',
  why: 'A screen reader passes over the dash or says “dash”: listeners cannot know that the value is missing.',
  applies: 'Data cells of tables.',
  severity: 'warning',
  says: 'A cell has a dash, or letters, for a value that there is none of: a screen reader passes over it, or says “dash”.',
  mend: 'Leave the value of the cell out: readers see a dash and hear that there is no data.',
  clause: 'WCAG 2.2, 1.3.1',
  *check({ document }) {
    for (const cell of dataCellsOf(document)) {
      const text = textOf(cell);
      if (!nothing.test(text)) continue;
      const isMissing = descend(cell.blocks).some((block) => inlinesOf(block).some(({ type }) => type === 'missing'));
      if (isMissing) continue;
      const hint =
        'Leave the value of the cell out: write {} or "number": null. Readers see a dash and hear that there is no data.';
      yield {
        at: placeOf(cell),
        message: `‘${text}’ in a cell stands for a value that there is none of.`,
        hints: [hint],
      };
    }
  },
};
