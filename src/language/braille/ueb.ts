/**
 * Unified English Braille, uncontracted (The Rules of Unified English Braille, second edition 2013, with what is called grade 1):
 * as liblouis' table en-ueb-g1 has it, which conformance/ compares, but for the signs in `instead`.
 */
import { type BrailleCode, type Cells, digit, dots, numberSign, signsOf, unknownSign } from './code.ts';

const letterCells = signsOf(
  ...['a 1', 'b 12', 'c 14', 'd 145', 'e 15', 'f 124', 'g 1245', 'h 125', 'i 24', 'j 245', 'k 13', 'l 123', 'm 134'],
  ...['n 1345', 'o 135', 'p 1234', 'q 12345', 'r 1235', 's 234', 't 2345', 'u 136', 'v 1236', 'w 2456', 'x 1346'],
  ...['y 13456', 'z 1356', 'ß 46-2346', 'æ 1-45-235-15', 'œ 135-45-235-15', 'ø 4-16-135'],
);

/** Signs of 3 to 7 of the Rules. */
const signs = signsOf(
  ...['. 256', ', 2', '! 235', ': 25', '; 23', "' 3", '’ 3', '- 36', '– 6-36', '— 6-36', '( 5-126', ') 5-345'],
  ...['[ 46-126', '] 46-345', '{ 456-126', '} 456-345', '< 4-126', '> 4-345', '“ 236', '” 356', '‘ 6-236', '« 456-236'],
  ...['» 456-356', '/ 456-34', '\\ 456-16', '_ 46-36', '| 456-1256', '& 4-12346', '@ 4-1', '# 456-1456', '* 5-35'],
  ...[
    '+ 5-235',
    '= 5-2356',
    '~ 4-35',
    '^ 4-26',
    '` 4',
    '% 46-356',
    '$ 4-234',
    '¢ 4-14',
    '£ 4-123',
    '€ 4-15',
    '¥ 4-13456',
  ],
  ...['° 45-245', '§ 45-234', '¶ 45-1234', '© 45-14', '® 45-1235', '™ 45-2345', '× 5-236', '÷ 5-34', '± 456-235'],
  ...[
    '• 456-256',
    '† 4-6-1456',
    '‡ 4-6-12456',
    '… 256-256-256',
    '½ 3456-1-34-12',
    '¼ 3456-1-34-145',
    '¾ 3456-14-34-145',
  ],
);

/** Modifiers of letters (4.2), by their combining characters; each stands before its letter. */
const modifiers = signsOf(
  ...[
    '\u0300 45-16',
    '\u0301 45-34',
    '\u0302 45-146',
    '\u0303 45-12456',
    '\u0304 4-36',
    '\u0306 4-346',
    '\u0308 45-25',
  ],
  ...['\u030A 45-1246', '\u030C 45-346', '\u0327 45-12346'],
);

/** What stands for a sign that the code lacks, in signs that it has. */
const instead: ReadonlyMap<string, string> = new Map([
  ['№', '#'],
  ['₾', 'GEL'],
  ['„', '“'],
  ['‚', '‘'],
  ['‹', '‘'],
  ['›', '’'],
  ['‰', '%0'],
  ['−', '-'],
  ['‐', '-'],
  ['·', '•'],
  ['→', '->'],
  ['ı', 'i'],
  ['²', '2'],
  ['³', '3'],
]);

const capital = dots('6');
const capitalWord = dots('6-6');
const capitalPassage = dots('6-6-6');
const capitalsEnd = dots('6-3');
const grade1 = dots('56');
const numericSpace = dots('5');

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /\p{Script=Latin}/u.test(character);
const isUpper = (character: string | undefined): boolean => character !== undefined && /\p{Lu}/u.test(character);
const isDigit = (character: string | undefined): boolean => character !== undefined && /[0-9]/.test(character);

export const ueb: BrailleCode = {
  name: 'Unified English Braille, grade 1',
  letters: /\p{Script=Latin}/u,
  write,
};

/** What a text is read as before it is written: signs in place of those that there are none for, accents apart from letters. */
function prepared(text: string): readonly string[] {
  const known = [...text.normalize('NFC')].map((sign) => instead.get(sign) ?? sign).join('');
  return [...known.normalize('NFD')];
}

function write(text: string): Cells {
  const all = prepared(text);
  const capitals = capitalsOf(all);
  let cells = '';
  let numeric = false;
  for (const [index, character] of all.entries()) {
    const mark = capitals.get(index) ?? { before: '', after: '' };
    const [previous, next] = [all[index - 1], all[index + 1]];
    if (isDigit(character)) {
      cells += `${numeric ? '' : numberSign}${digit(character)}${mark.after}`;
      numeric = true;
      continue;
    }
    if (numeric && (character === '.' || character === ',')) {
      cells += signs.get(character) ?? '';
    } else if (numeric && character === ' ' && isDigit(previous) && isDigit(next)) {
      cells += numericSpace;
      continue;
    } else if (opensNumber(all, index)) {
      cells += `${numberSign}${signs.get(character) ?? ''}`;
      numeric = true;
    } else {
      const letter = letterAt(all, index);
      const needsSign = numeric && letter !== null && mark.before === '' && /^[a-j]$/.test(character);
      cells += `${needsSign ? grade1 : ''}${mark.before}${letter ?? signAt(all, index)}`;
      numeric = false;
    }
    cells += mark.after;
  }
  return cells;
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
  const [previous, next] = [all[index - 1], all[index + 1]];
  if (character === '"') return previous === undefined || previous === ' ' ? dots('236') : dots('356');
  // 7.6.6: a closing mark, where it is no apostrophe.
  if (character === '’') return isApostrophe(all, index) ? dots('3') : dots('6-356');
  // 7.5: where it could be read as an opening quotation mark it says that it is none.
  if (character === '?') return !isLetter(next) && hasBegun(all, index) ? dots('236') : dots('56-236');
  // 5.7.1: signs that are contractions between letters say that they are none.
  const betweenLetters = isLetter(previous) && isLetter(next) && !hasBegun(all, index, isDigit);
  if (/^[,;:!]$/.test(character) && betweenLetters) return `${grade1}${signs.get(character)}`;
  return signs.get(character) ?? unknownSign(character);
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
