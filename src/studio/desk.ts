/**
 * Documents that are being written. The file on the disk is the truth: every change is saved at once, whole, and only onto
 * the text that it was made from. What another program wrote in the meantime is never overwritten unasked.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../staging.ts';
import { HttpError } from './http.ts';
import { ownFolder } from './project.ts';
import type { DocumentText, Snapshot } from './protocol.ts';

/** As `loadData` takes at most. */
export const textLimit: number = 32 * 2 ** 20;

/** Texts of one document that are kept, the newest first: after so many, the oldest goes. */
const keptSnapshots = 60;
/** Within this time of the last one, a change is part of the same writing. Milliseconds. */
const writingTime = 60_000;

export function revisionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

export class Desk {
  readonly #root: string;
  readonly #queue = new Map<string, Promise<unknown>>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Throws `HttpError` for a file that is not there or is no UTF-8. */
  async read(file: string): Promise<DocumentText> {
    const absolute = path.join(this.#root, file);
    const bytes = await readFile(absolute).catch(() => {
      throw new HttpError(404, 'not-found', `"${file}" is not there.`);
    });
    const text = bytes.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(bytes)) throw new HttpError(422, 'not-utf8', `"${file}" is not UTF-8.`);
    return { text, revision: revisionOf(text), saved: (await stat(absolute)).mtimeMs };
  }

  /** Saves a text that was made of the one with the revision `base`. Throws `HttpError` 409 with what stands there instead. */
  save(file: string, text: string, base: string | null, now: number): Promise<DocumentText> {
    return this.#inTurn(file, async () => {
      const there = await this.read(file).catch((error: unknown) => {
        if (error instanceof HttpError && error.status === 404) return null;
        throw error;
      });
      if (there !== null && base !== null && there.revision !== base && there.text !== text)
        throw new HttpError(409, 'changed-on-disk', 'Another program changed this document.', { theirs: there });
      if (there?.text === text) return there;
      if (there !== null) await this.#keep(file, there.text, now);
      await writeWhole(path.join(this.#root, file), Buffer.from(text, 'utf8'));
      return { text, revision: revisionOf(text), saved: now };
    });
  }

  /** One after the other for each file: two pages that save at once do not pass each other's check. */
  #inTurn<T>(file: string, step: () => Promise<T>): Promise<T> {
    const before = this.#queue.get(file) ?? Promise.resolve();
    const turn = before.then(step, step);
    this.#queue.set(
      file,
      turn.catch(() => undefined),
    );
    return turn;
  }

  #folder(file: string): string {
    return path.join(this.#root, ownFolder, 'history', file.replace(/^data\//, '').replace('/', '+'));
  }

  /** Keeps the text that goes, unless one was kept a moment ago. A full disk keeps none, and stops nobody from writing. */
  async #keep(file: string, text: string, now: number): Promise<void> {
    const folder = this.#folder(file);
    try {
      const kept = await this.history(file);
      const [last] = kept;
      if (last !== undefined && now - last.when < writingTime) return;
      await mkdir(folder, { recursive: true });
      await writeWhole(path.join(folder, `${now}.json`), Buffer.from(text, 'utf8'));
      for (const { id } of kept.slice(keptSnapshots - 1)) await rm(path.join(folder, `${id}.json`), { force: true });
    } catch {
      // The text itself is what must be saved.
    }
  }

  /** The newest first. */
  async history(file: string): Promise<readonly Snapshot[]> {
    const names = await readdir(this.#folder(file)).catch(() => []);
    return names
      .flatMap((name) => {
        const [, id] = /^(\d{1,16})\.json$/.exec(name) ?? [];
        return id === undefined ? [] : [{ id, when: Number(id) }];
      })
      .sort((one, other) => other.when - one.when);
  }

  /** Throws `HttpError` where there is none of this name. */
  async snapshot(file: string, id: string): Promise<string> {
    if (!/^\d{1,16}$/.test(id)) throw new HttpError(400, 'bad-name', 'There is no such version.');
    return readFile(path.join(this.#folder(file), `${id}.json`), 'utf8').catch(() => {
      throw new HttpError(404, 'not-found', 'There is no such version.');
    });
  }
}
