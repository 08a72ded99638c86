import { unknownSign } from '../../language/braille/code.ts';
import { brailleOf } from '../../language/braille/switch.ts';
import { languageOf } from '../../language/languages.ts';
import type { Lang } from '../../model/document.ts';
import { shortened } from '../../text.ts';
import { showCharacter } from '../characters.ts';
import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** Letters of scripts that none of our braille codes has; and signs, of which the codes are asked. */
const candidates =
  /[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Georgian}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+|[\p{S}\p{Po}\p{Pd}\p{No}]/gu;

/** Whether a code writes it by its number. Letters of scripts that no code has are not asked: one finding is for the word. */
function isUnknown(sign: string, lang: Lang): boolean {
  return /\p{L}/u.test(sign) || brailleOf([{ text: sign, lang }], languageOf(lang)).includes(unknownSign(sign));
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
    return findPattern(document, candidates, (found) => {
      if (!isUnknown(found, document.lang)) return null;
      const isSign = !/\p{L}/u.test(found);
      const message = isSign
        ? `Braille has no sign for ${showCharacter(found)}, and writes it by its number,`
        : `Braille has no letters for “${shortened(found, 20)}”, and writes each by its number,`;
      return { message, hint: isSign ? 'Write it in words.' : 'Write the words in Latin or Georgian letters.' };
    });
  },
};
