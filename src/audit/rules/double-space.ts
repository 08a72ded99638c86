import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** Ordinary blanks are folded when markup is read; a no-break space beside one is not. */
export const doubleSpace: DocumentRule = {
  code: 'double-space',
  title: 'Two spaces in a row',
  why: 'The gap shows in print, and searching for the words does not find them.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'A text has two spaces in a row.',
  mend: 'Remove one of them.',
  check({ document }) {
    const report = { message: 'Two spaces in a row', hint: 'Remove one of them.' };
    return findPattern(document, /[ \u00A0]{2,}/g, () => report);
  },
};
