/** `etrati build` and `etrati validate`: the engine's first users. */
import path from 'node:path';
import { createEngine, distinct } from '../compile.ts';
import { type Diagnostic, Report } from '../diagnostics.ts';
import type { DocumentOptions, Engine, Output } from '../engine.ts';
import { countDiagnostics, sortDiagnostics, visible } from '../render-diagnostics.ts';
import { attempt } from '../shelf.ts';
import { writeTogether } from '../world.ts';
import type { Format } from '../write/targets.ts';
import { type ExitCode, exit, exitCodeOf, showFindings } from './findings.ts';
import { findInputs } from './inputs.ts';
import { showProgress, type Terminal } from './terminal.ts';

export interface Flags {
  readonly template?: string;
  readonly theme?: string;
  readonly diagnostics: 'human' | 'json';
  /** Warnings count as errors. */
  readonly strict?: boolean;
}
export interface BuildFlags extends Flags {
  readonly format?: readonly Format[];
  readonly lang?: readonly string[];
  readonly out: string;
}

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
interface Tally {
  readonly files: readonly string[];
  readonly failed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly outputs: readonly Written[];
  /** Milliseconds. */
  readonly time: number;
}
type Work = (
  engine: Engine,
  file: string,
) => Promise<{ diagnostics: readonly Diagnostic[]; outputs: readonly Output[] }>;

/** Builds the named files, or all of data/, and writes what has no error. */
export async function build(named: readonly string[], flags: BuildFlags, terminal: Terminal): Promise<ExitCode> {
  const options = { ...documentOptions(flags), languages: flags.lang, formats: flags.format };
  const tally = await work(named, flags, terminal, (engine, file) => engine.build(file, options));
  return tell(tally, flags, terminal, buildSummary(tally, flags));
}

/** Checks all that `build` checks before it writes. */
export async function validate(named: readonly string[], flags: Flags, terminal: Terminal): Promise<ExitCode> {
  const tally = await work(named, { ...flags, out: '.' }, terminal, async (engine, file) => ({
    diagnostics: await engine.validate(file, documentOptions(flags)),
    outputs: [],
  }));
  return tell(tally, flags, terminal, `Checked ${plural(tally.files.length, 'document')}. `);
}

function documentOptions({ template, theme }: Flags): DocumentOptions {
  return { template, theme };
}

async function work(named: readonly string[], flags: BuildFlags, terminal: Terminal, run: Work): Promise<Tally> {
  const started = performance.now();
  const report = new Report();
  const files = (await attempt(report, () => findInputs(named, terminal.cwd))) ?? [];
  const engine = createEngine({ root: terminal.cwd, env: terminal.env });
  const failed: string[] = [];
  const outputs: Written[] = [];
  try {
    for (const [index, file] of files.entries()) {
      showProgress(terminal, visible(`${file} (${index + 1} of ${files.length}) …`));
      const done = await run(engine, file);
      for (const diagnostic of done.diagnostics) report.add(diagnostic);
      const good = exitCodeOf(done.diagnostics, flags.strict) === exit.done;
      const written = good ? await attempt(report, () => writeOutputs(done.outputs, file, flags.out, terminal)) : null;
      if (written === null) failed.push(file);
      else outputs.push(...written);
    }
  } finally {
    showProgress(terminal, '');
    engine.close();
  }
  const diagnostics = sortDiagnostics(distinct(report.diagnostics));
  return { files, failed, outputs, diagnostics, time: performance.now() - started };
}

/** Writes all of a document's files or none. Throws `Refused` where the folder does not let us. */
async function writeOutputs(outputs: readonly Output[], source: string, out: string, { cwd }: Terminal) {
  const folder = path.resolve(cwd, out);
  await writeTogether(outputs.map(({ name, bytes }) => ({ file: path.join(folder, name), bytes })));
  return outputs.map(({ name, format, lang, bytes }): Written => {
    const file = path.relative(cwd, path.join(folder, name)).split(path.sep).join('/');
    return { file, source, format, lang, size: bytes.byteLength };
  });
}

/** As JSON on stdout, or for people on stderr: the findings, then what was done, then how many findings there were. */
async function tell(tally: Tally, flags: Flags, terminal: Terminal, summary: string): Promise<ExitCode> {
  const { diagnostics, outputs } = tally;
  if (flags.diagnostics === 'json') terminal.stdout.write(`${JSON.stringify({ diagnostics, outputs }, null, 2)}\n`);
  else {
    await showFindings(diagnostics, terminal);
    terminal.stderr.write(`${summary}${countFindings(diagnostics, flags)}\n`);
  }
  return exitCodeOf(diagnostics, flags.strict);
}

function buildSummary(tally: Tally, flags: BuildFlags): string {
  const { outputs, failed, time } = tally;
  const lines: string[] = [];
  if (outputs.length > 0) {
    lines.push(`Wrote ${plural(outputs.length, 'file')} to ${visible(flags.out)} in ${(time / 1000).toFixed(1)} s:`);
    const widest = Math.max(...outputs.map(({ file }) => path.posix.basename(file).length));
    for (const { file, size } of outputs)
      lines.push(`  ${visible(path.posix.basename(file).padEnd(widest))}  ${kilobytes(size).padStart(9)}`);
  }
  if (failed.length > 0)
    lines.push(`Wrote nothing for ${visible(failed.join(', '))}; older files there are as they were.`);
  return lines.map((line) => `${line}\n`).join('');
}

function countFindings(diagnostics: readonly Diagnostic[], { strict }: Flags): string {
  if (diagnostics.length === 0) return 'No errors, no warnings.';
  const severe = strict && diagnostics.some(({ severity }) => severity === 'warning');
  return `Found ${countDiagnostics(diagnostics)}${severe ? ' (--strict: counted as an error)' : ''}.`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
