/** What the pages of a file share while they are read. */
import { type PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { refusal } from '../../../diagnostics.ts';
import { dictionaryAt } from '../objects.ts';
import { type Font, readFont } from './fonts.ts';
import { Layers } from './layers.ts';

export class Shared {
  readonly #fonts = new Map<PDFDict, Font>();
  readonly layers: Layers;
  /** Operators and character codes that may still be read, dearer ones for more: forms can call forms that call forms. */
  #left = 5_000_000;

  constructor(catalog: PDFDict) {
    this.layers = new Layers(catalog);
  }

  readonly font = (dictionary: PDFDict): Font => {
    const font = this.#fonts.get(dictionary) ?? readFont(dictionary);
    this.#fonts.set(dictionary, font);
    return font;
  };

  spend(work: number): void {
    this.#left -= work;
    if (this.#left >= 0) return;
    const hint = 'Split the file, or save drawings of so many lines as images of pixels.';
    throw refusal(
      'preflight-too-large',
      null,
      'The file has more than 5 million drawing operators, which is the limit.',
      hint,
    );
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
