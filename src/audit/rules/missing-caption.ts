import { placeOf } from '../../model/place.ts';
import { blocksOf } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';

/** Who jumps from table to table, or sees a chart alone, hears by its caption what it is. */
export const missingCaption: DocumentRule = {
  code: 'missing-caption',
  title: 'Table or chart without a caption',
  why: 'In a list of tables nobody can tell what it is about, and listeners must go through it to know.',
  applies: 'Tables and charts.',
  severity: 'warning',
  says: 'A table or a chart does not have a caption.',
  mend: 'Add a caption that says what it contains or shows.',
  clause: 'WCAG 2.2, 1.3.1',
  *check({ document }) {
    for (const block of blocksOf(document)) {
      if ((block.type !== 'table' && block.type !== 'chart') || block.caption !== null) continue;
      const hint =
        block.type === 'table' ? 'Add a caption that says what it contains.' : 'Add a caption that says what it shows.';
      yield { at: placeOf(block), message: `The ${block.type} does not have a caption.`, hints: [hint] };
    }
  },
};
