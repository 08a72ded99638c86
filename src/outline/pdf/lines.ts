/** Where one line of text ends and another begins, and whether a word ends there too. */
import type { UnsettledNode } from '../settle.ts';

/** Where glyphs stand: a point on the baseline in the page's space, the direction of writing, the size of the type. */
export interface Position {
  readonly page: object;
  readonly x: number;
  readonly y: number;
  readonly along: readonly [number, number];
  readonly size: number;
  /** Whether the text there is read from right to left, by its mark. */
  readonly reversed: boolean;
}

/** Text that is painted on one line without a break. */
export interface Chunk {
  text: string;
  /** From the property list of the marked content, if it says. */
  readonly lang: string | null;
  readonly first: Position;
  /** Of the last piece of text that was shown. */
  last: Position;
}

/** Off the baseline by more than a raised figure is, or back against the direction of writing, as words from right to left are. */
export function startsLine(from: Position, to: Position): boolean {
  if (from.page !== to.page) return true;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const [along, across] = [from.along[0] * dx + from.along[1] * dy, from.along[0] * dy - from.along[1] * dx];
  const size = Math.max(from.size, to.size);
  const goesBack = from.reversed || to.reversed;
  return Math.abs(across) > size / 2 || (along < -size / 2 && !goesBack);
}

/** A hyphen, dash or slash after a word, a soft hyphen, a zero-width space: where a line may end within a word (UAX 14). */
const open = /(?:\S[-\u2010-\u2014/]|[\u00AD\u200B])$/;

/** Stands for a line end that may be a space or nothing, until the whole file is read. */
const unspoken = '\u2028';

/** How a file ends its lines. */
export interface LineEnds {
  spoken: number;
  unspoken: number;
}

/** Joins the lines of one block as they come. */
export class LineJoiner {
  readonly #ends: LineEnds;
  #last: Position | null = null;
  #tail = '';
  constructor(ends: LineEnds) {
    this.#ends = ends;
  }

  /** The chunk's text, with a mark before it if a line ends there without a word. */
  add(chunk: Chunk): string {
    const isBroken = this.#last !== null && startsLine(this.#last, chunk.first);
    this.#last = chunk.last;
    const mark = isBroken ? this.#markAfter(this.#tail) : '';
    this.#tail = (this.#tail + chunk.text).slice(-2);
    return mark + chunk.text;
  }

  #markAfter(tail: string): string {
    if (tail === '' || open.test(tail)) return '';
    const isSaid = /\s$/.test(tail);
    this.#ends[isSaid ? 'spoken' : 'unspoken'] += 1;
    return isSaid ? '' : unspoken;
  }
}

/**
 * Tagged files must say every space (ISO 32000-1, 14.8.2.5). A file that claims to be PDF/UA and says most of those at line
 * ends is taken at its word: where it says none, a long word is broken. In the others a line end is a space.
 */
export function settleLineEnds(parts: readonly UnsettledNode[], ends: LineEnds, claimsUa: boolean): UnsettledNode[] {
  const end = claimsUa && ends.spoken > 0 && ends.spoken >= ends.unspoken ? '' : ' ';
  return parts.map((part) => {
    if (part.role === 'text') return { ...part, text: part.text.replaceAll(unspoken, end) };
    return 'parts' in part ? { ...part, parts: settleLineEnds(part.parts, ends, claimsUa) } : part;
  });
}
