/** A worker of the queue: takes jobs, as many at a time as it has threads, and puts what comes of them where it was told. */
import type { Job, Queue, Worker } from 'bullmq';
import type { MadeRecord } from '../many/made.ts';
import { type MakingOptions, openMaking } from '../many/making.ts';
import { lost } from '../many/settled.ts';
import { ThreadLost, TooSlow } from '../threads.ts';
import { type Connection, goneWhen, hintOf, replyOf, trailed } from './connection.ts';
import { isJob, type JobData, OwnSources, unfit, unmade } from './job.ts';
import { hasten } from './put-off.ts';

export interface WorkOptions extends MakingOptions {
  readonly connection: Connection;
  readonly jobs: number;
  /** Ends by itself when nothing waits any more. */
  readonly untilEmpty: boolean;
  /** Milliseconds after which a worker that says nothing counts as dead. */
  readonly deadAfter: number;
  tell(event: WorkEvent): void;
}

export type WorkEvent =
  | { readonly type: 'done'; readonly name: string; readonly made: MadeRecord }
  /** A crash: it is done again, unless it was the last time. */
  | { readonly type: 'crashed'; readonly name: string; readonly reason: string; readonly isLast: boolean }
  | { readonly type: 'away'; readonly reason: string; readonly hint: string | null };

/** How often a job may lose its worker: by a document that ends workers, it would go round for ever. */
const losses = 5;

/** Milliseconds between two looks at jobs that are put off. */
const glance = 3000;

export interface OpenWorker {
  /** Ends when it was told to, or when nothing waits. */
  readonly ended: Promise<void>;
  /** Takes no more jobs, and ends after those in hand. */
  stop(): void;
}

export function openWorker(options: WorkOptions): OpenWorker {
  const { connection, jobs, untilEmpty, deadAfter, root, tell } = options;
  const making = openMaking(options);
  const own = new OwnSources(root);
  const worker: Worker<JobData, MadeRecord> = new connection.bullmq.Worker(
    connection.name,
    (job: Job<JobData, MadeRecord>) => done(job, { make: making.make, own }),
    {
      connection: connection.redis,
      concurrency: jobs,
      lockDuration: deadAfter,
      stalledInterval: deadAfter / 2,
      maxStalledCount: losses,
      drainDelay: 2,
      skipVersionCheck: true,
    },
  );
  worker.on('completed', (job, made) => tell({ type: 'done', name: job.data.order.name, made }));
  worker.on('failed', (job, error) => {
    const isLast = job === undefined || job.finishedOn !== undefined;
    const data: unknown = job?.data;
    const name = isJob(data) ? data.order.name : (job?.id ?? '');
    tell({ type: 'crashed', name, reason: trailed(error.message), isLast });
  });
  const away = (error: Error) =>
    tell({ type: 'away', reason: replyOf(error) ?? trailed(error.message), hint: hintOf(error) });
  worker.on('error', away);
  let stop: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const ended = run(worker, { connection, untilEmpty, asked, away }).finally(() => making.close());
  return { ended, stop };
}

interface Run {
  readonly connection: Connection;
  readonly untilEmpty: boolean;
  readonly asked: Promise<void>;
  readonly away: (error: Error) => void;
}

async function run(worker: Worker<JobData, MadeRecord>, { connection, untilEmpty, asked, away }: Run): Promise<void> {
  const queue = new connection.bullmq.Queue(connection.name, { connection: connection.redis, skipVersionCheck: true });
  queue.on('error', () => undefined);
  const timer = setInterval(() => void hasten(queue, connection).catch(() => undefined), glance);
  try {
    await untilDone(queue, { connection, untilEmpty, asked, away });
  } finally {
    clearInterval(timer);
  }
  const { gone, end } = goneWhen(() => true, connection);
  try {
    await Promise.race([isBack(connection), gone]);
    await Promise.race([worker.close().then(() => queue.close()), gone]);
  } catch (error) {
    // What was in hand is made by others once the server is back.
    await Promise.race([worker.close(true), new Promise((resolve) => setTimeout(resolve, 1000))]);
    throw error;
  } finally {
    end();
  }
}

async function untilDone(queue: Queue, { untilEmpty, asked, away }: Run): Promise<void> {
  let isAsked = false;
  void asked.then(() => {
    isAsked = true;
  });
  while (untilEmpty && !isAsked) {
    // What the server refuses to count, it may count later: the worker waits, as for a server that is away.
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized').catch((error: Error) => {
      away(error);
      return null;
    });
    if (counts !== null && Object.values(counts).every((count) => count === 0)) break;
    await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 500))]);
  }
  if (!untilEmpty) await asked;
}

async function isBack({ redis }: Connection): Promise<void> {
  if (redis.status !== 'ready') await new Promise<void>((resolve) => redis.once('ready', resolve));
}

interface Doing {
  make(task: JobData): Promise<MadeRecord>;
  readonly own: OwnSources;
}

/** What is wrong with the data is an answer, which no retry changes. What throws is a crash, and so is a disk of this worker that is full. */
async function done({ data }: Job<JobData, MadeRecord>, { make, own }: Doing): Promise<MadeRecord> {
  if (!isJob(data)) throw new Error('this is not a job of Etrati');
  const differing = await unfit(data, own);
  if (differing !== null) return unmade([differing]);
  try {
    const made = await make(data);
    const unwritten = made.diagnostics.find(({ code }) => code === 'cannot-write');
    if (unwritten === undefined) return made;
    throw new Error(unwritten.message);
  } catch (error) {
    // Two threads have ended with it in hand already.
    if (error instanceof ThreadLost || error instanceof TooSlow) return unmade([lost(error, data.order)]);
    throw error;
  }
}
