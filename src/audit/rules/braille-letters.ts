import { placeOfSign } from '../../json/within.ts';
import { unknownSign } from '../../language/braille/code.ts';
import { brailleOf } from '../../language/braille/switch.ts';
import { languageOf } from '../../language/languages.ts';
import type { Lang } from '../../model/document.ts';
import { matchesIn } from '../../text.ts';
import { foreignLetters } from '../characters.ts';
import { Lacks } from '../lacks.ts';
import type { DocumentRule } from '../rule.ts';
import { textsOf } from '../texts.ts';

/** Letters of scripts that none of our braille codes has. */
const foreign =
  /^[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Georgian}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

/** Single letters with their marks, digits and signs, of which the codes are asked; no code of ours is without those of ASCII. */
const candidates = /(?![A-Za-z])\p{L}\p{M}*|(?![0-9])\p{N}|[\p{S}\p{P}]/gu;

/** What of a word its code writes by numbers, whole or in part, as of `ę` the tail: which code a sign is in, its word tells. */
function* unknownIn(word: string, lang: Lang): Generator<{ readonly sign: string; readonly index: number }> {
  const asked = [...matchesIn(word, candidates)];
  if (asked.length === 0) return;
  const cells = brailleOf([{ text: word, lang }], languageOf(lang));
  for (const { 0: sign, index } of asked) {
    const parts = [...sign.normalize('NFC'), ...sign.normalize('NFD')];
    if (parts.some((part) => cells.includes(unknownSign(part)))) yield { sign, index };
  }
}

/** Nothing is lost: each stands there by its number (docs/braille.md). But nobody reads a name so. One finding for a sign, or for a script. */
export const brailleLetters: DocumentRule = {
  code: 'braille-letters',
  title: 'Letters and signs that braille does not have',
  why: 'The edition in braille has a number of four digits or more in the place of each, which no reader knows.',
  applies: 'Texts of documents that are made in braille (`brf`, `pef`).',
  severity: 'warning',
  says: 'A text has letters or signs that the braille codes do not have, so that each is written by its number in Unicode.',
  mend: 'Write the words in Latin or Georgian letters, and signs in words.',
  *check({ document, embossed }) {
    if (!embossed) return;
    const found = new Lacks();
    for (const piece of textsOf(document))
      for (const { 0: word, index: start } of matchesIn(piece.value, /\S+/gu))
        for (const { sign, index } of unknownIn(word, document.lang)) {
          const letters = foreign.test(sign) ? (foreignLetters(sign) ?? 'letters') : null;
          const offset = start + index;
          found.add(piece, letters, { sign, offset, length: sign.length, at: placeOfSign(piece.from, sign) });
        }
    yield* found.findings((what, isOfScript) => ({
      message: isOfScript
        ? `Braille does not have ${what}, and writes each by its number,`
        : `Braille has no sign for ${what}, and writes it by its number,`,
      also: 'and',
      hint: isOfScript ? 'Write the words in Latin or Georgian letters.' : 'Write it in words.',
    }));
  },
};
