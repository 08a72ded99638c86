/** Documents that workers of a queue make: what is asked for becomes a job, and its files are fetched from the store. */
import type { Queue } from 'bullmq';
import * as z from 'zod';
import { hashOf } from '../many/hashes.ts';
import type { MadeRecord, OrderSettings } from '../many/made.ts';
import type { RecordOrder } from '../many/record.ts';
import type { Store } from '../many/store.ts';
import { brokeOff } from '../queue/collect.ts';
import { type Connection, replyOf } from '../queue/connection.ts';
import { putOrders } from '../queue/enqueue.ts';
import { isJob, type JobData, jobId, OwnSources } from '../queue/job.ts';
import { finding } from '../work/published.ts';
import { knownFormats } from '../write/targets.ts';
import { Problem } from './problem.ts';
import { unquoted } from './quoting.ts';

export const jobSchema = z
  .strictObject({
    id: z.string(),
    status: z.enum(['waiting', 'working', 'done', 'failed']),
    files: z.array(
      z.strictObject({
        name: z.string(),
        href: z.string().describe('The address of the file, from the root of the service'),
        format: z.enum(knownFormats),
        lang: z.string(),
        size: z.int().describe('In bytes'),
        sha256: z.string(),
      }),
    ),
    findings: z.array(finding),
  })
  .describe('A document that workers make');

export type PublishedJob = z.output<typeof jobSchema>;

export interface QueuedOptions {
  readonly connection: Connection;
  readonly store: Store;
  /** What is asked for of all documents, as the project's config says it now. */
  readonly asked: () => Promise<OrderSettings>;
  readonly fileOf: (file: string) => string;
  /** Gets what the queue's server refuses, which nobody who asks can mend. */
  logRefusal(error: unknown): void;
}

export class QueuedDocuments {
  readonly #options: QueuedOptions;
  readonly #queue: Queue<JobData, MadeRecord>;
  readonly #own: OwnSources;

  constructor(options: QueuedOptions) {
    const { bullmq, redis, name } = options.connection;
    this.#options = options;
    this.#own = new OwnSources(options.fileOf('.'));
    this.#queue = new bullmq.Queue(name, { connection: redis, skipVersionCheck: true });
    this.#queue.on('error', () => undefined);
  }

  /** Throws a `Problem` while the server of the queue is away. */
  async put(order: RecordOrder): Promise<PublishedJob> {
    const { connection, asked } = this.#options;
    this.#checkServer();
    const settings = await asked();
    const sources = await this.#own.of(order, settings);
    const id = jobId(order, settings, sources);
    // In a folder of its own: others may call theirs the same.
    const own = { ...order, name: `${id.slice(0, 16)}/${order.name}` };
    await this.#asked(putOrders(this.#queue, connection, [{ id, order: own, sources }], settings));
    return { id, status: 'waiting', files: [], findings: [] };
  }

  /** Throws a `Problem` for one that is not there. */
  async find(id: string): Promise<PublishedJob> {
    const { bullmq } = this.#options.connection;
    this.#checkServer();
    const isId = /^[0-9a-f]{64}$/.test(id);
    const job = isId ? await this.#asked(bullmq.Job.fromId<JobData, MadeRecord>(this.#queue, id)) : undefined;
    if (job === undefined || !isJob(job.data))
      throw new Problem('not-found', 'There is no such job, or it is older than a week.');
    const { returnvalue: made } = job;
    if (job.finishedOn === undefined)
      return { id, status: job.processedOn === undefined ? 'waiting' : 'working', files: [], findings: [] };
    const files = (made?.files ?? []).map(({ file, ...rest }) => {
      const name = file.slice(file.indexOf('/') + 1);
      return { name, href: `/jobs/${id}/files/${name.split('/').map(encodeURIComponent).join('/')}`, ...rest };
    });
    const { order } = job.data;
    const found = made?.diagnostics ?? [brokeOff(order.at, job.failedReason ?? '')];
    const findings = await unquoted(found, order, this.#options.fileOf);
    return {
      id,
      status: files.length > 0 ? 'done' : 'failed',
      files,
      findings: [...findings] as PublishedJob['findings'],
    };
  }

  /** One of its files alone: a name that is none of theirs is not looked for. */
  async file(id: string, name: string): Promise<Uint8Array> {
    const { files } = await this.find(id);
    const known = files.find((each) => each.name === name);
    const bytes = known === undefined ? null : await this.#options.store.read(`${id.slice(0, 16)}/${name}`);
    if (bytes === null) throw new Problem('not-found', 'The job has no such file.');
    // What others have put in its place is not what was made.
    if (hashOf(bytes) !== known?.sha256) throw new Problem('not-found', 'The file was changed since it was made.');
    return bytes;
  }

  #checkServer(): void {
    if (this.#options.connection.redis.status !== 'ready') throw away();
  }

  /** What the server of the queue refuses, such as for want of memory, it may take later. */
  #asked<T>(asked: Promise<T>): Promise<T> {
    return asked.catch((error: unknown) => {
      if (replyOf(error) === null) throw error;
      this.#options.logRefusal(error);
      throw away();
    });
  }

  close(): Promise<void> {
    return this.#queue.close();
  }
}

function away(): Problem {
  return new Problem('queue-away', 'Ask again in a moment.', { headers: { 'retry-after': '5' } });
}
