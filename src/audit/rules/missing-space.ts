import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

// A full stop between words of three letters and more in Georgian, or before a capital, ends a sentence; „ა.შ.“ and “e.g.” do not.
const unspaced = /(\p{L}([,;]))(\p{L})|(\p{Script=Geor}{3}(\.))(\p{Script=Geor}{3})|(\p{Ll}{3}(\.))(\p{Lu}\p{Ll}{2})/u;

/** Texts without this lack no space. */
const sign = /[,;.][^\s\d]/;

/** Between letters, so that numbers (2,5) and addresses (a.b) stay out of it; a word with / or @, or of a site, is an address. */
export const missingSpace: DocumentRule = {
  code: 'missing-space',
  title: 'No space after a mark',
  why: 'Speech joins the two words or reads them as an address, and searching does not find them.',
  applies: 'Texts.',
  severity: 'warning',
  says: 'A comma, a semicolon or the full stop of a sentence is not followed by a space.',
  mend: 'Write a space after it.',
  check({ document }) {
    const inWord = (word: string) => {
      const found = /[/@]|\p{Ll}\.(?:com|org|net|ge)\b/iu.test(word) ? null : unspaced.exec(word);
      if (found === null) return null;
      const [before, mark, after] = found.slice(1).filter((part) => part !== undefined);
      return { message: `No space after “${mark}”`, hint: `Write “${before} ${after}”.` };
    };
    return findPattern(document, /\S+/g, inWord, ({ value }) => sign.test(value) && unspaced.test(value));
  },
};
