/** `etrati batch`: a document for each record of a manifest. */
import path from 'node:path';
import { type Diagnostic, Refused, Report } from '../diagnostics.ts';
import { fromRoot, runBatch } from '../many/batch.ts';
import { batchPage, pageFile, spanOf } from '../many/page.ts';
import { BatchReport, reportFile } from '../many/report.ts';
import { type BatchSummary, BatchTally } from '../many/tally.ts';
import { visible } from '../render-diagnostics.ts';
import { writeTogether } from '../staging.ts';
import { type BuildFlags, settle } from '../work/settings.ts';
import { openWorld } from '../world.ts';
import { BatchProgress, type ProgressForm } from './batch-progress.ts';
import { type ExitCode, exit, exitCodeOf, showFindings } from './findings.ts';
import type { Terminal } from './terminal.ts';

/** `report` names the folder of the lists, and asks for no report on accessibility. */
export interface BatchFlags extends Omit<BuildFlags, 'report'> {
  readonly base?: string;
  readonly name?: string;
  readonly sheet?: string;
  readonly check?: boolean;
  readonly resume?: boolean;
  readonly memory?: number;
  readonly report?: string;
  readonly progress?: ProgressForm;
  readonly quiet?: boolean;
}

export const summaryFile = 'batch-summary.json';

/** Findings of so many records are shown; the report has all. */
const shown = 20;

export async function batch(manifest: string, flags: BatchFlags, terminal: Terminal): Promise<ExitCode> {
  const { cwd: root, env } = terminal;
  const found = new Report();
  const { beside: _, ...settings } = await settle({ ...flags, report: false }, root, found);
  if (found.failed) throw new Refused(found.diagnostics);
  const { check = false, resume = false, quiet = false, base, name, sheet, jobs, memory } = flags;
  // From here on the list of what was done may be there, for those who go on with it.
  let isStopped = false;
  terminal.onInterrupt?.(() => {
    isStopped = true;
  });
  const world = await openWorld(root);
  const folder = path.resolve(root, flags.report ?? settings.out);
  const report = check ? null : await BatchReport.open(folder, resume);
  const [tally, progress] = [new BatchTally(), new BatchProgress(terminal, quiet ? 'none' : flags.progress)];
  const failures: Diagnostic[] = [];
  let refused: Refused | null = null;
  const records = { file: fromRoot(root, manifest), base: base && fromRoot(root, base), name, sheet, world };
  const run = { root, env, settings, checkOnly: check, manifest: records, jobs, memory };
  try {
    for await (const { outcome, read } of runBatch({
      ...run,
      report: report ?? undefined,
      isStopped: () => isStopped,
    })) {
      const line = report === null ? `${JSON.stringify(outcome)}\n` : await report.add(outcome);
      if (settings.diagnostics === 'json') terminal.stdout.write(line);
      tally.add(outcome);
      if (outcome.status === 'failed' && tally.failures <= shown) failures.push(...outcome.diagnostics);
      progress.show(tally, read);
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refused = error;
  } finally {
    progress.end();
  }
  const isWhole = !isStopped && refused === null;
  const summary = tally.summary(records.file, isWhole);
  await report?.close(isWhole);
  if (!check && tally.records > 0) await writeReports(folder, summary);
  await tell(summary, [...failures, ...(refused?.diagnostics ?? [])], { flags, folder, terminal, out: settings.out });
  return refused === null ? exitOf(summary) : exitCodeOf(refused.diagnostics);
}

async function writeReports(folder: string, summary: BatchSummary): Promise<void> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  await writeTogether([
    { file: path.join(folder, summaryFile), bytes: bytes(`${JSON.stringify(summary, null, 2)}\n`) },
    { file: path.join(folder, pageFile), bytes: bytes(batchPage(summary)) },
  ]);
}

function exitOf({ isWhole, counts, codes }: BatchSummary): ExitCode {
  if (codes['record-bug'] !== undefined) return exit.bug;
  return isWhole && counts.failed === 0 ? exit.done : exit.refused;
}

interface Telling {
  readonly flags: BatchFlags;
  readonly folder: string;
  readonly terminal: Terminal;
  readonly out: string;
}

async function tell(summary: BatchSummary, failures: readonly Diagnostic[], telling: Telling): Promise<void> {
  const { flags, folder, terminal, out } = telling;
  await showFindings(failures, terminal);
  const { counts, records, files, size, time, isWhole } = summary;
  const isGood = isWhole && counts.failed === 0 && failures.length === 0;
  if (flags.quiet === true && isGood) return;
  const lines: string[] = [];
  const took = `in ${spanOf(time / 1000)}`;
  if (flags.check === true) lines.push(`Checked ${many(records, 'record')} ${took}.`);
  else if (records > 0) {
    const made = `Made ${many(counts.done, 'document')}`;
    const kept = counts.unchanged === 0 ? '' : `, ${counts.unchanged.toLocaleString('en')} unchanged`;
    lines.push(`${made}${kept}: ${many(files, 'file')} (${(size / 1e6).toFixed(1)} MB) in ${visible(out)}, ${took}.`);
  }
  if (counts.failed > 0) lines.push(`${many(counts.failed, 'record')} failed; nothing was written for them.`);
  if (!isWhole && records > 0)
    lines.push(`Stopped after ${many(records, 'record')}. To go on, run the same command with --resume.`);
  if (flags.check !== true && records > 0) {
    const relative = (name: string) => visible(path.relative(terminal.cwd, path.join(folder, name)));
    lines.push(`Report: ${relative(pageFile)}, each record in ${relative(reportFile)}.`);
  }
  if (lines.length > 0) terminal.stderr.write(`${lines.join('\n')}\n`);
}

function many(value: number, noun: string): string {
  return `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`;
}
