/** Where one line of text ends and another begins, and whether a word ends there too. */

/** Where glyphs stand: a point on the baseline in the page's space, the direction of writing, the size of the type. */
export interface Spot {
  readonly page: object;
  readonly x: number;
  readonly y: number;
  readonly along: readonly [number, number];
  readonly size: number;
}

/** Text that is painted on one line without a break. */
export interface Chunk {
  text: string;
  /** From the property list of the marked content, if it says. */
  readonly lang: string | null;
  readonly first: Spot;
  /** Of the last piece of text that was shown. */
  last: Spot;
}

/** Off the baseline by more than a raised figure is, or back against the direction of writing. */
export function startsLine(from: Spot, to: Spot): boolean {
  if (from.page !== to.page) return true;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const [along, across] = [from.along[0] * dx + from.along[1] * dy, from.along[0] * dy - from.along[1] * dx];
  const size = Math.max(from.size, to.size);
  return Math.abs(across) > size / 2 || along < -size / 2;
}

/** A hyphen, dash or slash after a word, a soft hyphen, a zero-width space: where a line may end within a word (UAX 14). */
const open = /(?:\S[-\u2010-\u2014/]|[\u00AD\u200B\s])$/;

/**
 * Joins lines as they come. Tagged files must say every space (ISO 32000-1, 14.8.2.5), but many leave out those at the ends
 * of lines: there a line end is a space, but for where a line may end within a word.
 */
export class LineJoiner {
  #last: Spot | null = null;
  #tail = '';

  /** The chunk's text with the space before it that its file may have left out. */
  add(chunk: Chunk): string {
    const isBroken = this.#last !== null && startsLine(this.#last, chunk.first);
    const text = isBroken && this.#tail !== '' && !open.test(this.#tail) ? ` ${chunk.text}` : chunk.text;
    this.#last = chunk.last;
    this.#tail = (this.#tail + text).slice(-2);
    return text;
  }
}
