import { allLanguages, knownLanguage } from '../../language/languages.ts';
import { englishName } from '../../language/tags.ts';
import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** A quotation is closed by the mark of its language, and not by that of another one that opens it alike. */
export const closingQuote: DocumentRule = {
  code: 'closing-quote',
  title: 'Quotation closed by the mark of another language',
  why: 'The mark opens a quotation in other languages: readers look for its end.',
  applies: 'Texts in languages whose closing mark is often mistaken, such as Georgian.',
  severity: 'warning',
  says: 'A quotation ends with the mark of another language, such as ” in Georgian.',
  mend: 'End it with the mark of its own language, such as “ (U+201C) in Georgian.',
  *check({ document }) {
    for (const language of allLanguages) {
      const { open, close, mistakenClose: wrong } = language.quotes;
      if (wrong === null) continue;
      yield* findPattern(
        document,
        new RegExp(`${open}[^${open}${close}${wrong}]*${wrong}`, 'gu'),
        () => ({
          message: `A quotation that ends with ${wrong}`,
          hint: `In ${englishName(language.tag)} ${close} (${codePoint(close)}) closes what ${open} opened.`,
        }),
        ({ lang }) => knownLanguage(lang) === language,
      );
    }
  },
};

function codePoint(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
