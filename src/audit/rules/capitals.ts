import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** Four words of capital letters in a row, one of them too long for an abbreviation. Georgian has a rule of its own: `mtavruli`. */
const shouted = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?:[ ,’-]+(?:\p{Lu}+|&)(?![\p{Ll}\p{N}])){3,}/gu;

/** Texts without this have no such words: two letters that are not small, and one more behind a blank. */
const sign = /[^\s’!-@[-`a-z{-~\u10d0-\u10ff]{2}[ ,’-]+[^\s\da-z\u10d0-\u10ff]/;

export const capitals: DocumentRule = {
  code: 'capitals',
  title: 'Words in capital letters',
  why: 'Capitals are slow to read, above all for people with dyslexia, and some screen readers spell them.',
  applies: 'Texts in scripts with capital letters, but for Georgian.',
  severity: 'warning',
  says: 'Words are written in capital letters, which are slow to read and which some screen readers spell.',
  mend: 'Write them in small letters; the theme sets headings apart.',
  check({ document }) {
    const describe = (found: string) => {
      if (!/\p{Lu}{6,}/u.test(found) || /[\u1c90-\u1cbf]/.test(found)) return null;
      return {
        message: 'Words in capital letters',
        hint: 'Write them in small letters: capitals are slow to read, and some screen readers spell them.',
      };
    };
    return findPattern(document, shouted, describe, ({ value }) => sign.test(value));
  },
};
