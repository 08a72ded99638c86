import { knownLanguage } from '../../language/languages.ts';
import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/**
 * What is written twice in a row, folded: other texts repeat nothing. Letters as Unicode has them take ten times as long to look for.
 */
const alike = /(?:^|[^a-z0-9\u10d0-\u10ff])(\S{2,62}) +\1(?![a-z0-9\u10d0-\u10ff])/;

export const repeatedWord: DocumentRule = {
  code: 'repeated-word',
  title: 'Word written twice',
  why: 'Readers stumble; often another word is missing.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'A word is written twice in a row.',
  mend: 'Remove one of the two.',
  check({ document }) {
    return findPattern(
      document,
      /(?<![\p{L}\p{N}’'-])(\p{L}[\p{L}\p{M}]+) +\1(?![\p{L}\p{N}’'-])/giu,
      (found, { lang }) => {
        const [word = ''] = found.split(' ');
        const isMeant = knownLanguage(lang)?.wording.twice.includes(word.toLowerCase()) === true;
        // A letter or a number may be a name; so may a word in capitals: “Pago Pago”.
        if (isMeant || found.split(/ +/).every((each) => /^\p{Lu}/u.test(each))) return null;
        return { message: `“${word}” is written twice`, hint: `Remove one “${word}”.` };
      },
      ({ value }) => alike.test(folded(value)),
    );
  },
};

/** Letters that are one letter in different cases are alike then: ß and ẞ, σ and ς. */
function folded(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}
