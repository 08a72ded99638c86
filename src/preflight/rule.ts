/** What a rule is: one object in one file, which judges a finished file as a press would print it. */
import type { Severity } from '../diagnostics.ts';
import type { Sheet } from './file.ts';
import type { Box, Point } from './geometry.ts';
import type { Press } from './press.ts';

export interface Finding {
  /** Null for what is wrong with the file as a whole. */
  readonly sheet: Sheet | null;
  /** In the page's coordinates; null for the page as a whole. */
  readonly at: Point | null;
  /** One sentence; the place is added to it. */
  readonly message: string;
  readonly hint: string;
}

export interface Rule {
  /** The code of its findings. */
  readonly code: string;
  readonly severity: Severity;
  /** The clause of a standard that asks for it. */
  readonly clause?: string;
  check(press: Press): Iterable<Finding>;
}

/** Where people look for a thing first: its upper left corner. */
export function cornerOf({ left, top }: Box): Point {
  return [left, top];
}

const longest = 40;

/** The first words of a text in quotation marks. */
export function quote(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  const letters = [...plain];
  if (letters.length <= longest) return `‘${plain}’`;
  const cut = letters.slice(0, longest).join('');
  return `‘${cut.replace(/(?<!\s)\s+\S*$/u, '') || cut}…’`;
}

/** A number with so many decimals at most. */
export function round(value: number, decimals = 0): string {
  return String(Math.round(value * 10 ** decimals) / 10 ** decimals);
}
