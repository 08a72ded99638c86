/** A batch: each record of a manifest becomes its documents, several at a time, and is reported. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Diagnostic, failure, type Place, Refused } from '../diagnostics.ts';
import { inOrder } from '../flow.ts';
import { canThread, ThreadLost, Threads } from '../threads.ts';
import { keyOf, type MadeRecord } from './made.ts';
import { Maker, type MakerOptions, type MakeTask } from './maker.ts';
import { type ManifestOptions, type ReadEntry, readManifest } from './manifest.ts';
import { nameKey } from './names.ts';
import type { Outcome } from './outcome.ts';
import type { Entry, RecordOrder } from './record.ts';
import type { BatchReport } from './report.ts';

export interface BatchRun extends MakerOptions {
  readonly manifest: ManifestOptions;
  /** How many are made at a time; else as many as there are cores. */
  readonly jobs?: number | undefined;
  /** Megabytes of the heap of each thread. */
  readonly memory?: number | undefined;
  /** Has what was reported before, for a batch that is resumed. */
  readonly report?: Pick<BatchReport, 'before'> | undefined;
  /** Whether no more records are begun. */
  readonly isStopped: () => boolean;
}

export interface Reported {
  readonly outcome: Outcome;
  /** How much of the manifest was read, from 0 to 1. */
  readonly read: number;
}

/** As the build lays it out. */
const code = new URL('./many.js', import.meta.url);

/** Makes an order; `close` ends what does. */
export interface OrderMaking {
  make(task: MakeTask): Promise<MadeRecord>;
  close(): Promise<void>;
}

/** By threads where there are any; else here. */
export function openMaking(options: MakerOptions & Pick<BatchRun, 'jobs' | 'memory'>): OrderMaking {
  const { jobs = availableParallelism(), memory, root, env, settings, checkOnly } = options;
  const own: MakerOptions = { root, env, settings, checkOnly };
  if (!canThread(code)) {
    const maker = new Maker(own);
    return { make: (task) => maker.make(task), close: async () => maker.close() };
  }
  const { SOURCE_DATE_EPOCH } = env;
  const workerData: MakerOptions = { ...own, env: { SOURCE_DATE_EPOCH } };
  const threads = new Threads<MakeTask, MadeRecord>({ code, threads: jobs, workerData, memory });
  return { make: (task) => threads.run(task), close: () => threads.close() };
}

/** Each record with what came of it, in the order of the manifest. Throws `Refused` where the manifest cannot be read on. */
export async function* runBatch(run: BatchRun): AsyncGenerator<Reported> {
  const { jobs = availableParallelism(), report, settings, checkOnly } = run;
  const making = openMaking(run);
  const names = new Map<string, Place>();
  const work = async ({ entry, read }: ReadEntry): Promise<Reported> => {
    const collision = 'faults' in entry ? null : collisionOf(entry, names);
    const faulty = 'faults' in entry ? entry : collision && { ...entry, faults: [collision] };
    if (faulty !== null) return { outcome: failed(faulty, faulty.faults), read };
    const order = entry as RecordOrder;
    const key = keyOf(order, settings);
    try {
      const before = checkOnly ? undefined : await report?.before(key);
      const made = await making.make({ order, before: before && movedTo(order, before) });
      return { outcome: outcomeOf(order, key, made, run), read };
    } catch (error) {
      return { outcome: failed(order, [lost(error, order)]), read };
    }
  };
  try {
    // So many that no thread waits for a record, or for one before it to be done.
    yield* inOrder(until(readManifest(run.manifest), run.isStopped), jobs * 4, work);
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

function collisionOf({ name, at }: RecordOrder, names: Map<string, Place>): Diagnostic | null {
  const key = nameKey(name);
  const before = names.get(key);
  names.set(key, before ?? at);
  if (before === undefined) return null;
  return failure('same-output', at, `Another record has the name "${name}" as well.`, {
    hints: ['Give each record its own "name", or a pattern that differs, such as --name "brochure-{number}".'],
    related: [{ at: before, message: 'The first record with this name is here.' }],
  });
}

/** What ended the work on a record, as a finding. */
function lost(error: unknown, { at }: RecordOrder): Diagnostic {
  if (error instanceof Refused && error.diagnostics[0] !== undefined) return { ...error.diagnostics[0], at };
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof ThreadLost)
    return failure('record-stopped', at, `The thread that made this record ended, twice: ${reason}.`, {
      hints: ['Give each thread more memory with --memory, or make the document smaller.'],
    });
  return failure('record-bug', at, `A bug in Etrati stopped this record: ${reason}.`, {
    hints: ['Report it with this record; the other records are made.'],
  });
}

function failed({ number, at, ...rest }: Entry, diagnostics: readonly Diagnostic[]): Outcome {
  const name = 'name' in rest ? rest.name : null;
  const nothing = { files: [], allowed: 0, time: 0, key: '', inputs: '', sources: [] };
  return { record: number, at, name, status: 'failed', diagnostics, ...nothing };
}

/** What was found before, with the places that it has now: records may have come in above this one, or gone. */
function movedTo({ at }: RecordOrder, before: Outcome): Outcome {
  const lines = at.line - before.at.line;
  const move = (place: Place): Place => (place.file === at.file ? { ...place, line: place.line + lines } : place);
  const diagnostics = before.diagnostics.map((each) => ({
    ...each,
    at: each.at && move(each.at),
    related: each.related.map((other) => ({ ...other, at: move(other.at) })),
  }));
  return { ...before, diagnostics };
}

export function outcomeOf(
  { number, at, name }: RecordOrder,
  key: string,
  made: MadeRecord,
  { checkOnly, settings }: Pick<MakerOptions, 'checkOnly' | 'settings'>,
): Outcome {
  const { files, diagnostics, allowed, time, inputs, sources, isUnchanged = false } = made;
  const isSound = diagnostics.every(({ severity }) => severity !== 'error' && !settings.strict);
  const isGood = checkOnly ? isSound : files.length > 0;
  const status = !isGood ? 'failed' : checkOnly ? 'checked' : isUnchanged ? 'unchanged' : 'done';
  const rest = { files, diagnostics, allowed, time: Math.round(time * 10) / 10, key, inputs, sources };
  return { record: number, at, name, status, ...rest };
}

/** A path of the command line as one of the project, with `/`. */
export function fromRoot(root: string, file: string): string {
  return path.relative(root, path.resolve(root, file)).split(path.sep).join('/');
}
