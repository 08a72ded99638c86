/**
 * Where a line may and may not end, by rules of setting: one answer for every format, so that HTML and
 * PDF break alike. Nothing here changes a text; both functions answer with places in it, in UTF-16 units.
 *
 * Ask with the whole text of a paragraph, heading or item (`plain` of its inlines), not with a piece of it: the rules
 * speak of the first and the last word.
 */

import type { Language, Typesetting } from '../language/language.ts';
import { allLanguages, knownLanguage } from '../language/languages.ts';
import type { Theme } from '../theme/theme.ts';

export const softHyphen = '\u00AD';

/** Three letters on each side, words of seven letters and more. */
const side = 3;
const shortestHyphenated = 7;

/**
 * The places where a word may be divided: a hyphen may be drawn *before* the character at each index. Never in the
 * last word, nor in a word that has digits, an inner hyphen, a stop or a sign of an address in it. Languages without
 * patterns have none. Which texts are divided at all (body paragraphs only) is for the caller to know.
 */
export function hyphens(text: string, lang: string): readonly number[] {
  const setting = knownLanguage(lang)?.setting;
  if (setting === undefined) return [];
  const tokens = [...text.matchAll(/\S+/gu)].slice(0, -1);
  return tokens.flatMap((token) => {
    const word = /^[^\p{L}\p{N}]*(\p{L}+)[^\p{L}\p{N}]*$/u.exec(token[0])?.[1];
    if (word === undefined || word.length < shortestHyphenated) return [];
    const start = token.index + token[0].indexOf(word);
    return divisions(word, setting).map((index) => start + index);
  });
}

/** `text` with a soft hyphen at each of its `hyphens`. */
export function hyphenate(text: string, lang: string): string {
  let result = '';
  let from = 0;
  for (const index of hyphens(text, lang)) {
    result += text.slice(from, index) + softHyphen;
    from = index;
  }
  return result + text.slice(from);
}

function divisions(word: string, setting: Typesetting): readonly number[] {
  // The package folds case by the machine's locale; folded by us first, every machine looks up the same pattern.
  const folded = word.toLowerCase();
  if (folded.length !== word.length) return [];
  return setting.divisions(folded).filter((each) => each >= side && word.length - each >= side);
}

/** A bound group is kept together only while it fits the narrowest column. */
const longestPair = 20;
const longestNumber = 24;
/** Under so many characters a line, holding a word that clings to its neighbour costs more than it gives. */
const narrowestLine = 30;
const lastWord = 6;

/** What stands behind a number, and what before one: words of all our languages, as texts quote one another's names. */
const units = oneOf(
  ...['[%‰°₾€$£]', '°C', 'GEL', 'EUR', 'USD', 'km', 'm', 'cm', 'mm', 'kg', 'g', 't', 'l', 'ha', 'm²', 'km²'],
  ...allLanguages.flatMap(({ setting }) => setting.units),
);
const openers = oneOf('№', 'GEL', 'EUR', 'USD', '[₾€$£]', ...allLanguages.flatMap(({ setting }) => setting.openers));

function oneOf(...expressions: readonly string[]): RegExp {
  return new RegExp(`^(?:${expressions.join('|')})$`, 'u');
}

/**
 * The places where a line must not end: indices of spaces and hyphens in `text`; no line may end *after* the character
 * at any of them. No-break spaces bind by themselves and are not listed.
 *
 * Bound always: the parts of a telephone number or of a number with grouped digits; a number and its unit, its sign or
 * its year word; № and its number; a hyphen next to a digit, between scripts, or with fewer than three letters on a
 * side (IOM-ის, 19-ე, COVID-19). Bound unless a neighbouring space is bound already, and only while the two words are
 * at most 20 characters: a word that clings (ka: „და“) and the next one (not with a `measure` under 30 characters a
 * line); a dash and the word before it; the last word, up to 6 letters, and the word before it.
 */
