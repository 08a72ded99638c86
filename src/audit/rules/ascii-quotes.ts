import type { Language } from '../../language/language.ts';
import { knownLanguage } from '../../language/languages.ts';
import { englishName } from '../../language/tags.ts';
import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** Printed quotation marks are those of the language, where it has its own. Behind a digit they are inches. */
export const asciiQuotes: DocumentRule = {
  code: 'ascii-quotes',
  title: 'Straight quotation marks',
  why: 'Print of good quality has the marks of its language; straight ones do not show where a quotation begins and ends.',
  applies: 'Texts in languages with quotation marks of their own.',
  severity: 'warning',
  says: 'A text has straight quotation marks, though its language has marks of its own in print.',
  mend: 'Write the marks of the language, such as „ and “ in Georgian.',
  check({ document }) {
    return findPattern(document, /(?<!\d)"/g, (_, { lang }) => reportFor(knownLanguage(lang)));
  },
};

function reportFor(language: Language | null): { message: string; hint: string } | null {
  if (language === null || !language.quotes.straightIsFault) return null;
  const { open, close, example } = language.quotes;
  const hint = `${englishName(language.tag)} uses ${open} and ${close}: write ${open}${example}${close}.`;
  return { message: 'Straight quotation marks', hint };
}
