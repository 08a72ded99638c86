import { placeOf, textPlace } from '../../model/place.ts';
import { plain } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';
import { sectionsOf } from '../sections.ts';

/** Characters: two lines of a list of headings. */
const longest = 150;

export const headingTooLong: DocumentRule = {
  code: 'heading-too-long',
  title: 'Heading as long as a paragraph',
  why: 'Lists of headings, the contents and bookmarks cannot be looked through.',
  applies: 'Headings of sections.',
  severity: 'warning',
  says: 'A heading is so long that it is a paragraph.',
  mend: 'Say in a few words what the section is about, and the rest in its text.',
  clause: 'WCAG 2.2, 2.4.6',
  *check({ document }) {
    for (const { section } of sectionsOf(document)) {
      const { length } = [...plain(section.title)];
      if (length <= longest) continue;
      const message = `The heading has ${length} characters: it is a paragraph.`;
      const hint = `Say in at most ${longest} characters what the section is about, and the rest in its text.`;
      yield { at: textPlace(section.title) ?? placeOf(section), message, hints: [hint] };
    }
  },
};
