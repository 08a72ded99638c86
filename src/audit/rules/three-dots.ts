import { findPattern } from '../pattern.ts';
import type { Rule } from '../rule.ts';

export const threeDots: Rule = {
  code: 'three-dots',
  severity: 'warning',
  says: 'Three full stops stand where print has one sign.',
  mend: 'Write … (U+2026).',
  check({ document }) {
    return findPattern(document, /(?<!\.)\.{3}(?!\.)/g, () => ({
      message: 'Three full stops',
      hint: 'Write … (U+2026), or finish the sentence.',
    }));
  },
};
