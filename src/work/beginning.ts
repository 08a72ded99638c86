/**
 * What a data file begins with, found without reading it as JSON: for those who choose how it is built before they know what it is. A
 * wrong guess costs time and nothing else.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** Bytes in which it is looked for. */
const beginning = 64 * 1024;

/** Other things have a field of this name too, and may come first; few of theirs are called as a kind is. */
export function kindIn(file: string, isKnown: (kind: string) => boolean): string | null {
  for (const [, kind = ''] of beginningOf(file).matchAll(/"kind"\s*:\s*"([a-z]+)"/g)) if (isKnown(kind)) return kind;
  return null;
}

export function languagesIn(file: string): readonly string[] {
  const [, list = ''] = /"languages"\s*:\s*\[([^\]]*)\]/.exec(beginningOf(file)) ?? [];
  return [...list.matchAll(/"([^"]+)"/g)].map(([, language = '']) => language);
}

/** Nothing of what is no file: what is read of a pipe is lost to those who read it next. Or of what cannot be read. */
function beginningOf(file: string): string {
  try {
    return statSync(file).isFile() ? readBeginning(file) : '';
  } catch {
    return '';
  }
}

function readBeginning(file: string): string {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(beginning);
    return bytes.toString('latin1', 0, readSync(opened, bytes, 0, beginning, 0));
  } finally {
    closeSync(opened);
  }
}
