/** Reads what a page paints out of its content streams (ISO 32000-1, 7.8, 8 and 9), forms and patterns included. */
import { PDFDict, type PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import type { Point } from '../../../matrix.ts';
import type { PdfValue } from '../lexer.ts';
import { dictionaryAt, dictionaryOf, lookup } from '../objects.ts';
import { type Colour, partsOf } from './colour.ts';
import type { FontFacts } from './fonts.ts';
import { type Box, cornersOf, identity, type Matrix, map, mapBox } from './geometry.ts';
import { imageOf, inlineImage } from './images.ts';
import { Interpreter, isForm } from './interpreter.ts';
import type { Paint } from './paint.ts';
import { Painter } from './painter.ts';
import { PathBuilder, pathOfPoints } from './path.ts';
import { choose, penFor, shadingColour } from './pens.ts';
import { inherited, type Shared } from './shared.ts';
import { firstState, type State } from './state.ts';
import { bytesOf } from './streams.ts';
import { paintOf, type ShownText } from './texts.ts';
import { boxOf, number, numbers } from './values.ts';

export interface PageContent {
  readonly paints: readonly Paint[];
  /** What cells of tilings and soft masks paint: seen, but not at these places. */
  readonly inner: readonly Paint[];
  /** How many streams could not be unpacked. */
  readonly damaged: number;
  /** The fonts of all text that is to be seen, of blanks too, each at its first place. */
  readonly fonts: ReadonlyMap<FontFacts, Point>;
}

/** @param matrix from the page's own space to points as it is seen */
export function readContent(
  page: PDFDict,
  streams: readonly PDFStream[],
  matrix: Matrix,
  media: Box,
  shared: Shared,
): PageContent {
  const found: Found = { paints: [], inner: [], damaged: 0, fonts: new Map() };
  const reader = new PaintReader(found, found.paints, firstState(matrix, media), shared, 0);
  reader.readAll(streams, dictionaryOf(page.context.lookup(inherited(page, 'Resources'))));
  return found;
}

type Found = { paints: Paint[]; inner: Paint[]; damaged: number; fonts: Map<FontFacts, Point> };

class PaintReader extends Interpreter {
  readonly #found: Found;
  readonly #painter: Painter;
  readonly #path = new PathBuilder();
  readonly #first: State;
  #pendingClip: 'W' | 'W*' | null = null;

  constructor(found: Found, into: Paint[], state: State, shared: Shared, depth: number) {
    super(shared, state, depth);
    this.#found = found;
    this.#painter = new Painter(into);
    this.#first = state;
  }

  protected override unpack(stream: PDFStream): Uint8Array | null {
    const bytes = bytesOf(stream);
    if (bytes === null) this.#found.damaged += 1;
    return bytes;
  }

  protected override paint(operator: string, operands: readonly PdfValue[], resources: PDFDict | null): boolean {
    const pen = penFor(operator);
    if (pen !== null) {
      const cell = (pattern: PDFStream) => this.#cell(pattern, resources);
      this.state = { ...this.state, [pen]: choose(this.state[pen], operator, operands, resources, cell) };
      return true;
    }
    return this.#pathOperator(operator, operands) || this.#otherPaint(operator, operands, resources);
  }

  #pathOperator(operator: string, operands: readonly PdfValue[]): boolean {
    if (this.#path.extend(operator, numbers(operands), this.state.matrix)) return true;
    if (operator === 'W' || operator === 'W*') {
      this.#pendingClip = operator;
      return true;
    }
    if (!/^(?:[fFBb]\*?|[Ssn])$/.test(operator)) return false;
    if (/[bs]/.test(operator)) this.#path.close();
    const path = this.#path.take(operator.endsWith('*'));
    if (path.segments.length === 0 || this.mark.hidden) return this.#clipTo(path.segments.length > 0 ? path : null);
    this.shared.spend(4);
    if (/[fFBb]/.test(operator)) this.#painter.area(path, this.state);
    if (/[BbSs]/.test(operator)) this.#painter.stroke(path, this.state);
    return this.#clipTo(path);
  }

  #clipTo(path: ReturnType<PathBuilder['take']> | null): true {
    if (this.#pendingClip !== null && path !== null) {
      const evenOdd = this.#pendingClip === 'W*';
      this.state = this.#painter.clip({ ...path, evenOdd }, this.state);
    }
    this.#pendingClip = null;
    return true;
  }

  #otherPaint(operator: string, operands: readonly PdfValue[], resources: PDFDict | null): boolean {
    const [first] = operands;
    switch (operator) {
      case 'w':
        this.state = { ...this.state, lineWidth: number(first) };
        return true;
      case 'd':
        this.state = { ...this.state, dash: Array.isArray(first) ? numbers(first) : [] };
        return true;
      case 'sh':
        this.#shade(first, resources);
        return true;
      case 'ID': {
        const image = inlineImage(operands, resources);
        if (image !== null && !this.mark.hidden) this.#painter.picture(image, this.state);
        return true;
      }
      default:
        return false;
    }
  }

  protected override show(run: ShownText): void {
    const { font, rendering } = this.state;
    const isUsed = font !== null && run.text !== '' && rendering !== 3 && rendering !== 7 && !this.mark.hidden;
    if (isUsed && !this.#found.fonts.has(font.facts)) this.#found.fonts.set(font.facts, map(run.matrix, [0, 0]));
    const text = paintOf(run, this.state);
    if (text !== null && !this.mark.hidden) this.#painter.add(text);
  }

  protected override setState(change: PDFDict, resources: PDFDict | null): void {
    super.setState(change, resources);
    const mask = lookup(change, 'SMask');
    const group = mask instanceof PDFDict ? lookup(mask, 'G') : undefined;
    if (group instanceof PDFStream) this.#apart(group, this.state, resources);
  }

  #shade(name: PdfValue | undefined, resources: PDFDict | null): void {
    const shadings = resources && dictionaryAt(resources, 'Shading');
    const shading = shadings && typeof name === 'string' ? lookup(shadings, name) : undefined;
    if (shading === undefined || shading === null || this.mark.hidden) return;
    const colour = shadingColour(shading, resources);
    const path = pathOfPoints(cornersOf(this.state.clipBox));
    this.#painter.area(path, { ...this.state, fill: { ...this.state.fill, colour } });
  }

  protected override paintObject(object: PDFRawStream, resources: PDFDict | null): void {
    if (this.mark.hidden || this.shared.layers?.isOff(object.dict) === true) return;
    if (isForm(object)) {
      this.#form(object, this.#painter.into, this.state, resources);
      return;
    }
    const image = imageOf(object, resources);
    if (image !== null) this.#painter.picture(image, this.state);
  }

  /** A form is painted within its box, and a group as one, with the opacity and blending at the time (11.6.6). */
  #form(form: PDFStream, into: Paint[], outer: State, resources: PDFDict | null): void {
    this.readForm(form, resources, outer, (state) => {
      const box = boxOf(lookup(form.dict, 'BBox'));
      const corners = box && cornersOf(box).map((corner) => map(state.matrix, corner));
      const own = corners === null ? state : this.#painter.clip(pathOfPoints(corners), state);
      return new PaintReader(this.#found, into, own, this.shared, this.depth + 1);
    });
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
