/** `etrati outline`: what a finished file says, as assistive technology meets it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { misuse, Refused } from '../diagnostics.ts';
import { formatOfFile, type OutlineFormat, outlineFormats } from '../outline/formats.ts';
import type { Outline } from '../outline/outline.ts';
import { printOutline } from '../outline/print.ts';
import { outlineOf } from '../outline/read.ts';
import { visible } from '../render-diagnostics.ts';
import { nameHints } from '../suggestion.ts';
import { type ExitCode, exit } from './findings.ts';
import type { Terminal } from './terminal.ts';

/** Prints a file's outline, a line for each node or as JSON. Throws `Refused` for a file that cannot be read. */
export async function outline(file: string, json: boolean, { cwd, stdout }: Terminal): Promise<ExitCode> {
  const format = formatOf(file);
  const bytes = await readFinished(path.resolve(cwd, file), file);
  const found = await outlineOf(bytes, format);
  stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : printable(found));
  return exit.done;
}

/** Throws `Refused` for a file that cannot be read by its ending. */
export function formatOf(file: string): OutlineFormat {
  const format = formatOfFile(file);
  if (format !== null) return format;
  const hints = nameHints(path.extname(file).slice(1), outlineFormats, 'formats');
  throw new Refused([misuse('unknown-format', `"${file}" is not in a format that can be read.`, hints)]);
}

/** The bytes of a file that the person named. Throws `Refused` if there is none. */
export async function readFinished(file: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const message = missing ? `"${name}" does not exist.` : `"${name}" cannot be read.`;
    const hints = [
      missing
        ? 'Check the spelling, or run etrati build first.'
        : 'Check that it is a file, and check its permissions.',
    ];
    throw new Refused([misuse(missing ? 'file-missing' : 'file-unreadable', message, hints)]);
  }
}

/** A finished file is a stranger's, too: what it says must not drive the terminal. */
function printable(found: Outline): string {
  return printOutline(found).split('\n').map(visible).join('\n');
}
