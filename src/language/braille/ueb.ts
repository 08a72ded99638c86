/**
 * Unified English Braille, uncontracted (The Rules of Unified English Braille, second edition 2013, with what is called grade 1):
 * as liblouis' table en-ueb-g1 has it, which conformance/ compares, but for the signs in `instead`.
 */
import { type BrailleCode, type Cells, digit, dots, isDigitCell, isSpace, numberSign, unknownSign } from './code.ts';
import { type Instead, onTheLine, readAs } from './instead.ts';
import { letterCells, modifiers, signCells } from './ueb-signs.ts';

/** What stands for a sign that the code lacks. */
const instead: Instead = {
  signs: { '№': '#', '„': '“', '‚': '‘', '‹': '‘', '›': '’', ı: 'i' },
  words: { '₾': 'GEL', '‰': 'per mille' },
  script: null,
};

const capital = dots('6');
const capitalWord = dots('6-6');
const capitalPassage = dots('6-6-6');
const capitalsEnd = dots('6-3');
const grade1 = dots('56');
const numericSpace = dots('5');

const ligature = dots('45-235');
const script = { above: dots('35'), below: dots('26') };
const grouped = { open: dots('126'), close: dots('345') };

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{Script=Latin}\p{Script=Greek}]/u.test(character);
const isUpper = (character: string | undefined): boolean => character !== undefined && /\p{Lu}/u.test(character);
const isDigit = (character: string | undefined): boolean => character !== undefined && /[0-9]/.test(character);

export const ueb: BrailleCode = {
  name: 'Unified English Braille, grade 1',
  letters: /[\p{Script=Latin}\p{Script=Greek}]/u,
  write,
};

/** What a text is read as before it is written: signs in place of those that there are none for, accents apart from letters. */
function prepared(text: string): readonly string[] {
  const own = (sign: string) => signCells.has(sign) || onTheLine(sign) !== null;
  return readAs(text, instead).flatMap((sign) => (own(sign) ? [sign] : [...sign.normalize('NFD')]));
}

/**
 * Whether a number is being written: digits go on with it and the letters a to j would (6.5). What is `closed`, such as a fraction
 * or what stands above the line, goes on with no digit; but a letter behind it would still be read as one.
 */
type NumericMode = 'none' | 'open' | 'closed';

function write(text: string): Cells {
  const signs = prepared(text);
  const all = signs.map((sign) => (isSpace(sign) ? ' ' : sign));
  const capitals = capitalsOf(all);
  let cells = '';
  let numeric: NumericMode = 'none';
  for (const [index, character] of all.entries()) {
    const mark = capitals.get(index) ?? { before: '', after: '' };
    const [previous, next] = [all[index - 1], all[index + 1]];
    if (isDigit(character)) {
      cells += `${numeric === 'open' ? '' : numberSign}${digit(character)}${mark.after}`;
      numeric = 'open';
      continue;
    }
    if (numeric === 'open' && (character === '.' || character === ',')) {
      cells += signCells.get(character) ?? '';
    } else if (numeric === 'open' && character === ' ' && isDigit(previous) && isDigit(next)) {
      cells += numericSpace;
      continue;
    } else if (opensNumber(all, index)) {
      cells += `${numberSign}${signCells.get(character) ?? ''}`;
      numeric = 'open';
    } else {
      const letter = letterAt(all, index);
      const sign = letter === null ? signAt(all, index) : capitalized(letter, mark.before);
      cells += `${numeric !== 'none' && isDigitCell(sign[0] ?? '') ? grade1 : ''}${sign === ' ' ? signs[index] : sign}`;
      numeric = letter === null && isNumber(character) ? 'closed' : letter === '' ? numeric : 'none';
    }
    cells += mark.after;
  }
  return cells;
}

/** Signs that end with a number: fractions, and what stands above or below. */
function isNumber(character: string): boolean {
  return /\p{No}/u.test(character);
}

/** A single capital that is a ligature has the sign before both of its letters. */
function capitalized(letter: Cells, before: Cells): Cells {
  return before + (before === capital ? letter.replace(ligature, capital + ligature) : letter);
}

/** A number or one letter stands behind its indicator as it is; anything else in braille grouping indicators (Technical, 7.1). */
function scriptCells(written: string, where: 'above' | 'below'): Cells {
  const cells = write(written);
  const single = /^(?:\d+|\p{L})$/u.test(written);
  return single
    ? `${grade1}${script[where]}${cells}`
    : `${grade1}${grade1}${script[where]}${grouped.open}${cells}${grouped.close}`;
}

/** A decimal sign that begins a number: `.5`, but not in `x.5`. */
function opensNumber(all: readonly string[], index: number): boolean {
  const [previous, character, next] = [all[index - 1], all[index], all[index + 1]];
  return (character === '.' || character === ',') && isDigit(next) && !isLetter(previous);
}

/** A letter with its modifiers before it; empty for a modifier that its letter has taken, null for what is no letter. */
function letterAt(all: readonly string[], index: number): Cells | null {
  const character = all[index] ?? '';
  if (modifiers.has(character))
    return isLetter(all[index - 1]) || modifiers.has(all[index - 1] ?? '') ? '' : (modifiers.get(character) ?? '');
  const cells = letterCells.get(character.toLowerCase());
  if (cells === undefined) return null;
  let marks = '';
  for (let at = index + 1; modifiers.has(all[at] ?? ''); at += 1) marks += modifiers.get(all[at] ?? '');
  return `${marks}${cells}`;
}

