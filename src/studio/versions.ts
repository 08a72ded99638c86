/**
 * Texts that a document had before, in the project's `.etrati/history/`: kept when they are written over, thinned out as they grow
 * old, told what has changed from one to the next, and given back.
 */
import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '../staging.ts';
import { dataOf } from './data-text.ts';
import { type DataDifferences, differencesOf } from './differences.ts';
import { HttpError } from './http.ts';
import { placeIn } from './place.ts';
import type { DocumentVersion, VersionList } from './protocol.ts';

/** What the studio keeps of its own in a project: versions, agreed translations and the bin. */
export const ownFolder = '.etrati';

/** As `loadData` takes at most. Bytes. */
export const textLimit: number = 32 * 2 ** 20;

/** Within this time of the last one, a change is part of the same writing. Milliseconds. */
const writingTime = 60_000;
/** All of the newest; then one for each hour of the last day, and one for each day; and never more than this in all. */
const newest = 20;
const mostKept = 60;
/** Of all together; the newest stays whatever it is. Bytes. */
const mostBytes = 64 * 2 ** 20;
/** Larger ones are kept and given back, and not compared in the list; nor is more read for one list. Bytes. */
const comparedLimit = 2 * 2 ** 20;
const readLimit = 24 * 2 ** 20;
/** Differences that the list names. */
const named = 3;

const hour = 3_600_000;
const day = 24 * hour;

type Kept = Pick<DocumentVersion, 'id' | 'when' | 'size'>;

/** Those that go, of versions from the newest to the oldest. */
export function outdated(kept: readonly Kept[], now: number): readonly Kept[] {
  const taken = new Set<string>();
  let bytes = 0;
  let count = 0;
  return kept.filter(({ when, size }, index) => {
    const age = now - when;
    const slot = age < day ? `hour ${Math.floor(when / hour)}` : `day ${Math.floor(when / day)}`;
    const isDue = index < newest || !taken.has(slot);
    taken.add(slot);
    const hasRoom = index === 0 || (count < mostKept && bytes + size <= mostBytes);
    if (!isDue || !hasRoom) return true;
    bytes += size;
    count += 1;
    return false;
  });
}

export class Versions {
  readonly #root: string;
  /** What differs between two texts never changes: they are named by what they are. */
  readonly #differences = new Map<string, DataDifferences | null>();

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Keeps a text that is written over, unless one was kept a moment ago and `always` does not ask for it. A full disk keeps none,
   * and stops nobody from writing.
   */
  async keep(file: string, text: string, now: number, always: boolean): Promise<void> {
    try {
      const [last] = await this.#list(file);
      if (!always && last !== undefined && now - last.when < writingTime) return;
      const folder = await placeIn(this.#root, folderOf(file));
      await mkdir(folder, { recursive: true });
      // Two within one millisecond are two.
      const when = Math.max(now, (last?.when ?? 0) + 1);
      await writeWhole(path.join(folder, `${when}.json`), Buffer.from(text, 'utf8'));
      for (const { id } of outdated(await this.#list(file), now))
        await rm(path.join(folder, `${id}.json`), { force: true });
    } catch {
      // The text itself is what must be saved.
    }
  }

  /** The newest first, each with what was changed in it, and what has been changed since the newest. */
  async list(file: string, current: string): Promise<VersionList> {
    const kept = await this.#list(file);
    let left = readLimit;
    const read = async (version: Kept | undefined): Promise<string | null> => {
      if (version === undefined || version.size > comparedLimit || version.size > left) return null;
      left -= version.size;
      return this.text(file, version.id).catch(() => null);
    };
    const versions: DocumentVersion[] = [];
    let after: string | null = current.length > comparedLimit ? null : current;
    let changedSince: DataDifferences | null = null;
    for (const [index, version] of kept.entries()) {
      const text = await read(version);
      const name = index === 0 ? null : `${file} ${kept[index - 1]?.id} ${version.id}`;
      const changes = this.#between(name, text, after);
      if (index === 0) changedSince = changes;
      else versions.push({ ...(kept[index - 1] as Kept), changes });
      after = text;
    }
    const first = kept.at(-1);
    if (first !== undefined) versions.push({ ...first, changes: null });
    return { versions, changedSince };
  }

  /** @param name of what never changes */
  #between(name: string | null, before: string | null, after: string | null): DataDifferences | null {
    const known = name === null ? undefined : this.#differences.get(name);
    if (known !== undefined) return known;
    const found = between(before, after);
    if (name !== null) this.#differences.set(name, found);
    if (this.#differences.size > 20 * mostKept) this.#differences.clear();
    return found;
  }

  /** Throws `HttpError` where there is none of this name, or it is no text. */
  async text(file: string, id: string): Promise<string> {
    if (!/^\d{1,16}$/.test(id)) throw new HttpError(400, 'bad-name', 'There is no such version.');
    const version = (await this.#list(file)).find((each) => each.id === id);
    if (version === undefined || version.size > textLimit)
      throw new HttpError(404, 'not-found', 'There is no such version.');
    const bytes = await readFile(await placeIn(this.#root, `${folderOf(file)}/${id}.json`));
    const text = bytes.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(bytes)) throw new HttpError(422, 'not-utf8', 'This version is not UTF-8.');
    return text;
  }

  /** They go along with a document that has another name from now on. */
  move(from: string, to: string): Promise<void> {
    return this.#rename(folderOf(from), folderOf(to));
  }

  /** They are thrown away with their document, which has this name in the bin. */
  throwAway(file: string, name: string): Promise<void> {
    return this.#rename(folderOf(file), inBin(name));
  }

  restore(name: string, file: string): Promise<void> {
    return this.#rename(inBin(name), folderOf(file));
  }

  /** What is left at the new place of a document that went is not of this one. */
  async #rename(from: string, to: string): Promise<void> {
    try {
      const [old, place] = [await placeIn(this.#root, from), await placeIn(this.#root, to)];
      // Another name in capitals alone may be the same folder.
      if (from.toLowerCase() !== to.toLowerCase()) await rm(place, { recursive: true, force: true });
      await mkdir(path.dirname(place), { recursive: true });
      await rename(old, place);
    } catch {
      // None were kept, or they stay behind: the document itself has gone where it was to go.
    }
  }

  /** Files that we wrote, the newest first. */
  async #list(file: string): Promise<readonly Kept[]> {
    const folder = path.join(this.#root, folderOf(file));
    const names = await placeIn(this.#root, folderOf(file))
      .then((place) => readdir(place))
      .catch(() => []);
    const found = await Promise.all(
      names.slice(0, 20 * mostKept).map(async (name): Promise<readonly Kept[]> => {
        const [, id] = /^(\d{1,16})\.json$/.exec(name) ?? [];
        const facts = id === undefined ? null : await lstat(path.join(folder, name)).catch(() => null);
        return id === undefined || !facts?.isFile() ? [] : [{ id, when: Number(id), size: facts.size }];
      }),
    );
    return found.flat().sort((one, other) => other.when - one.when);
  }
}

/** In the project. */
function folderOf(file: string): string {
  return `${ownFolder}/history/${file.replace(/^data\//, '').replace('/', '+')}`;
}

function inBin(name: string): string {
  return `${ownFolder}/bin/${name}.versions`;
}

/** Null where it cannot be told: of what is no JSON, or nested deeper than any data. */
function between(before: string | null, after: string | null): DataDifferences | null {
  const [old, now] = [parsed(before), parsed(after)];
  try {
    return old === null || now === null ? null : differencesOf(old, now, named);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Null for what is no JSON, and for no text. */
function parsed(text: string | null): unknown {
  return text === null ? null : dataOf(text);
}
