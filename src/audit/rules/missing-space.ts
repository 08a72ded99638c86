import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

const unspaced = /(\p{L}([,;]))(\p{L})/u;

/** Between letters, so that numbers (2,5) and addresses (a.b) stay out of it; a word with / or @ is an address. */
export const missingSpace: DocumentRule = {
  code: 'missing-space',
  severity: 'warning',
  says: 'A comma or a semicolon is not followed by a space.',
  mend: 'Write a space after it.',
  check({ document }) {
    const inWord = (word: string) => {
      const found = /[/@]/.test(word) ? null : unspaced.exec(word);
      if (found === null) return null;
      const [, before, mark, after] = found;
      return { message: `No space after “${mark}”`, hint: `Write “${before} ${after}”.` };
    };
    return findPattern(document, /\S+/g, inWord, ({ value }) => unspaced.test(value));
  },
};
