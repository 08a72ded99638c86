/** What follows the words of a link: `(address)`, or `(address "title")`, which we refuse but have to know (CommonMark 6.3). */

/** Where it ends, and whether it has a title. */
export interface LinkResource {
  readonly end: number;
  readonly isTitled: boolean;
}

const space = /[ \t\r\n]*/y;
const enclosed = /<(?:\\[<>\\]|[^<>\\\r\n]|\\(?![<>\\]))*>/y;
/** What of an address is no parenthesis, space or control character. */
const addressPart = /(?:\\[()\\]|[!-'*-[\]-~\u0080-\uFFFF]|\\(?![()\\]))*/y;
const quoted = /"(?:\\["\\]|[^"\\]|\\(?!["\\]))*"|'(?:\\['\\]|[^'\\]|\\(?!['\\]))*'/y;
const parenthesis = /\((?:\\[)\\]|[^)\\]|\\(?![)\\]))*\)/y;

/** Parentheses of an address inside of one another. */
const nestingLimit = 32;

/** The resources of a text. One reader reads all of a text, so that no part of it is gone through again and again. */
export class Resources {
  readonly #text: string;
  #parenthesisEnd = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The resource whose parenthesis opens at an offset; null if it is none. */
  at(open: number): LinkResource | null {
    const start = after(space, this.#text, open + 1) ?? open + 1;
    if (this.#text[start] === ')') return { end: start + 1, isTitled: false };
    const address = this.#text[start] === '<' ? after(enclosed, this.#text, start) : this.#address(start);
    if (address === null) return null;
    const between = after(space, this.#text, address) ?? address;
    // White space has to part them.
    const title = between === address ? null : this.#title(between);
    const end = title === null ? between : (after(space, this.#text, title) ?? title);
    if (this.#text[end] !== ')') return null;
    return { end: end + 1, isTitled: title !== null && title > between + 2 };
  }

  /** The end of an address; null for none. */
  #address(start: number): number | null {
    let depth = 0;
    for (let at = start; ; at += 1) {
      at = after(addressPart, this.#text, at) ?? at;
      const char = this.#text[at] ?? '';
      if (char === '(' && depth < nestingLimit) depth += 1;
      else if (char === ')' && depth > 0) depth -= 1;
      else return depth === 0 && /[) \t\r\n]/.test(char) ? at : null;
    }
  }

  #title(start: number): number | null {
    if (this.#text[start] !== '(') return after(quoted, this.#text, start);
    // Until the end that was found last there is no other, and no need to look again.
    if (start >= this.#parenthesisEnd)
      this.#parenthesisEnd = after(parenthesis, this.#text, start) ?? Number.POSITIVE_INFINITY;
    return Number.isFinite(this.#parenthesisEnd) ? this.#parenthesisEnd : null;
  }
}

/** Where what a sticky expression matches at an offset ends. */
function after(expression: RegExp, text: string, offset: number): number | null {
  expression.lastIndex = offset;
  return expression.test(text) ? expression.lastIndex : null;
}
