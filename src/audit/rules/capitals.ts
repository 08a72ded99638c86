import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** Four words of capital letters in a row, one of them too long for an abbreviation. Georgian has a rule of its own: `mtavruli`. */
const shouted = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?:[ ,’-]+(?:\p{Lu}+|&)(?![\p{Ll}\p{N}])){3,}/gu;

export const capitals: DocumentRule = {
  code: 'capitals',
  severity: 'warning',
  says: 'Words are written in capital letters, which are slow to read and which some screen readers spell.',
  mend: 'Write them in small letters; the theme sets headings apart.',
  check({ document }) {
    return findPattern(document, shouted, (found) => {
      if (!/\p{Lu}{6,}/u.test(found) || /[\u1c90-\u1cbf]/.test(found)) return null;
      return {
        message: 'Words in capital letters',
        hint: 'Write them in small letters: capitals are slow to read, and some screen readers spell them.',
      };
    });
  },
};
