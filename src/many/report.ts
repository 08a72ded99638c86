/**
 * The report of a batch, a line of JSON for each record as it is done: whatever ends the process, each line that is there is true. A
 * batch that is resumed reads it, adds to it, and at its end writes it anew with one line a record, in the order of the manifest.
 */
import { type FileHandle, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { refusal } from '../diagnostics.ts';
import { reasonOf } from '../system-error.ts';
import type { Outcome } from './outcome.ts';

export const reportFile = 'batch.jsonl';
export const sumsFile = 'SHA256SUMS';

/** Where the lines of records are in a report that was begun before. */
type Lines = ReadonlyMap<string, { readonly offset: number; readonly length: number }>;

export class BatchReport {
  readonly #file: string;
  readonly #handle: FileHandle;
  /** All lines in the order of the manifest: what the report becomes. */
  readonly #whole: FileHandle;
  readonly #sums: FileHandle;
  readonly #before: Lines;

  private constructor(file: string, handles: readonly [FileHandle, FileHandle, FileHandle], before: Lines) {
    this.#file = file;
    [this.#handle, this.#whole, this.#sums] = handles;
    this.#before = before;
  }

  /** Throws `Refused` where the folder does not let us write. */
  static async open(folder: string, resume: boolean): Promise<BatchReport> {
    const file = path.join(folder, reportFile);
    try {
      await mkdir(folder, { recursive: true });
      const before = resume ? await linesIn(file) : new Map();
      const handle = await open(file, resume ? 'a+' : 'w+');
      // A line that was broken off is ended, so that the next one is its own.
      if (resume && (await stat(file)).size > 0) await handle.appendFile('\n');
      const whole = await open(`${file}.tmp`, 'w');
      const sums = await open(path.join(folder, `${sumsFile}.tmp`), 'w');
      return new BatchReport(file, [handle, whole, sums], before);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === null) throw error;
      throw refusal(
        'cannot-write',
        null,
        `"${file}" cannot be written: ${reason}.`,
        'Check the folder that it should go to.',
      );
    }
  }

  /** What was reported of a record that asked for the same, and is done; undefined where there is none. */
  async before(key: string): Promise<Outcome | undefined> {
    const found = this.#before.get(key);
    if (found === undefined) return undefined;
    const { buffer } = await this.#handle.read(Buffer.alloc(found.length), 0, found.length, found.offset);
    return outcomeIn(buffer.toString('utf8')) ?? undefined;
  }

  async add(outcome: Outcome): Promise<string> {
    const line = `${JSON.stringify(outcome)}\n`;
    // What is unchanged is in the report already.
    if (outcome.status !== 'unchanged') await this.#handle.appendFile(line);
    await this.#whole.appendFile(line);
    const sums = outcome.files.map(({ sha256, file }) => `${sha256}  ${file}\n`).join('');
    if (sums !== '') await this.#sums.appendFile(sums);
    return line;
  }

  /** @param isWhole whether all records of the manifest were reported: then the report has these alone */
  async close(isWhole: boolean): Promise<void> {
    await Promise.all([this.#handle.close(), this.#whole.close(), this.#sums.close()]);
    const sums = path.join(path.dirname(this.#file), sumsFile);
    if (isWhole) {
      await rename(`${this.#file}.tmp`, this.#file);
      await rename(`${sums}.tmp`, sums);
    } else await Promise.all([unlink(`${this.#file}.tmp`), unlink(`${sums}.tmp`)]);
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
