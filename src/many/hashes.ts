/** Hashes of the files that documents are made from, and of those that were made. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { stampOf } from '../shelf.ts';

interface Known {
  readonly stamp: string;
  readonly hash: string;
}

/** Reads a file again only when it was written since. */
export class SourceHashes {
  readonly #root: string;
  readonly #known = new Map<string, Known>();

  constructor(root: string) {
    this.#root = root;
  }

  /** One hash of all of these files, relative to the root; of one that is not there, that it is not. `stamps` are how they are now. */
  async of(sources: readonly string[], stamps = this.stampsOf(sources)): Promise<string> {
    const all = createHash('sha256');
    for (const source of sources) all.update(`${source}\0${await this.hashOf(source, stamps.get(source) ?? '-')}\n`);
    return all.digest('hex');
  }

  /** How files are now, to be compared after they were read. */
  stampsOf(sources: readonly string[]): ReadonlyMap<string, string> {
    return new Map(sources.map((source) => [source, stampOf(path.join(this.#root, source))]));
  }

  /** Of one file, as it is by its stamp; `-` where it is not there. */
  async hashOf(source: string, stamp: string): Promise<string> {
    if (stamp === '-') return '-';
    const known = this.#known.get(source);
    if (known?.stamp === stamp) return known.hash;
    const hash = await hashOfFile(path.join(this.#root, source));
    this.#known.set(source, { stamp, hash });
    return hash;
  }
}

/** SHA-256, hexadecimal; `-` for a file that cannot be read. */
export async function hashOfFile(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => null);
  return bytes === null ? '-' : hashOf(bytes);
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
