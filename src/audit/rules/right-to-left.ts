import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** Whose letters are written from right to left. */
const scripts = ['Hebr', 'Arab', 'Syrc', 'Thaa', 'Nkoo'] as const;
const letters = new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]+`, 'gu');

/**
 * HTML and Word order mixed directions themselves (Unicode Standard Annex 9). The PDF is read aloud and copied in the
 * right order, but paints each word where it stands in the text.
 */
export const rightToLeft: DocumentRule = {
  code: 'right-to-left',
  title: 'Text from right to left',
  why: 'The PDF paints such text word by word from the left, so that those who read it see the words in the wrong order.',
  applies: 'Texts with Hebrew, Arabic, Syriac, Thaana or N’Ko letters.',
  severity: 'warning',
  says: 'A text has letters that are written from right to left, which the PDF paints word by word from the left.',
  mend: 'Check the text in the PDF, or write it in Latin letters.',
  check({ document }) {
    const report = {
      message: 'Text from right to left, which the PDF paints word by word from the left,',
      hint: 'Check it in the PDF, or write it in Latin letters.',
    };
    return findPattern(
      document,
      letters,
      () => report,
      ({ unpainted, scripts: found }) => !unpainted && scripts.some((script) => found.has(script)),
    );
  },
};
