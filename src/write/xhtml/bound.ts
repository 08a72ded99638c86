/** Words that stay on one line together: a number and its unit, a name and its ending, what the language binds. */
import type { Lang } from '../../model/document.ts';
import { joins } from '../typesetting.ts';

/** What lies from `start` on and before `end`, of numbers that ascend. */
function between(numbers: readonly number[], start: number, end: number): readonly number[] {
  return numbers.slice(firstFrom(numbers, start), firstFrom(numbers, end));
}

/** The index of the first number that is at least `least`. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface BoundWords {
  readonly start: number;
  readonly end: number;
  /** In the narrowest columns plain words may come apart, but never a number and its unit or a name and its ending. */
  readonly firm: boolean;
  /** Too long for one line of the narrowest windows, in the largest letters, with spaces between them. */
  readonly long: boolean;
}

/** Characters. More than these are not bound: no wide line is sure to hold them, and words so long do not look left alone. */
const longestFirm = 40;
const longestWords = 24;
/** Characters that a window of 320 CSS pixels holds in a heading of large print (WCAG 2.2, 1.4.10 and 1.4.12). */
const narrowest = 11;

/** From the word before a bound space or hyphen to the end of the word after it, as far as this piece goes. */
export function boundGroups(
  whole: string,
  bound: readonly number[],
  start: number,
  end: number,
): readonly BoundWords[] {
  const groups: Omit<BoundWords, 'long'>[] = [];
  for (const at of between(bound, start, end)) {
    const space = whole.indexOf(' ', at + 1);
    const stop = Math.min(space < 0 ? end : space, end);
    const word = whole.lastIndexOf(' ', at - 1) + 1;
    const firm = whole[at] !== ' ' || /\p{N}/u.test(whole.slice(word, stop));
    const last = groups.at(-1);
    if (last !== undefined && last.end >= at)
      groups.splice(-1, 1, { start: last.start, end: stop, firm: last.firm || firm });
    else groups.push({ start: Math.max(start, word), end: stop, firm });
  }
  return groups
    .map((group) => ({ ...group, long: group.end - group.start > narrowest }))
    .filter(({ start: first, end: last, firm }) => last - first <= (firm ? longestFirm : longestWords));
}

/** The pieces of a text that a narrow column of a table keeps whole: its words, and what is firmly bound. */
export function wholePieces(text: string, lang: Lang): string[] {
  const firm = boundGroups(text, joins(text, lang), 0, text.length).filter((group) => group.firm);
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of firm) {
    pieces.push(...wordsOf(text.slice(from, start)), text.slice(start, end));
    from = end;
  }
  return [...pieces, ...wordsOf(text.slice(from))];
}

const wordsOf = (text: string): string[] => text.split(/ |(?<=-)/);
