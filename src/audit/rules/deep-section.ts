import { placeOf } from '../../model/place.ts';
import type { DocumentRule } from '../rule.ts';
import { sectionsOf } from '../sections.ts';

/** HTML and PDF 1.7 have six levels of headings, and the title takes the first. */
const deepest = 5;

export const deepSection: DocumentRule = {
  code: 'deep-section',
  title: 'Section nested too deeply',
  why: 'Formats have six levels of headings; a deeper one is not a heading to a screen reader.',
  applies: 'Sections.',
  severity: 'error',
  says: 'A section is nested more deeply than the formats have levels of headings.',
  mend: 'Move the section one level up, or make it a list.',
  *check({ document }) {
    for (const { section, depth } of sectionsOf(document)) {
      if (depth !== deepest + 1) continue;
      const message = `This section is at level ${depth}; headings have at most ${deepest} levels under the title.`;
      yield { at: placeOf(section), message, hints: ['Move it one level up, or make it a list.'] };
    }
  },
};
