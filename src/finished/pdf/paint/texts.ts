/** Text: where glyphs stand and how large (ISO 32000-1, 9.4). */
import type { Point } from '../../../matrix.ts';
import type { PdfValue } from '../lexer.ts';
import { isNothing, lay } from './colour.ts';
import type { Font } from './fonts.ts';
import { boxAround, identity, intersect, isEmpty, isSane, type Matrix, map, multiply, stretches } from './geometry.ts';
import { together } from './groups.ts';
import type { PaintedText } from './paint.ts';
import { isOverprintLost, keptBy, type Pen, type State } from './state.ts';
import { matrixOf, number } from './values.ts';

/** What one operator shows. */
export interface ShownText {
  /** From the text's space to the page, before it is shown. */
  readonly matrix: Matrix;
  /** What its codes stand for. */
  readonly glyphs: string;
  /** How many codes there are. */
  readonly codes: number;
  /** The same as a person reads it: a wide gap made by hand is a space. */
  readonly text: string;
  /** Where its first glyph begins and its last ends that is seen, in the text's space. */
  readonly from: number;
  readonly to: number;
  /** Where each glyph begins, of a font whose glyphs are drawings. */
  readonly drawn: readonly DrawnGlyph[];
}

export interface DrawnGlyph {
  readonly code: number;
  readonly from: number;
}

/** The place of text, and what is shown there. */
export class TextReader {
  #matrix: Matrix = identity;
  #line: Matrix = identity;
  /** Character codes so far: what a hostile file could make a reader work on. */
  codes = 0;

  get matrix(): Matrix {
    return this.#matrix;
  }

  begin(): void {
    this.#matrix = this.#line = identity;
  }

  set(operands: readonly PdfValue[]): void {
    this.#matrix = this.#line = matrixOf(operands);
  }

  move(x: number, y: number): void {
    this.#matrix = this.#line = multiply([1, 0, 0, 1, x, y], this.#line);
  }

  /** Goes on by what is shown. Without a font nothing can be said of it. */
  show(pieces: readonly PdfValue[], state: State, reversed: boolean): ShownText {
    const { font, scale } = state;
    const matrix = multiply(this.#matrix, state.matrix);
    if (font === null) return { matrix, glyphs: '', codes: 0, text: '', from: 0, to: 0, drawn: [] };
    const run = this.#measure(pieces, state, font, reversed);
    this.#matrix = multiply([1, 0, 0, 1, run.advance * scale, 0], this.#matrix);
    const drawn = run.drawn.map(({ code, from }) => ({ code, from: from * scale }));
    return { ...run, matrix, from: run.from * scale, to: run.to * scale, drawn };
  }

  /** All before horizontal scaling. */
  #measure(pieces: readonly PdfValue[], { size, charSpace, wordSpace }: State, font: Font, reversed: boolean) {
    let [advance, from, to, text, glyphs] = [0, Number.POSITIVE_INFINITY, 0, '', ''];
    const before = this.codes;
    const drawn: DrawnGlyph[] = [];
    for (const piece of pieces) {
      if (typeof piece === 'number') {
        if (number(piece) < -200 && text !== '' && !text.endsWith(' ')) text += ' ';
        advance -= (number(piece) / 1000) * size;
      }
      if (!(piece instanceof Uint8Array)) continue;
      for (let at = 0; at + font.codeLength <= piece.length; at += font.codeLength) {
        this.codes += 1;
        const code = font.codeLength === 2 ? (piece[at] ?? 0) * 256 + (piece[at + 1] ?? 0) : (piece[at] ?? 0);
        const glyph = font.text(code);
        const width = font.width(code) * size;
        if (font.drawings !== null) drawn.push({ code, from: advance });
        text += glyph;
        glyphs += glyph;
        // A glyph of which nobody says what it stands for is drawn all the same.
        if ((glyph === '' || glyph.trim() !== '') && width > 0) {
          from = Math.min(from, advance);
          to = Math.max(to, advance + width);
        }
        advance += width + charSpace + (font.codeLength === 1 && code === 32 ? wordSpace : 0);
      }
    }
    const inOrder = (shown: string): string => (reversed ? [...shown].reverse().join('') : shown);
    return {
      advance,
      from: Math.min(from, to),
      to,
      text: inOrder(text),
      glyphs: inOrder(glyphs),
      codes: this.codes - before,
      drawn,
    };
  }
}

/** Points. Smaller type is no dot on any plate; some producers hide words so. */
const smallest = 0.05;

/**
 * What the rendering mode makes of text (9.3.6): glyphs filled, or drawn around, or the one and then the other. Glyphs that
 * are drawings have no outline. None for text that leaves no mark: blanks, or a font that is not there.
 */
export function paintsOf(run: ShownText, alone: State): readonly PaintedText[] {
  const { rendering, font } = alone;
  const isDrawn = font?.drawings != null;
  const isFilled = isDrawn || rendering % 4 !== 1;
  const isOutlined = !isDrawn && (rendering % 4 === 1 || rendering % 4 === 2);
  const state = isFilled && isOutlined ? together(alone) : alone;
  const { fill, stroke } = state;
  const filled = isFilled ? paintOf(run, state, fill, null) : null;
  const width = (stretches(state.matrix)[0] ?? 0) * Math.abs(state.lineWidth);
  const outline = isOutlined ? paintOf(run, state, isFilled ? over(fill, stroke, state.mode) : stroke, width) : null;
  return [filled, outline].filter((paint) => paint !== null);
}

/** Stands for words that cannot be told from the file. */
const unread = '\uFFFD';

/** A line on what its glyphs are filled with, which it leaves where it overprints. */
function over(fill: Pen, stroke: Pen, mode: 0 | 1): Pen {
  const keeps = keptBy(stroke, mode);
  if (keeps === 'nothing' || fill.colour.type !== 'inks' || stroke.colour.type !== 'inks') return stroke;
  const colour = lay(fill.colour, stroke.colour, keeps, stroke.opacity);
  return { ...stroke, colour, overprints: fill.overprints };
}

function paintOf(
  { matrix, text, from, to }: ShownText,
  state: State,
  pen: Pen,
  line: number | null,
): PaintedText | null {
  const { font, size, rise } = state;
  if (font === null || isNothing(pen.colour)) return null;
  const height = Math.abs(size) * Math.hypot(matrix[2], matrix[3]);
  if (to === from || height < smallest) return null;
  const [low, high] = [font.descent * size + rise, font.ascent * size + rise];
  const ends: readonly Point[] = [
    [from, low],
    [to, low],
    [to, high],
    [from, high],
  ];
  const corners = ends.map((corner) => map(matrix, corner));
  const whole = boxAround(corners);
  const box = intersect(whole, state.clipBox);
  if (isEmpty(box) || !isSane(whole)) return null;
  return {
    type: 'text',
    text: text.trim() || unread,
    size: height,
    colour: pen.colour,
    font: font.facts,
    corners,
    mode: state.rendering,
    line,
    box,
    clip: state.clip,
    keeps: keptBy(pen, state.mode),
    isOverprintLost: isOverprintLost(pen, state.mode),
    opacity: pen.opacity,
    mask: state.mask,
    blend: state.blend,
    group: state.group,
  };
}
