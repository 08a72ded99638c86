/**
 * Words to glyphs. Fonts are parsed once a process and words shaped once a font: both are most of the time of a small document.
 */
import * as fontkit from 'fontkit';
import type { FontFace } from './theme.ts';

/** A shaped piece of text. Lengths in thousandths of the font size. */
export interface Shape {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly width: number;
}
export interface Glyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  /** The glyph's own advance, as in the font. */
  readonly advance: number;
  /** The advance after kerning. */
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

export class Shaper {
  readonly face: FontFace;
  readonly font: fontkit.Font;
  /** Above and below the baseline, in thousandths of the font size. */
  readonly ascent: number;
  readonly descent: number;
  readonly #scale: number;
  readonly #shapes = new Map<string, Shape>();

  constructor(face: FontFace) {
    const font = fontkit.create(face.bytes as Buffer);
    if (!('createSubset' in font)) throw new Error(`${face.file} is a font collection`);
    this.face = face;
    this.font = font;
    this.#scale = 1000 / font.unitsPerEm;
    this.ascent = font.ascent * this.#scale;
    this.descent = -font.descent * this.#scale;
  }

  /** Shapes a word; `features` are OpenType tags to turn on, such as `tnum`. */
  shape(text: string, features: readonly string[] = []): Shape {
    return text.length > longestWord ? this.#shapeLong(text, features) : this.#shapeWord(text, features);
  }

  /** What is no word is shaped by parts, and only the parts are kept. */
  #shapeLong(text: string, features: readonly string[]): Shape {
    const parts = partsOf(text).map((part) => this.#shapeWord(part, features));
    return {
      text,
      glyphs: parts.flatMap(({ glyphs }) => glyphs),
      width: parts.reduce((sum, { width }) => sum + width, 0),
    };
  }

  #shapeWord(text: string, features: readonly string[]): Shape {
    const key = features.length === 0 ? text : `${features.join()}\u0000${text}`;
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const run = this.font.layout(text, [...features]);
    const glyphs = run.glyphs.map((glyph, index): Glyph => {
      const position = run.positions[index];
      if (position === undefined) throw new Error('a glyph without a position');
      return {
        id: glyph.id,
        codePoints: glyph.codePoints,
        advance: glyph.advanceWidth * this.#scale,
        xAdvance: position.xAdvance * this.#scale,
        xOffset: position.xOffset * this.#scale,
        yOffset: position.yOffset * this.#scale,
      };
    });
    const shape = { text, glyphs, width: glyphs.reduce((sum, glyph) => sum + glyph.xAdvance, 0) };
    this.#shapes.set(key, shape);
    return shape;
  }
}

/** In UTF-16 units: more than any line holds. */
const longestWord = 200;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A long text in parts that end between characters. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of characters(text)) {
    if (part !== '' && part.length + character.length > longestWord) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

/** What a reader sees as single characters. V8 copies the whole text for each of them, so it is given a piece at a time. */
export function* characters(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const isEnd = at + longestWord >= text.length;
    const found = [...graphemes.segment(text.slice(at, at + longestWord))];
    // The last may go on behind the piece.
    const whole = isEnd || found.length === 1 ? found : found.slice(0, -1);
    for (const { segment } of whole) {
      yield segment;
      at += segment.length;
    }
  }
}

const shapers = new WeakMap<FontFace, Shaper>();

/** The shaper of a face, made once. */
export function shaperOf(face: FontFace): Shaper {
  const known = shapers.get(face);
  if (known !== undefined) return known;
  const made = new Shaper(face);
  shapers.set(face, made);
  return made;
}
