/**
 * What a template fills and the reader reads: text in the closed vocabulary, with the places that it came from.
 *
 * Texts of data stand between private-use marks, which cannot occur in data or templates: the template's side refuses
 * them there. `<open><index><middle>escaped text<close>`, the index counts in `origins`.
 */
import type { Place } from '../diagnostics.ts';
import { matchesIn } from '../text.ts';

export interface Markup {
  /** XML, with marks around the texts of data. */
  readonly text: string;
  /** The place in a template file that wrote the character at an offset in `text`, in UTF-16 units. */
  placeAt(offset: number): Place;
  /** The record of the data, or its item, that the character at an offset was written for: an index of `origins`. */
  recordAt(offset: number): number | null;
  /** What the texts and the records come from. The first is the data as a whole. */
  readonly origins: readonly Origin[];
  /** The template files that come with Etrati: what they write is never told of at them. */
  readonly shipped: ReadonlySet<string>;
}

/** A value of the data, or a word of the template's own. */
export interface Origin {
  readonly place: Place;
  /** Index of the list or record around it; null for the whole, and for what is no part of the data. */
  readonly around: number | null;
}

const open = '\uE002';
const middle = '\uE001';
const close = '\uE003';

/** Characters that carry marks, so that texts may not hold them. U+E000 opens marks that never leave the template's side. */
export const reserved = /[\uE000-\uE003]/;

/** Puts marks around a text of data. */
export function mark(escaped: string, origin: number): string {
  return `${open}${origin}${middle}${escaped}${close}`;
}

/** A piece of marked text. `offset` counts from the start of the whole, marks included. */
export interface MarkupPiece {
  readonly text: string;
  readonly offset: number;
  /** Index of the origin, or null for the template's own words. */
  readonly origin: number | null;
}

const marked = new RegExp(`${open}(\\d+)${middle}([^${close}]*)${close}`, 'g');

/** Takes the marks off. Pieces without a character are left out unless they come from data. */
export function unmark(text: string): readonly MarkupPiece[] {
  const pieces: MarkupPiece[] = [];
  let end = 0;
  for (const match of matchesIn(text, marked)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), offset: end, origin: null });
    const [whole, index = '', value = ''] = match;
    pieces.push({ text: value, offset: match.index + index.length + 2, origin: Number(index) });
    end = match.index + whole.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), offset: end, origin: null });
  return pieces;
}

/** The origin of the marked text around an offset; null between marked texts. */
export function originAt(text: string, offset: number): number | null {
  const start = text.lastIndexOf(open, offset);
  const end = text.indexOf(close, start);
  if (start < 0 || end < offset) return null;
  const index = Number(text.slice(start + 1, text.indexOf(middle, start)));
  return Number.isInteger(index) ? index : null;
}
