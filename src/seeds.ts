/**
 * What was made of this package's own files, for another engine or before the process began, in its start-up snapshot (`warm.ts`):
 * themes with their fonts, compiled templates. Used only where making it now would give the same: for a project that has no
 * files of its own in their place, and as long as the package's files are what they were.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { startupSnapshot } from 'node:v8';

interface Seed<T> {
  readonly value: T;
  /** Files that were looked for in the project and were not there, relative to its root. */
  readonly sources: ReadonlySet<string>;
  /** Files of the package that it was made from; null for those that were looked for and were not there. */
  readonly shipped: ReadonlyMap<string, Stamp | null>;
}

interface Stamp {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds. */
  readonly changed: number;
  /** For a snapshot, since a package may be copied after it was made; null within one process. */
  readonly hash: string | null;
}

/** What was asked for in making it: of the project, of that what was there, and of the package. */
interface Origins {
  readonly sources: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
  readonly shipped: ReadonlySet<string>;
}

export class Seeds<T> {
  readonly #seeds = new Map<string, Seed<T>>();

  /** Keeps a thing, if no file of the project went into it. */
  sow(key: string, value: T, from: Origins) {
    if (from.found.size > 0) return;
    const shipped = new Map([...from.shipped].map((file) => [file, stampOf(file)]));
    this.#seeds.set(key, { value, sources: from.sources, shipped });
  }

  /** The thing of this key, if it would be made the same in a project of this root. */
  find(key: string, root: string): Pick<Seed<T>, 'value' | 'sources'> | undefined {
    const seed = this.#seeds.get(key);
    return seed && hasNone(root, seed.sources) && isUnchanged(seed.shipped) ? seed : undefined;
  }
}

/** Most projects have none of the folders even. */
function hasNone(root: string, files: ReadonlySet<string>): boolean {
  const folders = new Map<string, boolean>();
  const hasFolder = (name: string): boolean => {
    const known = folders.get(name) ?? existsSync(path.join(root, name));
    folders.set(name, known);
    return known;
  };
  return [...files].every((file) => !hasFolder(file.split('/', 1)[0] ?? '') || !existsSync(path.join(root, file)));
}

function isUnchanged(files: ReadonlyMap<string, Stamp | null>): boolean {
  return [...files].every(([file, was]) => {
    const facts = factsOf(file);
    if (was === null || facts === null) return was === null && facts === null;
    return (
      facts.size === was.size && (facts.mtimeMs === was.changed || (was.hash !== null && hashOf(file) === was.hash))
    );
  });
}

function stampOf(file: string): Stamp | null {
  const facts = factsOf(file);
  if (facts === null) return null;
  const hash = startupSnapshot.isBuildingSnapshot() ? hashOf(file) : null;
  return { size: facts.size, changed: facts.mtimeMs, hash };
}

/**
 * Of a file; null where there is none that can be asked about. Without waiting: each document depends on some forty files, most of
 * which a project has not, and to ask for one by another thread of the system takes ten times as long.
 */
export function factsOf(file: string): Stats | null {
  try {
    const facts = statSync(file, { throwIfNoEntry: false });
    return facts?.isFile() === true ? facts : null;
  } catch {
    return null;
  }
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
