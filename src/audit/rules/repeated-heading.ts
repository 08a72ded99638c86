import type { Place } from '../../diagnostics.ts';
import type { Blocks } from '../../model/document.ts';
import { placeOf, textPlace } from '../../model/place.ts';
import { plain } from '../../model/walk.ts';
import type { DocumentFinding, DocumentRule } from '../rule.ts';
import { sectionsOf } from '../sections.ts';

/** Sisters with the same heading cannot be told apart in a list of headings. */
export const repeatedHeading: DocumentRule = {
  code: 'repeated-heading',
  title: 'Two sections with one heading',
  why: 'In the contents and in lists of headings nobody can tell which is which.',
  applies: 'Sections side by side.',
  severity: 'warning',
  says: 'Two sections side by side have the same heading.',
  mend: 'Give each section its own heading.',
  clause: 'WCAG 2.2, 2.4.6',
  *check({ document }) {
    yield* repeatedIn(document.body);
    for (const { section } of sectionsOf(document)) yield* repeatedIn(section.blocks);
  },
};

function* repeatedIn(blocks: Blocks): Generator<DocumentFinding> {
  const seen = new Map<string, Place>();
  for (const block of blocks) {
    if (block.type !== 'section') continue;
    const heading = plain(block.title).trim();
    const at = textPlace(block.title) ?? placeOf(block);
    const before = seen.get(heading);
    if (before === undefined) seen.set(heading, at);
    else {
      const related = [{ at: before, message: 'The first one is here.' }];
      const hints = ['Give each of the two sections its own heading.'];
      yield { at, message: `Two sections side by side have the heading ‘${heading}’.`, hints, related };
    }
  }
}
