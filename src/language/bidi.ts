/**
 * Text in both directions: the Unicode Bidirectional Algorithm (UAX 9), by bidi-js. Few texts have letters that are written from
 * right to left; the others are told by one look and cost nothing more.
 */
import bidiOf from 'bidi-js';
import { once } from '../once.ts';

export type Direction = 'ltr' | 'rtl';

/** Whether anything of a text runs from right to left, or may. Asked of each word. */
export function hasTwoDirections(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (runsBack(text.charCodeAt(at))) return true;
  return false;
}

/**
 * Whether a UTF-16 unit is a letter of a script that is written from right to left, the first half of one (U+10800–U+10FFF,
 * U+1E800–U+1EFFF), or a mark of direction that has text run so.
 */
function runsBack(unit: number): boolean {
  if (unit < 0x0590) return false;
  if (unit < 0x0900) return true;
  if (unit < 0xd800) return unit === 0x200f || unit === 0x202b || unit === 0x202e || unit === 0x2067;
  const isHalf = (unit & 0xfffe) === 0xd802 || (unit & 0xfffe) === 0xd83a;
  return isHalf || (unit >= 0xfb1d && unit <= 0xfdff) || (unit >= 0xfe70 && unit <= 0xfefe);
}

const bidi = once(bidiOf);

/** By the index of each UTF-16 unit of one paragraph: its level, which is odd for what runs from right to left. */
export function levelsOf(text: string, base: Direction): Uint8Array {
  return bidi().getEmbeddingLevels(inOneUnit(text), base).levels;
}

/** The package looks at single units: a character of two is stood for by two of its kind. */
function inOneUnit(text: string): string {
  return text
    .replace(/[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/gu, '\u05D0\u05D0')
    .replace(/(?=[\u{10000}-\u{10FFFF}])[\p{S}\p{P}\p{C}]/gu, '\u2603\u2603');
}

/** Parts of one line, given as they are read, as they stand from left to right (UAX 9, L2). */
export function fromTheLeft<T>(parts: readonly T[], levelOf: (part: T) => number): readonly T[] {
  const placed = [...parts];
  for (let level = Math.max(0, ...parts.map(levelOf)); level > 0; level -= 1)
    for (let start = 0; start < placed.length; start += 1) {
      let end = start;
      while (end < placed.length && levelOf(placed[end] as T) >= level) end += 1;
      if (end - start > 1) placed.splice(start, end - start, ...placed.slice(start, end).reverse());
      start = Math.max(start, end - 1);
    }
  return placed;
}

/** A stretch of text that runs one way. */
export interface OneWay {
  readonly text: string;
  readonly level: number;
}

/** The stretches of a line of text, as they are read. */
export function stretchesOf(text: string, base: Direction): readonly OneWay[] {
  const levels = levelsOf(text, base);
  const stretches: OneWay[] = [];
  for (let from = 0, to = 1; to <= text.length; to += 1) {
    if (to < text.length && levels[to] === levels[from]) continue;
    stretches.push({ text: text.slice(from, to), level: levels[from] ?? 0 });
    from = to;
  }
  return stretches;
}
