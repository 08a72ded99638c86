/** Small things on text that several rooms need. Runs in a browser too. */

/** Says of one character whether it is meant: an expression for one, or a set of them. */
type CharacterTest = Pick<RegExp, 'test'>;

/**
 * The characters that an expression for one of them matches. What it says of a character is kept, with that of its neighbours: V8 makes
 * expressions of Unicode's properties anew in each process, and each takes as long as some paragraphs take to set.
 */
export class CharacterSet implements CharacterTest {
  readonly #expression: RegExp;
  /** For 256 code units each that begin alike: 1 where it matches. */
  readonly #blocks: (Uint8Array | undefined)[] = [];

  constructor(expression: RegExp) {
    this.#expression = expression;
  }

  test(character: string): boolean {
    if (character.length !== 1) return this.#expression.test(character);
    const unit = character.charCodeAt(0);
    this.#blocks[unit >> 8] ??= Uint8Array.from({ length: 256 }, (_, low) =>
      this.#expression.test(String.fromCharCode((unit & 0xff00) | low)) ? 1 : 0,
    );
    return this.#blocks[unit >> 8]?.[unit & 0xff] === 1;
  }
}

/** How long the characters are that begin a text and that a sign matches. */
export function leading(text: string, sign: CharacterTest): number {
  let end = 0;
  while (end < text.length) {
    const next = end + (isPair(text, end) ? 2 : 1);
    if (!sign.test(text.slice(end, next))) break;
    end = next;
  }
  return end;
}

/**
 * Where the characters begin that end a text and that a sign matches; the length where none does. Read from behind: an expression
 * that is anchored there alone is tried at each place before it (CWE-1333).
 */
export function trailing(text: string, sign: CharacterTest): number {
  let end = text.length;
  while (end > 0) {
    const start = end - (end > 1 && isTrail(text.charCodeAt(end - 1)) ? 2 : 1);
    if (!sign.test(text.slice(start, end))) break;
    end = start;
  }
  return end;
}

/**
 * The matches of an expression with the flag `g`, one after another. As `String.matchAll`, which makes the expression anew at each
 * call: V8 has to read it again in each process, and its machine code is not in the snapshot that a process begins from.
 */
export function* matchesIn(text: string, expression: RegExp): Generator<RegExpExecArray> {
  if (!expression.global) throw new TypeError(`${expression} has no flag g`);
  let at = 0;
  while (at <= text.length) {
    expression.lastIndex = at;
    const found = expression.exec(text);
    if (found === null) return;
    at = expression.lastIndex;
    if (found[0] === '') at += isPair(text, at) ? 2 : 1;
    yield found;
  }
}

/** Whether a character begins at a place that is two code units. */
function isPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && isTrail(text.charCodeAt(at + 1));
}

function isTrail(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** A text for a message, of at most so many code units: what is longer ends in dots, and in a whole character before them. */
export function shortened(text: string, most: number): string {
  return text.length > most
    ? `${text
        .slice(0, most - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`
    : text;
}

/** A space at which no line ends. */
export const noBreak = '\u00A0';

/** A line that looks like an item of a list, whatever it stands in. */
export const bulletedLine = /^[•●▪◦‣⁃■□➢➤*]\s/u;

/** The sentences of a text, as blanks behind full stops, question and exclamation marks part them: abbreviations part them too. */
export function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.!?…])\s+/);
}

/** Text between tags of XML and in attributes with double quotes (XML 1.0, 2.4). */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
