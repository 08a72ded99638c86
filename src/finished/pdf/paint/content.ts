/** Reads what a page paints out of its content streams (ISO 32000-1, 7.8, 8 and 9), forms and patterns included. */
import { PDFDict, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import { operations, type Value } from '../lexer.ts';
import { dictionaryAt, dictionaryOf, lookup, nameAt } from '../objects.ts';
import { type Colour, partsOf } from './colour.ts';
import { type Box, cornersOf, identity, type Matrix, map, mapBox, multiply } from './geometry.ts';
import { imageOf, inlineImage } from './images.ts';
import type { Paint } from './paint.ts';
import { Painter } from './painter.ts';
import { PathBuilder, pathOfPoints } from './path.ts';
import { choose, penFor, shadingColour } from './pens.ts';
import { inherited, type Shared } from './shared.ts';
import { changed, firstState, type State, textState } from './state.ts';
import { bytesOf } from './streams.ts';
import { TextReader } from './texts.ts';
import { boxOf, matrixAt, matrixOf, number, numbers } from './values.ts';

/** Forms in forms, patterns in patterns, at most. */
const deepest = 16;

export interface PageContent {
  readonly paints: readonly Paint[];
  /** What cells of tilings and soft masks paint: seen, but not at these places. */
  readonly inner: readonly Paint[];
  /** How many streams could not be unpacked. */
  readonly damaged: number;
}

/** @param matrix from the page's own space to points as it is seen */
export function readContent(
  page: PDFDict,
  streams: readonly PDFStream[],
  matrix: Matrix,
  media: Box,
  shared: Shared,
): PageContent {
  const found = { paints: [] as Paint[], inner: [] as Paint[], damaged: 0 };
  const reader = new ContentReader(found, found.paints, firstState(matrix, media), shared, 0);
  const resources = dictionaryOf(page.context.lookup(inherited(page, 'Resources')));
  const parts = streams.map(bytesOf);
  found.damaged += parts.filter((part) => part === null).length;
  reader.read(Buffer.concat(parts.flatMap((part) => (part === null ? [] : [part, newline]))), resources);
  return found;
}

const newline = Uint8Array.of(10);

type Found = { paints: Paint[]; inner: Paint[]; damaged: number };

class ContentReader {
  readonly #found: Found;
  readonly #shared: Shared;
  readonly #depth: number;
  readonly #painter: Painter;
  readonly #path = new PathBuilder();
  readonly #text = new TextReader();
  readonly #first: State;
  #state: State;
  #saved: State[] = [];
  /** Whether each marked content that is open belongs to a layer that is switched off, and how many do. */
  readonly #hidden: boolean[] = [];
  #hiding = 0;
  #pendingClip: 'W' | 'W*' | null = null;

  constructor(found: Found, into: Paint[], state: State, shared: Shared, depth: number) {
    [this.#found, this.#shared, this.#depth] = [found, shared, depth];
    this.#painter = new Painter(into);
    this.#state = this.#first = state;
  }

  read(bytes: Uint8Array, resources: PDFDict | null): void {
    // A stream costs work before its first operator, each time that it is painted.
    this.#shared.spend(bytes.length / 64);
    for (const [operator, operands] of operations(bytes)) {
      this.#shared.spend(1);
      const pen = penFor(operator);
      if (pen !== null) {
        const cell = (pattern: PDFStream) => this.#cell(pattern, resources);
        this.#state = { ...this.#state, [pen]: choose(this.#state[pen], operator, operands, resources, cell) };
      } else if (!this.#pathOperator(operator, operands) && !this.#textOperator(operator, operands, resources)) {
        this.#otherOperator(operator, operands, resources);
      }
    }
  }

  get #isHidden(): boolean {
    return this.#hiding > 0;
  }

  #pathOperator(operator: string, operands: readonly Value[]): boolean {
    if (this.#path.extend(operator, numbers(operands), this.#state.matrix)) return true;
    if (operator === 'W' || operator === 'W*') {
      this.#pendingClip = operator;
      return true;
    }
    if (!/^(?:[fFBb]\*?|[Ssn])$/.test(operator)) return false;
    if (/[bs]/.test(operator)) this.#path.close();
    const path = this.#path.take(operator.endsWith('*'));
    if (path.segments.length === 0 || this.#isHidden) return this.#clipTo(path.segments.length > 0 ? path : null);
    this.#shared.spend(4);
    if (/[fFBb]/.test(operator)) this.#painter.area(path, this.#state);
    if (/[BbSs]/.test(operator)) this.#painter.stroke(path, this.#state);
    return this.#clipTo(path);
  }

  #clipTo(path: ReturnType<PathBuilder['take']> | null): true {
    if (this.#pendingClip !== null && path !== null) {
      const evenOdd = this.#pendingClip === 'W*';
      this.#state = this.#painter.clip({ ...path, evenOdd }, this.#state);
    }
    this.#pendingClip = null;
    return true;
  }

  #textOperator(operator: string, operands: readonly Value[], resources: PDFDict | null): boolean {
    const first = number(operands[0]);
    const state = textState(this.#state, operator, first);
    if (state !== null) {
      this.#state = state;
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
        this.#state = { ...this.#state, leading: -number(operands[1]) };
        this.#text.move(first, number(operands[1]));
        return true;
      case 'Td':
        this.#text.move(first, number(operands[1]));
        return true;
      case 'T*':
        this.#text.move(0, -this.#state.leading);
        return true;
      case 'Tf':
        this.#setFont(operands, resources);
        return true;
      case '"':
        this.#state = { ...this.#state, wordSpace: first, charSpace: number(operands[1]) };
        this.#text.move(0, -this.#state.leading);
        return this.#show(operands.slice(-1));
      case "'":
        this.#text.move(0, -this.#state.leading);
        return this.#show(operands);
      case 'Tj':
        return this.#show(operands);
      case 'TJ':
        return this.#show(Array.isArray(operands[0]) ? operands[0] : []);
      default:
        return false;
    }
  }

  #show(pieces: readonly Value[]): true {
    const before = this.#text.codes;
    const text = this.#text.show(pieces, this.#state);
    this.#shared.spend(this.#text.codes - before);
    if (text !== null && !this.#isHidden) this.#painter.add(text);
    return true;
  }

  #setFont([name, size]: readonly Value[], resources: PDFDict | null): void {
    const fonts = resources && dictionaryAt(resources, 'Font');
    const font = fonts && typeof name === 'string' ? dictionaryAt(fonts, name) : null;
    this.#state = { ...this.#state, font: font && this.#shared.font(font), size: number(size) };
  }

  #otherOperator(operator: string, operands: readonly Value[], resources: PDFDict | null): void {
    const [first] = operands;
    switch (operator) {
      case 'q':
        this.#saved.push(this.#state);
        break;
      case 'Q':
        this.#state = this.#saved.pop() ?? this.#state;
        break;
      case 'cm':
        this.#state = { ...this.#state, matrix: multiply(matrixOf(operands), this.#state.matrix) };
        break;
      case 'w':
        this.#state = { ...this.#state, lineWidth: number(first) };
        break;
      case 'd':
        this.#state = { ...this.#state, dash: Array.isArray(first) ? numbers(first) : [] };
        break;
      case 'gs':
        this.#setState(first, resources);
        break;
      case 'sh':
        this.#shade(first, resources);
        break;
      case 'Do':
        this.#do(first, resources);
        break;
      case 'ID': {
        const image = inlineImage(operands, resources);
        if (image !== null && !this.#isHidden) this.#painter.picture(image, this.#state);
        break;
      }
      case 'BMC':
      case 'BDC': {
        const hides = operator === 'BDC' && this.#shared.layers.hides(operands, resources);
        this.#hidden.push(hides);
        if (hides) this.#hiding += 1;
        break;
      }
      case 'EMC':
        if (this.#hidden.pop() === true) this.#hiding -= 1;
        break;
    }
  }

  #setState(name: Value | undefined, resources: PDFDict | null): void {
    const states = resources && dictionaryAt(resources, 'ExtGState');
    const change = states && typeof name === 'string' ? dictionaryAt(states, name) : null;
    if (change === null) return;
    this.#state = changed(this.#state, change, this.#shared.font);
    const mask = lookup(change, 'SMask');
    const group = mask instanceof PDFDict ? lookup(mask, 'G') : undefined;
    if (group instanceof PDFStream) this.#apart(group, this.#state, resources);
  }

  #shade(name: Value | undefined, resources: PDFDict | null): void {
    const shadings = resources && dictionaryAt(resources, 'Shading');
    const shading = shadings && typeof name === 'string' ? lookup(shadings, name) : undefined;
    if (shading === undefined || shading === null || this.#isHidden) return;
    const colour = shadingColour(shading, resources);
    const path = pathOfPoints(cornersOf(this.#state.clipBox));
    this.#painter.area(path, { ...this.#state, fill: { ...this.#state.fill, colour } });
  }

  #do(name: Value | undefined, resources: PDFDict | null): void {
    this.#shared.spend(20);
    const objects = resources && dictionaryAt(resources, 'XObject');
    const object = objects && typeof name === 'string' ? lookup(objects, name) : undefined;
    if (!(object instanceof PDFRawStream) || this.#isHidden || this.#shared.layers.isOff(object.dict)) return;
    if (nameAt(object.dict, 'Subtype') === 'Form') {
      this.#form(object, this.#painter.into, this.#state, resources);
      return;
    }
    const image = imageOf(object, resources);
    if (image !== null) this.#painter.picture(image, this.#state);
  }

  /** A form is painted within its box, and a group as one, with the opacity and blending at the time (11.6.6). */
  #form(form: PDFStream, into: Paint[], state: State, resources: PDFDict | null): void {
    if (this.#depth >= deepest) return;
    const bytes = bytesOf(form);
    if (bytes === null) this.#found.damaged += 1;
    if (bytes === null) return;
    const matrix = multiply(matrixAt(form.dict, 'Matrix') ?? identity, state.matrix);
    const box = boxOf(lookup(form.dict, 'BBox'));
    const corners = box && cornersOf(box).map((corner) => map(matrix, corner));
    const own = corners === null ? state : this.#painter.clip(pathOfPoints(corners), state);
    const reader = new ContentReader(this.#found, into, { ...own, matrix }, this.#shared, this.#depth + 1);
    reader.read(bytes, dictionaryAt(form.dict, 'Resources') ?? resources);
  }

  /** Paints what is not to be seen at its place among the rest. */
  #apart(stream: PDFStream, state: State, resources: PDFDict | null): readonly Paint[] {
    const paints: Paint[] = [];
    this.#form(stream, paints, { ...state, clip: null, clipBox: everywhere }, resources);
    for (const paint of paints) this.#found.inner.push(paint);
    return paints;
  }

  /** A tiling's matrix starts from the page's or the form's own space, not from where it is used (8.7.3.1). */
  #cell(pattern: PDFStream, resources: PDFDict | null): readonly Colour[] {
    const paints = this.#apart(pattern, { ...firstState(this.#first.matrix, everywhere) }, resources);
    const colours = paints.flatMap((paint) =>
      paint.type === 'picture' || paint.colour === null ? [] : [paint.colour],
    );
    return colours.flatMap((colour) => [...partsOf(colour)]).slice(0, 256);
  }
}

const everywhere: Box = mapBox(identity, { left: -1e6, bottom: -1e6, right: 1e6, top: 1e6 });
