import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** A hyphen joins; a dash parts. */
export const hyphenAsDash: DocumentRule = {
  code: 'hyphen-as-dash',
  title: 'Hyphen in the place of a dash',
  why: 'A hyphen joins words; between spaces readers stumble, and a line may end before it.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'A text has a hyphen between spaces, where a dash is meant.',
  mend: 'Write a dash, “ – ”.',
  check({ document }) {
    const report = { message: 'A hyphen between spaces', hint: 'Write a dash, “ – ”.' };
    return findPattern(document, /[ \u00A0]-(?=[ \u00A0])/g, () => report);
  },
};
