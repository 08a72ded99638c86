/**
 * Interprets content streams (ISO 32000-1, 7.8, 8, 9 and 14.6): the graphics state, where text stands, what content is
 * marked, and forms. What is made of it is for those that extend this: paints for the press, words for the outline.
 */
import { type PDFDict, PDFRawStream, type PDFStream } from '@cantoo/pdf-lib';
import { operations, type PdfValue } from '../lexer.ts';
import { dictionaryAt, lookup, nameAt } from '../objects.ts';
import { identity, multiply } from './geometry.ts';
import { type Mark, propertiesOf, unmarked } from './marks.ts';
import type { Shared } from './shared.ts';
import { changed, type State, textState } from './state.ts';
import { type ShownText, TextReader } from './texts.ts';
import { matrixAt, matrixOf, number } from './values.ts';

/** Forms in forms, patterns in patterns, at most. */
export const deepest = 16;

/** Streams of a page's contents are read as one with white space between (7.8.2). */
const newline = Uint8Array.of(10);

export abstract class Interpreter {
  protected readonly shared: Shared;
  /** Forms around what is read. */
  protected readonly depth: number;
  protected state: State;
  #saved: State[] = [];
  readonly #text = new TextReader();
  /** Marked content that is open, the innermost last, within what is open around a form. */
  readonly #marks: Mark[] = [];
  readonly #around: Mark;

  protected constructor(shared: Shared, state: State, depth: number, around: Mark = unmarked) {
    [this.shared, this.state, this.depth, this.#around] = [shared, state, depth, around];
  }

  /** The streams of a page, or of a form. */
  readAll(streams: readonly PDFStream[], resources: PDFDict | null): void {
    const parts = streams.map((stream) => this.unpack(stream));
    this.#read(Buffer.concat(parts.flatMap((part) => (part === null ? [] : [part, newline]))), resources);
  }

  /** The bytes of a stream; null if they cannot be read. */
  protected abstract unpack(stream: PDFStream): Uint8Array | null;

  /** What an operator paints, or paints with, that is no text; false for another operator. */
  protected abstract paint(operator: string, operands: readonly PdfValue[], resources: PDFDict | null): boolean;
  protected abstract show(run: ShownText): void;
  /** An XObject: a form or a picture. */
  protected abstract paintObject(object: PDFRawStream, resources: PDFDict | null): void;
  /** What an operator names, and the resources do not have. */
  protected missing(_kind: string, _name: PdfValue | undefined): void {}
  /** After the end of marked content, in what is open around it. */
  protected closed(_mark: Mark): void {}

  /** The innermost marked content; what it does not say itself is said by what it stands in. */
  protected get mark(): Mark {
    return this.#marks.at(-1) ?? this.#around;
  }

  /** Where the next glyph is to stand. */
  protected get place() {
    return multiply(this.#text.matrix, this.state.matrix);
  }

  #read(bytes: Uint8Array, resources: PDFDict | null): void {
    // A stream costs work before its first operator, each time that it is painted.
    this.shared.spend(bytes.length / 64);
    for (const [operator, operands] of operations(bytes)) {
      this.shared.spend(1);
      if (this.paint(operator, operands, resources) || this.#textOperator(operator, operands, resources)) continue;
      this.#otherOperator(operator, operands, resources);
    }
  }

  #textOperator(operator: string, operands: readonly PdfValue[], resources: PDFDict | null): boolean {
    const first = number(operands[0]);
    const state = textState(this.state, operator, first);
    if (state !== null) {
      this.state = state;
      return true;
    }
    switch (operator) {
      case 'BT':
        this.#text.begin();
        return true;
      case 'Tm':
        this.#text.set(operands);
        return true;
      case 'TD':
        this.state = { ...this.state, leading: -number(operands[1]) };
        this.#text.move(first, number(operands[1]));
        return true;
      case 'Td':
        this.#text.move(first, number(operands[1]));
        return true;
      case 'T*':
        this.#text.move(0, -this.state.leading);
        return true;
      case 'Tf':
        this.#setFont(operands, resources);
        return true;
      case '"':
        this.state = { ...this.state, wordSpace: first, charSpace: number(operands[1]) };
        this.#text.move(0, -this.state.leading);
        return this.#show(operands.slice(-1));
      case "'":
        this.#text.move(0, -this.state.leading);
        return this.#show(operands);
      case 'Tj':
        return this.#show(operands);
      case 'TJ':
        return this.#show(Array.isArray(operands[0]) ? operands[0] : []);
      default:
        return false;
    }
  }

  #show(pieces: readonly PdfValue[]): true {
    const before = this.#text.codes;
    const run = this.#text.show(pieces, this.state, this.mark.reversed);
    this.shared.spend(this.#text.codes - before);
    this.show(run);
    return true;
  }

  #setFont([name, size]: readonly PdfValue[], resources: PDFDict | null): void {
    const fonts = resources && dictionaryAt(resources, 'Font');
    const font = fonts && typeof name === 'string' ? dictionaryAt(fonts, name) : null;
    if (font === null) this.missing('font', name);
    this.state = { ...this.state, font: font && this.shared.font(font), size: number(size) };
  }

