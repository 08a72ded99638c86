/** What was answered to requests with an `Idempotency-Key`, so that one that is sent again gets the same. */
import { createHash } from 'node:crypto';
import { Problem } from './problem.ts';

/** An answer that may be given more than once. */
export interface SentAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

interface Known {
  readonly request: string;
  readonly answer: Promise<SentAnswer>;
  size: number;
}

const keptAtMost = { answers: 1000, bytes: 64 * 2 ** 20 };

export class Keys {
  /** The oldest first. */
  readonly #known = new Map<string, Known>();
  #bytes = 0;

  /**
   * The answer to a request: the one that its key has, or else a new one. One that throws is not kept. Throws a `Problem` for a key
   * that another request has.
   */
  async answer(key: string | null, request: Uint8Array, make: () => Promise<SentAnswer>): Promise<SentAnswer> {
    if (key === null) return make();
    if (!/^[\x21-\x7e]{1,255}$/.test(key))
      throw new Problem('bad-request', 'Idempotency-Key has 1 to 255 visible ASCII characters.');
    const hash = createHash('sha256').update(request).digest('hex');
    const known = this.#known.get(key);
    if (known !== undefined) {
      if (known.request === hash) return known.answer.catch(() => this.answer(key, request, make));
      throw new Problem('key-reused', 'Send each request with a key of its own.');
    }
    const added: Known = { request: hash, answer: make(), size: 0 };
    this.#known.set(key, added);
    try {
      const answer = await added.answer;
      added.size = answer.body.byteLength;
      this.#bytes += added.size;
      this.#trim();
      return answer;
    } catch (error) {
      this.#known.delete(key);
      throw error;
    }
  }

  #trim(): void {
    for (const [key, { size }] of this.#known) {
      if (this.#known.size <= keptAtMost.answers && this.#bytes <= keptAtMost.bytes) return;
      // One that is still being made has no size yet.
      if (size === 0) continue;
      this.#known.delete(key);
      this.#bytes -= size;
    }
  }
}
