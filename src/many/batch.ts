/** A batch: each record of a manifest becomes its documents, several at a time, and is reported. */
import path from 'node:path';
import { asErrors, type Diagnostic, Refused } from '../diagnostics.ts';
import { inOrder } from '../flow.ts';
import { patternHint, TakenNames } from '../output-names/taken.ts';
import { roomFor } from '../thread-room.ts';
import { Sieve } from '../work/allow.ts';
import { slashes } from '../world.ts';
import { keyOf } from './made.ts';
import { type MakingOptions, openMaking } from './making.ts';
import { readManifest } from './manifest.ts';
import type { Outcome } from './outcome.ts';
import type { Entry, ManifestOptions, ReadEntry, RecordOrder } from './record.ts';
import type { BatchReport } from './report.ts';
import { faulty, lost, movedTo, outcomeOf, withWarnings } from './settled.ts';

export interface BatchRun extends MakingOptions {
  readonly manifest: ManifestOptions;
  /** Has what was reported before, for a batch that is resumed. */
  readonly report?: Pick<BatchReport, 'before'> | undefined;
  /** Whether no more records are begun. */
  readonly isStopped: () => boolean;
}

export interface Reported {
  readonly outcome: Outcome;
  /** How much of the manifest was read, from 0 to 1. */
  readonly read: number;
  /** Warnings that are about the manifest and none of its records. */
  readonly notes?: readonly Diagnostic[] | undefined;
}

/** Each record with what came of it, in the order of the manifest. Throws `Refused` where the manifest cannot be read on. */
export async function* runBatch(run: BatchRun): AsyncGenerator<Reported> {
  const { report, settings, checkOnly } = run;
  const making = openMaking(run);
  const names = new TakenNames(settings, patternHint);
  const sieve = new Sieve(settings);
  const work = async ({ entry, read, notes: all = [] }: ReadEntry): Promise<Reported> => {
    const notes = sieve.sift(run.manifest.file, all).found;
    // As of a record: nothing is made of a list that has one.
    if (settings.strict && notes.length > 0) throw new Refused(asErrors(notes));
    return { ...(await done(entry, read)), notes };
  };
  const done = async (entry: Entry, read: number): Promise<Reported> => {
    const fault = faulty(entry, names, sieve);
    if (fault !== null) return { outcome: fault, read };
    const order = entry as RecordOrder;
    const key = keyOf(order, settings);
    try {
      const before = checkOnly ? undefined : await report?.before(key);
      const made = await making.make({ order, before: before && movedTo(order.at, before.at, before) });
      return { outcome: outcomeOf(order, key, made, run), read };
    } catch (error) {
      return { outcome: withWarnings(order, [lost(error, order)], sieve), read };
    }
  };
  try {
    // So many that no thread waits for a record, or for one before it to be done.
    yield* inOrder(until(readManifest(run.manifest), run.isStopped), roomFor(run).jobs * 4, work);
  } finally {
    await making.close();
  }
}

async function* until(entries: AsyncIterable<ReadEntry>, isStopped: () => boolean): AsyncGenerator<ReadEntry> {
  if (isStopped()) return;
  for await (const entry of entries) {
    yield entry;
    if (isStopped()) return;
  }
}

/** A path of the command line as one of the project, with `/`. */
export function fromRoot(root: string, file: string): string {
  return slashes(path.relative(root, path.resolve(root, file)));
}
