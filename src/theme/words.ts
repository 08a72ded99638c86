/** What is known of words, and forgotten when there are too many: those that were asked for last stay. */
import { startupSnapshot } from 'node:v8';

/** Words of all caches of the process together, in each of two generations: more than a long report has, a few megabytes of shapes. */
const generation = 16_384;

/** All that hold words; a cache goes with the font that it is of. */
const caches = new Set<WeakRef<WordCache<unknown>>>();
let young = 0;

/** What was not asked for since the last time that all aged is forgotten. */
function age(): void {
  young = 0;
  for (const each of caches) {
    const cache = each.deref();
    if (cache === undefined) caches.delete(each);
    else cache.age();
  }
}

export class WordCache<T> {
  #young = new Map<string, T>();
  #old = new Map<string, T>();
  #isListed = false;

  get(word: string): T | undefined {
    const young = this.#young.get(word);
    if (young !== undefined) return young;
    const old = this.#old.get(word);
    if (old !== undefined) this.set(word, old);
    return old;
  }

  set(word: string, value: T): void {
    // The words that a snapshot is warmed with are nobody's.
    if (startupSnapshot.isBuildingSnapshot()) return;
    if (!this.#isListed) caches.add(new WeakRef<WordCache<unknown>>(this));
    this.#isListed = true;
    if (young >= generation) age();
    const before = this.#young.size;
    this.#young.set(word, value);
    young += this.#young.size - before;
  }

  /** Words in both generations. */
  get size(): number {
    return this.#young.size + this.#old.size;
  }

  age(): void {
    this.#old = this.#young;
    this.#young = new Map();
  }
}
