/** The direction that text in a language is written in. */
import type { Direction } from './bidi.ts';
import { scriptOf } from './script.ts';

const toTheLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** By the script of a tag, which is its likely one where it names none. */
export function directionOf(lang: string): Direction {
  return toTheLeft.has(scriptOf(lang)) ? 'rtl' : 'ltr';
}
