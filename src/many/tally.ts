/** What a batch comes to: counts, times, the slowest records, the first of those that failed. What is held has a bound. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Outcome, OutcomeStatus } from './outcome.ts';
import { Repeats } from './repeats.ts';

/** Of records that are shown one by one. */
const shown = { slowest: 10, failed: 1000, findings: 20, warnings: 5 };

export interface BatchSummary {
  readonly manifest: string;
  /** Whether all records were reported: nobody stopped it, and the manifest could be read to its end. */
  readonly isWhole: boolean;
  readonly records: number;
  readonly counts: Readonly<Record<OutcomeStatus, number>>;
  readonly files: number;
  /** Bytes. */
  readonly size: number;
  readonly errors: number;
  readonly warnings: number;
  /** So many pass: more of them, of all records together, count as an error. Null for no bound. */
  readonly maxWarnings: number | null;
  readonly allowed: number;
  /** How often each code was found. */
  readonly codes: Readonly<Record<string, number>>;
  /** Of each code of a warning, how often it was found, and the first of them that differ. */
  readonly warned: readonly { readonly code: string; readonly count: number; readonly first: readonly Diagnostic[] }[];
  /** ISO 8601, UTC. */
  readonly started: string;
  /** Milliseconds: of all, and of a record the median, what 95 of 100 take at most, and the longest. */
  readonly time: number;
  readonly recordTime: { readonly median: number; readonly most: number; readonly longest: number };
  readonly slowest: readonly Pick<Outcome, 'record' | 'at' | 'name' | 'time'>[];
  /** The first of them that have something new to say: what many records share is told of one. */
  readonly failed: readonly Pick<Outcome, 'record' | 'at' | 'name' | 'diagnostics'>[];
}

type BatchSummaryOptions = Pick<BatchSummary, 'manifest' | 'isWhole' | 'maxWarnings'>;

/** Whether there are more warnings than pass. */
export function hasTooMany({ warnings, maxWarnings }: Pick<BatchSummary, 'warnings' | 'maxWarnings'>): boolean {
  return maxWarnings !== null && warnings > maxWarnings;
}

export class BatchTally {
  readonly #counts: Record<OutcomeStatus, number> = { done: 0, checked: 0, unchanged: 0, failed: 0 };
  readonly #codes = new Map<string, number>();
  readonly #warned = new Map<string, { count: number; readonly first: (() => Diagnostic)[] }>();
  /** With the findings that are shown. */
  readonly #failed: Outcome[] = [];
  readonly #repeats = new Repeats();
  readonly #started = new Date();
  readonly #begun = performance.now();
  #times = new Float32Array(1024);
  #timed = 0;
  #slowest: readonly Outcome[] = [];
  #sums = { files: 0, size: 0, errors: 0, warnings: 0, allowed: 0 };

  add(outcome: Outcome): void {
    const { status, files, diagnostics, allowed } = outcome;
    this.#counts[status] += 1;
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    this.#sums = {
      files: this.#sums.files + files.length,
      size: files.reduce((sum, { size }) => sum + size, this.#sums.size),
      errors: this.#sums.errors + errors,
      warnings: this.#sums.warnings + diagnostics.length - errors,
      allowed: this.#sums.allowed + allowed,
    };
    const fresh = this.#repeats.fresh(outcome);
    this.#count(diagnostics, fresh, (found) => this.#repeats.counted(found, outcome));
    if (status === 'failed' && this.#failed.length < shown.failed && fresh.length > 0)
      this.#failed.push({ ...outcome, diagnostics: fresh.slice(0, shown.findings) });
    if (status === 'unchanged') return;
    this.#time(outcome.time);
    this.#slowest = [...this.#slowest, outcome].sort((one, other) => other.time - one.time).slice(0, shown.slowest);
  }

  /** Adds warnings that are of no record. */
  note(notes: readonly Diagnostic[]): void {
    this.#sums = { ...this.#sums, warnings: this.#sums.warnings + notes.length };
    this.#count(notes, notes, (found) => found);
  }

  /** @param counted is asked when all is told */
  #count(
    diagnostics: readonly Diagnostic[],
    fresh: readonly Diagnostic[],
    counted: (found: Diagnostic) => Diagnostic,
  ): void {
    for (const each of diagnostics) {
      const { code, severity } = each;
      this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
      if (severity !== 'warning') continue;
      const warned = this.#warned.get(code) ?? { count: 0, first: [] };
      warned.count += 1;
      if (warned.first.length < shown.warnings && fresh.includes(each)) warned.first.push(() => counted(each));
      this.#warned.set(code, warned);
    }
  }

  #time(time: number): void {
    if (this.#timed === this.#times.length) {
      const more = new Float32Array(this.#times.length * 2);
      more.set(this.#times);
      this.#times = more;
    }
    this.#times[this.#timed] = time;
    this.#timed += 1;
  }

  get records(): number {
    return Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
  }

  get failures(): number {
    return this.#counts.failed;
  }

  /** Records that were worked on: what a rate is made of. */
  get worked(): number {
    return this.#timed;
  }

  /** Milliseconds. */
  get elapsed(): number {
    return performance.now() - this.#begun;
  }

  summary({ manifest, isWhole, maxWarnings }: BatchSummaryOptions): BatchSummary {
    const times = this.#times.subarray(0, this.#timed).toSorted();
    const at = (part: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0);
    return {
      manifest,
      isWhole,
      records: this.records,
      counts: this.#counts,
      ...this.#sums,
      maxWarnings,
      codes: Object.fromEntries([...this.#codes].sort(([, one], [, other]) => other - one)),
      warned: [...this.#warned]
        .map(([code, { count, first }]) => ({ code, count, first: first.map((found) => found()) }))
        .sort((one, other) => other.count - one.count),
      started: this.#started.toISOString(),
      time: Math.round(this.elapsed),
      recordTime: { median: at(0.5), most: at(0.95), longest: at(1) },
      slowest: this.#slowest.map(({ record, at: place, name, time }) => ({
        record,
        at: place,
        name,
        time: Math.round(time),
      })),
      failed: this.#failed.map((outcome) => ({
        record: outcome.record,
        at: outcome.at,
        name: outcome.name,
        diagnostics: outcome.diagnostics.map((found) => this.#repeats.counted(found, outcome)),
      })),
    };
  }
}
