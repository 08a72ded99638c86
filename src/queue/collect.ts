/** What came of the records of a batch, in the order of its manifest, as the workers are done with them. */
import type { Queue } from 'bullmq';
import { type Diagnostic, failure, misuse, type Place, Refused } from '../diagnostics.ts';
import type { Reported } from '../many/batch.ts';
import type { MadeRecord } from '../many/made.ts';
import type { Outcome } from '../many/outcome.ts';
import { failed, movedTo, outcomeOf } from '../many/settled.ts';
import { type BatchEntry, type BatchFacts, batchFacts, lastOf, listedIn } from './batches.ts';
import { type Connection, goneWhen, refusedBy, trailed } from './connection.ts';
import { isJob, type JobData } from './job.ts';

export interface CollectOptions {
  readonly connection: Connection;
  readonly batch: string;
  readonly isStopped: () => boolean;
}

/** Records that are asked after in one go. */
const group = 100;
/** Milliseconds. */
const pause = 300;

/** What is known of a batch. Throws `Refused` for one that is not there. */
export async function findBatch({ connection, batch }: CollectOptions): Promise<BatchFacts> {
  const facts = await batchFacts(connection, batch);
  if (facts !== null) return facts;
  throw new Refused([
    misuse('no-batch', `There is no batch "${batch}" in ${connection.shown}.`, [
      'Run etrati enqueue to its end first; it says what the batch is called.',
    ]),
  ]);
}

/** The batch that was put last. Throws `Refused` where there is none. */
export async function lastBatch(connection: Connection): Promise<string> {
  const batch = await lastOf(connection);
  if (batch !== null) return batch;
  throw new Refused([
    misuse('no-batch', `There is no batch in ${connection.shown}.`, ['Run etrati enqueue to its end first.']),
  ]);
}

/** Waits for each record. Ends where it is stopped. */
export async function* collect(options: CollectOptions, { records }: BatchFacts): AsyncGenerator<Reported> {
  const { connection, batch, isStopped } = options;
  const { bullmq, redis, name } = connection;
  const queue: Queue<JobData, MadeRecord> = new bullmq.Queue(name, { connection: redis, skipVersionCheck: true });
  queue.on('error', () => undefined);
  const { gone, end } = goneWhen(isStopped, connection);
  const answer = <T>(asked: Promise<T>): Promise<T> => Promise.race([asked, gone]);
  try {
    for (let from = 0; from < records; from += group) {
      const listed = await answer(listedIn(connection, batch, from, group));
      if (listed.length < Math.min(group, records - from)) throw lostList(options, from + listed.length, records);
      // Asked after together, told one by one.
      const outcomes = listed.map((each) => knownOf(queue, connection, each));
      for (const [index, each] of listed.entries()) {
        let outcome = await answer(outcomes[index] ?? Promise.resolve(undefined));
        while (outcome === null) {
          if (isStopped()) return;
          await new Promise((resolve) => setTimeout(resolve, pause));
          outcome = await answer(knownOf(queue, connection, each));
        }
        if (outcome !== undefined) yield { outcome, read: (from + index + 1) / records };
        if (isStopped()) return;
      }
    }
  } catch (error) {
    // What was collected before is reported.
    throw refusedBy(error, connection);
  } finally {
    end();
    if (redis.status === 'ready') await queue.close();
  }
}

/** A server that lost the list, or a list of this name that is put anew meanwhile: what is not reported must not look as if it were. */
function lostList({ batch, connection }: CollectOptions, known: number, records: number): Refused {
  const of = known === 0 ? 'the list' : `${records - known} of the ${records} records`;
  return new Refused([
    misuse('no-batch', `The queue at ${connection.shown} does not have ${of} of the batch "${batch}" any more.`, [
      'Run etrati enqueue again, then etrati collect: what is done already is kept.',
    ]),
  ]);
}

/** Null while it is not done. */
async function knownOf(
  queue: Queue<JobData, MadeRecord>,
  { bullmq }: Connection,
  listed: BatchEntry,
): Promise<Outcome | null> {
  if ('outcome' in listed) return listed.outcome;
  const { job: id, key, order } = listed;
  const { at } = order;
  // What is no JSON any more was written by another.
  const job = await bullmq.Job.fromId<JobData, MadeRecord>(queue, id).catch((error: unknown) => {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  });
  if (job === undefined || !isJob(job.data))
    return failed({ ...order, faults: [] }, [
      failure('job-lost', at, 'The queue does not have the job of this record any more.', {
        hints: ['Run etrati enqueue again, then etrati collect: what is done already is kept.'],
      }),
    ]);
  if (job.finishedOn === undefined) return null;
  const { returnvalue: made, failedReason } = job;
  if (made === null || made === undefined) return failed({ ...order, faults: [] }, [brokeOff(at, failedReason)]);
  const { settings, order: asked } = job.data;
  const outcome = outcomeOf(asked, key, made, { checkOnly: false, settings });
  return { ...movedTo(at, asked.at, outcome), record: order.number, at };
}

/** Why there is nothing of a record, after all that was tried. */
export function brokeOff(at: Place, reason: string): Diagnostic {
  const message = `The work on this record broke off, each time that it was tried: ${trailed(reason)}.`;
  return failure('record-stopped', at, message, {
    hints: ['Look at what the workers say, fix that, and ask for it again.'],
  });
}
