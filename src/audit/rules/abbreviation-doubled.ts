import { textPlace } from '../../model/place.ts';
import { plain } from '../../model/walk.ts';
import { abbreviationsOf } from '../abbreviations.ts';
import type { DocumentRule } from '../rule.ts';

export const abbreviationDoubled: DocumentRule = {
  code: 'abbreviation-doubled',
  title: 'Abbreviation listed twice',
  why: 'Whoever looks an abbreviation up finds two entries and cannot know which one is right.',
  applies: 'Entries of lists of abbreviations.',
  severity: 'error',
  says: 'The list of abbreviations has one twice.',
  mend: 'Remove one of the two.',
  *check({ document }) {
    const seen = new Set<string>();
    for (const { term, at } of abbreviationsOf(document)) {
      const name = plain(term).trim();
      if (seen.has(name))
        yield {
          at: textPlace(term) ?? at,
          message: `The list of abbreviations has “${name}” twice.`,
          hints: ['Remove one of the two.'],
        };
      seen.add(name);
    }
  },
};
