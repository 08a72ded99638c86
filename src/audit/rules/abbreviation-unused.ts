import { textPlace } from '../../model/place.ts';
import { plain } from '../../model/walk.ts';
import { abbreviationsOf } from '../abbreviations.ts';
import type { DocumentRule } from '../rule.ts';
import { runsOf } from '../runs.ts';

export const abbreviationUnused: DocumentRule = {
  code: 'abbreviation-unused',
  title: 'Listed abbreviation that no text uses',
  why: 'Readers go through a list that is longer than the document needs.',
  applies: 'Entries of lists of abbreviations.',
  severity: 'warning',
  says: 'The list of abbreviations has one that no text uses.',
  mend: 'Remove it from the list.',
  *check({ document }) {
    const listed = [...abbreviationsOf(document)];
    if (listed.length === 0) return;
    const within = new Set(listed.flatMap(({ list, details }) => [list, ...details]));
    const texts = runsOf(document).filter(({ block }) => block === null || !within.has(block));
    const all = texts.map(({ text }) => text).join('\n');
    for (const { term, at } of listed) {
      const name = plain(term).trim();
      if (all.includes(name)) continue;
      const message = `“${name}” is in the list of abbreviations, and no text uses it.`;
      yield { at: textPlace(term) ?? at, message, hints: ['Remove it from the list.'] };
    }
  },
};
