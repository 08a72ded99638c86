import { placeOf } from '../../model/place.ts';
import { plain } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';
import { sectionsOf } from '../sections.ts';

/** A heading promises something; a reader who jumps to it should find it. */
export const emptySection: DocumentRule = {
  code: 'empty-section',
  title: 'Heading with nothing after it',
  why: 'Whoever goes to the heading finds nothing, and cannot know whether a part is missing.',
  applies: 'Sections.',
  severity: 'warning',
  says: 'Nothing follows a heading.',
  mend: 'Write the text of the section, or remove its heading.',
  *check({ document }) {
    for (const { section } of sectionsOf(document)) {
      if (section.blocks.length > 0) continue;
      const message = `Nothing follows the heading ‘${plain(section.title).trim()}’.`;
      yield { at: placeOf(section), message, hints: ['Write the text of the section, or remove its heading.'] };
    }
  },
};
