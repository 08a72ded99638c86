/**
 * The report of a batch, a line of JSON for each record as it is done: whatever ends the process, each line that is there is true. A
 * batch that is resumed reads it, adds to it, and at its end writes it anew with one line a record, in the order of the manifest.
 */
import { type FileHandle, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { refusal } from '../diagnostics.ts';
import { makeFolder } from '../staging.ts';
import { reasonOf, writingHint } from '../system-error.ts';
import { lock, unlock } from './lock.ts';
import type { Outcome } from './outcome.ts';
import { beginning, lockFile, reportFile, sumsFile } from './report-files.ts';

/** Where the lines of records are in a report that was begun before. */
type Lines = ReadonlyMap<string, { readonly offset: number; readonly length: number }>;

export class BatchReport {
  readonly #file: string;
  readonly #handle: FileHandle;
  /** All lines in the order of the manifest: what the report becomes. */
  readonly #whole: FileHandle;
  readonly #sums: FileHandle;
  readonly #before: Lines;
  readonly #locks: readonly string[];
  /** The report of an older batch stays until this one has something to say. */
  #isOlder: boolean;

  private constructor(
    file: string,
    handles: readonly [FileHandle, FileHandle, FileHandle],
    locks: readonly string[],
    { before, isOlder }: { readonly before: Lines; readonly isOlder: boolean },
  ) {
    this.#file = file;
    [this.#handle, this.#whole, this.#sums] = handles;
    this.#locks = locks;
    this.#before = before;
    this.#isOlder = isOlder;
  }

  /**
   * Throws `Refused` where a folder does not let us write, or another batch writes there.
   *
   * @param out the folder that documents are written into
   */
  static async open(folder: string, resume: boolean, out = folder): Promise<BatchReport> {
    const file = path.join(folder, reportFile);
    const locks = await locked([folder, out]);
    try {
      return await written(file, async () => {
        const before = resume ? await linesIn(file) : new Map();
        const handle = await open(file, 'a+');
        // A line that was broken off is ended, so that the next one is its own.
        if (resume && (await stat(file)).size > 0) await handle.appendFile('\n');
        const whole = await open(beginning(file), 'w');
        const sums = await open(beginning(path.join(folder, sumsFile)), 'w');
        return new BatchReport(file, [handle, whole, sums], locks, { before, isOlder: !resume });
      });
    } catch (error) {
      await unlocked(locks);
      throw error;
    }
  }

  /** What was reported of a record that asked for the same, and is done; undefined where there is none. */
  async before(key: string): Promise<Outcome | undefined> {
    const found = this.#before.get(key);
    if (found === undefined) return undefined;
    const { buffer } = await this.#handle.read(Buffer.alloc(found.length), 0, found.length, found.offset);
    return outcomeIn(buffer.toString('utf8')) ?? undefined;
  }

  /** Throws `Refused` where the disk does not take it. */
  async add(outcome: Outcome): Promise<string> {
    const line = `${JSON.stringify(outcome)}\n`;
    const sums = outcome.files.map(({ sha256, file }) => `${sha256}  ${file}\n`).join('');
    await written(this.#file, async () => {
      if (this.#isOlder) await this.#handle.truncate(0);
      this.#isOlder = false;
      // What is unchanged is in the report already.
      if (outcome.status !== 'unchanged') await this.#handle.appendFile(line);
      await this.#whole.appendFile(line);
      if (sums !== '') await this.#sums.appendFile(sums);
    });
    return line;
  }

  /**
   * Throws `Refused` where the disk does not let the lists take their places.
   *
   * @param isWhole whether all records of the manifest were reported: then the report has these alone
   */
  async close(isWhole: boolean): Promise<void> {
    const sums = path.join(path.dirname(this.#file), sumsFile);
    try {
      await Promise.all([this.#handle.close(), this.#whole.close(), this.#sums.close()]);
      for (const file of isWhole ? [this.#file, sums] : []) await written(file, () => rename(beginning(file), file));
    } finally {
      for (const file of [this.#file, sums]) await unlink(beginning(file)).catch(() => undefined);
      if ((await stat(this.#file).catch(() => null))?.size === 0) await unlink(this.#file);
      await unlocked(this.#locks);
    }
  }
}

/** Locks folders, or none of them: two batches with reports apart would write over each other's documents. */
async function locked(folders: readonly string[]): Promise<readonly string[]> {
  const locks: string[] = [];
  try {
    for (const folder of folders) {
      await written(folder, () => makeFolder(folder));
      // One folder may have two names.
      const file = path.join(await realpath(folder), lockFile);
      if (locks.includes(file)) continue;
      await written(file, () => lock(file));
      locks.push(file);
    }
    return locks;
  } catch (error) {
    await unlocked(locks);
    throw error;
  }
}

async function unlocked(locks: readonly string[]): Promise<void> {
  for (const file of locks) await unlock(file);
}

/** Writes; throws `Refused` with what the system says. */
async function written<T>(file: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === null) throw error;
    throw refusal('cannot-write', null, `"${file}" cannot be written: ${reason}.`, writingHint(error));
  }
}

/** The last line of each record that is done. */
async function linesIn(file: string): Promise<Lines> {
  const lines = new Map<string, { readonly offset: number; readonly length: number }>();
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return lines;
  let [offset, left] = [0, Buffer.alloc(0)];
  for await (const chunk of handle.createReadStream({ highWaterMark: 2 ** 20 }) as AsyncIterable<Buffer>) {
    let [bytes, from] = [Buffer.concat([left, chunk]), 0];
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
      const outcome = outcomeIn(bytes.toString('utf8', from, end));
      if (outcome !== null) lines.set(outcome.key, { offset: offset + from, length: end - from });
      from = end + 1;
    }
    offset += from;
    left = bytes.subarray(from);
  }
  return lines;
}

/** Null for a line that was broken off, and for a record that failed: it is made again. */
function outcomeIn(line: string): Outcome | null {
  try {
    const { key = '', status, ...rest }: Partial<Outcome> = JSON.parse(line);
    const isDone =
      (status === 'done' || status === 'unchanged') && Array.isArray(rest.files) && Array.isArray(rest.sources);
    return isDone && key !== '' ? ({ key, status, ...rest } as Outcome) : null;
  } catch {
    return null;
  }
}
