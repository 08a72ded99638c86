/** What a batch comes to, wherever its records are made: shown as it goes, and in its reports. */
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { type Diagnostic, misuse, Refused } from '../diagnostics.ts';
import type { Reported } from '../many/batch.ts';
import type { MadeFrom } from '../many/made-from.ts';
import { batchPage, spanOf } from '../many/page.ts';
import type { BatchReport } from '../many/report.ts';
import { isReportName, pageFile, reportFile, summaryFile } from '../many/report-files.ts';
import { type BatchSummary, BatchTally, hasTooMany } from '../many/tally.ts';
import { visible } from '../render-diagnostics.ts';
import { writeTogether } from '../staging.ts';
import { BatchProgress, type ProgressForm } from './batch-progress.ts';
import { type ExitCode, exit, exitCodeOf, showFindings } from './findings.ts';
import type { Terminal } from './terminal.ts';

/** Findings of so many records are shown; the report has all. */
const shown = 20;

export interface Telling {
  readonly flags: { readonly quiet?: boolean; readonly progress?: ProgressForm };
  readonly terminal: Terminal;
  /** Null where nothing is written, and records are only checked. */
  readonly report: BatchReport | null;
  /** Of the reports. */
  readonly folder: string;
  readonly manifest: string;
  /** Where the files are, in words; null where nobody knows. */
  readonly out: string | null;
  /** What to do to go on with a batch that was stopped. */
  readonly again: string;
  /** More warnings than so many, of all records together, count as an error; undefined for no bound. */
  readonly maxWarnings: number | undefined;
  /** Whether stdout has a line of JSON for each record. */
  readonly isJson: boolean;
  readonly isStopped: () => boolean;
  /** What the documents are made from, where it is this machine's. */
  readonly madeFrom?: MadeFrom | undefined;
  /** Warnings count as errors. */
  readonly strict?: boolean;
}

/** Tells and reports each record, then all of them. */
export async function reportAll(records: AsyncIterable<Reported>, telling: Telling): Promise<ExitCode> {
  const { flags, terminal, report, folder, manifest, maxWarnings = null, isJson, isStopped } = telling;
  const tally = new BatchTally();
  const progress = new BatchProgress(terminal, flags.quiet === true ? 'none' : flags.progress);
  const refusals: Diagnostic[] = [];
  try {
    for await (const { outcome, read, notes = [] } of records) {
      const line = report === null ? `${JSON.stringify(outcome)}\n` : await report.add(outcome);
      if (isJson) terminal.stdout.write(line);
      tally.add(outcome);
      telling.madeFrom?.add(outcome);
      tally.note(notes);
      progress.show(tally, read);
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refusals.push(...error.diagnostics);
  } finally {
    progress.end();
  }
  const isWhole = !isStopped() && refusals.length === 0;
  const changed = (await telling.madeFrom?.changed()) ?? [];
  tally.note(changed);
  const summary = tally.summary({ manifest, isWhole, maxWarnings });
  // A full disk refuses the reports; what was made is told all the same.
  refusals.push(...(await refusalsOf(async () => report?.close(isWhole))));
  if (report !== null && tally.records > 0) refusals.push(...(await refusalsOf(() => writeReports(folder, summary))));
  const failures = summary.failed.slice(0, shown).flatMap(({ diagnostics }) => diagnostics);
  await tell(summary, [...failures, ...refusals, ...changed], telling);
  if (refusals.length > 0) return exitCodeOf(refusals);
  return telling.strict === true && changed.length > 0 ? exit.refused : exitOf(summary);
}

/** Throws `Refused` where a file that is read, as the list is, would be replaced by one of the lists of the report. */
export async function refuseReplaced(
  folder: string,
  files: readonly (string | undefined)[],
  root: string,
): Promise<void> {
  const home = await realpath(folder).catch(() => null);
  for (const file of files) {
    const real = file === undefined ? null : await realpath(path.resolve(root, file)).catch(() => null);
    if (real === null || path.dirname(real) !== home || !isReportName(path.basename(real))) continue;
    const hints = ['Give it another name, or the report another folder with --report.'];
    throw new Refused([misuse('same-output', `"${file}" would be replaced by the report of the batch.`, hints)]);
  }
}

async function refusalsOf(write: () => Promise<void>): Promise<readonly Diagnostic[]> {
  try {
    await write();
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.diagnostics;
  }
}

async function writeReports(folder: string, summary: BatchSummary): Promise<void> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  await writeTogether([
    { file: path.join(folder, summaryFile), bytes: bytes(`${JSON.stringify(summary, null, 2)}\n`) },
    { file: path.join(folder, pageFile), bytes: bytes(batchPage(summary)) },
  ]);
}

function exitOf(summary: BatchSummary): ExitCode {
  const { isWhole, counts, codes } = summary;
  if (codes['record-bug'] !== undefined) return exit.bug;
  return isWhole && counts.failed === 0 && !hasTooMany(summary) ? exit.done : exit.refused;
}

async function tell(summary: BatchSummary, failures: readonly Diagnostic[], telling: Telling): Promise<void> {
  const { flags, folder, terminal, out, report, again } = telling;
  const { counts, records, files, size, time, isWhole, warnings, warned, maxWarnings } = summary;
  // What is only checked has no page to show them.
  const onlyHere = report === null ? warned.flatMap(({ first }) => first).slice(0, shown) : [];
  await showFindings([...failures, ...(flags.quiet === true ? [] : onlyHere)], terminal);
  const isGood = isWhole && counts.failed === 0 && failures.length === 0 && !hasTooMany(summary);
  if (flags.quiet === true && isGood) return;
  const lines: string[] = [];
  const took = `in ${spanOf(time / 1000)}`;
  if (report === null) lines.push(`Checked ${many(records, 'record')} ${took}.`);
  else if (records > 0) {
    const made = `Made ${many(counts.done, 'document')}`;
    const kept = counts.unchanged === 0 ? '' : `, ${counts.unchanged.toLocaleString('en')} unchanged`;
    lines.push(
      `${made}${kept}: ${many(files, 'file')} (${(size / 1e6).toFixed(1)} MB)${out === null ? '' : ` in ${visible(out)}`}, ${took}.`,
    );
  }
  if (counts.failed > 0) lines.push(`${many(counts.failed, 'record')} failed; nothing was written for them.`);
  if (warned.length > 0 && !hasTooMany(summary)) lines.push(`Found ${many(warnings, 'warning')}: ${codesOf(summary)}.`);
  if (hasTooMany(summary)) lines.push(`Found ${many(warnings, 'warning')}, more than the ${maxWarnings} that pass.`);
  if (!isWhole && records > 0) lines.push(`Stopped after ${many(records, 'record')}. To go on, ${again}.`);
  if (report !== null && records > 0) {
    const relative = (name: string) => visible(path.relative(terminal.cwd, path.join(folder, name)));
    lines.push(`Report: ${relative(pageFile)}, each record in ${relative(reportFile)}.`);
  }
  if (lines.length > 0) terminal.stderr.write(`${lines.join('\n')}\n`);
}

function codesOf({ warned }: BatchSummary): string {
  return warned.map(({ code, count }) => (count === 1 ? code : `${code} (${count.toLocaleString('en')})`)).join(', ');
}

export function many(value: number, noun: string): string {
  return `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`;
}
