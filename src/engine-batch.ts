/** Many documents of one engine: a stream of records in, a stream of what came of them out, in the same order. */
import { posix } from 'node:path';
import { type Place, Refused, refusal } from './diagnostics.ts';
import type { BatchDone, BatchOptions, BatchRecord, BuildOptions, BuildResult, EngineOptions } from './engine.ts';
import { inOrder } from './flow.ts';
import type { Changes } from './input/changes.ts';
import { faultOfName } from './output-names/names.ts';
import { TakenNames } from './output-names/taken.ts';
import { canPool, Pool } from './pool.ts';
import { roomFor } from './thread-room.ts';
import { usualTimeout } from './threads.ts';
import { knownFormats } from './write/targets.ts';

type Build = (file: string, options: BuildOptions) => Promise<BuildResult>;

/**
 * Takes a record only when somebody asks for what comes of it: a source of any length needs no memory. Where threads are asked for,
 * they are started with the first record and ended with the last, or when nobody asks any more.
 */
export async function* batchOf<R extends BatchRecord>(
  records: AsyncIterable<R> | Iterable<R>,
  { jobs = 1, memory, timeout, beside, ...options }: BatchOptions,
  engine: EngineOptions,
  build: Build,
): AsyncGenerator<BatchDone<R>> {
  const data = { ...engine, options, out: null };
  const names = new TakenNames(options, 'Give each record a "name" of its own.');
  const inThreads = (jobs > 1 || timeout !== undefined) && beside === undefined && canPool();
  const patience = (timeout ?? usualTimeout) * 1000;
  const pool = inThreads ? new Pool(jobs, data, { memory: roomFor({ jobs, memory }).memory, patience }) : null;
  const work = async (record: R, index: number): Promise<BatchDone<R>> => {
    try {
      const own = optionsOf(record, index);
      const { file } = record;
      take(names, { ...options, ...own, file }, index);
      const result =
        pool === null ? await build(file, { ...options, beside, ...own }) : await pool.build({ file, options: own });
      return { record, index, result, failure: null };
    } catch (error) {
      if (error instanceof Refused)
        return {
          record,
          index,
          result: { outputs: [], diagnostics: error.diagnostics, proofs: [], sources: [] },
          failure: null,
        };
      return { record, index, result: null, failure: error instanceof Error ? error : new Error(String(error)) };
    }
  };
  try {
    yield* inOrder(records, pool === null ? 1 : jobs * 2, work);
  } finally {
    await pool?.close();
  }
}

/** What a record says for itself. Throws `Refused` for one that says no document: records come out of databases, past all types. */
function optionsOf(record: BatchRecord, index: number): BuildOptions {
  checkRecord(record, index);
  const { file, data, patch, ...own } = record;
  if (data === undefined && patch === undefined) return given(own);
  // Those that change one file are numbered, as in a list.
  const name = own.name ?? (data === undefined ? `${stemOf(file)}-${index + 1}` : undefined);
  // Findings name the record; files that it names are looked for beside the data file, as if it stood there.
  const place = { file: posix.join(posix.dirname(file), `record ${index + 1}`), line: 1, column: 1 };
  const text = written(data ?? patch, index);
  const changes: Changes = {
    type: data === undefined ? 'patch' : 'whole',
    record: { ...place, text },
    within: '$.value',
  };
  return given({ ...own, name, changes });
}

function checkRecord(record: unknown, index: number): void {
  const { file, name, formats } = Object(record) as Readonly<Record<string, unknown>>;
  if (typeof file !== 'string' || file === '')
    throw refusedRecord(
      index,
      'has no "file".',
      'Give the data file; for a whole document the name that it would have.',
    );
  // Whoever writes the outputs by their names writes into one folder.
  if (name !== undefined && (typeof name !== 'string' || /[\\/]/.test(name)))
    throw refusal(
      'bad-output-name',
      placeOf(index),
      `"${String(name)}" cannot be the name of a file.`,
      'Give a name without folders.',
    );
  const fault = name === undefined ? null : faultOfName(name);
  if (fault !== null) throw refusal(fault.code, placeOf(index), fault.message, fault.hint);
  const unknown = Array.isArray(formats)
    ? formats.find((each) => !knownFormats.some((known) => known === each))
    : undefined;
  if (unknown !== undefined)
    throw refusal(
      'unknown-format',
      placeOf(index),
      `There is no format "${String(unknown)}".`,
      `Give one of ${knownFormats.join(', ')}.`,
    );
}

/** Takes the names of a record's files. Throws `Refused` where a record before it has one of them. */
function take(
  names: TakenNames,
  { file, name = stemOf(file), ...own }: BuildOptions & { file: string },
  index: number,
): void {
  const taken = names.take({ ...own, name, at: placeOf(index) });
  if (taken !== null) throw new Refused([taken]);
}

function stemOf(file: string): string {
  return posix.basename(file, posix.extname(file));
}

/** JSON of a value. Whole numbers of databases are numbers, as long as JSON keeps all their digits. */
function written(value: unknown, index: number): string {
  const replacer = (_: string, each: unknown) =>
    typeof each === 'bigint' && Number.isSafeInteger(Number(each)) ? Number(each) : each;
  try {
    return JSON.stringify({ value }, replacer, 2);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw refusedRecord(index, `cannot be written as JSON: ${reason}.`, 'Give texts, numbers, lists and records.');
  }
}

function placeOf(index: number): Place {
  return { file: `record ${index + 1}`, line: 1, column: 1 };
}

function refusedRecord(index: number, reason: string, hint: string): Refused {
  return refusal('bad-record', placeOf(index), `Record ${index + 1} ${reason}`, hint);
}

/** What is undefined takes no place of an option of all records. */
function given(options: BuildOptions): BuildOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
