/** What is known of words, and forgotten when there are too many: those that were asked for last stay. */
import { startupSnapshot } from 'node:v8';

/** Words in each of two generations: more than a long report has, a few megabytes of shapes. */
const generation = 8192;

export class WordCache<T> {
  #young = new Map<string, T>();
  #old = new Map<string, T>();

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
    if (this.#young.size >= generation) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(word, value);
  }
}
