/**
 * Where a line may and may not end, by rules of setting: one answer for every format, so that HTML and
 * PDF break alike. Nothing here changes a text; both functions answer with places in it, in UTF-16 units.
 *
 * Ask with the whole text of a paragraph, heading or item (`plain` of its inlines), not with a piece of it: the rules
 * speak of the first and the last word.
 */

import { Kept } from '../kept.ts';
import type { Language, Typesetting } from '../language/language.ts';
import { allLanguages, knownLanguage } from '../language/languages.ts';
import { CharacterSet, leading, matchesIn, noBreak, trailing } from '../text.ts';
import type { Theme } from '../theme/theme.ts';

export const softHyphen = '\u00AD';

/**
 * What stands between text and the mark of a note behind it: a bound space behind a digit. “50” with the mark 4 is else
 * 50 to the power of 4 for the eye, and 504 where it is copied or searched.
 */
export const beforeMark = (text: string): string => (/\d$/.test(text) ? noBreak : '');

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
  const tokens = [...matchesIn(text, /\S+/gu)].slice(0, -1);
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
 * its year word; № and its number or code; a hyphen next to a digit, between scripts, or with fewer than three letters on a
 * side (IOM-ის, 19-ე, COVID-19). Bound unless a neighbouring space is bound already, and only while the two words are
 * at most 20 characters: a word that clings (ka: „და“) and the next one (not with a `measure` under 30 characters a
 * line); a dash and the word before it; the last word, up to 6 letters, and the word before it.
 */
export function joins(text: string, lang: string, measure = Number.POSITIVE_INFINITY): readonly number[] {
  return kept.get(`${lang} ${measure >= narrowestLine} ${text}`, () => findJoins(text, lang, measure));
}

/** Each format of a document asks the same. Letters and places: more texts than a book of a hundred pages has. */
const kept = new Kept<readonly number[]>(1_000_000, ({ length }) => length);

function findJoins(text: string, lang: string, measure: number): readonly number[] {
  const words = wordsIn(text);
  const pairs = pairsOf(words);
  const bound = new Set(alwaysBound(text, words, pairs));
  const clinging = measure >= narrowestLine ? (knownLanguage(lang)?.setting.clinging ?? []) : [];
  for (const [index, pair] of pairs.entries())
    if (clings(pair, clinging) && !isBound(pairs[index - 1], bound) && !isBound(pairs[index + 1], bound))
      bound.add(pair.at);
  return [...bound].sort((a, b) => a - b);
}

/** Those of `joins` that are bound always: for lines in which words that only read badly apart may come apart. */
export function firmJoins(text: string): readonly number[] {
  const words = wordsIn(text);
  return alwaysBound(text, words, pairsOf(words));
}

function alwaysBound(text: string, words: readonly Word[], pairs: readonly Pair[]): number[] {
  const isNumeric = digit.test(text);
  return [
    ...(isNumeric ? numberJoins(text) : []),
    ...(hyphen.test(text) ? words.flatMap(hyphenJoins) : []),
    ...(isNumeric ? pairs.filter(belongs).map(({ at }) => at) : []),
  ];
}

interface Word {
  readonly text: string;
  readonly start: number;
}

/** What stands between spaces. */
function wordsIn(text: string): readonly Word[] {
  const words: Word[] = [];
  for (let start = 0; start < text.length; ) {
    const space = text.indexOf(' ', start);
    const end = space < 0 ? text.length : space;
    if (end > start) words.push({ text: text.slice(start, end), start });
    start = end + 1;
  }
  return words;
}

interface Pair {
  readonly left: string;
  readonly right: string;
  /** The space between. */
  readonly at: number;
  readonly last: boolean;
}

function pairsOf(words: readonly Word[]): readonly Pair[] {
  return words.slice(1).map((word, index) => ({
    left: words[index]?.text ?? '',
    right: word.text,
    at: word.start - 1,
    last: index === words.length - 2,
  }));
}

function isBound(pair: Pair | undefined, bound: ReadonlySet<number>): boolean {
  return pair !== undefined && bound.has(pair.at);
}

/** Most texts and words have none, and are passed over in one go. */
const digit = /\p{Nd}/u;
const hyphen = /[-\u2010]/;
const grouped = /\p{Nd}[ ()\-–]{1,2}\p{Nd}/u;