  #otherOperator(operator: string, operands: readonly PdfValue[], resources: PDFDict | null): void {
    const [first] = operands;
    switch (operator) {
      case 'q':
        this.#saved.push(this.state);
        break;
      case 'Q':
        this.state = this.#saved.pop() ?? this.state;
        break;
      case 'cm':
        this.state = { ...this.state, matrix: multiply(matrixOf(operands), this.state.matrix) };
        break;
      case 'gs': {
        const change = named(first, 'ExtGState', resources);
        const dictionary = change && dictionaryAt(change.owner, change.name);
        if (dictionary) this.setState(dictionary, resources);
        else this.missing('graphics state', first);
        break;
      }
      case 'Do': {
        this.shared.spend(20);
        const found = named(first, 'XObject', resources);
        const object = found && lookup(found.owner, found.name);
        if (object instanceof PDFRawStream) this.paintObject(object, resources);
        else this.missing('drawing or picture', first);
        break;
      }
      case 'BMC':
      case 'BDC':
        this.#open(operands, operator === 'BDC', resources);
        break;
      case 'EMC': {
        const mark = this.#marks.pop();
        if (mark !== undefined) this.closed(mark);
        break;
      }
    }
  }

  /** The state after `gs`. */
  protected setState(change: PDFDict, _resources: PDFDict | null): void {
    this.state = changed(this.state, change, this.shared.font);
  }

  #open(operands: readonly PdfValue[], hasProperties: boolean, resources: PDFDict | null): void {
    const around = this.mark;
    const own = propertiesOf(operands[1], resources);
    this.#marks.push({
      // The identifiers in a form that a page paints are the form's, not the page's.
      mcid: (this.depth === 0 ? own.mcid : null) ?? around.mcid,
      lang: own.lang ?? around.lang,
      actual: around.actual ?? (own.actual === null ? null : { text: own.actual, isRead: false }),
      reversed: around.reversed || operands[0] === 'ReversedChars',
      hidden: around.hidden || (hasProperties && this.shared.layers?.hides(operands, resources) === true),
    });
  }

  /** A form in an interpreter of its own, which gets the state at the time with the form's matrix. */
  protected readForm(form: PDFStream, resources: PDFDict | null, state: State, inner: (state: State) => Interpreter) {
    if (this.depth >= deepest) return;
    const matrix = multiply(matrixAt(form.dict, 'Matrix') ?? identity, state.matrix);
    inner({ ...state, matrix }).readAll([form], dictionaryAt(form.dict, 'Resources') ?? resources);
  }
}

export const isForm = (object: PDFRawStream): boolean => nameAt(object.dict, 'Subtype') === 'Form';

/** A resource that an operator names. */
function named(name: PdfValue | undefined, kind: string, resources: PDFDict | null) {
  const owner = resources && dictionaryAt(resources, kind);
  return owner !== null && typeof name === 'string' ? { owner, name } : null;
}
