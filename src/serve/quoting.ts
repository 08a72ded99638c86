/**
 * What is told of the project's files: who asks the service for documents may read documents, and nothing else that is there. Data
 * and designs are known by their names, and no finding quotes a file that turns out to be something else.
 */
import { readFile } from 'node:fs/promises';
import type { Diagnostic } from '../diagnostics.ts';
import type { RecordOrder } from '../many/record.ts';
import { Problem } from './problem.ts';

/** What findings call the body. */
export const requestFile = 'request.json';

/** Throws a `Problem` for names that are none of documents, themes and templates: hidden files, and what is no JSON. */
export function checkNames({ file, theme, template }: RecordOrder): void {
  const named = [file, theme, template].filter((each) => each !== undefined);
  const hidden = named.find((each) => each.split(/[\\/]/).some((part) => /^\.[^.]/.test(part)));
  // What leads out of the project is refused for that, where it would be read.
  const wrong = hidden ?? (/\.json$|^\.\.\//i.test(file) ? undefined : file);
  if (wrong !== undefined)
    throw new Problem('bad-request', `"${wrong}" is not the name of a data file, a theme or a template.`);
}

/** Findings as they may be told: those of files that are no documents without what these files say. */
export async function unquoted(
  findings: readonly Diagnostic[],
  { file }: Pick<RecordOrder, 'file'>,
  fileOf: (file: string) => string,
): Promise<readonly Diagnostic[]> {
  const isOurs = file === requestFile || (await isDocument(fileOf(file)));
  return findings.map((finding): Diagnostic => {
    const { at } = finding;
    if (at === null || at.file === requestFile || (isOurs && at.file === file)) return finding;
    const { severity, code } = finding;
    const message = `"${at.file}" has a fault of its own, which the service does not quote.`;
    const hints = ['Run "etrati check" in the project.'];
    return { severity, code, at: { file: at.file, line: at.line, column: at.column }, message, hints, related: [] };
  });
}

/** Whether a file says of itself that it is one: what a patch says of it counts for nothing. */
async function isDocument(file: string): Promise<boolean> {
  try {
    const { kind } = Object(JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, '')));
    return typeof kind === 'string';
  } catch {
    return false;
  }
}
