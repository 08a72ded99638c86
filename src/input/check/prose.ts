/** Prose as it is compared between languages: sentences, lengths, stress, words for numbers and money. */
import type { Currency, Language } from '../../language/language.ts';
import { matchesIn } from '../../text.ts';

const notes = /\^\[[^\]]*\]/g;

/** A text without its marks. */
export function unmarked(text: string): string {
  // As most are.
  if (!/[[\]*^]/.test(text)) return text.trim();
  return text
    .replace(notes, '')
    .replace(/\]\([^()\s]*\)|\]\{lang=[\w-]*\}|[*[]/g, '')
    .trim();
}

/** How many sentences a text has: marks of the end behind a word that is no abbreviation. */
export function sentencesIn(text: string, { setting }: Language): number {
  const openers = new Set(setting.openers.map((each) => each.toLowerCase()));
  const plain = unmarked(text);
  const ends = [...matchesIn(plain, /[.!?…]{1,3}[»”“")\]]{0,3}(?=\s|$)/g)].map(({ index }) => {
    // A word and what closes it are shorter.
    const [, word = ''] =
      /([\p{L}\p{N}%]{1,40})[»”“")\]]{0,3}$/u.exec(plain.slice(Math.max(0, index - 44), index)) ?? [];
    return word;
  });
  return ends.filter((word) => word.length > 1 && !openers.has(word.toLowerCase())).length;
}

/** How many sentences a text has at most: the marks that could end one. */
export function mostSentencesIn(text: string): number {
  return text.match(/[.!?…]/g)?.length ?? 0;
}

/** How many stretches of a text are strong. */
export function strongIn(text: string): number {
  return (text.match(/(?<![\\*])\*\*/g) ?? []).length >> 1;
}

/** The currencies that a text names, each as often as it is named. */
export function currenciesIn(text: string, { wording }: Language): readonly Currency[] {
  const all = Object.entries(wording.currencies) as [Currency, RegExp][];
  const plain = unmarked(text);
  if (!wording.anyCurrency.test(plain)) return [];
  return all.flatMap(([name, pattern]) => [...matchesIn(plain, pattern)].map(() => name));
}

/** The numbers from three on that a text spells out; “two” and “one” are more often no count. */
export function spelledIn(text: string, { wording }: Language): readonly string[] {
  const plain = unmarked(text).toLowerCase();
  if (!wording.anyNumber.test(plain)) return [];
  const words = plain.match(/\p{L}+/gu) ?? [];
  return words.flatMap((word, index) => {
    const number = wording.numberOf(word) ?? 0;
    return number > 2 && !wording.multiples.test(words[index + 1] ?? '') ? [String(number)] : [];
  });
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The numbers from one to twelve that a text says in words or in Roman numerals, as digits: “fourth”, „მეოთხე“, “IV”. */
export function wordedIn(text: string, { wording }: Language): ReadonlySet<string> {
  const words = unmarked(text).match(/\p{L}+/gu) ?? [];
  const numbers = words.flatMap((word) => {
    const place = roman.indexOf(word) + 1;
    return [place > 0 ? place : null, wording.wordedNumber(word.toLowerCase())];
  });
  return new Set(numbers.flatMap((each) => (each === null ? [] : [String(each)])));
}
