/** What takes time to make and is asked for again and again: kept while there is room. */
import { startupSnapshot } from 'node:v8';

export class Kept<T> {
  /**
   * The oldest first. What is asked for is marked, and stays for another round when its turn to go comes: nearly as good as to know
   * the order in which things were asked for, and a mark costs next to nothing.
   */
  readonly #all = new Map<string, { readonly value: T; readonly weight: number; asked: boolean }>();
  readonly #most: number;
  readonly #weigh: (value: T) => number;
  #held = 0;

  /** @param most of the weight of keys and values together: letters or bytes, as values are weighed */
  constructor(most: number, weigh: (value: T) => number) {
    this.#most = most;
    this.#weigh = weigh;
  }

  /** The value of a key, made if it is not there. */
  get(key: string, make: () => T): T {
    const known = this.find(key);
    if (known !== undefined) return known;
    const value = make();
    this.keep(key, value);
    return value;
  }

  find(key: string): T | undefined {
    const known = this.#all.get(key);
    if (known === undefined) return undefined;
    known.asked = true;
    return known.value;
  }

  keep(key: string, value: T): void {
    const weight = key.length + this.#weigh(value);
    // What a snapshot is warmed with is nobody's.
    if (startupSnapshot.isBuildingSnapshot() || weight > this.#most) return;
    this.#all.set(key, { value, weight, asked: false });
    this.#held += weight;
    for (const [oldest, entry] of this.#all) {
      if (this.#held <= this.#most) return;
      this.#all.delete(oldest);
      if (entry.asked) {
        entry.asked = false;
        this.#all.set(oldest, entry);
      } else this.#held -= entry.weight;
    }
  }
}
