/** The direction that text in a language is written in. */
import type { Direction } from './bidi.ts';
import { scriptOf } from './script.ts';

/** By ISO 15924, as Unicode has their letters (Bidi_Class R or AL); and hands of Arabic and Syriac that have codes of their own. */
const toTheLeft = new Set([
  ...['Adlm', 'Arab', 'Aran', 'Armi', 'Avst', 'Chrs', 'Cprt', 'Elym', 'Gara', 'Hatr', 'Hebr', 'Hung', 'Khar', 'Lydi'],
  ...['Mand', 'Mani', 'Mend', 'Merc', 'Mero', 'Narb', 'Nbat', 'Nkoo', 'Orkh', 'Ougr', 'Palm', 'Phli', 'Phlp', 'Phlv'],
  ...['Phnx', 'Prti', 'Rohg', 'Samr', 'Sarb', 'Sidt', 'Sogd', 'Sogo', 'Syrc', 'Syre', 'Syrj', 'Syrn', 'Thaa', 'Yezi'],
]);

/** By the script of a tag, which is its likely one where it names none. */
export function directionOf(lang: string): Direction {
  return toTheLeft.has(scriptOf(lang)) ? 'rtl' : 'ltr';
}
