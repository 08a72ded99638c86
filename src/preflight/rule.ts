/** What the rules of preflight judge, and where they find it: on a page of the finished file. */

import type { Sheet } from '../finished/pdf/paint/file.ts';
import type { Box } from '../finished/pdf/paint/geometry.ts';
import type { Paint } from '../finished/pdf/paint/paint.ts';
import type { Point } from '../matrix.ts';
import type * as general from '../rule.ts';
import type { PreflightSubject } from './press.ts';

export interface SheetPosition {
  readonly sheet: Sheet;
  /** In the page's coordinates; null for the page as a whole. */
  readonly point: Point | null;
}

/** At null: the file as a whole. The message is one sentence without its full stop; the place is added to it. */
export type PressFinding = general.Finding<SheetPosition | null>;
export type PressRule = general.Rule<PreflightSubject, SheetPosition | null>;

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

/** What it is, at the beginning of a sentence. */
export function nameOf(paint: Paint): string {
  if (paint.type === 'text') return `The text ${quote(paint.text)}`;
  if (paint.type === 'picture') return paint.colour === null ? 'A picture' : 'A stencil';
  return paint.type === 'stroke' ? 'A line' : 'An area';
}

/** A number with so many decimals at most. */
export function round(value: number, decimals = 0): string {
  return String(Math.round(value * 10 ** decimals) / 10 ** decimals);
}
