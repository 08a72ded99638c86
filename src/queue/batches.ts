/** What the queue's server keeps of a batch: its records in their order, each with its job, or with what was wrong with it. */
import type { Outcome } from '../many/outcome.ts';
import type { RecordOrder } from '../many/record.ts';
import type { Connection } from './connection.ts';
import { keptFor } from './job.ts';

/** A record of a batch. */
export type BatchEntry =
  | { readonly job: string; readonly key: string; readonly order: Pick<RecordOrder, 'number' | 'at' | 'name'> }
  | { readonly outcome: Outcome };

export interface BatchFacts {
  readonly manifest: string;
  readonly records: number;
  /** So many warnings pass; undefined for no bound. */
  readonly maxWarnings?: number | undefined;
  /** Why the manifest could not be read to its end. */
  readonly refused: boolean;
}

type Server = Pick<Connection, 'redis' | 'name'>;

const listKey = ({ name }: Server, batch: string) => `etrati:${name}:batch:${batch}`;
const factsKey = ({ name }: Server, batch: string) => `etrati:${name}:facts:${batch}`;

export async function beginBatch(server: Server, batch: string): Promise<void> {
  await server.redis.del(listKey(server, batch), factsKey(server, batch));
}

export async function addToBatch(server: Server, batch: string, records: readonly BatchEntry[]): Promise<void> {
  if (records.length === 0) return;
  await server.redis.rpush(listKey(server, batch), ...records.map((each) => JSON.stringify(each)));
}

/** The batch that was put last; null where there is none. */
export async function lastOf(server: Server): Promise<string | null> {
  return server.redis.get(`etrati:${server.name}:last`);
}

export async function endBatch(server: Server, batch: string, facts: BatchFacts): Promise<void> {
  await server.redis.expire(listKey(server, batch), keptFor);
  await server.redis.set(factsKey(server, batch), JSON.stringify(facts), 'EX', keptFor);
  await server.redis.set(`etrati:${server.name}:last`, batch);
}

/** Null for one that is not there, or not wholly. */
export async function batchFacts(server: Server, batch: string): Promise<BatchFacts | null> {
  const text = await server.redis.get(factsKey(server, batch));
  return text === null ? null : (JSON.parse(text) as BatchFacts);
}

export async function listedIn(
  server: Server,
  batch: string,
  from: number,
  count: number,
): Promise<readonly BatchEntry[]> {
  const texts = await server.redis.lrange(listKey(server, batch), from, from + count - 1);
  return texts.map((text) => JSON.parse(text) as BatchEntry);
}
