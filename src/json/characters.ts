/** Characters that no text of a document may hold. */
import type { Place, Report } from '../diagnostics.ts';
import type { Source } from './source.ts';

/**
 * Controls but tab and line ends; half surrogate pairs; private use (no font agrees on them, and templates mark the
 * places of data with them); non-characters, which XML cannot hold.
 */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Surrogate}|\p{Private_Use}|\p{Noncharacter_Code_Point}/u;

export function hasForbidden(value: string): boolean {
  return forbidden.test(value);
}

/** The place of an index of a JSON string's value; `offset` is that of its opening quotation mark. */
export function placeInString(source: Source, offset: number, index: number, path: string): Place {
  return source.place(offset + writtenLength(source.text, offset + 1, index) + 1, path);
}

/** `forbidden-character` at the character itself; `offset` is that of the string's opening quotation mark. */
export function checkCharacters(value: string, offset: number, path: string, source: Source, report: Report): void {
  const match = forbidden.exec(value);
  if (match === null) return;
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const at = placeInString(source, offset, match.index, path);
  report.error('forbidden-character', at, `The text contains U+${code}, ${nameOf(match[0])}.`, {
    hints: ['Remove it; it often comes from copying out of a PDF or an old font.'],
  });
}

/** How many characters of the file write the first `length` characters of a JSON string that starts at `offset`. */
function writtenLength(text: string, offset: number, length: number): number {
  let at = offset;
  for (let read = 0; read < length; read += 1) {
    at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2;
  }
  return at - offset;
}

function nameOf(character: string): string {
  if (/\p{Surrogate}/u.test(character)) return 'half of a surrogate pair';
  if (/\p{Private_Use}/u.test(character)) return 'a private-use character that has no agreed meaning';
  return /\p{Noncharacter_Code_Point}/u.test(character) ? 'which is not a character' : 'a control character';
}
