/** Why a text is not JSON (RFC 8259), in words for the person who wrote it. */

import { type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Report } from '../diagnostics.ts';
import { shortened } from '../text.ts';
import { numberMeant } from './number.ts';
import type { Source } from './source.ts';
import { unseenName } from './unseen.ts';

interface Flaw {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** Reports the first error only: those after it are mostly its echoes. */
export function reportBroken(source: Source, error: ParseError, report: Report): void {
  const { offset, message, hint } = flawOf(source.text, error);
  report.error('broken-json', source.place(offset), message, { hints: [hint] });
}

function flawOf(text: string, { error, offset, length }: ParseError): Flaw {
  return typedNumber(text, offset) ?? grammarFlaw(text, { error, offset, length });
}

/** A number as people write it, where the parser stumbles at its comma, its space or its sign. */
function typedNumber(text: string, offset: number): Flaw | null {
  const { at, written } = valueAround(text, offset);
  const meant = numberMeant(written);
  const bare = written.trim();
  if (meant === null) return programNumber(bare, at) ?? typedWords(bare, at);
  // A zero in front may be a code's: that is another matter.
  if (meant === bare || /^-?0\d+$/.test(bare)) return null;
  return flaw(at, `"${bare}" is not a number as JSON writes it.`, `Write ${meant}.`);
}

/** A number as programs write it. */
function programNumber(bare: string, at: number): Flaw | null {
  if (/^[+-]?(?:NaN|inf(?:inity)?)$/i.test(bare))
    return flaw(at, `"${bare}" is not a number that can be shown.`, 'Write the number, or null where there is none.');
  if (!/^0x[\da-f]{1,13}$/i.test(bare)) return null;
  return flaw(at, `"${bare}" is not a number as JSON writes it.`, `Write ${Number(bare)}.`);
}

/** A day without quotation marks, and a number with the words of its unit. */
function typedWords(bare: string, at: number): Flaw | null {
  if (/^\d{1,4}([-./])\d{1,2}\1\d{1,4}$/.test(bare))
    return flaw(
      at,
      `"${bare}" is neither a number nor a text.`,
      `For a day write year-month-day in quotation marks, such as "2026-11-23".`,
    );
  if (!/^(?:[~≈<>]\s?)?\d[\d.,]{0,20}\s?\p{L}[\p{L}\s.]*$/u.test(bare) || /^[\d.]+e\d/i.test(bare)) return null;
  const hint = `Write the number in digits alone and in full, or "${bare}" in quotation marks where a text is asked for.`;
  return flaw(at, `"${bare}" is a number with words.`, hint);
}

/** The value that the parser stumbled in, as people meant it: up to what ends a value. */
function valueAround(text: string, offset: number): { readonly at: number; readonly written: string } {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 60);
  // Values of a list that are set apart by a comma and a space are others.
  const opening = /(?:^|[:[]|,\s)\s*([^:[{"\s][^:[{"]*)$/.exec(text.slice(start, offset));
  const from = opening === null ? offset : offset - (opening[1] ?? '').length;
  const first = (opening?.[1] ?? '').split(/,\s+/);
  const at = from + (opening?.[1] ?? '').lastIndexOf(first.at(-1) ?? '');
  const [found = ''] = /^[^\n\]}{[":]*/.exec(text.slice(at, at + 60)) ?? [];
  const [written = ''] = found.split(/,\s|,$/);
  return { at, written };
}

function grammarFlaw(text: string, { error, offset, length }: ParseError): Flaw {
  const previous = text.slice(0, offset).trimEnd();
  const found = text.slice(offset, offset + length);
  switch (printParseErrorCode(error)) {
    case 'CommaExpected':
      return missingComma(previous, text, offset);
    case 'ColonExpected':
      return flaw(previous.length, 'A colon is missing after the name of a field.', 'Write "name": value.');
    case 'CloseBraceExpected':
      return flaw(
        previous.length,
        'The file ends before an object is closed: a "}" is missing.',
        'Close each { with a }.',
      );
    case 'CloseBracketExpected':
      return flaw(
        previous.length,
        'The file ends before a list is closed: a "]" is missing.',
        'Close each [ with a ].',
      );
    case 'EndOfFileExpected':
      return flaw(offset, 'There is text after the end of the data.', 'Remove it, or remove the extra "}" before it.');
    case 'PropertyNameExpected':
    case 'ValueExpected':
      return missingValue(previous, text, offset);
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return flaw(offset, 'Comments are not allowed in JSON.', 'Remove the comment.');
    case 'UnexpectedEndOfString':
      return flaw(offset, 'The text that starts here is not closed before the end of its line.', 'Close it with ".');
    case 'InvalidCharacter':
      return rawControl(text, offset, length);
    case 'InvalidEscapeCharacter':
      return badEscape(found, offset, /\\(?!["\\/bfnrtu])/, 'Write \\\\ for a backslash, \\" for a quotation mark.');
    case 'InvalidUnicode':
      return badEscape(found, offset, /\\u(?![0-9a-fA-F]{4})/, 'Write \\u and four hexadecimal digits.');
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return flaw(offset, 'This is not a number as JSON writes it.', 'Write numbers like 12, -3 or 0.5.');
    default:
      return strayWord(previous, found, offset);
  }
}

function flaw(offset: number, message: string, hint: string): Flaw {
  return { offset, message, hint };
}

function missingComma(previous: string, text: string, offset: number): Flaw {
  if (/\b-?0$/.test(previous) && /\d/.test(text.charAt(offset)) && previous.length === offset) {
    return flaw(
      offset - 1,
      'A number must not start with 0.',
      'Remove the 0, or put a code such as 007 in quotation marks.',
    );
  }
  const closes = { '}': 'a list is closed with "}"', ']': 'an object is closed with "]"' }[text.charAt(offset)];
  return closes === undefined
    ? flaw(previous.length, 'A comma is missing after this value.', 'Put a comma between two values.')
    : flaw(offset, `Wrong bracket: ${closes}.`, 'Close { with } and [ with ].');
}

function missingValue(previous: string, text: string, offset: number): Flaw {
  if (previous === '' && offset >= text.trimEnd().length) {
    return flaw(0, 'The file is empty.', 'Run etrati init FOLDER, and start from a file that it makes.');
  }
  const next = text.charAt(offset);
  if (previous.endsWith(',') && (next === '}' || next === ']')) {
    return flaw(
      previous.length - 1,
      `There is an extra comma before "${next}".`,
      'Remove the comma after the last value.',
    );
  }
  if (previous.endsWith(':')) return flaw(offset, 'A value is missing after the colon.', 'Write a value, or null.');
  return /[{,]\s*$/.test(previous) && next !== ','
    ? flaw(offset, 'The name of a field is missing here.', 'Write the name in quotation marks: "name": value.')
    : flaw(offset, 'A value is missing here.', 'Remove the comma before it, or write a value.');
}

/** A control character within a string, such as a tab. */
function rawControl(text: string, offset: number, length: number): Flaw {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const within = Math.max(0, text.slice(offset, offset + length).search(/[\u0000-\u001F]/));
  const code = text
    .charCodeAt(offset + within)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0');
  const message = `A text contains the control character U+${code}.`;
  return flaw(offset + within, message, 'Remove it; write \\n for a new line, \\t for a tab.');
}

function badEscape(found: string, offset: number, pattern: RegExp, hint: string): Flaw {
  const within = Math.max(0, found.replace(/\\\\/g, '__').search(pattern));
  return flaw(offset + within, `"${found.slice(within, within + 2)}" is not an escape of JSON.`, hint);
}

/** A character that is no white space of JSON and looks as if it were; null where the letters can be seen. */
function unseenFlaw(found: string, offset: number): Flaw | null {
  const [sign = ''] = /^[\p{Z}\p{C}]/u.exec(found) ?? [];
  if (sign === '') return null;
  const point = sign.codePointAt(0) ?? 0;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  const name = unseenName(sign);
  const hint = `Delete it, and every other ${code} outside of texts; between names and values use ordinary spaces only.`;
  return flaw(offset, `There is ${name} (${code}) outside of a text, which JSON does not allow.`, hint);
}

/** Signs of other notations in place of those of JSON. */
function foreignSign(previous: string, found: string, offset: number): Flaw | null {
  if (found.startsWith('#')) return flaw(offset, 'Comments are not allowed in JSON.', 'Remove the comment.');
  if (/^[=:]?[=>]/.test(found) && previous.endsWith('"')) {
    const [sign = ''] = /^[=:>]+/.exec(found) ?? [];
    return flaw(offset, `"${sign}" is not allowed after the name of a field.`, `Write a colon instead of "${sign}".`);
  }
  if (found.startsWith(';'))
    return flaw(offset, '";" does not separate values in JSON.', 'Write a comma instead of it.');
  const word = { true: 'true', yes: 'true', false: 'false', no: 'false', null: 'null', none: 'null', nil: 'null' }[
    found.toLowerCase()
  ];
  return word === undefined || !/[:,[]$/.test(previous)
    ? null
    : flaw(offset, `"${found}" is not JSON.`, `Write ${word}.`);
}

/** Letters where a value, a name or a comma belongs. */
function strayWord(previous: string, found: string, offset: number): Flaw {
  const known = unseenFlaw(found, offset) ?? foreignSign(previous, found, offset);
  if (known !== null) return known;
  const shown = shortened(found, 21);
  if (/^[“”„‟«‘‚]/.test(found)) {
    const words = shown.replace(/^[“”„‟«‘‚]{1,9}|[“”‟»’]{1,9}:?$/g, '');
    const hint = `Write straight quotation marks around it: "${words}".`;
    return flaw(offset, `The quotation marks around a name or a text are not straight: ${shown}.`, hint);
  }
  if (found.startsWith("'")) {
    return flaw(offset, 'A text starts with an apostrophe.', `Write " instead of ' around texts and names.`);
  }
  if (previous.length === offset && previous.endsWith('"')) {
    const hint = 'For a quotation mark inside a text write \\", or „…“ and “…”.';
    return flaw(offset, `The text ended at the quotation mark before "${shown}".`, hint);
  }
  const hint = /^[A-Za-z_$]/.test(found)
    ? 'Put names and texts in quotation marks; other words are only true, false and null.'
    : 'Put texts in quotation marks.';
  return flaw(offset, `"${shown}" is not JSON.`, hint);
}
