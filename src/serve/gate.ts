/** How much the service takes in at a time: documents that are made, those that wait, and the bytes of bodies that it holds. */
import { Problem } from './problem.ts';

export interface GateLimits {
  readonly atOnce: number;
  readonly waiting: number;
  /** Of all bodies together. */
  readonly bytes: number;
}

/** Seconds until a client should ask again. */
const retryAfter = 5;

export class Gate {
  readonly #limits: GateLimits;
  readonly #waiting: (() => void)[] = [];
  #inside = 0;
  #bytes = 0;

  constructor(limits: GateLimits) {
    this.#limits = limits;
  }

  get inside(): number {
    return this.#inside;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Waits for a place, and gives what leaves it. Throws a `Problem` where too many wait, or the signal's reason where the client has
   * gone.
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#inside < this.#limits.atOnce) this.#inside += 1;
    else await this.#wait(signal);
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      const next = this.#waiting.shift();
      if (next === undefined) this.#inside -= 1;
      else next();
    };
  }

  #wait(signal: AbortSignal): Promise<void> {
    if (this.#waiting.length >= this.#limits.waiting) throw busy('So many wait already that this one is not taken.');
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(begin), 1);
        reject(signal.reason);
      };
      const begin = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.push(begin);
    });
  }

  /** Takes in bytes of a body. Throws a `Problem` where all bodies together have too many. */
  hold(bytes: number): void {
    if (this.#bytes + bytes > this.#limits.bytes) throw busy('Too many bodies are being read.');
    this.#bytes += bytes;
  }

  letGo(bytes: number): void {
    this.#bytes -= bytes;
  }
}

function busy(detail: string): Problem {
  return new Problem('too-busy', detail, { headers: { 'retry-after': String(retryAfter) } });
}
