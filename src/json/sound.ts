/**
 * JSON that is as RFC 8259 wants it, read into the nodes of jsonc-parser. That parser makes all of its functions anew for each
 * text, which V8 then compiles again and again where documents are made by the hundred; it is for what is wrong.
 */
import type { Node } from 'jsonc-parser';

/** The value of a text with its places; null for a text that is not JSON. */
export function soundTree(text: string): Node | null {
  const reader = new Reader(text);
  const root = reader.value();
  return root !== null && reader.isDone() ? root : null;
}

const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
/** Up to a quotation mark, an escape, or what must be escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const plainForm = /[^"\\\u0000-\u001F]*/y;
const escapeForm = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;
const words = { true: true, false: false, null: null };

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isDone(): boolean {
    this.#skip();
    return this.#at === this.#text.length;
  }

  value(): Node | null {
    this.#skip();
    const sign = this.#text[this.#at];
    if (sign === '{') return this.#held('object', '}');
    if (sign === '[') return this.#held('array', ']');
    if (sign === '"') return this.#string();
    return sign === 't' || sign === 'f' || sign === 'n' ? this.#word() : this.#number();
  }

  #skip(): void {
    for (; this.#at < this.#text.length; this.#at += 1) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
    }
  }

  /** Whether a sign comes next; it is read then. */
  #takes(sign: string): boolean {
    this.#skip();
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #held(type: 'object' | 'array', end: string): Node | null {
    const offset = this.#at;
    this.#at += 1;
    const children: Node[] = [];
    if (!this.#takes(end)) {
      do {
        const child = type === 'object' ? this.#property() : this.value();
        if (child === null) return null;
        children.push(child);
      } while (this.#takes(','));
      if (!this.#takes(end)) return null;
    }
    return { type, offset, length: this.#at - offset, children };
  }

  #property(): Node | null {
    this.#skip();
    const offset = this.#at;
    const name = this.#text[offset] === '"' ? this.#string() : null;
    const value = name !== null && this.#takes(':') ? this.value() : null;
    if (name === null || value === null) return null;
    return { type: 'property', offset, length: this.#at - offset, children: [name, value] };
  }

  #string(): Node | null {
    const offset = this.#at;
    this.#at += 1;
    this.#takeForm(plainForm);
    let isPlain = true;
    for (; this.#text[this.#at] === '\\'; this.#takeForm(plainForm)) {
      isPlain = false;
      if (!this.#takeForm(escapeForm)) return null;
    }
    if (this.#text[this.#at] !== '"') return null;
    this.#at += 1;
    const value = isPlain ? this.#text.slice(offset + 1, this.#at - 1) : JSON.parse(this.#text.slice(offset, this.#at));
    return this.#leaf('string', offset, value);
  }

  #number(): Node | null {
    const offset = this.#at;
    if (!this.#takeForm(numberForm)) return null;
    return this.#leaf('number', offset, Number(this.#text.slice(offset, this.#at)));
  }

  #word(): Node | null {
    const offset = this.#at;
    for (const [word, value] of Object.entries(words))
      if (this.#text.startsWith(word, offset)) {
        this.#at += word.length;
        return this.#leaf(value === null ? 'null' : 'boolean', offset, value);
      }
    return null;
  }

  /** Whether a form begins here; it is read then. */
  #takeForm(form: RegExp): boolean {
    form.lastIndex = this.#at;
    if (!form.test(this.#text)) return false;
    this.#at = form.lastIndex;
    return true;
  }

  #leaf(type: Node['type'], offset: number, value: unknown): Node {
    return { type, offset, length: this.#at - offset, value };
  }
}
