/** Which language a text can be in, by the letters that it is written in. */
import type { Lang } from '../model/document.ts';

/** Words of letters in a row. */
const word = /\p{L}[\p{L}\p{M}'’-]*/gu;
const scripts = new Map<Lang, string>();

/** The script that a language is written in (ISO 15924). */
export function scriptOf(lang: Lang): string {
  const known = scripts.get(lang);
  if (known !== undefined) return known;
  const script = new Intl.Locale(lang).maximize().script ?? 'Latn';
  scripts.set(lang, script);
  return script;
}

const letters = new Map<string, RegExp>();

/** Whether a text has a letter of a script. */
export function hasScript(text: string, script: string): boolean {
  const pattern = letters.get(script) ?? new RegExp(`\\p{Script=${script}}`, 'u');
  letters.set(script, pattern);
  return pattern.test(text);
}

/** The words of a text: letters only, without addresses and their parts. */
export function wordsIn(text: string): readonly string[] {
  const spoken = text.split(/\s+/).filter((part) => !/[/@]|[\p{L}\p{N}]\.\p{L}/u.test(part));
  return spoken.flatMap((part) => part.match(word) ?? []);
}

/** Particles of names in Latin letters: “Office for the South Caucasus”. */
const particles: ReadonlySet<string> = new Set([
  ...[
    'the',
    'for',
    'and',
    'of',
    'in',
    'on',
    'to',
    'by',
    'with',
    'from',
    'und',
    'für',
    'der',
    'die',
    'das',
    'van',
    'von',
  ],
  ...['les', 'des', 'del', 'dell', 'della', 'sur', 'pour', 'para', 'los', 'las'],
]);

/** Whether words are prose and no name: two words in small letters that are no units and no particles of names. */
export function isProse(words: readonly string[]): boolean {
  return words.filter((each) => /^\p{Ll}[\p{L}\p{M}'’-]{2,}$/u.test(each) && !particles.has(each)).length >= 2;
}
