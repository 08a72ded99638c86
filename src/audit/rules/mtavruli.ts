import { matchesIn } from '../../text.ts';
import { draws } from '../../theme/coverage.ts';
import type { Theme } from '../../theme/theme.ts';
import { isMtavruli } from '../characters.ts';
import type { DocumentRule } from '../rule.ts';
import { excerpt, textsOf } from '../texts.ts';

/**
 * Mtavruli is what upper-casing makes of Georgian, mostly by accident. A run of it may stand only if the font has it,
 * and never in a word with Mkhedruli: Georgian has no initial capitals.
 */
export const mtavruli: DocumentRule = {
  code: 'mtavruli',
  title: 'Georgian capitals',
  why: 'Most fonts and many screen readers do not have them: letters are boxes or are passed over.',
  applies: 'Texts with Mtavruli letters.',
  severity: 'error',
  says: 'A text has Georgian capitals (Mtavruli) that the font cannot show, or mixes them with small letters in one word.',
  mend: 'Write the word in the usual letters (Mkhedruli).',
  *check({ document, theme }) {
    for (const { value, from } of textsOf(document)) {
      if (!/[\u1C90-\u1CBF]/.test(value)) continue;
      for (const { 0: word, index } of matchesIn(value, /[\u10D0-\u10FF\u1C90-\u1CBF]+/g)) {
        const fault = faultOf(word, theme);
        if (fault === null) continue;
        const around = excerpt(value, index, word.length);
        yield { at: from, message: `${fault} in ‘${around}’.`, hints: [`Write “${mkhedruli(word)}”.`] };
        break;
      }
    }
  },
};

function faultOf(word: string, { faces, family }: Theme): string | null {
  if (![...word].some(isMtavruli)) return null;
  if (/[\u10D0-\u10FF]/.test(word)) return 'A word of both Mtavruli (capital) and Mkhedruli letters';
  const covered = [...word].every((letter) => faces.every((face) => draws(face, letter.codePointAt(0) ?? 0)));
  return covered ? null : `Georgian capitals (Mtavruli), which the font ${family} does not have,`;
}

/** The same letters in Mkhedruli, which lie 0x0BC0 below (Unicode 11, Georgian Extended). */
export function mkhedruli(word: string): string {
  return word.replace(/./gu, (letter) =>
    isMtavruli(letter) ? String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x1c90 + 0x10d0) : letter,
  );
}
