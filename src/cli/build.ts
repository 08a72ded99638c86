/** `etrati build` and `etrati validate`: the engine's first users. */
import path from 'node:path';
import { createEngine, distinct } from '../compile.ts';
import { type Diagnostic, Report } from '../diagnostics.ts';
import type { BuildResult, Engine } from '../engine.ts';
import { sortDiagnostics, visible } from '../render-diagnostics.ts';
import { attempt } from '../shelf.ts';
import { Staging } from '../staging.ts';
import type { Format } from '../write/targets.ts';
import { countFindings, type ExitCode, exit, exitCodeOf, showFindings } from './findings.ts';
import { findInputs } from './inputs.ts';
import { type Allowed, type BuildFlags, type Flags, type Settings, settle, sift } from './settings.ts';
import { showProgress, type Terminal } from './terminal.ts';

/** A file that was written, as JSON tells it. */
interface Written {
  /** Relative to the working folder, with `/`. */
  readonly file: string;
  readonly source: string;
  readonly format: Format;
  readonly lang: string;
  /** Bytes. */
  readonly size: number;
}
export interface Tally {
  readonly files: readonly string[];
  readonly failed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly allowed: readonly Allowed[];
  readonly outputs: readonly Written[];
  /** Milliseconds. */
  readonly time: number;
}
/** What is done with each file. */
export type Work = (file: string) => Promise<Pick<BuildResult, 'diagnostics' | 'outputs'>>;

/** Builds the named files, or all of data/, and writes what has no error. */
export async function build(named: readonly string[], flags: BuildFlags, terminal: Terminal): Promise<ExitCode> {
  return run(named, flags, terminal, (engine, settings) => (file) => engine.build(file, settings), buildSummary);
}

/** Checks all that `build` checks before it writes. */
export async function validate(named: readonly string[], flags: Flags, terminal: Terminal): Promise<ExitCode> {
  const check = (engine: Engine, settings: Settings): Work => {
    return async (file) => ({ diagnostics: await engine.validate(file, settings), outputs: [] });
  };
  return run(named, flags, terminal, check, ({ files }) => `Checked ${plural(files.length, 'document')}. `);
}

async function run(
  named: readonly string[],
  flags: BuildFlags,
  terminal: Terminal,
  workOf: (engine: Engine, settings: Settings) => Work,
  summarize: (tally: Tally, settings: Settings) => string,
): Promise<ExitCode> {
  const report = new Report();
  const settings = await settle(flags, terminal.cwd, report);
  const files = report.failed ? [] : ((await attempt(report, () => findInputs(named, terminal.cwd))) ?? []);
  const engine = createEngine({ root: terminal.cwd, env: terminal.env });
  try {
    const tally = await workThrough(files, workOf(engine, settings), settings, report, terminal);
    return await tell(tally, settings, terminal, summarize(tally, settings));
  } finally {
    engine.close();
  }
}

/** Does the work with one file after the other, and writes what comes of each that has no error. */
export async function workThrough(
  files: readonly string[],
  work: Work,
  settings: Settings,
  report: Report,
  terminal: Terminal,
): Promise<Tally> {
  const started = performance.now();
  const failed: string[] = [];
  const staging = new Staging();
  let outputs: readonly Written[] = [];
  const allowed: Allowed[] = [];
  try {
    for (const [index, file] of files.entries()) {
      showProgress(terminal, visible(`${file} (${index + 1} of ${files.length}) …`));
      const done = await work(file);
      const sifted = sift(done.diagnostics, settings);
      allowed.push(...sifted.allowed);
      for (const diagnostic of sifted.found) report.add(diagnostic);
      const good = exitCodeOf(sifted.found, settings.strict) === exit.done;
      const written = good ? await attempt(report, () => stage(done.outputs, file, staging, settings, terminal)) : null;
      if (written === null) failed.push(file);
      else outputs = [...outputs, ...written];
    }
    // At the end, so that a build that is stopped leaves no mix of old and new.
    const committed = await attempt(report, async () => staging.commit().then(() => true));
    if (committed === null) {
      failed.push(...files.filter((file) => !failed.includes(file)));
      outputs = [];
    }
  } finally {
    await staging.discard();
    showProgress(terminal, '');
  }
  const diagnostics = sortDiagnostics(distinct(report.diagnostics));
  return { files, failed, outputs, diagnostics, allowed, time: performance.now() - started };
}

/** Writes all of a document's files beside their places, or none. Throws `Refused` where the folder does not let us. */
async function stage(
  outputs: BuildResult['outputs'],
  source: string,
  staging: Staging,
  { out }: Settings,
  { cwd }: Terminal,
) {
  const folder = path.resolve(cwd, out);
  await staging.add(outputs.map(({ name, bytes }) => ({ file: path.join(folder, name), bytes })));
  return outputs.map(({ name, format, lang, bytes }): Written => {
    const file = path.relative(cwd, path.join(folder, name)).split(path.sep).join('/');
    return { file, source, format, lang, size: bytes.byteLength };
  });
}

/** As JSON on stdout, or for people on stderr: the findings, then what was done, then how many findings there were. */
export async function tell(
  { diagnostics, allowed, outputs }: Tally,
  settings: Settings,
  terminal: Terminal,
  summary: string,
): Promise<ExitCode> {
  if (settings.diagnostics === 'json')
    terminal.stdout.write(`${JSON.stringify({ diagnostics, allowed, outputs }, null, 2)}\n`);
  else {
    await showFindings(diagnostics, terminal);
    terminal.stderr.write(`${summary}${countFindings(diagnostics, settings.strict)}${countAllowed(allowed)}\n`);
  }
  return exitCodeOf(diagnostics, settings.strict);
}

export function buildSummary({ outputs, failed, time }: Tally, { out }: Settings): string {
  const lines: string[] = [];
  if (outputs.length > 0) {
    lines.push(`Wrote ${plural(outputs.length, 'file')} to ${visible(out)} in ${(time / 1000).toFixed(1)} s:`);
    const widest = Math.max(...outputs.map(({ file }) => path.posix.basename(file).length));
    for (const { file, size } of outputs)
      lines.push(`  ${visible(path.posix.basename(file).padEnd(widest))}  ${kilobytes(size).padStart(9)}`);
  }
  if (failed.length > 0)
    lines.push(`Wrote nothing for ${visible(failed.join(', '))}; older files there are unchanged.`);
  return lines.map((line) => `${line}\n`).join('');
}

function countAllowed(allowed: readonly Allowed[]): string {
  return allowed.length === 0 ? '' : ` The config allows ${plural(distinct(allowed).length, 'warning')}.`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
