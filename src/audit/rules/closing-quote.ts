import { findPattern } from '../pattern.ts';
import type { Rule } from '../rule.ts';
import { isGeorgian } from '../texts.ts';

/** What „ opens, “ (U+201C) closes; ” (U+201D) is the English or Polish closing mark. */
export const closingQuote: Rule = {
  code: 'closing-quote',
  severity: 'warning',
  says: 'A Georgian quotation ends with the English mark ”.',
  mend: 'End it with “ (U+201C).',
  check({ document }) {
    const said = { message: 'A quotation that ends with ”', hint: 'In Georgian “ (U+201C) closes what „ opened.' };
    return findPattern(
      document,
      /„[^„“”]*”/g,
      () => said,
      ({ lang }) => isGeorgian(lang),
    );
  },
};
