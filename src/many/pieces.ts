/**
 * A manifest in pieces, one for each record, while it is read: lines of JSON, items of a JSON list, rows of CSV. It is cut at bytes
 * that are ASCII in UTF-8, so that a piece in another encoding spoils none of the others. What is held is one piece.
 */

/** Bytes that one record may have: as many as any file of a table. */
export const recordLimit: number = 8 * 2 ** 20;

export interface Piece {
  readonly bytes: Uint8Array;
  /** Where it starts in the file, counted from 1; columns in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** It has more bytes than a record may have; they were read and let go. */
  readonly isTooLong: boolean;
}

/** What a byte does: starts no piece (within one, it is part of it), belongs to the piece, or ends it. */
export type Cutter = (byte: number) => 'skip' | 'keep' | 'end';

const [quote, comma, lineFeed, carriageReturn, backslash] = [0x22, 0x2c, 0x0a, 0x0d, 0x5c];
const [openList, closeList, openRecord, closeRecord] = [0x5b, 0x5d, 0x7b, 0x7d];
const isLineEnd = (byte: number): boolean => byte === lineFeed || byte === carriageReturn;
const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x09 || isLineEnd(byte);

/** Each line is a piece, blank ones too. */
export function lineCutter(): Cutter {
  return (byte) => (isLineEnd(byte) ? 'end' : 'keep');
}

/** Each row of CSV (RFC 4180): a line end within quotation marks is text. */
export function rowCutter(separator: number): Cutter {
  let at: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  return (byte) => {
    if (at === 'quoted') {
      if (byte === quote) at = 'closed';
      return 'keep';
    }
    // A mark after the one that closes: both are one mark of the text.
    if (byte === quote && at !== 'plain') at = 'quoted';
    else at = byte === separator || isLineEnd(byte) ? 'start' : 'plain';
    return isLineEnd(byte) ? 'end' : 'keep';
  };
}

/** Where a list of JSON is not one: told when all of it was read. */
export interface ItemCutter {
  readonly cut: Cutter;
  /** Whether the list was opened, and closed. */
  state(): 'before' | 'within' | 'after';
}

/** Each value of a JSON list, and what follows the list. The text of a file that is no list is one piece. */
export function itemCutter(): ItemCutter {
  let state: ReturnType<ItemCutter['state']> = 'before';
  let [depth, isText, isEscaped] = [0, false, false];
  let isBare = false;
  const cut: Cutter = (byte) => {
    if (isText) {
      if (!isEscaped && byte === quote) isText = false;
      isEscaped = !isEscaped && byte === backslash;
      return 'keep';
    }
    if (isBlank(byte) && depth === 0 && !isBare) return 'skip';
    if (state === 'before' && !isBare) {
      if (byte === openList) {
        state = 'within';
        return 'skip';
      }
      isBare = true;
    }
    if (state === 'within' && depth === 0 && (byte === comma || byte === closeList)) {
      if (byte === closeList) state = 'after';
      return 'end';
    }
    if (byte === quote) isText = true;
    if (byte === openList || byte === openRecord) depth += 1;
    if (byte === closeList || byte === closeRecord) depth -= 1;
    return 'keep';
  };
  return { cut, state: () => state };
}

export class Cutting {
  readonly #cut: Cutter;
  readonly #limit: number;
  #line = 1;
  #column = 1;
  #isAfterReturn = false;
  #start: Pick<Piece, 'line' | 'column'> | null = null;
  /** Parts of the piece from chunks before. */
  #held: Uint8Array[] = [];
  #size = 0;
  #read = 0;

  constructor(cut: Cutter, limit = recordLimit) {
    this.#cut = cut;
    this.#limit = limit;
  }

  /** The pieces that end in a chunk. */
  *feed(chunk: Uint8Array): Generator<Piece> {
    let from = -1;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      const step = this.#cut(byte);
      if (step === 'end') {
        if (from >= 0) this.#hold(chunk.subarray(from, at));
        from = -1;
        // The second half of one line end is none.
        if (!(byte === lineFeed && this.#isAfterReturn && this.#start === null)) yield this.#take();
      } else if (step === 'keep' || this.#start !== null) {
        this.#start ??= { line: this.#line, column: this.#column };
        if (from < 0) from = at;
      }
      this.#move(byte);
    }
    // A copy: who reads the file may use the memory of the chunk again.
    if (from >= 0) this.#hold(chunk.slice(from));
  }

  /** What is left at the end of the file; null for nothing. */
  end(): Piece | null {
    return this.#start === null ? null : this.#take();
  }

  /** Where the file was read to. */
  get place(): Pick<Piece, 'line' | 'column'> {
    return { line: this.#line, column: this.#column };
  }

  #hold(part: Uint8Array): void {
    this.#size += part.length;
    if (this.#size > this.#limit) this.#held = [];
    else this.#held.push(part);
  }

  #take(): Piece {
    const start = this.#start ?? this.place;
    const isTooLong = this.#size > this.#limit;
    const [only = new Uint8Array()] = this.#held;
    const bytes = this.#held.length > 1 ? Buffer.concat(this.#held) : only;
    this.#start = null;
    this.#held = [];
    this.#size = 0;
    return { bytes, ...start, isTooLong };
  }

  /** Bytes that were read. */
  get read(): number {
    return this.#read;
  }

  #move(byte: number): void {
    this.#read += 1;
    const wasReturn = this.#isAfterReturn;
    this.#isAfterReturn = byte === carriageReturn;
    if (byte === carriageReturn || (byte === lineFeed && !wasReturn)) {
      this.#line += 1;
      this.#column = 1;
    } else if (byte !== lineFeed) {
      // A letter of UTF-8 counts by its first byte: as two where it takes four.
      this.#column += byte >= 0xf0 ? 2 : (byte & 0xc0) === 0x80 ? 0 : 1;
    }
  }
}
