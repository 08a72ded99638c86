/** Puts the records of a manifest into the queue, once each however often it is run. */
import type { Job, Queue } from 'bullmq';
import { type Diagnostic, Refused } from '../diagnostics.ts';
import { keyOf, type MadeBefore, type MadeRecord, type OrderSettings } from '../many/made.ts';
import { readManifest } from '../many/manifest.ts';
import type { ManifestOptions, RecordOrder } from '../many/record.ts';
import { faulty, movedTo } from '../many/settled.ts';
import { patternHint, TakenNames } from '../output-names/taken.ts';
import { version } from '../version.ts';
import { Sieve } from '../work/allow.ts';
import { addToBatch, type BatchEntry, type BatchFacts, beginBatch, endBatch } from './batches.ts';
import type { Connection } from './connection.ts';
import { Designs } from './designs.ts';
import { baseOf, type JobData, type JobSources, jobId, jobName, keptFor } from './job.ts';
import { NamedFiles } from './named-files.ts';

export interface EnqueueOptions {
  readonly connection: Connection;
  readonly manifest: ManifestOptions;
  readonly settings: OrderSettings;
  readonly root: string;
  /** What it is collected by. */
  readonly batch: string;
  /** Whether no more records are read. */
  readonly isStopped: () => boolean;
  /** Gets warnings that are about the manifest and none of its records. */
  readonly notify: (notes: readonly Diagnostic[]) => void;
}

/** How the queue stands after some records of a manifest. */
export interface Enqueued {
  readonly records: number;
  /** Put into the queue now. */
  readonly put: number;
  /** In the queue or at work already. */
  readonly waiting: number;
  readonly faulty: number;
  /** How much of the manifest was read, from 0 to 1. */
  readonly read: number;
}

/** Records that are put in one go. */
const group = 200;
/** A crash may pass by itself: after 1, 2, 4 and 8 seconds, more or less, the job is done again. */
const retries = { attempts: 5, backoff: { type: 'exponential', delay: 1000, jitter: 0.5 } };

/** An order with what its job is known by. */
export interface AskedOrder {
  readonly id: string;
  readonly order: RecordOrder;
  readonly sources: JobSources;
}

/**
 * Tells after each group how far it is. A job that waits or is at work stays as it is; one that is done is put again with what came of
 * it, for a worker to see whether that is still there and would still be made so. Throws `Refused` where the manifest cannot be read on:
 * what stands before that is in the queue.
 */
export async function* enqueue(options: EnqueueOptions): AsyncGenerator<Enqueued> {
  const { connection, manifest, settings, root, batch, isStopped, notify } = options;
  const queue: Queue<JobData, MadeRecord> = new connection.bullmq.Queue(connection.name, {
    connection: connection.redis,
    skipVersionCheck: true,
  });
  queue.on('error', () => undefined);
  const names = new TakenNames(settings, patternHint);
  const sieve = new Sieve(settings);
  const bases = new Map<string, Promise<string | null>>();
  const baseOnce = (order: RecordOrder) => {
    if (order.changes?.type === 'whole') return Promise.resolve(null);
    const known = bases.get(order.file) ?? baseOf(order, root);
    if (bases.size < 1000) bases.set(order.file, known);
    return known;
  };
  let state: Enqueued = { records: 0, put: 0, waiting: 0, faulty: 0, read: 0 };
  let [listed, asked]: [BatchEntry[], AskedOrder[]] = [[], []];
  const flush = async () => {
    const put = await putOrders(queue, connection, asked, settings);
    await addToBatch(connection, batch, listed);
    state = { ...state, put: state.put + put, waiting: state.waiting + asked.length - put };
    [listed, asked] = [[], []];
  };
  const endOf = (refused: boolean): BatchFacts => {
    return { manifest: manifest.file, records: state.records, maxWarnings: settings.maxWarnings, refused };
  };
  const designs = await new Designs(root).hash();
  const named = new NamedFiles(root);
  await beginBatch(connection, batch);
  try {
    for await (const { entry, read, notes = [] } of readManifest(manifest)) {
      notify(notes);
      const fault = faulty(entry, names, sieve);
      if (fault !== null) {
        listed.push({ outcome: fault });
        state = { ...state, faulty: state.faulty + 1 };
      } else {
        const order = entry as RecordOrder;
        const sources = { base: await baseOnce(order), designs, named: await named.of(order, settings) };
        const id = jobId(order, settings, sources);
        const { number, at, name } = order;
        listed.push({ job: id, key: keyOf(order, settings), order: { number, at, name } });
        asked.push({ id, order, sources });
      }
      state = { ...state, records: state.records + 1, read };
      if (listed.length >= group) {
        await flush();
        yield state;
      }
      if (isStopped()) return;
    }
    await flush();
    await endBatch(connection, batch, endOf(false));
    yield state;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await flush();
    await endBatch(connection, batch, endOf(true));
    yield state;
    throw error;
  } finally {
    await queue.close();
  }
}

/** Puts jobs, but for those that wait or are at work already; says how many. */
export async function putOrders(
  queue: Queue<JobData, MadeRecord>,
  { bullmq }: Connection,
  asked: readonly AskedOrder[],
  settings: OrderSettings,
): Promise<number> {
  const known = await Promise.all(asked.map(({ id }) => bullmq.Job.fromId<JobData, MadeRecord>(queue, id)));
  const jobs = await Promise.all(
    asked.map(async ({ id, order, sources }, index) => {
      const job = known[index];
      if (job !== undefined && job.finishedOn === undefined) return null;
      const before = job && (await takeAway(job, order));
      const data: JobData = { version: version(), order, settings, ...sources, before };
      const kept = { age: keptFor };
      return { name: jobName, data, opts: { jobId: id, ...retries, removeOnComplete: kept, removeOnFail: kept } };
    }),
  );
  const fresh = jobs.filter((each) => each !== null);
  if (fresh.length > 0) await queue.addBulk(fresh);
  return fresh.length;
}

/** Takes a job that ended out of the queue; what came of it, if that was a document. */
async function takeAway(job: Job<JobData, MadeRecord>, { at }: RecordOrder): Promise<MadeBefore | undefined> {
  const { returnvalue: made, data } = job;
  await job.remove().catch(() => undefined);
  return made?.files !== undefined && made.files.length > 0 ? movedTo(at, data.order.at, made) : undefined;
}
