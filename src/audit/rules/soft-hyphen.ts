import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** A soft hyphen that came along from a program that hyphenates: it is in the way of searching, and some readers say it. */
export const softHyphen: DocumentRule = {
  code: 'soft-hyphen',
  title: 'Soft hyphen in a word',
  why: 'Nobody sees it, searching does not find the word, and some screen readers break it.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'A word has a soft hyphen in it, which nobody sees and which is in the way of searching.',
  mend: 'Remove it: Etrati divides words by itself.',
  check({ document }) {
    return findPattern(document, /\u00ad/g, () => ({
      message: 'A soft hyphen (U+00AD)',
      hint: 'Remove it: Etrati divides words by itself.',
    }));
  },
};
