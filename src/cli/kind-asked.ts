/**
 * The kind of the documents that a command is asked for, as far as it can be seen before the program is there. By it one of the
 * start-up snapshots is chosen, each of which can make every kind: a wrong guess costs time and nothing else.
 */
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a file in which its kind is looked for. */
const beginning = 64 * 1024;
/** For more files than these, what each start saves is little. */
const fewFiles = 4;

/** Null where there are several, or none of those that are known. */
export function kindAsked(argv: readonly string[], isKnown: (kind: string) => boolean): string | null {
  const files = argv.filter((each) => each.endsWith('.json'));
  if (files.length > fewFiles) return null;
  const kinds = new Set(files.length > 0 ? files.map((file) => kindOf(file, isKnown)) : kindsHere());
  const [kind = null] = kinds;
  return kinds.size === 1 && kind !== null && isKnown(kind) ? kind : null;
}

/** Other things have a field of this name too, and may come first; few of theirs are called as a kind is. */
function kindOf(file: string, isKnown: (kind: string) => boolean): string | null {
  for (const [, kind = ''] of beginningOf(file).matchAll(/"kind"\s*:\s*"([a-z]+)"/g)) if (isKnown(kind)) return kind;
  return null;
}

/** Nothing of what is no file: what is read of a pipe is lost to those who read it next. */
function beginningOf(file: string): string {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return '';
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(beginning);
    return bytes.toString('latin1', 0, readSync(opened, bytes, 0, beginning, 0));
  } finally {
    closeSync(opened);
  }
}

/** Of a project, whose data lies in folders by its kind. */
function kindsHere(): readonly string[] {
  const data = join(process.cwd(), 'data');
  if (!existsSync(data)) return [];
  return readdirSync(data, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : []));
}
