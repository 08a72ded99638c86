/** Findings on their way out: to the terminal, into JSON, and into the exit code. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Code } from '../codes.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { countDiagnostics, renderDiagnostics } from '../render-diagnostics.ts';
import type { sarifOf } from '../sarif.ts';
import { packageRoot, readLimit } from '../world.ts';
import { type Terminal, usesColor, widthOf } from './terminal.ts';

/** What the exit code says: done, an error in data, template or theme, wrong usage, a bug of ours. */
export const exit = { done: 0, refused: 1, misuse: 2, bug: 3 } as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

// Faults of the call, not of what a file says; the same code with a place is a fault of that file.
const misuses: ReadonlySet<string> = new Set<Code<'error'>>([
  'bad-queue',
  'bad-source-date',
  'bad-store',
  'cannot-listen',
  'cannot-watch',
  'cannot-write',
  'diff-language',
  'diff-refused',
  'diff-unmatched',
  'embed-needs-ua-2',
  'file-exists',
  'file-missing',
  'file-outside',
  'file-unreadable',
  'folder-missing',
  'folder-not-empty',
  'folder-unusable',
  'binding-imposed',
  'binding-no-booklet',
  'impose-booklet',
  'impose-no-booklet',
  'layout-of-sheet',
  'layout-of-large',
  'no-batch',
  'no-files',
  'no-token',
  'not-a-file',
  'not-a-pdf',
  'one-file',
  'queue-package-missing',
  'same-output',
  'unknown-code',
  'unknown-format',
  'unknown-kind',
  'unknown-language',
  'unknown-profile',
  'unknown-question',
  'unknown-template',
  'unknown-theme',
]);

/** @param strict whether a warning counts as an error */
export function exitCodeOf(diagnostics: readonly Diagnostic[], strict = false): ExitCode {
  if (diagnostics.some((d) => d.at === null && misuses.has(d.code))) return exit.misuse;
  const severe = (d: Diagnostic) => d.severity === 'error' || (strict && d.severity === 'warning');
  return diagnostics.some(severe) ? exit.refused : exit.done;
}

/** Whether warnings count as errors: all of them, or because there are more than pass. */
export function countsWarnings(
  diagnostics: readonly Diagnostic[],
  { strict = false, maxWarnings = Number.POSITIVE_INFINITY }: Bounds,
): boolean {
  return strict || diagnostics.filter(({ severity }) => severity === 'warning').length > maxWarnings;
}

interface Bounds {
  readonly strict?: boolean | undefined;
  readonly maxWarnings?: number | undefined;
}

/** Writes findings as SARIF on stdout. */
export async function writeSarif(found: Parameters<typeof sarifOf>[0], { stdout }: Terminal): Promise<void> {
  const [sarif, { entries }] = await Promise.all([import('../sarif.ts'), import('../rulebook.ts')]);
  stdout.write(`${JSON.stringify(sarif.sarifOf(found, entries()), null, 2)}\n`);
}

/** Prints findings for people. */
export async function showFindings(diagnostics: readonly Diagnostic[], terminal: Terminal): Promise<void> {
  if (diagnostics.length === 0) return;
  const { stderr } = terminal;
  const source = async (file: string) => (await readSource(terminal.cwd, file)) ?? readSource(packageRoot, file);
  const rendering = { color: usesColor(terminal, stderr), width: widthOf(stderr), limit: 100, source };
  stderr.write(`${await renderDiagnostics(diagnostics, rendering)}\n`);
}

/** How many findings there were, as the last thing that a command says. */
export function countFindings(diagnostics: readonly Diagnostic[], strict: boolean): string {
  if (diagnostics.length === 0) return 'No errors, no warnings.';
  const severe = strict && diagnostics.some(({ severity }) => severity === 'warning');
  return `Found ${countDiagnostics(diagnostics)}${severe ? ' (strict: warnings count as errors)' : ''}.`;
}

/** The text of a file that a place names: of the project, or of this package. */
async function readSource(folder: string, name: string): Promise<string | null> {
  const file = path.resolve(folder, name);
  try {
    return (await stat(file)).size > readLimit ? null : await readFile(file, 'utf8');
  } catch {
    return null;
  }
}
