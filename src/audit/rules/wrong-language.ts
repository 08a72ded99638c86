import { englishName } from '../../language/tags.ts';
import { shortened } from '../../text.ts';
import { foreignIn, otherTongue } from '../foreign.ts';
import type { DocumentRule } from '../rule.ts';

/** A whole text in the letters of another language: most often it stands in the wrong field. */
export const wrongLanguage: DocumentRule = {
  code: 'wrong-language',
  title: 'Text in the field of another language',
  why: 'The edition has a text that its readers do not understand, read out with the wrong voice.',
  applies: 'Whole texts.',
  severity: 'warning',
  says: 'A text is written in another language than the one that it is given for.',
  mend: 'Put it into the field of its language, or mark it: [words]{lang=en}.',
  clause: 'WCAG 2.2, 3.1.2',
  *check({ document }) {
    for (const { value, lang, from } of foreignIn(document).values()) {
      const name = englishName(lang);
      const other = otherTongue(value, lang);
      const has = other === null ? `has no letter of ${name}` : `reads as ${englishName(other)}`;
      const message = `The text ${has}, and is given as ${name}: ‘${shortened(value, 41)}’.`;
      const hint = `Write it in ${name}, or put it into the field of its own language; mark what is quoted: [words]{lang=…}.`;
      yield { at: from, message, hints: [hint] };
    }
  },
};