export function joins(text: string, lang: string, measure = Number.POSITIVE_INFINITY): readonly number[] {
  const words = [...text.matchAll(/[^ ]+/gu)].map((match) => ({ text: match[0], start: match.index }));
  const bound = new Set<number>([...numberJoins(text), ...words.flatMap((word) => hyphenJoins(word))]);
  const pairs = words.slice(1).map((word, index) => ({
    left: words[index]?.text ?? '',
    right: word.text,
    at: word.start - 1,
    last: index === words.length - 2,
  }));
  for (const pair of pairs) if (belongs(pair)) bound.add(pair.at);
  const clinging = measure >= narrowestLine ? (knownLanguage(lang)?.setting.clinging ?? []) : [];
  pairs.forEach((pair, index) => {
    const near = [pairs[index - 1], pairs[index + 1]];
    if (clings(pair, clinging) && !near.some((other) => other !== undefined && bound.has(other.at))) bound.add(pair.at);
  });
  return [...bound].sort((a, b) => a - b);
}

interface Pair {
  readonly left: string;
  readonly right: string;
  readonly last: boolean;
}

/** Most words have none, and are passed over in one go. */
const digit = /\p{Nd}/u;

/** A number with what says a number of what. */
function belongs({ left, right }: Pair): boolean {
  if (!digit.test(left) && !digit.test(right)) return false;
  const before = left.replace(/^[^\p{L}\p{N}№₾€$£]+|[.]$/gu, '');
  // With the ending that Georgian puts behind a sign: 76 %-ით.
  const after = right
    .replace(/(?<![^\p{L}\p{N}%‰°₾€$£²])[^\p{L}\p{N}%‰°₾€$£²]+$/u, '')
    .replace(/(?<=[%‰°₾€$£])-\p{L}+$/u, '');
  return (/\p{Nd}$/u.test(before) && units.test(after)) || (openers.test(before) && /^\p{Nd}/u.test(right));
}

/** Words that read badly apart. */
function clings({ left, right, last }: Pair, clinging: readonly string[]): boolean {
  if (left.length + 1 + right.length > longestPair) return false;
  const short = last && right.replace(/[^\p{L}\p{N}]/gu, '').length <= lastWord;
  return short || clinging.includes(left) || right === '–' || right === '—';
}

/** Telephone numbers and grouped digits, as far as they fit a narrow line. */
function numberJoins(text: string): number[] {
  if (!digit.test(text)) return [];
  const runs = text.matchAll(/(?<![\p{L}\p{N}-])[+(]{0,2}\p{Nd}+(?:[ ()\-–]{1,2}\p{Nd}+)+(?!\p{N}|-?\p{L})/gu);
  return [...runs]
    .filter((run) => run[0].length <= longestNumber)
    .flatMap((run) => [...run[0].matchAll(/[ \-–]/gu)].map((gap) => run.index + gap.index));
}

/** A word may be broken at its hyphen only between two parts of three letters and more in one script. */
function hyphenJoins(word: { readonly text: string; readonly start: number }): number[] {
  if (word.text.length > longestNumber || !/[-\u2010]/.test(word.text)) return [];
  return [...word.text.matchAll(/(?<=[\p{L}\p{N}%‰°₾€$£])[-\u2010](?=[\p{L}\p{N}])/gu)]
    .map((hyphen) => hyphen.index)
    .filter((index) => {
      const left = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+$/u.exec(word.text.slice(0, index))?.[0] ?? '';
      const right = /^[\p{L}\p{N}]+/u.exec(word.text.slice(index + 1))?.[0] ?? '';
      return !scripts.some((script) => script.test(left) && script.test(right));
    })
    .map((index) => word.start + index);
}

const scripts = allLanguages.map(({ script }) => new RegExp(`^\\p{Script=${script}}{3,}$`, 'u'));

/** Whether what is stressed in a language leans: where its letters do so well, and the theme has them lean. */
export function isSlanted({ setting }: Pick<Language, 'setting'>, { stress }: Pick<Theme, 'stress'>): boolean {
  return stress === 'language' && setting.stress === 'slant';
}
