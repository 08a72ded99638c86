/** Text: where glyphs stand and how large (ISO 32000-1, 9.4). */
import type { Value } from '../lexer.ts';
import type { Font } from './fonts.ts';
import { boxAround, identity, intersect, isEmpty, isSane, type Matrix, map, multiply, type Point } from './geometry.ts';
import type { Text } from './paint.ts';
import { doesOverprint, type State } from './state.ts';
import { matrixOf, number } from './values.ts';

/** Points. Smaller type is no dot on any plate; some producers hide words so. */
const smallest = 0.05;

export class TextReader {
  #matrix: Matrix = identity;
  #line: Matrix = identity;
  /** Character codes so far: what a hostile file could make a reader work on. */
  codes = 0;

  begin(): void {
    this.#matrix = this.#line = identity;
  }

  set(operands: readonly Value[]): void {
    this.#matrix = this.#line = matrixOf(operands);
  }

  move(x: number, y: number): void {
    this.#matrix = this.#line = multiply([1, 0, 0, 1, x, y], this.#line);
  }

  /** Null for text that leaves no mark: blanks, or a font that is not there. */
  show(pieces: readonly Value[], state: State): Text | null {
    const { font, size, scale, rise } = state;
    if (font === null) return null;
    const run = this.#measure(pieces, state, font);
    const matrix = multiply(this.#matrix, state.matrix);
    this.#matrix = multiply([1, 0, 0, 1, run.advance * scale, 0], this.#matrix);
    const height = Math.abs(size) * Math.hypot(matrix[2], matrix[3]);
    if (run.text.trim() === '' || height < smallest) return null;
    const [low, high] = [font.descent * size + rise, font.ascent * size + rise];
    const [from, to] = [run.from * scale, run.to * scale];
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
    const pen = state.rendering % 4 === 1 ? state.stroke : state.fill;
    return {
      type: 'text',
      text: run.text.trim(),
      size: height,
      colour: pen.colour,
      font: font.facts,
      corners,
      mode: state.rendering,
      box,
      clip: state.clip,
      overprints: doesOverprint(pen, state.mode),
      opacity: pen.opacity,
      blend: state.blend,
    };
  }

  /** Advances before horizontal scaling; `from` and `to` are where the first glyph begins and the last ends that is seen. */
  #measure(pieces: readonly Value[], { size, charSpace, wordSpace }: State, font: Font) {
    let [advance, from, to, text] = [0, Number.POSITIVE_INFINITY, 0, ''];
    for (const piece of pieces) {
      if (typeof piece === 'number') {
        // A wide gap made by hand is a space to a reader.
        if (number(piece) < -200 && text !== '' && !text.endsWith(' ')) text += ' ';
        advance -= (number(piece) / 1000) * size;
      }
      if (!(piece instanceof Uint8Array)) continue;
      for (let at = 0; at + font.codeLength <= piece.length; at += font.codeLength) {
        this.codes += 1;
        const code = font.codeLength === 2 ? (piece[at] ?? 0) * 256 + (piece[at + 1] ?? 0) : (piece[at] ?? 0);
        const glyph = font.text(code);
        const width = font.width(code) * size;
        text += glyph;
        if (glyph.trim() !== '' && width > 0) {
          from = Math.min(from, advance);
          to = Math.max(to, advance + width);
        }
        advance += width + charSpace + (font.codeLength === 1 && code === 32 ? wordSpace : 0);
      }
    }
    return { advance, from: Math.min(from, to), to, text };
  }
}
