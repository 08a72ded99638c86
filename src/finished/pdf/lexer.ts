/** Reads content streams and CMaps, which share one syntax (ISO 32000-1, 7.2, 7.3, 7.8.2 and 9.7.5.4). */
import { guardDepth } from '../depth.ts';

/** Names are strings, strings are bytes. */
export type PdfValue =
  | number
  | string
  | boolean
  | null
  | Uint8Array
  | readonly PdfValue[]
  | ReadonlyMap<string, PdfValue>;

const white = 1;
const delimiter = 2;
const classes = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) classes[byte] = white;
for (const char of '()<>[]{}/%') classes[char.charCodeAt(0)] = delimiter;

const code = (char: string): number => char.charCodeAt(0);
const [slash, open, close, less, greater, percent] = [code('/'), code('('), code(')'), code('<'), code('>'), code('%')];
const [bracket, endBracket, backslash] = [code('['), code(']'), code('\\')];

/** Marks the end of an array, of a dictionary, of the input. */
class End {
  readonly of: string;
  constructor(of: string) {
    this.of = of;
  }
}
class Operator {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
const ends = { array: new End(']'), dictionary: new End('>>'), input: new End('') };

/** No operator has as many operands; what a hostile stream heaps up beyond them is dropped. */
const mostOperands = 100_000;

/**
 * Yields each operator with the operands before it. Faulty bytes are stepped over: a reader shows what can be read.
 * The last operand of ID is the bytes of an inline image.
 */
export function* operations(bytes: Uint8Array): Generator<readonly [operator: string, operands: readonly PdfValue[]]> {
  const lexer = new Lexer(bytes);
  let operands: PdfValue[] = [];
  for (let token = lexer.next(); token !== ends.input; token = lexer.next()) {
    if (token instanceof End) continue;
    if (!(token instanceof Operator)) {
      if (operands.length < mostOperands) operands.push(token);
      continue;
    }
    if (token.name === 'ID') operands.push(lexer.inlineImage());
    yield [token.name, operands];
    operands = [];
  }
}

class Lexer {
  readonly #bytes: Uint8Array;
  #at = 0;
  #depth = 0;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): PdfValue | Operator | End {
    this.#skipWhite();
    const byte = this.#bytes[this.#at];
    if (byte === undefined) return ends.input;
    this.#at += 1;
    switch (byte) {
      case slash:
        return decodeName(this.#word(this.#at));
      case open:
        return this.#literal();
      case less:
        if (this.#bytes[this.#at] !== less) return this.#hex();
        this.#at += 1;
        return this.#dictionary();
      case bracket:
        return this.#values(ends.array);
      case endBracket:
        return ends.array;
      case greater:
        if (this.#bytes[this.#at] === greater) this.#at += 1;
        return ends.dictionary;
    }
    // A brace of a CMap's procedure or a stray bracket: nothing that text needs.
    if (classes[byte] === delimiter) return null;
    return wordValue(this.#word(this.#at - 1));
  }

  /** The samples of an inline image: up to an EI between white space. */
  inlineImage(): Uint8Array {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    for (this.#at += 1; this.#at < bytes.length; this.#at += 1) {
      const isEnd =
        bytes[this.#at] === code('E') &&
        bytes[this.#at + 1] === code('I') &&
        classes[bytes[this.#at - 1] ?? 0] === white &&
        classes[bytes[this.#at + 2] ?? 0] === white;
      if (isEnd) break;
    }
    return bytes.subarray(start, this.#at);
  }

  #skipWhite(): void {
    const bytes = this.#bytes;
    for (; this.#at < bytes.length; this.#at += 1) {
      const byte = bytes[this.#at] as number;
      if (byte === percent) {
        while (this.#at < bytes.length && bytes[this.#at] !== 10 && bytes[this.#at] !== 13) this.#at += 1;
      } else if (classes[byte] !== white) {
        return;
      }
    }
  }

  #word(start: number): string {
    const bytes = this.#bytes;
    let end = start;
    while (end < bytes.length && classes[bytes[end] as number] === 0) end += 1;
    this.#at = end;
    return latin(bytes, start, end);
  }

  #values(end: End): PdfValue[] {
    const values: PdfValue[] = [];
    this.#depth += 1;
    guardDepth(this.#depth);
    for (let token = this.next(); token !== end && token !== ends.input; token = this.next()) {
      if (!(token instanceof End || token instanceof Operator)) values.push(token);
    }
    this.#depth -= 1;
    return values;
  }

  #dictionary(): ReadonlyMap<string, PdfValue> {
    const values = this.#values(ends.dictionary);
    const entries = new Map<string, PdfValue>();
    for (let index = 0; index + 1 < values.length; index += 2) {
      const key = values[index];
      if (typeof key === 'string') entries.set(key, values[index + 1] ?? null);
    }
    return entries;
  }

  #hex(): Uint8Array {
    const digits: number[] = [];
    for (; this.#at < this.#bytes.length; this.#at += 1) {
      const byte = this.#bytes[this.#at] as number;
      if (byte === greater) break;
      const digit = Number.parseInt(String.fromCharCode(byte), 16);
      if (!Number.isNaN(digit)) digits.push(digit);
    }
    this.#at += 1;
    if (digits.length % 2 === 1) digits.push(0);
    return Uint8Array.from(
      { length: digits.length / 2 },
      (_, at) => (digits[2 * at] ?? 0) * 16 + (digits[2 * at + 1] ?? 0),
    );
  }

  #literal(): Uint8Array {
    const found: number[] = [];
    let depth = 1;
    for (; this.#at < this.#bytes.length; this.#at += 1) {
      const byte = this.#bytes[this.#at] as number;
      if (byte === backslash) {
        found.push(...this.#escape());
        continue;
      }
      if (byte === open) depth += 1;
      if (byte === close) depth -= 1;
      if (depth === 0) break;
      found.push(byte);
    }
    this.#at += 1;
    return Uint8Array.from(found);
  }

  /** The bytes that an escape stands for; leaves the position on its last byte. */
  #escape(): number[] {
    this.#at += 1;
    const byte = this.#bytes[this.#at];
    if (byte === undefined) return [];
    const octal = /^[0-7]{1,3}/.exec(latin(this.#bytes, this.#at, this.#at + 3))?.[0];
    if (octal !== undefined) {
      this.#at += octal.length - 1;
      return [Number.parseInt(octal, 8) & 0xff];
    }
    if (byte === 13 && this.#bytes[this.#at + 1] === 10) this.#at += 1;
    if (byte === 13 || byte === 10) return [];
    return [escapes[String.fromCharCode(byte)] ?? byte];
  }
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(end, bytes.length) - start).toString('latin1');
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function decodeName(raw: string): string {
  return raw.includes('#')
    ? raw.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : raw;
}

function wordValue(word: string): PdfValue | Operator {
  const number = Number(word);
  if (word !== '' && !Number.isNaN(number)) return number;
  // Some producers write numbers such as "--1" or "1.-2"; a number all the same.
  if (/^[+-]?[\d.]/.test(word)) return Number.parseFloat(word) || 0;
  if (word === 'true' || word === 'false') return word === 'true';
  return word === 'null' ? null : new Operator(word);
}
