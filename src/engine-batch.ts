/** Many documents of one engine: a stream of records in, a stream of what came of them out, in the same order. */
import { posix } from 'node:path';
import type { BatchDone, BatchOptions, BatchRecord, BuildOptions, BuildResult, EngineOptions } from './engine.ts';
import { inOrder } from './flow.ts';
import type { Changes } from './input/changes.ts';
import { canPool, Pool } from './pool.ts';

type Build = (file: string, options: BuildOptions) => Promise<BuildResult>;

/**
 * Takes a record only when somebody asks for what comes of it: a source of any length needs no memory. Where threads are asked for,
 * they are started with the first record and ended with the last, or when nobody asks any more.
 */
export async function* batchOf<R extends BatchRecord>(
  records: AsyncIterable<R> | Iterable<R>,
  { jobs = 1, memory, beside, ...options }: BatchOptions,
  engine: EngineOptions,
  build: Build,
): AsyncGenerator<BatchDone<R>> {
  const data = { ...engine, options, out: null };
  const pool = jobs > 1 && beside === undefined && canPool() ? new Pool(jobs, data, memory) : null;
  const work = async (record: R, index: number): Promise<BatchDone<R>> => {
    const { file, ...own } = { file: record.file, ...optionsOf(record, index) };
    try {
      const result =
        pool === null ? await build(file, { ...options, beside, ...own }) : await pool.build({ file, options: own });
      return { record, index, result, failure: null };
    } catch (error) {
      return { record, index, result: null, failure: error instanceof Error ? error : new Error(String(error)) };
    }
  };
  try {
    yield* inOrder(records, pool === null ? 1 : jobs * 2, work);
  } finally {
    await pool?.close();
  }
}

/** What a record says for itself. */
function optionsOf({ file, data, patch, ...own }: BatchRecord, index: number): BuildOptions {
  if (data === undefined && patch === undefined) return given(own);
  // Findings name the record; files that it names are looked for beside the data file, as if it stood there.
  const place = { file: posix.join(posix.dirname(file), `record ${index + 1}`), line: 1, column: 1 };
  const text = JSON.stringify({ value: data ?? patch }, null, 2);
  const changes: Changes = {
    type: data === undefined ? 'patch' : 'whole',
    record: { ...place, text },
    within: '$.value',
  };
  return given({ ...own, changes });
}

/** What is undefined takes no place of an option of all records. */
function given(options: BuildOptions): BuildOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
