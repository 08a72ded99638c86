/** `etrati preflight`: whether a finished PDF can go on the press, and what the print shop should know of it. */
import path from 'node:path';
import { type Diagnostic, Refused } from '../diagnostics.ts';
import { preflight as judge, type PreflightFacts, type SheetSize } from '../preflight/preflight.ts';
import { visible } from '../render-diagnostics.ts';
import { countFindings, type ExitCode, exitCodeOf, showFindings } from './findings.ts';
import { readFinished } from './outline.ts';
import type { Terminal } from './terminal.ts';

export interface PreflightFlags {
  readonly strict?: boolean;
  readonly diagnostics?: 'human' | 'json';
}

interface Judged {
  readonly diagnostics: readonly Diagnostic[];
  /** Null for a file that cannot be looked into. */
  readonly facts: PreflightFacts | null;
}

/** Tells facts on stdout and findings on stderr, or both as one JSON object on stdout. */
export async function preflight(file: string, flags: PreflightFlags, terminal: Terminal): Promise<ExitCode> {
  const { diagnostics, facts } = await judged(path.resolve(terminal.cwd, file), file);
  if (flags.diagnostics === 'json') {
    terminal.stdout.write(`${JSON.stringify({ diagnostics, facts }, null, 2)}\n`);
  } else {
    if (facts !== null) terminal.stdout.write(printed(path.basename(file), facts));
    await showFindings(diagnostics, terminal);
    terminal.stderr.write(`${countFindings(diagnostics, flags.strict === true)}\n`);
  }
  return exitCodeOf(diagnostics, flags.strict);
}

async function judged(file: string, name: string): Promise<Judged> {
  try {
    return await judge(await readFinished(file, name));
  } catch (error) {
    if (error instanceof Refused) return { diagnostics: error.diagnostics, facts: null };
    throw error;
  }
}

/** A line for each thing that a print shop asks. All names are a stranger's. */
function printed(name: string, facts: PreflightFacts): string {
  const { version, standard, intent, inks, inkMaximum } = facts;
  const most = Math.max(inkMaximum.vector, inkMaximum.pictures ?? 0);
  const lines = [
    ['file', `${name}, PDF ${version}${standard === null ? '' : `, ${standard}`}`],
    ['pages', pagesOf(facts)],
    [
      'press',
      intent === null ? 'not stated' : `${intent.identifier ?? 'unnamed'}, profile ${intent.profile ?? 'unnamed'}`,
    ],
    ['inks', inks.length === 0 ? 'none' : `${inks.join(', ')}; at most ${most} % in one place`],
    ['fonts', fontsOf(facts)],
    ['pictures', picturesOf(facts)],
  ] as const;
  return lines.map(([label, value]) => `${label.padEnd(8)}  ${visible(value)}\n`).join('');
}

function pagesOf({ pages, pageCount }: PreflightFacts): string {
  const count = `${pageCount} ${pageCount === 1 ? 'page' : 'pages'}`;
  const [first] = pages;
  if (first === undefined) return count;
  const size = ({ width, height }: SheetSize) => `${width} × ${height} mm`;
  const { trim, bleed, media } = first;
  if (trim === null) return `${count} on ${size(media)}`;
  const same = pages.every((page) => page.trim?.width === trim.width && page.trim.height === trim.height);
  return `${count}${same ? '' : ' of several sizes, the first'} of ${size(trim)}, with bleed ${size(bleed ?? media)}`;
}

function fontsOf({ fonts }: PreflightFacts): string {
  const missing = fonts.filter(({ embedded }) => !embedded).map(({ name }) => name);
  if (fonts.length === 0) return 'none';
  return missing.length === 0
    ? `${fonts.length}, all in the file`
    : `${fonts.length}; not in the file: ${missing.join(', ')}`;
}

function picturesOf({ pictures }: PreflightFacts): string {
  if (pictures.length === 0) return 'none';
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const { ppi } of pictures) [least, most] = [Math.min(least, ppi), Math.max(most, ppi)];
  return `${pictures.length}, at ${least === most ? least : `${least} to ${most}`} ppi`;
}
