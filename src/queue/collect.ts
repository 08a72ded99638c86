/** What came of the records of a batch, in the order of its manifest, as the workers are done with them. */
import type { Queue } from 'bullmq';
import { failure, misuse, Refused } from '../diagnostics.ts';
import type { Reported } from '../many/batch.ts';
import type { MadeRecord } from '../many/made.ts';
import type { Outcome } from '../many/outcome.ts';
import { failed, movedTo, outcomeOf } from '../many/settled.ts';
import { type BatchEntry, type BatchFacts, batchFacts, lastOf, listedIn } from './batches.ts';
import type { Connection } from './connection.ts';
import type { JobData } from './job.ts';

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
  try {
    for (let from = 0; from < records; from += group) {
      const listed = await listedIn(connection, batch, from, group);
      // Asked after together, told one by one.
      const outcomes = listed.map((each) => knownOf(queue, connection, each));
      for (const [index, each] of listed.entries()) {
        let outcome = await outcomes[index];
        while (outcome === null) {
          if (isStopped()) return;
          await new Promise((resolve) => setTimeout(resolve, pause));
          outcome = await knownOf(queue, connection, each);
        }
        if (outcome !== undefined) yield { outcome, read: (from + index + 1) / records };
        if (isStopped()) return;
      }
    }
  } finally {
    await queue.close();
  }
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
  const job = await bullmq.Job.fromId<JobData, MadeRecord>(queue, id);
  if (job === undefined)
    return failed({ ...order, faults: [] }, [
      failure('job-lost', at, 'The queue does not have the job of this record any more.', {
        hints: ['Run etrati enqueue again, then etrati collect: what is done already is kept.'],
      }),
    ]);
  if (job.finishedOn === undefined) return null;
  const { returnvalue: made, failedReason } = job;
  if (made === null || made === undefined) {
    const crash = failure(
      'record-bug',
      at,
      `The work on this record broke off, each time that it was tried: ${failedReason}.`,
      {
        hints: ['Look at what the workers say, mend that, and run etrati enqueue again.'],
      },
    );
    return failed({ ...order, faults: [] }, [crash]);
  }
  const { settings, order: asked } = job.data;
  const outcome = outcomeOf(asked, key, made, { checkOnly: false, settings });
  return { ...movedTo(at, asked.at, outcome), record: order.number, at };
}