const digits = new CharacterSet(digit);
const letters = new CharacterSet(/\p{L}/u);
const lettersAndDigits = new CharacterSet(/[\p{L}\p{N}]/u);
/** What may stand before a number's unit, and behind it. */
const beforeValues = new CharacterSet(/[^\p{L}\p{N}№₾€$£]/u);
const behindUnits = new CharacterSet(/[^\p{L}\p{N}%‰°₾€$£²]/u);
const signs = /[%‰°₾€$£]/;

/** A number with what says a number of what. */
function belongs({ left, right }: Pair): boolean {
  // Whatever stop follows it is taken off then.
  if (endsInDigit(withoutStop(left)) && endsInDigit(trimmedBefore(left)) && units.test(trimmedAfter(right)))
    return true;
  return (leading(right, digits) > 0 || isCoded(left, right)) && openers.test(trimmedBefore(left));
}

/** A code of a publication or a contract behind “No.” or №, while it fits a narrow line: No. IOM-GE-2026-014. */
function isCoded(left: string, right: string): boolean {
  return (
    (left.endsWith('№') || left.endsWith('.')) &&
    right.length <= longestPair &&
    right.includes('-') &&
    digit.test(right)
  );
}

function endsInDigit(text: string): boolean {
  return trailing(text, digits) < text.length;
}

function trimmedBefore(left: string): string {
  return withoutStop(left.slice(leading(left, beforeValues)));
}

function withoutStop(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text;
}

/** With the ending that Georgian puts behind a sign: 76 %-ით. */
function trimmedAfter(right: string): string {
  const unit = right.slice(0, trailing(right, behindUnits));
  const ending = trailing(unit, letters);
  const isBehindSign = ending < unit.length && unit[ending - 1] === '-' && signs.test(unit.charAt(ending - 2));
  return isBehindSign ? unit.slice(0, ending - 1) : unit;
}

/** Words that read badly apart. */
function clings({ left, right, last }: Pair, clinging: readonly string[]): boolean {
  if (left.length + 1 + right.length > longestPair) return false;
  if (clinging.includes(left) || right === '–' || right === '—') return true;
  if (!last) return false;
  const own = Array.from(right, (character) => (lettersAndDigits.test(character) ? character.length : 0));
  return own.reduce((sum, length) => sum + length, 0) <= lastWord;
}

/** Telephone numbers and grouped digits, as far as they fit a narrow line. */
function numberJoins(text: string): number[] {
  if (!grouped.test(text)) return [];
  const runs = matchesIn(text, /(?<![\p{L}\p{N}-])[+(]{0,2}\p{Nd}+(?:[ ()\-–]{1,2}\p{Nd}+)+(?!\p{N}|-?\p{L})/gu);
  return [...runs]
    .filter((run) => run[0].length <= longestNumber)
    .flatMap((run) => [...matchesIn(run[0], /[ \-–]/gu)].map((gap) => run.index + gap.index));
}

/** What a hyphen may stand behind, with the signs that close what was opened before it. */
const beforeHyphens = new CharacterSet(/[\p{L}\p{N}%‰°₾€$£“”"»’)]/u);

/** A word may be broken at its hyphen only between two parts of three letters and more in one script. */
function hyphenJoins(word: Word): number[] {
  const { text, start } = word;
  if (text.length > longestNumber || !hyphen.test(text)) return [];
  return [...matchesIn(text, /[-\u2010]/g)].flatMap(({ index }) => {
    const [before, after] = [text.slice(0, index), text.slice(index + 1)];
    if (trailing(before, beforeHyphens) === before.length || leading(after, lettersAndDigits) === 0) return [];
    const bare = before.replace(/[“”"»’)]{1,3}$/, '');
    const left = bare.slice(trailing(bare, lettersAndDigits));
    const right = after.slice(0, leading(after, lettersAndDigits));
    return scripts.some((script) => isWordOf(script, left) && isWordOf(script, right)) ? [] : [start + index];
  });
}

const scripts = allLanguages.map(({ script }) => new CharacterSet(new RegExp(`\\p{Script=${script}}`, 'u')));

function isWordOf(script: CharacterSet, part: string): boolean {
  return leading(part, script) === part.length && [...part].length >= 3;
}

/** Whether what is stressed in a language leans: where its letters do so well, and the theme has them lean. */
export function isSlanted({ setting }: Pick<Language, 'setting'>, { stress }: Pick<Theme, 'stress'>): boolean {
  return stress === 'language' && setting.stress === 'slant';
}
