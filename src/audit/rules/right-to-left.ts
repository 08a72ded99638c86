import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** Letters that are written from right to left. */
const letters = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]+/gu;

/**
 * HTML and Word order mixed directions themselves (Unicode Standard Annex 9). The PDF is read aloud and copied in the
 * right order, but paints each word where it stands in the text.
 */
export const rightToLeft: DocumentRule = {
  code: 'right-to-left',
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
      (piece) => !piece.unpainted,
    );
  },
};
