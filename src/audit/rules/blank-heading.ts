import { placeOf, textPlace } from '../../model/place.ts';
import { plain } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';
import { sectionsOf } from '../sections.ts';

/** A heading without words is announced and says nothing. */
export const blankHeading: DocumentRule = {
  code: 'blank-heading',
  title: 'Title or heading without words',
  why: 'Whoever goes from heading to heading arrives at nothing, and the contents have an empty entry.',
  applies: 'Titles of documents and headings of sections.',
  severity: 'error',
  says: 'The title of the document or the heading of a section has no words.',
  mend: 'Give it words.',
  clause: 'WCAG 2.2, 2.4.6',
  *check({ document }) {
    const { title } = document.cover;
    const hints = ['Give it words.'];
    if (isBlank(plain(title.children)))
      yield { at: placeOf(title), message: 'The title of the document is blank.', hints };
    for (const { section } of sectionsOf(document)) {
      if (isBlank(plain(section.title)))
        yield {
          at: textPlace(section.title) ?? placeOf(section),
          message: 'The heading of this section is blank.',
          hints,
        };
    }
  },
};

function isBlank(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
