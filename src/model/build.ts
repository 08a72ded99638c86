/** The only makers of the model's branded strings. Each returns null for what the brand forbids; the caller has the place. */
import { languageTag } from '../language/tags.ts';
import { addressOf } from './address.ts';
import type { Href, Id, Lang, Look, Words } from './document.ts';

/** BCP 47, registered, in its canonical case (RFC 5646, 2.1.1). */
export function lang(tag: string): Lang | null {
  return languageTag(tag) as Lang | null;
}

// C0 and C1 controls but for white space that is folded below; none of them is text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;

/** NFC with runs of white space folded to one space, without soft hyphens. No-break spaces are text and stay. */
export function words(text: string): Words | null {
  const folded = fold(undivided(text.normalize('NFC'))).trim();
  return folded === '' || controls.test(folded) || !/[\p{L}\p{N}\p{P}\p{S}]/u.test(folded) ? null : (folded as Words);
}

/** Text without its soft hyphens: where it is said, or never divided. */
export function undivided(text: string): string {
  return text.replaceAll('\u00AD', '');
}

/** Folds the white space that XML and HTML fold, and no other. */
export function fold(text: string): string {
  // Most texts have single spaces alone, and need not be made anew.
  return foldable.test(text) ? text.replace(/[ \t\r\n]+/g, ' ') : text;
}
const foldable = /[\t\r\n]| {2}/;

/** An absolute address that is safe to open: http, https, mailto or tel, without a password. */
export function href(address: string): Href | null {
  return addressOf(address) as Href | null;
}

export function id(name: string): Id | null {
  return /^[a-z][a-z0-9-]{0,63}$/.test(name) ? (name as Id) : null;
}

export function look(name: string): Look | null {
  return /^[a-z][a-z0-9-]*$/.test(name) ? (name as Look) : null;
}
