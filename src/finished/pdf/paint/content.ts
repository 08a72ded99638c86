/** Reads what a page paints out of its content streams (ISO 32000-1, 7.8, 8 and 9), forms and patterns included. */
import { PDFDict, PDFName, type PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import type { PdfValue } from '../lexer.ts';
import { dictionaryAt, dictionaryOf, lookup, nameAt, numberAt } from '../objects.ts';
import type { Appearance } from './appearance.ts';
import { type Colour, partsOf } from './colour.ts';
import type { GlyphDrawings } from './fonts.ts';
import { noPaints, type PageContent, type PageFound } from './found.ts';
import { readFunction } from './functions.ts';
import { type Box, cornersOf, identity, type Matrix, map, mapBox, multiply } from './geometry.ts';
import { backdropOf, grouped, knocksOut, together } from './groups.ts';
import { imageOf, inlineImage, lacksSpace, type PdfImage } from './images.ts';
import { deepest, Interpreter, isForm } from './interpreter.ts';
import type { Paint, SoftMask } from './paint.ts';
import { Painter } from './painter.ts';
import { PathBuilder, pathOfPoints } from './path.ts';
import { choose, penFor } from './pens.ts';
import { shadingColour } from './shading.ts';
import { inherited, type Shared } from './shared.ts';
import { blendsIn, groupSpace } from './spaces.ts';
import { firstState, type State } from './state.ts';
import { bytesOf } from './streams.ts';
import { type DrawnGlyph, paintsOf, type ShownText } from './texts.ts';
import { boxOf, matrixAt, number, numbers } from './values.ts';

/** @param matrix from the page's own space to points as it is seen */
export function readContent(
  page: PDFDict,
  streams: readonly PDFStream[],
  matrix: Matrix,
  media: Box,
  shared: Shared,
  appearances: readonly Appearance[] = [],
): PageContent {
  const found = noPaints();
  const reader = new PaintReader(found, found.paints, firstState(matrix, media), shared, 0);
  reader.readAll(streams, dictionaryOf(page.context.lookup(inherited(page, 'Resources'))));
  for (const appearance of appearances) {
    const state = firstState(multiply(appearance.matrix, matrix), media);
    new PaintReader(found, found.paints, state, shared, 0).readAppearance(appearance);
  }
  return found;
}

class PaintReader extends Interpreter {
  readonly #found: PageFound;
  readonly #painter: Painter;
  readonly #path = new PathBuilder();
  readonly #first: State;
  readonly #around: readonly PDFStream[];
  #pendingClip: 'W' | 'W*' | null = null;
  #resources: PDFDict | null = null;
  #isUncoloured = false;

  /** @param around the forms that are being read, of which none is missed within itself */
  constructor(
    found: PageFound,
    into: Paint[],
    state: State,
    shared: Shared,
    depth: number,
    around: readonly PDFStream[] = [],
  ) {
    super(shared, state, depth);
    this.#found = found;
    this.#painter = new Painter(into);
    [this.#first, this.#around] = [state, around];
  }

  readAppearance({ form }: Appearance): void {
    this.#form(form, this.#painter.into, this.state, null);
  }

  protected override unpack(stream: PDFStream): Uint8Array | null {
    const bytes = bytesOf(stream);
    if (bytes === null) this.#found.damaged += 1;
    return bytes;
  }

  protected override paint(operator: string, operands: readonly PdfValue[], resources: PDFDict | null): boolean {
    this.#resources = resources;
    // What follows takes the colour of the text around, and has none of its own.
    if (operator === 'd1') this.#isUncoloured = true;
    const pen = penFor(operator);
    if (pen !== null && this.#isUncoloured) return true;
    if (pen !== null) {
      const cell = (pattern: PDFStream) => this.#cell(pattern, resources);
      const next = choose(this.state[pen], operator, operands, resources, cell, this.#first.matrix);
      if (next !== null) this.state = { ...this.state, [pen]: next };
      else this.missing(/^cs$/i.test(operator) ? 'colour space' : 'pattern', operands.at(-1));
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
    const state = /[Bb]/.test(operator) ? together(this.state) : this.state;
    if (/[fFBb]/.test(operator)) this.#painter.area(path, state);
    if (/[BbSs]/.test(operator)) this.#painter.stroke(path, state);
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
        this.#picture(image);
        return true;
      }
      default:
        return false;
    }
  }

  protected override show(run: ShownText): void {
    const { font, rendering } = this.state;
    const isUsed = font !== null && run.codes > 0 && rendering !== 3 && rendering !== 7 && !this.mark.hidden;
    if (isUsed && !this.#found.fonts.has(font.facts)) this.#found.fonts.set(font.facts, map(run.matrix, [0, 0]));
    if (this.mark.hidden) return;
    for (const text of paintsOf(run, this.state)) {
      this.#painter.add(run.drawn.length === 0 ? text : { ...text, colour: unknown });
    }
    if (font?.drawings && rendering !== 3) for (const glyph of run.drawn) this.#glyph(font.drawings, glyph, run);
  }

  /** A glyph that is a drawing, in the text's colour if it says that it has none of its own (d1). */
  #glyph(drawings: GlyphDrawings, { code, from }: DrawnGlyph, { matrix }: ShownText): void {
    const drawing = drawings.of(code);
    if (drawing === null) return;
    if (this.depth >= deepestGlyph) {
      this.#found.unread += 1;
      return;
    }
    const { size, scale, rise } = this.state;
    const place = multiply(drawings.matrix, multiply([size * scale, 0, 0, size, from, rise], matrix));
    this.shared.spend(20);
    const state = { ...this.state, matrix: place, stroke: this.state.fill };
    const reader = new PaintReader(this.#found, this.#painter.into, state, this.shared, this.depth + 1, this.#around);
    reader.readAll([drawing], drawings.resources ?? this.#resources);
  }

  protected override setState(change: PDFDict, resources: PDFDict | null): void {
    super.setState(change, resources);
    const mask = lookup(change, 'SMask');
    if (mask === undefined) return;
    this.state = { ...this.state, mask: mask instanceof PDFDict ? this.#mask(mask, resources) : null };
  }

  #mask(mask: PDFDict, resources: PDFDict | null): SoftMask | null {
    const group = lookup(mask, 'G');
    if (!(group instanceof PDFStream) || this.#around.includes(group)) return null;
    const key = this.state.matrix.join(' ');
    const known = this.shared.masks.get(mask);
    if (known?.key === key) return known.mask;
    const transfer = lookup(mask, 'TR');
    const made: SoftMask = {
      kind: nameAt(mask, 'S') === 'Alpha' ? 'Alpha' : 'Luminosity',
      paints: this.#apart(group, firstState(this.state.matrix, everywhere), resources),
      backdrop: backdropOf(mask, group, resources),
      blends: blendsIn(groupSpace(group.dict, resources)),
      isKnockout: knocksOut(group.dict),
      transfer: transfer instanceof PDFName || transfer === undefined ? null : readFunction(transfer),
    };
    this.shared.masks.set(mask, { key, mask: made });
    return made;
  }

  #shade(name: PdfValue | undefined, resources: PDFDict | null): void {
    const shadings = resources && dictionaryAt(resources, 'Shading');
    const shading = shadings && typeof name === 'string' ? lookup(shadings, name) : undefined;
    if (shading === undefined || shading === null) this.missing('gradient', name);
    if (shading === undefined || shading === null || this.mark.hidden) return;
    const colour = shadingColour(shading, resources, this.state.matrix);
    const path = pathOfPoints(cornersOf(this.state.clipBox));
    this.#painter.area(path, { ...this.state, fill: { ...this.state.fill, colour } });
  }

  protected override paintObject(object: PDFRawStream, resources: PDFDict | null): void {
    if (this.mark.hidden || this.shared.layers?.isOff(object.dict) === true) return;
    if (isForm(object)) {
      this.#form(object, this.#painter.into, this.state, resources);
      return;
    }
    this.#picture(imageOf(object, resources));
  }

  #picture(image: PdfImage | null): void {
    if (this.mark.hidden) return;
    if (image === null) this.#found.missing.add('the size of a picture');
    else if (lacksSpace(image)) this.#found.missing.add('the colour space of a picture');
    if (image !== null) this.#painter.picture(image, this.state);
  }

  protected override missing(kind: string, name: PdfValue | undefined): void {
    this.#found.missing.add(
      typeof name === 'string' ? `the ${kind} ‘${name.slice(0, 40)}’` : `a ${kind} without a name`,
    );
  }

  /** A form is painted within its box, and a group as one, with the opacity and blending at the time (11.6.6). */
  #form(form: PDFStream, into: Paint[], outer: State, resources: PDFDict | null): void {
    if (this.depth >= deepest && !this.#around.includes(form)) this.#found.unread += 1;
    this.readForm(form, resources, grouped(form, outer, resources), (state) => {
      const box = boxOf(lookup(form.dict, 'BBox'));
      const corners = box && cornersOf(box).map((corner) => map(state.matrix, corner));
      const own = corners === null ? state : this.#painter.clip(pathOfPoints(corners), state);
      return new PaintReader(this.#found, into, own, this.shared, this.depth + 1, [...this.#around, form]);
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
  #cell(pattern: PDFStream, resources: PDFDict | null): Colour {
    if (this.#around.includes(pattern)) return unknown;
    const { matrix: base } = this.#first;
    const key = base.join(' ');
    const known = this.#found.tiles.get(pattern);
    if (known?.key === key) return known.colour;
    const paints = this.#apart(pattern, firstState(base, everywhere), resources);
    const colours = paints.flatMap((paint) =>
      paint.type === 'picture' || paint.colour === null ? [] : [paint.colour],
    );
    const [box, across, up] = [boxOf(lookup(pattern.dict, 'BBox')), ...steps(pattern.dict)];
    const matrix = multiply(matrixAt(pattern.dict, 'Matrix') ?? identity, base);
    const parts = colours.flatMap((colour) => [...partsOf(colour)]).slice(0, 256);
    const colour: Colour =
      box === null || across === 0 || up === 0
        ? { type: 'mixed', colours: parts, isUnread: true }
        : {
            type: 'mixed',
            colours: parts,
            course: { type: 'tiling', cell: { paints, box, steps: [across, up], matrix } },
          };
    this.#found.tiles.set(pattern, { key, colour });
    return colour;
  }
}

const steps = (pattern: PDFDict): readonly [number, number] => [
  Math.abs(numberAt(pattern, 'XStep') ?? 0),
  Math.abs(numberAt(pattern, 'YStep') ?? 0),
];

/** Glyphs in glyphs, at most. */
const deepestGlyph = 4;

/** The colour of glyphs that are drawings stands in these. */
const unknown: Colour = { type: 'mixed', colours: [] };

const everywhere: Box = mapBox(identity, { left: -1e6, bottom: -1e6, right: 1e6, top: 1e6 });
