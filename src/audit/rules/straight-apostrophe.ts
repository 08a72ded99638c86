import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

export const straightApostrophe: DocumentRule = {
  code: 'straight-apostrophe',
  title: 'Straight apostrophe',
  why: 'Print of good quality has a curved one; searching for the word with it does not find this one.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'A text has a straight apostrophe, and print has a curved one.',
  mend: 'Write ’ (U+2019).',
  check({ document }) {
    const report = { message: 'A straight apostrophe or quotation mark', hint: 'Write ’ (U+2019).' };
    return findPattern(
      document,
      /(?<=\p{L})'(?=\p{L})|(?<=\p{L}s)'(?=\s)|(?<=\s|^)'(?=\p{L})/gu,
      () => report,
      ({ value }) => value.includes("'"),
    );
  },
};
