import { unknownSign } from '../../language/braille/code.ts';
import { brailleOf } from '../../language/braille/switch.ts';
import { languageOf } from '../../language/languages.ts';
import type { Lang } from '../../model/document.ts';
import { matchesIn, shortened } from '../../text.ts';
import { showCharacter } from '../characters.ts';
import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** Letters of scripts that none of our braille codes has. */
const foreign =
  /[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Georgian}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+/u;

/** Single letters with their marks, signs and numbers, of which the codes are asked; not those of every day. */
const single = /(?![A-Za-zა-ჰ])\p{L}\p{M}*|(?![0-9])\p{N}|[\p{S}\p{P}]/gu;

/** The first of a word that its code writes by its number, whole or in part, as of `ę` the tail; null for none. */
function unknownIn(word: string, lang: Lang): string | null {
  const asked = [...matchesIn(word, single)].map(([sign]) => sign);
  if (asked.length === 0) return null;
  const cells = brailleOf([{ text: word, lang }], languageOf(lang));
  const isByNumber = (part: string): boolean => cells.includes(unknownSign(part));
  return asked.find((sign) => [...sign.normalize('NFC'), ...sign.normalize('NFD')].some(isByNumber)) ?? null;
}

/** Nothing is lost: each stands there by its number (docs/braille.md). But nobody reads a name so. */
export const brailleLetters: DocumentRule = {
  code: 'braille-letters',
  title: 'Letters and signs that braille does not have',
  why: 'The edition in braille has a number of four digits or more in the place of each, which no reader knows.',
  applies: 'Texts of documents that are made in braille (`brf`, `pef`).',
  severity: 'warning',
  says: 'A text has letters or signs that the braille codes do not have, so that each is written by its number in Unicode.',
  mend: 'Write the words in Latin or Georgian letters, and signs in words.',
  check({ document, embossed }) {
    if (!embossed) return [];
    // Which code a sign is in, its word tells.
    return findPattern(document, /\S+/gu, (word) => {
      const [letters] = foreign.exec(word) ?? [];
      if (letters !== undefined) {
        const message = `Braille has no letters for “${shortened(letters, 20)}”, and writes each by its number,`;
        return { message, hint: 'Write the words in Latin or Georgian letters.' };
      }
      const sign = unknownIn(word, document.lang);
      if (sign === null) return null;
      const isLetter = /\p{L}/u.test(sign);
      const message = `Braille has no ${isLetter ? 'letter' : 'sign'} for ${showCharacter(sign)}, and writes it by its number,`;
      return { message, hint: isLetter ? 'Write the word with other letters.' : 'Write it in words.' };
    });
  },
};
