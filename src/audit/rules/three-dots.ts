import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

export const threeDots: DocumentRule = {
  code: 'three-dots',
  title: 'Three full stops for an ellipsis',
  why: 'Speech may say “dot dot dot”, and a line may end between them.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'A text has three full stops, and print has one sign for them.',
  mend: 'Write … (U+2026).',
  check({ document }) {
    return findPattern(document, /(?<!\.)\.{3}(?!\.)/g, () => ({
      message: 'Three full stops',
      hint: 'Write … (U+2026), or finish the sentence.',
    }));
  },
};
