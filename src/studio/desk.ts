/**
 * Documents that are being written. The file on the disk is the truth: every change is saved at once, whole, and only onto
 * the text that it was made from. What another program wrote in the meantime is never overwritten unasked.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeWhole } from '../staging.ts';
import { HttpError } from './http.ts';
import { fileIn, placeIn } from './place.ts';
import type { DocumentText } from './protocol.ts';
import { textLimit, type Versions } from './versions.ts';

export function revisionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

export class Desk {
  readonly #root: string;
  readonly #versions: Versions;
  readonly #queue = new Map<string, Promise<unknown>>();

  constructor(root: string, versions: Versions) {
    this.#root = root;
    this.#versions = versions;
  }

  /** Throws `HttpError` for a file that is not there or is no UTF-8. */
  async read(file: string): Promise<DocumentText> {
    const { place, changed } = await fileIn(this.#root, file, textLimit);
    const bytes = await readFile(place).catch(() => {
      throw new HttpError(404, 'not-found', `"${file}" is not there.`);
    });
    const text = bytes.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(bytes)) throw new HttpError(422, 'not-utf8', `"${file}" is not UTF-8.`);
    return { text, revision: revisionOf(text), saved: changed };
  }

  /**
   * Saves a text that was made of the one with the revision `base`, null for a new file. Throws `HttpError` 409 with what stands
   * there instead, or `deleted` where nothing does.
   *
   * @param always whether the text that goes is kept even where another was a moment ago: it is not the same writing
   */
  save(file: string, text: string, base: string | null, now: number, always = false): Promise<DocumentText> {
    return this.#inTurn(file, async () => {
      const there = await this.read(file).catch((error: unknown) => {
        if (error instanceof HttpError && error.code === 'not-found') return null;
        throw error;
      });
      if (there === null && base !== null)
        throw new HttpError(409, 'deleted', 'This document has been deleted, or has another name now.');
      if (there !== null && base !== null && there.revision !== base && there.text !== text)
        throw new HttpError(409, 'changed-on-disk', 'Another program changed this document.', { theirs: there });
      if (there?.text === text) return there;
      if (there !== null) await this.#versions.keep(file, there.text, now, always);
      await writeWhole(await placeIn(this.#root, file), Buffer.from(text, 'utf8'));
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
}
