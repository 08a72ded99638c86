/** Hashes of the files that documents are made from, and of those that were made. */
import { createHash } from 'node:crypto';
import { type Stats, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

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

  /** One hash of all of these files, relative to the root; of one that is not there, that it is not. */
  async of(sources: readonly string[]): Promise<string> {
    const all = createHash('sha256');
    for (const source of sources) all.update(`${source}\0${await this.#hashOf(source)}\n`);
    return all.digest('hex');
  }

  async #hashOf(source: string): Promise<string> {
    const file = path.join(this.#root, source);
    const facts = factsOf(file);
    if (facts === null || !facts.isFile()) return '-';
    const stamp = `${facts.mtimeMs} ${facts.size} ${facts.ino}`;
    const known = this.#known.get(source);
    if (known?.stamp === stamp) return known.hash;
    const hash = await hashOfFile(file);
    this.#known.set(source, { stamp, hash });
    return hash;
  }
}

/**
 * Null where there is none. Without waiting: each document depends on some forty files, most of which a project has not, and to ask
 * for one by another thread of the system takes ten times as long.
 */
function factsOf(file: string): Stats | null {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
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
