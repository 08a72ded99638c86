/** A line of a text with how far it has been read. Tabs reach to the next of the columns that are multiples of four. */
export class TextLine {
  readonly #text: string;
  readonly #start: number;
  #at = 0;
  #column = 0;

  /** `start` is its offset in the text. */
  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
  }

  /** Where what has not been read yet begins, in the text. */
  get offset(): number {
    return this.#start + this.#at;
  }

  /** Where its last character but white space ends, in the text. */
  get end(): number {
    let end = this.#text.length;
    while (end > this.#at && isSpace(this.#text[end - 1])) end -= 1;
    return this.#start + end;
  }

  get isBlank(): boolean {
    return this.end === this.offset;
  }

  get isIndented(): boolean {
    return isSpace(this.#text[this.#at]);
  }

  /** Reads white space, of at most so many columns; says how many it was. */
  skip(most = Number.POSITIVE_INFINITY): number {
    let columns = 0;
    for (; columns < most && this.isIndented; columns += 1) {
      this.#column += 1;
      if (this.#text[this.#at] === ' ' || this.#column % 4 === 0) this.#at += 1;
    }
    return columns;
  }

  /** Reads what a sticky expression matches. */
  take(expression: RegExp): string | null {
    expression.lastIndex = this.#at;
    const taken = expression.exec(this.#text)?.[0] ?? null;
    this.#at += taken?.length ?? 0;
    this.#column += taken?.length ?? 0;
    return taken;
  }

  /** Reads on only if what is read is of use. */
  attempt<T>(read: () => T | null): T | null {
    const [at, column] = [this.#at, this.#column];
    const result = read();
    if (result === null) [this.#at, this.#column] = [at, column];
    return result;
  }
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}
