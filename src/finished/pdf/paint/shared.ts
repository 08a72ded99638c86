/** What the pages of a file share while they are read. */
import { type PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import type { Refused } from '../../../diagnostics.ts';
import { dictionaryAt } from '../objects.ts';
import { type Font, readFont } from './fonts.ts';
import type { Layers } from './layers.ts';
import type { SoftMask } from './paint.ts';

/** How much is read of a file, and what is thrown for one that asks for more. */
export interface Limit {
  /** Operators and character codes, dearer ones counted for more: forms can call forms that call forms. */
  readonly work: number;
  refuse(): Refused;
}

export class Shared {
  readonly #fonts = new Map<PDFDict, Font>();
  /** Soft masks that were read, each at its last place. */
  readonly masks = new Map<PDFDict, { readonly key: string; readonly mask: SoftMask }>();
  /** What is not printed; null where it is read all the same. */
  readonly layers: Layers | null;
  readonly #limit: Limit;
  #left: number;

  constructor(layers: Layers | null, limit: Limit) {
    this.layers = layers;
    this.#limit = limit;
    this.#left = limit.work;
  }

  readonly font = (dictionary: PDFDict): Font => {
    const font = this.#fonts.get(dictionary) ?? readFont(dictionary);
    this.#fonts.set(dictionary, font);
    return font;
  };

  spend(work: number): void {
    this.#left -= work;
    if (this.#left < 0) throw this.#limit.refuse();
  }
}

/** An entry that a page may have from its parents (7.7.3.4). */
export function inherited(page: PDFDict, key: string): PDFObject | undefined {
  let node: PDFDict | null = page;
  for (let depth = 0; node !== null && depth < 64; depth += 1) {
    const value = node.get(PDFName.of(key));
    if (value !== undefined) return value;
    node = dictionaryAt(node, 'Parent');
  }
  return undefined;
}
