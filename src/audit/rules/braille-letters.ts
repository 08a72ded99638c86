import { shortened } from '../../text.ts';
import { findPattern } from '../pattern.ts';
import type { DocumentRule } from '../rule.ts';

/** Letters of scripts that none of our braille codes has. */
const letters =
  /[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Georgian}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+/gu;

/** Nothing is lost: each stands there by its number (docs/braille.md). But nobody reads a name so. */
export const brailleLetters: DocumentRule = {
  code: 'braille-letters',
  title: 'Letters that braille does not have',
  why: 'The edition in braille has a number of four digits or more in the place of each letter, which no reader knows.',
  applies: 'Texts of documents that are made in braille (`brf`, `pef`).',
  severity: 'warning',
  says: 'A text has letters that the braille codes do not have, so that each is written by its number in Unicode.',
  mend: 'Write the words in Latin or Georgian letters.',
  check({ document, embossed }) {
    if (!embossed) return [];
    return findPattern(document, letters, (found) => ({
      message: `Braille has no letters for “${shortened(found, 20)}”, and writes each by its number,`,
      hint: 'Write the words in Latin or Georgian letters.',
    }));
  },
};
