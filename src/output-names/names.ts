/** What output files may be called, on whichever system they come to be: by whoever names them, a list, a queue or a program. */
import type { Code } from '../codes.ts';

export interface NameFault {
  readonly code: Code<'error'>;
  readonly message: string;
  readonly hint: string;
}

/** Bytes of UTF-8; file systems take 255, and the language, the format and what is written beside take some. */
const longest = 180;
/** Of a name with its folders: with the output folder before it, the systems of today take 1024. */
const deepest = 720;
/** Those of Windows, which it takes for devices with any ending. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i;
/** Signs that a system refuses, or that nobody sees. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const forbiddenInNames = /[\u0000-\u001f\u007f\\:*?"<>|\p{Cf}\p{Zl}\p{Zp}]/u;

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
  const sign = forbiddenInNames.exec(name)?.[0];
  if (sign !== undefined)
    return fault(`The name "${name}" has the character "${sign}", which names of files must not have.`, 'Remove it.');
  for (const part of parts) {
    if (part.trim() === '' || part.startsWith('.') || /[ .]$/.test(part) || part !== part.trimStart())
      return fault(
        `The name "${name}" is empty, or a part of it starts with a point or a space, or ends with one.`,
        'Write a name such as "brochure-batumi".',
      );
    if (devices.test(part)) return fault(`Windows cannot have a file called "${part}".`, 'Choose another name.');
    if (Buffer.byteLength(part) > longest)
      return fault(
        `The name "${beginningOf(part)}" is too long.`,
        `Write ${longest} Latin letters or ${longest / 3} Georgian ones at most.`,
      );
  }
  if (Buffer.byteLength(name) > deepest)
    return fault(
      `The name "${beginningOf(name)}" is too long with its folders.`,
      `Write ${deepest} Latin letters or ${deepest / 3} Georgian ones at most, or fewer folders.`,
    );
  return null;
}

function beginningOf(name: string): string {
  return `${[...name].slice(0, 40).join('')}…`;
}

/** By which names are compared: some file systems take no notice of case or of how accents are encoded. */
export function nameKey(name: string): string {
  // By way of capitals: both small sigmas have one, and the sharp s has two letters.
  return name.normalize('NFC').toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}
