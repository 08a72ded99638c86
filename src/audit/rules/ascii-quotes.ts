import { findPattern } from '../pattern.ts';
import type { Rule } from '../rule.ts';
import { isGeorgian } from '../texts.ts';

/** Georgian quotation marks are „ and “ (U+201E, U+201C). */
export const asciiQuotes: Rule = {
  code: 'ascii-quotes',
  severity: 'warning',
  says: 'A Georgian text has straight quotation marks.',
  mend: 'Write „ and “ instead.',
  check({ document }) {
    const said = { message: 'Straight quotation marks', hint: 'Georgian uses „ and “: write „სათაური“.' };
    return findPattern(
      document,
      /"/g,
      () => said,
      ({ lang }) => isGeorgian(lang),
    );
  },
};