function signAt(all: readonly string[], index: number): Cells {
  const character = all[index] ?? '';
  if (character === ' ') return ' ';
  const scripted = onTheLine(character);
  if (scripted !== null) return scriptCells(scripted.written, scripted.where);
  const [previous, next] = [all[index - 1], all[index + 1]];
  if (character === '"') return straightQuote(all, index);
  // 7.6.6: a closing mark, where it is no apostrophe.
  if (character === '’') return isApostrophe(all, index) ? dots('3') : dots('6-356');
  // 7.5: where it could be read as an opening quotation mark it says that it is none.
  if (character === '?') return !isLetter(next) && hasBegun(all, index) ? dots('236') : dots('56-236');
  // 5.7.1: signs that are contractions between letters say that they are none.
  const betweenLetters = isLetter(previous) && isLetter(next) && !hasBegun(all, index, isDigit);
  if (/^[,;:!]$/.test(character) && betweenLetters) return `${grade1}${signCells.get(character)}`;
  return signCells.get(character) ?? unknownSign(character);
}

/** At the start of a word it opens and behind one it closes (7.6); elsewhere it says neither. */
function straightQuote(all: readonly string[], index: number): Cells {
  const isStart = index === 0 || all[index - 1] === ' ';
  const next = all[index + 1];
  const isEnd = next === undefined || /[ .,;:!?)]/.test(next);
  if (isStart && (!isEnd || next === ' ')) return dots('236');
  return isEnd && !isStart && !isDigit(all[index - 1]) ? dots('356') : (signCells.get('"') ?? '');
}

/** Between letters, and behind the s of a possessive. */
function isApostrophe(all: readonly string[], index: number): boolean {
  if (!isLetter(all[index - 1])) return false;
  return isLetter(all[index + 1]) || (all[index - 1] === 's' && isLetter(all[index - 2]));
}

/** Whether a character of a kind stands before in the same word. */
function hasBegun(all: readonly string[], index: number, is = isWordPart): boolean {
  for (let at = index - 1; at >= 0 && all[at] !== ' '; at -= 1) if (is(all[at])) return true;
  return false;
}

function isWordPart(character: string | undefined): boolean {
  return isLetter(character) || isDigit(character);
}

// ---- capitals (section 8) -----------------------------------------------------------------------------------

interface CapitalMarks {
  before: Cells;
  after: Cells;
}

/** The indicators before and after each character that has some. */
function capitalsOf(all: readonly string[]): ReadonlyMap<number, CapitalMarks> {
  const marks = new Map<number, CapitalMarks>();
  const mark = (index: number, part: Partial<CapitalMarks>) =>
    marks.set(index, { before: '', after: '', ...marks.get(index), ...part });
  const words = wordsIn(all);
  for (let at = 0; at < words.length; at += 1) {
    const passage = passageFrom(words, at);
    if (passage === null) {
      markWord(all, words[at], mark);
      continue;
    }
    const [first, last] = [words[at], words[passage]];
    const start =
      first === undefined ? -1 : all.findIndex((character, index) => index >= first.start && isUpper(character));
    if (start >= 0 && last !== undefined) {
      mark(start, { before: capitalPassage });
      mark(last.end - 1, { after: capitalsEnd });
    }
    at = passage;
  }
  return marks;
}

interface WordSpan {
  readonly start: number;
  readonly end: number;
  /** `none` has no letters. */
  readonly case: 'upper' | 'lower' | 'none';
}

function wordsIn(all: readonly string[]): readonly WordSpan[] {
  const words: WordSpan[] = [];
  for (let start = 0; start < all.length; ) {
    if (all[start] === ' ') {
      start += 1;
      continue;
    }
    let end = start;
    while (end < all.length && all[end] !== ' ') end += 1;
    const letters = all.slice(start, end).filter((character) => isLetter(character));
    const upper = letters.length > 0 && letters.every(isUpper);
    words.push({ start, end, case: letters.length === 0 ? 'none' : upper ? 'upper' : 'lower' });
    start = end;
  }
  return words;
}

/** The last word of a passage of three words in capitals and more that begins here (8.5); null where none does. */
function passageFrom(words: readonly WordSpan[], from: number): number | null {
  if (words[from]?.case !== 'upper') return null;
  let count = 0;
  let last = from;
  for (let at = from; at < words.length && words[at]?.case !== 'lower'; at += 1) {
    if (words[at]?.case !== 'upper') continue;
    count += 1;
    last = at;
  }
  return count >= 3 ? last : null;
}

type Mark = (index: number, part: Partial<CapitalMarks>) => void;

/** Single capitals, and two and more in a row with a terminator where small letters follow (8.3, 8.4, 8.6). */
function markWord(all: readonly string[], word: WordSpan | undefined, mark: Mark): void {
  if (word === undefined || word.case === 'none') return;
  const isMark = (index: number) => modifiers.has(all[index] ?? '');
  for (let at = word.start; at < word.end; at += 1) {
    if (!isUpper(all[at])) continue;
    let end = at + 1;
    let count = 1;
    while (end < word.end && (isUpper(all[end]) || isMark(end))) {
      if (!isMark(end)) count += 1;
      end += 1;
    }
    mark(at, { before: count > 1 ? capitalWord : capital });
    if (count > 1 && end < word.end && isLetter(all[end])) mark(end - 1, { after: capitalsEnd });
    at = end - 1;
  }
}
