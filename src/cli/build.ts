/** `etrati build` and `etrati validate`: the engine's first users. */
import path from 'node:path';
import { createSharingEngine } from '../compile.ts';
import { distinct, Report } from '../diagnostics.ts';
import type { BuildShare, SharingEngine } from '../parts.ts';
import type { Proof } from '../prove.ts';
import { visible } from '../render-diagnostics.ts';
import { attempt } from '../shelf.ts';
import type { Allowed } from '../work/allow.ts';
import { type Batch, type Beside, runBatch, type Tally, type Work } from '../work/batch.ts';
import { findInputs } from '../work/inputs.ts';
import { SharedWork } from '../work/jobs.ts';
import { type BuildFlags, type CheckFlags, type Settings, settle } from '../work/settings.ts';
import { checkOptions } from '../work/unused-options.ts';
import { countFindings, countsWarnings, type ExitCode, exitCodeOf, showFindings, writeSarif } from './findings.ts';
import { showProgress, type Terminal } from './terminal.ts';

/** Builds the named files, or all of data/, and writes what has no error. */
export async function build(named: readonly string[], flags: BuildFlags, terminal: Terminal): Promise<ExitCode> {
  const share = (engine: SharingEngine, settings: Settings, files: readonly string[]): Shared => {
    const { beside: _, ...rest } = settings;
    const here = (file: string, part: BuildShare) => engine.part(file, settings, part);
    return new SharedWork({ root: terminal.cwd, env: terminal.env, settings: rest, files, jobs: flags.jobs, here });
  };
  return run(named, flags, terminal, share, buildSummary);
}

/** Checks all that `build` checks before it writes; with `pages` also what it finds in writing, which is kept from the disk. */
export async function validate(named: readonly string[], flags: CheckFlags, terminal: Terminal): Promise<ExitCode> {
  const check = (engine: SharingEngine, settings: Settings): Shared => ({
    work: async (file) => {
      // A build checks the same before it writes, but gives no advice.
      const written = flags.pages === true ? (await engine.build(file, settings)).diagnostics : null;
      const found = written === null || settings.advice !== undefined ? await engine.validate(file, settings) : [];
      return { diagnostics: [...found, ...(written ?? [])], outputs: [], proofs: [] };
    },
    close: async () => {},
  });
  return run(named, flags, terminal, check, ({ files }) => `Checked ${plural(files.length, 'document')}. `);
}

/** The work with each file, and what ends it. */
interface Shared {
  readonly work: Work;
  readonly close: () => Promise<void>;
}

async function run(
  named: readonly string[],
  flags: BuildFlags,
  terminal: Terminal,
  share: (engine: SharingEngine, settings: Settings, files: readonly string[]) => Shared,
  summarize: (tally: Tally, settings: Settings) => string,
): Promise<ExitCode> {
  const report = new Report();
  const asked = await settle(flags, terminal.cwd, report);
  checkOptions(flags, asked.formats, report);
  // A report says whether the files agree.
  const settings = { ...asked, prove: asked.prove || asked.report };
  const engine = createSharingEngine({ root: terminal.cwd, env: terminal.env });
  const beside = report.failed ? null : await attempt(report, () => reporterOf(engine, settings, terminal, report));
  const files = report.failed ? [] : ((await attempt(report, () => findInputs(named, terminal.cwd))) ?? []);
  const { work, close } = share(engine, settings, files);
  try {
    const tally = await withProgress(terminal, files.length, (progress) =>
      runBatch({ root: terminal.cwd, files, whole: named.length === 0, work, settings, report, progress, beside }),
    );
    return await tell(tally, settings, terminal, summarize(tally, settings));
  } finally {
    await close();
    engine.close();
  }
}

/** What writes accessibility reports; null where none are asked for. */
async function reporterOf(
  engine: SharingEngine,
  settings: Settings,
  { cwd: root, env }: Terminal,
  report: Report,
): Promise<Beside | null> {
  if (!settings.report) return null;
  const { openReporter } = await import('../report/reporter.ts');
  const reporter = await openReporter({ root, env, out: settings.out, engine, options: settings }, report);
  if (reporter === null) return null;
  return {
    of: (file, done, sifted) => reporter.filesOf(file, done, sifted),
    whole: () => reporter.wholeFiles(settings.accessibility),
  };
}

/** Tells which file is worked on, in one line that goes away at the end, however that comes. */
export async function withProgress<T>(
  terminal: Terminal,
  count: number,
  run: (progress: NonNullable<Batch['progress']>) => Promise<T>,
): Promise<T> {
  try {
    return await run((file, index) => showProgress(terminal, visible(`${file} (${index + 1} of ${count}) …`)));
  } finally {
    showProgress(terminal, '');
  }
}

/** As JSON on stdout, or for people on stderr: the findings, then what was done, then how many findings there were. */
export async function tell(
  { diagnostics, allowed, outputs }: Tally,
  settings: Settings,
  terminal: Terminal,
  summary: string,
): Promise<ExitCode> {
  const strict = countsWarnings(diagnostics, settings);
  if (settings.diagnostics === 'json')
    terminal.stdout.write(`${JSON.stringify({ diagnostics, allowed, outputs }, null, 2)}\n`);
  else if (settings.diagnostics === 'sarif') await writeSarif({ diagnostics, allowed }, terminal);
  else {
    await showFindings(diagnostics, terminal);
    terminal.stderr.write(`${summary}${countFindings(diagnostics, strict)}${countAllowed(allowed)}\n`);
  }
  return exitCodeOf(diagnostics, strict);
}

export function buildSummary({ outputs, failed, proofs, time }: Tally, { out }: Settings): string {
  const lines: string[] = [];
  if (outputs.length > 0) {
    lines.push(`Wrote ${plural(outputs.length, 'file')} to ${visible(out)} in ${(time / 1000).toFixed(1)} s:`);
    const widest = Math.max(...outputs.map(({ file }) => path.posix.basename(file).length));
    for (const { file, size } of outputs)
      lines.push(`  ${visible(path.posix.basename(file).padEnd(widest))}  ${kilobytes(size).padStart(9)}`);
  }
  if (proofs.length > 0) lines.push(provedLine(proofs), ...unprovedLine(outputs, proofs));
  if (failed.length > 0)
    lines.push(`Wrote nothing for ${visible(failed.join(', '))}; older files there are unchanged.`);
  return lines.map((line) => `${line}\n`).join('');
}

function provedLine(proofs: readonly Proof[]): string {
  const held = proofs.filter(({ differences }) => differences.length === 0);
  const nodes = held.reduce((sum, proof) => sum + proof.nodes, 0);
  return `${held.length} of ${plural(proofs.length, 'file')} read back and compared: they say what their documents say, in ${nodes} nodes.`;
}

/** Files of which nothing is claimed, by their endings; reports are no documents. */
function unprovedLine(outputs: Tally['outputs'], proofs: readonly Proof[]): readonly string[] {
  const proved = new Set(proofs.map(({ file }) => file));
  const rest = outputs
    .filter(({ format }) => format !== 'report')
    .map(({ file }) => path.posix.basename(file))
    .filter((name) => !proved.has(name));
  const endings = [...new Set(rest.map((name) => path.posix.extname(name).slice(1)))].sort();
  const counts = endings.map((ending) =>
    plural(rest.filter((name) => name.endsWith(`.${ending}`)).length, `${ending} file`),
  );
  return counts.length === 0 ? [] : [`Not read back, so that nothing is claimed of them: ${counts.join(', ')}.`];
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
