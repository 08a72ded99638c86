/** What the files of a record are called: its own name, or a pattern that the record fills. */
import type { Code } from '../codes.ts';
import { trailing } from '../text.ts';
import { isReportName } from './report-files.ts';

export interface NameFault {
  readonly code: Code<'error'>;
  readonly message: string;
  readonly hint: string;
}

/** Bytes of UTF-8; file systems take 255, and the language, the format and what is written beside take some. */
const longest = 180;
/** Those of Windows, which it takes for devices with any ending. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\u0000-\u001f\u007f\\:*?"<>|\p{Cf}\p{Zl}\p{Zp}]/u;

/** The name that a pattern makes: `{title.en}` is what `fieldValue` gives for it. */
export function fillName(pattern: string, fieldValue: (field: string) => string | null): string | NameFault {
  let missing: string | null = null;
  const name = pattern.replace(/\{([^{}]*)\}/g, (_, field: string) => {
    const value = fileWord(fieldValue(field.trim()) ?? '');
    if (value === '') missing ??= field.trim();
    return value;
  });
  if (missing !== null)
    return {
      code: 'bad-output-name',
      message: `The name asks for {${missing}}, which the record does not have.`,
      hint: 'Fill that field in the record, or name another one in the pattern.',
    };
  return faultOfName(name) ?? name.normalize('NFC');
}

/** The fields that a pattern asks for, in small letters. */
export function fieldsOfName(pattern: string): readonly string[] {
  return [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, field = '']) => field.trim().toLowerCase());
}

/** A text as a part of a name of a file: never a folder, nor any sign that a system refuses. */
function fileWord(text: string): string {
  const signs = new RegExp(`(?:${forbidden.source}|[\\s/{}]|-)+`, 'gu');
  const whole = text.normalize('NFC').replace(signs, '-');
  const short = [...whole].slice(0, 80).join('');
  return short.slice(0, trailing(short, /[-.]/)).replace(/^[-.]+/, '');
}

/** Why a name cannot be that of a file in the output folder; null if it can. */
export function faultOfName(name: string): NameFault | null {
  const parts = name.split('/');
  if (/^[/\\]|^[a-z]:/i.test(name) || parts.includes('..') || name.split('\\').includes('..'))
    return {
      code: 'file-outside',
      message: `The name "${name}" leads out of the output folder.`,
      hint: 'Write a name without "..", such as "2026/brochure".',
    };
  const fault = (message: string, hint: string): NameFault => ({ code: 'bad-output-name', message, hint });
  const sign = forbidden.exec(name)?.[0];
  if (sign !== undefined)
    return fault(`The name "${name}" has the character "${sign}", which names of files must not have.`, 'Remove it.');
  const [first = '', ...rest] = parts;
  if (rest.length > 0 && isReportName(first))
    return fault(`The folder "${first}" has the name of a report of the batch.`, 'Choose another folder.');
  for (const part of parts) {
    if (part.trim() === '' || part.startsWith('.') || /[ .]$/.test(part) || part !== part.trimStart())
      return fault(
        `The name "${name}" is empty, or a part of it starts with a point or a space, or ends with one.`,
        'Write a name such as "brochure-batumi".',
      );
    if (devices.test(part)) return fault(`Windows cannot have a file called "${part}".`, 'Choose another name.');
    if (Buffer.byteLength(part) > longest)
      return fault(
        `The name "${[...part].slice(0, 40).join('')}…" is too long.`,
        `Write ${longest} Latin letters or ${longest / 3} Georgian ones at most.`,
      );
  }
  return null;
}

/** By which names are compared: some file systems take no notice of case or of how accents are encoded. */
export function nameKey(name: string): string {
  // By way of capitals: both small sigmas have one, and the sharp s has two letters.
  return name.normalize('NFC').toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}
