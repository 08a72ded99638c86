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

/** Letters of scripts that none of our braille codes has; and signs, of which the codes are asked. */
const candidates =
  /[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Georgian}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|[\p{S}\p{Po}\p{Pd}\p{No}]/gu;

const isLetter = (sign: string): boolean => /\p{L}/u.test(sign);

/** Whether a code writes it by its number. Letters of scripts that no code has are not asked. */
function isUnknown(sign: string, lang: Lang): boolean {
  return isLetter(sign) || brailleOf([{ text: sign, lang }], languageOf(lang)).includes(unknownSign(sign));
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
      for (const { 0: sign, index } of matchesIn(piece.value, candidates)) {
        if (!isUnknown(sign, document.lang)) continue;
        const letters = isLetter(sign) ? (foreignLetters(sign) ?? 'letters') : null;
        found.add(piece, letters, { sign, offset: index, length: sign.length, at: placeOfSign(piece.from, sign) });
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
