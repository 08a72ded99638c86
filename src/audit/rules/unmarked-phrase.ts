import { placeKey } from '../../diagnostics.ts';
import { scriptOf } from '../../language/script.ts';
import { englishName } from '../../language/tags.ts';
import { foreignIn } from '../foreign.ts';
import { isProse, wordsIn } from '../letters.ts';
import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';
import { isOfData } from '../texts.ts';

/** A Georgian ending may stand behind a hyphen: „random sampling-ით“. Two words of small Latin letters or more: “cash for work”. Names are written with capitals, and stand in texts of all languages. */
const phrase =
  /(?<![\p{L}\p{N}@/_.-])(?:\p{Script=Latn}+ )?[a-zß-öø-ÿ]{2,}(?:[ ’'-]\p{Script=Latn}{2,}){1,12}(?![\p{L}\p{N}@/_]|\.[\p{L}\p{N}]|-[\p{Script=Latn}\p{N}])/gu;

export const unmarkedPhrase: DocumentRule = {
  code: 'unmarked-phrase',
  title: 'Latin words without a mark',
  why: 'A screen reader with a Georgian voice spells the words or says them so that nobody understands.',
  applies: 'Texts in scripts other than Latin.',
  severity: 'warning',
  says: 'Words in Latin letters are not marked in a text of another script, so that they are read out wrongly.',
  mend: 'Mark the words: [words]{lang=en}.',
  clause: 'WCAG 2.2, 3.1.2',
  check({ document }) {
    const whole = foreignIn(document);
    return findPattern(
      document,
      phrase,
      (found, { lang }) => {
        if (!/^\p{Script=Latn}/u.test(found) || !isProse(wordsIn(found))) return null;
        return {
          message: `Words in Latin letters are not marked, so that they are read out as ${englishName(lang)},`,
          hint: `Write [${found.trim()}]{lang=en} if they are English, or translate them.`,
        };
      },
      ({ lang, from, mixed, scripts }) =>
        mixed !== true &&
        !whole.has(placeKey(from)) &&
        scriptOf(lang) !== 'Latn' &&
        isOfData(from) &&
        scripts.has('Latn'),
    );
  },
};
