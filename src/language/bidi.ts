/**
 * Text in both directions: the Unicode Bidirectional Algorithm (UAX 9), by bidi-js. Few texts have letters that are written from
 * right to left; the others are told by one look and cost nothing more.
 */
import bidiOf from 'bidi-js';
import { once } from '../once.ts';

export type Direction = 'ltr' | 'rtl';

/** Letters of scripts that are written from right to left, and the marks of direction that have text run so. */
const toTheLeft =
  /[\u0590-\u08FF\u200F\u202B\u202E\u2067\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Whether anything of a text runs from right to left, or may. Asked of each word: nearly all are told by their units alone. */
export function hasTwoDirections(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (mayRunBack(text.charCodeAt(at))) return toTheLeft.test(text);
  return false;
}

/** Whether a UTF-16 unit is of such a character, or the first half of one. */
function mayRunBack(unit: number): boolean {
  if (unit < 0x0590) return false;
  if (unit < 0x0900) return true;
  if (unit < 0x2100) return unit === 0x200f || unit === 0x202b || unit === 0x202e || unit === 0x2067;
  return unit === 0xd802 || unit === 0xd803 || unit === 0xd83a || unit === 0xd83b || unit >= 0xfb1d;
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
