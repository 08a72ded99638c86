/** `etrati outline`: what a finished file says, as assistive technology meets it. */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { misuse, Refused, refusal } from '../diagnostics.ts';
import { missingFile } from '../missing.ts';
import { formatOfFile, type OutlineFormat, outlineFormats } from '../outline/formats.ts';
import type { Outline } from '../outline/outline.ts';
import { printOutline } from '../outline/print.ts';
import { outlineOf } from '../outline/read.ts';
import { visible } from '../render-diagnostics.ts';
import { nameHints } from '../suggestion.ts';
import { codeOf, reasonOf } from '../system-error.ts';
import { slashes } from '../world.ts';
import { type ExitCode, exit } from './findings.ts';
import type { Terminal } from './terminal.ts';

/** Prints a file's outline, a line for each node or as JSON. Throws `Refused` for a file that cannot be read. */
export async function outline(file: string, json: boolean, { cwd, stdout }: Terminal): Promise<ExitCode> {
  const format = formatOf(file, cwd);
  const bytes = await readFinished(file, cwd);
  const found = await outlineOf(bytes, format);
  stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : printable(found));
  return exit.done;
}

/** Throws `Refused` for a file that cannot be read by its ending. */
export function formatOf(file: string, cwd: string): OutlineFormat {
  const format = formatOfFile(file);
  if (format !== null) return format;
  if (statSync(path.resolve(cwd, file), { throwIfNoEntry: false })?.isDirectory() === true) throw folder(file);
  if (/\.json$/i.test(file))
    throw refusal(
      'unknown-format',
      null,
      `"${file}" is data, and not a finished file.`,
      `Run etrati build first, and name one of the files that it writes: ${outlineFormats.join(', ')}.`,
    );
  const hints = nameHints(path.extname(file).slice(1), outlineFormats, 'formats');
  throw new Refused([misuse('unknown-format', `"${file}" is not in a format that can be read.`, hints)]);
}

const folder = (name: string) =>
  refusal('not-a-file', null, `"${name}" is a folder, not a file.`, 'Name a file in it.');

/** The bytes of a file that the person named. Throws `Refused` if there is none; `otherwise` is what to do where no other is like it. */
export async function readFinished(
  name: string,
  cwd: string,
  otherwise = 'Check the spelling, or run etrati build first.',
): Promise<Uint8Array> {
  const file = path.resolve(cwd, name);
  try {
    return await readFile(file);
  } catch (error) {
    if (codeOf(error) === 'EISDIR') throw folder(name);
    if (codeOf(error) !== 'ENOENT') {
      const message = `"${name}" cannot be read: ${reasonOf(error)}.`;
      throw refusal('file-unreadable', null, message, 'Check that it is a file, and check its permissions.');
    }
    const { link, meant } = missingFile(file, cwd);
    if (link !== null) {
      const message = `"${name}" cannot be read: it is a link to something that does not exist, or in such a folder.`;
      throw refusal('file-unreadable', null, message, 'Correct the link, or name the file itself.');
    }
    const hint = meant === null ? otherwise : `Did you mean "${slashes(path.relative(cwd, meant))}"?`;
    throw refusal('file-missing', null, `"${name}" does not exist.`, hint);
  }
}

/** A finished file is a stranger's, too: what it says must not drive the terminal. */
function printable(found: Outline): string {
  return printOutline(found).split('\n').map(visible).join('\n');
}
