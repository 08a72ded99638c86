/** `etrati extract`: the data out of a finished file that carries it. */
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { misuse, Refused } from '../diagnostics.ts';
import { readSource } from '../outline/source.ts';
import { visible } from '../render-diagnostics.ts';
import { writeWhole } from '../staging.ts';
import { type ExitCode, exit } from './findings.ts';
import { readFinished } from './outline.ts';
import type { Terminal } from './terminal.ts';

export interface ExtractFlags {
  readonly out?: string;
  readonly force?: boolean;
}

/** Writes the data file byte by byte, by its own name into the working folder if no other is given. */
export async function extract(file: string, flags: ExtractFlags, { cwd, stderr }: Terminal): Promise<ExitCode> {
  const source = await readSource(await readFinished(file, cwd));
  const out = flags.out ?? plainName(source.name, file);
  const taken = await lstat(path.resolve(cwd, out)).catch(() => null);
  if (taken?.isDirectory() === true) {
    const hints = [`Name a file in it, such as --out ${path.posix.join(out, plainName(source.name, file))}.`];
    throw new Refused([misuse('not-a-file', `"${out}" is a folder.`, hints)]);
  }
  if (flags.force !== true && taken !== null) {
    const hints = ['Give another name with --out, or replace the file with --force.'];
    throw new Refused([misuse('file-exists', `"${out}" already exists.`, hints)]);
  }
  await writeWhole(path.resolve(cwd, out), source.bytes);
  const words = `Wrote ${visible(out)}, ${source.bytes.length} bytes. ${visible(source.description)}`;
  stderr.write(`${words.trim()}\n`);
  return exit.done;
}

/** A name in a file may be anyone's: never a path, never hidden, never a file of another kind. */
function plainName(given: string, pdf: string): string {
  const name = given.split(/[\\/]/).at(-1) ?? '';
  const plain = /^[\p{L}\p{N}][^\p{C}:*?"<>|]{0,200}\.json$/u.test(name);
  return plain ? name : `${path.basename(pdf, path.extname(pdf))}.json`;
}
