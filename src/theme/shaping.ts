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

const shapers = new WeakMap<FontFace, Shaper>();

/** The shaper of a face, made once. */
export function shaperOf(face: FontFace): Shaper {
  const known = shapers.get(face);
  if (known !== undefined) return known;
  const made = new Shaper(face);
  shapers.set(face, made);
  return made;
}
