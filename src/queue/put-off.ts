/**
 * Jobs that are to be tried again wait until a moment by the clock of the worker that put them off. Where that clock was ahead of the
 * others, or has gone back since, they would wait for hours.
 */
import type { Queue } from 'bullmq';
import type { Connection } from './connection.ts';

/** Milliseconds: longer than any pause before a retry. */
const longestWait = 20_000;
/** Looked at in one go. */
const most = 100;
/** What BullMQ multiplies a moment with, so that jobs of one moment keep their order. */
const perMoment = 0x1000;

/** Lets jobs go on that wait for a moment further away than any retry is put off. */
export async function hasten(queue: Queue, { bullmq, redis }: Pick<Connection, 'bullmq' | 'redis'>): Promise<void> {
  if (redis.status !== 'ready') return;
  const after = (Date.now() + longestWait) * perMoment;
  const ids = await redis.zrangebyscore(queue.toKey('delayed'), after, '+inf', 'LIMIT', 0, most);
  for (const id of ids) {
    const job = await bullmq.Job.fromId(queue, id);
    // Another worker may have been faster.
    await job?.promote().catch(() => undefined);
  }
}
