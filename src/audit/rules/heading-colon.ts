import { placeOf, textPlace } from '../../model/place.ts';
import { plain } from '../../model/walk.ts';
import type { DocumentRule } from '../rule.ts';
import { sectionsOf } from '../sections.ts';

export const headingColon: DocumentRule = {
  code: 'heading-colon',
  title: 'Heading with a colon at its end',
  why: 'In the contents and in lists of headings nothing follows the colon.',
  applies: 'Headings of sections.',
  severity: 'warning',
  says: 'A heading ends with a colon, though nothing follows it in the contents and in lists of headings.',
  mend: 'Remove the colon.',
  *check({ document }) {
    for (const { section } of sectionsOf(document)) {
      const heading = plain(section.title).trim();
      if (!/[:;,]$/.test(heading)) continue;
      const message = `The heading ‘${heading}’ ends with “${heading.at(-1)}”.`;
      yield { at: textPlace(section.title, 'last') ?? placeOf(section), message, hints: ['Remove the mark.'] };
    }
  },
};
