/** The direction that text in a language is written in. */

import { Kept } from '../kept.ts';
import type { Direction } from './bidi.ts';
import type { Language } from './language.ts';
import { languages } from './languages.ts';

/** As tags name them (ISO 15924), and as Unicode does. */
const toTheLeft = new Set([
  ...['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'],
  ...[
    'Adlam',
    'Arabic',
    'Hebrew',
    'Mandaic',
    'Mende_Kikakui',
    'Nko',
    'Hanifi_Rohingya',
    'Samaritan',
    'Syriac',
    'Thaana',
  ],
]);

const known = new Kept<Direction>(1e4, () => 0);

/** By the script of a tag, which is its likely one where it names none. */
export function directionOf(lang: string): Direction {
  return known.get(lang, () => (toTheLeft.has(scriptOf(lang)) ? 'rtl' : 'ltr'));
}

/** `Intl` takes its time, and is asked for tags beside those of our languages only (UTS 35, likely subtags). */
function scriptOf(lang: string): string {
  const own: Readonly<Record<string, Language>> = languages;
  return own[lang]?.script ?? new Intl.Locale(lang).maximize().script ?? '';
}
