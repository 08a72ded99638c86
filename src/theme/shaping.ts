/**
 * Words to glyphs, by HarfBuzz; fontkit reads the font, and shapes what is not set plainly. Fonts are parsed once a process
 * and words shaped once a font: both are most of the time of a small document.
 */
import type * as fontkit from 'fontkit';
import { type Direction, fromTheLeft, hasTwoDirections, stretchesOf } from '../language/bidi.ts';
import { characters, drawsAll, faceRuns, wordRuns } from './coverage.ts';
import { readFace } from './fontkit.ts';
import { composed, type Glyph, joined } from './glyph.ts';
import { type HarfBuzzFont, longestText, openFont, runsHarfBuzz, type ShapedGlyph } from './harfbuzz.ts';
import type { FontFace } from './theme.ts';
import { WordCache } from './words.ts';

/** A shaped piece of text, which may be of several faces. Lengths in thousandths of the font size. */
export interface ShapedText {
  readonly text: string;
  /** As they stand, from left to right. */
  readonly glyphs: readonly Glyph[];
  /** Whether the text runs from right to left, so that its last glyph is read first. */
  readonly backwards: boolean;
  readonly width: number;
  /** Without the spaces at its end; null where it has none. */
  readonly trimmed: ShapedText | null;
}

export class Shaper {
  readonly face: FontFace;
  readonly font: fontkit.Font;
  /** Above and below the baseline, in thousandths of the font size. */
  readonly ascent: number;
  readonly descent: number;
  readonly #scale: number;
  readonly #shapes = new WordCache<ShapedText>();
  readonly #advances = new Map<number, number>();
  /** Most letters stand in all words alike: one object for each, not one a word. */
  readonly #glyphs = new Map<number, Glyph>();
  #plain: HarfBuzzFont | null = null;

  constructor(face: FontFace) {
    const font = readFace(face);
    this.face = face;
    this.font = font;
    this.#scale = 1000 / font.unitsPerEm;
    this.ascent = font.ascent * this.#scale;
    this.descent = -font.descent * this.#scale;
  }

  /**
   * Shapes a word; `features` are OpenType tags to turn on, such as `tnum`. A part of a paragraph has the direction that it has
   * there; without one the text is a line by itself, whose parts are put in order.
   */
  shape(text: string, features: readonly string[] = [], direction: Direction | null = null): ShapedText {
    if (direction === null && hasTwoDirections(text)) return this.#shapeLine(text, features);
    const own = direction ?? 'ltr';
    return text.length > longestWord ? this.#shapeLong(text, features, own) : this.#shapeWord(text, features, own);
  }

  #shapeLine(text: string, features: readonly string[]): ShapedText {
    const parts = fromTheLeft(stretchesOf(text, 'ltr'), ({ level }) => level).map((part) =>
      this.shape(part.text, features, part.level % 2 === 1 ? 'rtl' : 'ltr'),
    );
    return { ...together(text, parts), backwards: false, trimmed: this.#trimmed(text, features, null) };
  }

  /** What is no word is shaped by parts, and only the parts are kept. */
  #shapeLong(text: string, features: readonly string[], direction: Direction): ShapedText {
    const parts = partsOf(text).map((part) => this.#shapeWord(part, features, direction));
    const backwards = direction === 'rtl';
    const trimmed = this.#trimmed(text, features, direction);
    return { ...together(text, backwards ? parts.reverse() : parts), backwards, trimmed };
  }

  #shapeWord(text: string, features: readonly string[], direction: Direction): ShapedText {
    const backwards = direction === 'rtl';
    const key = `${backwards ? '\u0001' : ''}${features.length === 0 ? text : `${features.join()}\u0000${text}`}`;
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const runs = backwards ? wordRuns(text, this.face) : faceRuns(text, this.face);
    const [run] = runs;
    const isOwn = runs.length === 1 && run?.face === this.face;
    const glyphs = backwards
      ? runs.toReversed().flatMap((each) => shaperOf(each.face).#backwards(each.text, features))
      : isOwn
        ? this.#glyphsOf(text, features, key)
        : runs.flatMap((each) => shaperOf(each.face).#glyphsOf(each.text, features, null));
    return this.#keep(key, text, { glyphs, backwards, trimmed: this.#trimmed(text, features, direction) });
  }

  #trimmed(text: string, features: readonly string[], direction: Direction | null): ShapedText | null {
    const trimmed = withoutSpaces(text);
    return trimmed === text ? null : this.shape(trimmed, features, direction);
  }

  #keep(key: string, text: string, rest: Pick<ShapedText, 'glyphs' | 'backwards' | 'trimmed'>): ShapedText {
    const shape = { text, ...rest, width: widthOf(rest.glyphs) };
    this.#shapes.set(key, shape);
    return shape;
  }

  /** Of a text that this face draws; `key` is the word's, if the word is all of it. */
  #glyphsOf(text: string, features: readonly string[], key: string | null): readonly Glyph[] {
    if (!runsHarfBuzz() || !plain.test(text) || !drawsAll(this.face, text)) return this.#laidOut(text, features);
    const shaped = this.#harfBuzz().shape(text, features, 'ltr');
    const glyphs = joined(this.#read(shaped, text), this.#scale);
    // The word without its space is asked for too, and mostly is the same without it.
    const last = shaped.length - 1;
    if (key !== null && text.length > 1 && text.endsWith(' ') && shaped[last]?.parts === true) {
      const word = text.slice(0, -1);
      const trimmed = this.#trimmed(word, features, 'ltr');
      this.#keep(key.slice(0, -1), word, { glyphs: glyphs.slice(0, -1), backwards: false, trimmed });
    }
    return glyphs;
  }

  #harfBuzz(): HarfBuzzFont {
    this.#plain ??= openFont(this.face.bytes);
    return this.#plain;
  }

  /** Of a text that runs from right to left. What draws the same characters is one glyph. */
  #backwards(text: string, features: readonly string[]): readonly Glyph[] {
    if (!runsHarfBuzz() || text.length > longestText) return this.#laidOut(text, features, 'rtl');
    const shaped = this.#harfBuzz().shape(text, features, 'rtl');
    const glyphs: Glyph[] = [];
    for (let start = 0, end = text.length; start < shaped.length; ) {
      const from = shaped[start]?.cluster ?? 0;
      const parts = [];
      for (; shaped[start]?.cluster === from; start += 1) parts.push(this.#made(shaped[start] as ShapedGlyph, []));
      glyphs.push(...composed(parts, charactersIn(text.slice(from, end)), this.#scale));
      end = from;
    }
    return glyphs;
  }

  /** The first glyph of several that draw the same characters stands for them. */
  #read(shaped: readonly ShapedGlyph[], text: string): readonly Glyph[] {
    return shaped.map((glyph, index) => {
      if (shaped[index - 1]?.cluster === glyph.cluster) return this.#made(glyph, []);
      let next = index + 1;
      while (shaped[next]?.cluster === glyph.cluster) next += 1;
      return this.#glyph(glyph, text, shaped[next]?.cluster);
    });
  }

  #glyph(glyph: ShapedGlyph, text: string, end = text.length): Glyph {
    const { id, cluster, xAdvance, xOffset, yOffset } = glyph;
    const codePoint = text.codePointAt(cluster) ?? 0;
    const isOne = end - cluster === (codePoint > 0xffff ? 2 : 1) && xOffset === 0 && yOffset === 0;
    if (!isOne) return this.#made(glyph, charactersIn(text.slice(cluster, end)));
    // 16 bits of the font's glyph, 21 of the character, 16 of the advance: a number is exact up to 53.
    const key = (id * 0x20_0000 + codePoint) * 0x1_0000 + (xAdvance & 0xffff);
    const known = this.#glyphs.get(key);
    if (known !== undefined) return known;
    const made = this.#made(glyph, [codePoint]);
    if (this.#glyphs.size >= mostGlyphs) this.#glyphs.clear();
    this.#glyphs.set(key, made);
    return made;
  }

  #made({ id, xAdvance, xOffset, yOffset }: ShapedGlyph, codePoints: readonly number[]): Glyph {
    const scale = this.#scale;
    return {
      face: this.face,
      id,
      codePoints,
      advance: this.#advanceOf(id) * scale,
      xAdvance: xAdvance * scale,
      xOffset: xOffset * scale,
      yOffset: yOffset * scale,
      parts: null,
    };
  }

  #advanceOf(id: number): number {
    const known = this.#advances.get(id);
    if (known !== undefined) return known;
    const advance = this.#plain?.advanceOf(id) ?? 0;
    this.#advances.set(id, advance);
    return advance;
  }

  #laidOut(text: string, features: readonly string[], direction: Direction = 'ltr'): readonly Glyph[] {
    const scale = this.#scale;
    const run = this.font.layout(text, [...features], undefined, undefined, direction);
    let at = 0;
    const glyphs = run.glyphs.map((glyph, index): Glyph => {
      const position = run.positions[index];
      if (position === undefined) throw new Error('a glyph without a position');
      const here = text.codePointAt(at);
      // fontkit draws a space of no width for what is not seen.
      const isHidden = position.xAdvance === 0 && glyph.codePoints[0] === 0x20 && here !== undefined;
      const codePoints = isHidden ? [here] : glyph.codePoints;
      at += String.fromCodePoint(...codePoints).length;
      return {
        face: this.face,
        id: glyph.id,
        codePoints,
        advance: glyph.advanceWidth * scale,
        xAdvance: position.xAdvance * scale,
        xOffset: position.xOffset * scale,
        yOffset: position.yOffset * scale,
        parts: null,
      };
    });
    return direction === 'ltr' ? joined(glyphs, scale) : joined(glyphs.reverse(), scale).toReversed();
  }
}

function together(text: string, parts: readonly ShapedText[]): Pick<ShapedText, 'text' | 'glyphs' | 'width'> {
  return {
    text,
    glyphs: parts.flatMap(({ glyphs }) => glyphs),
    width: parts.reduce((sum, { width }) => sum + width, 0),
  };
}

function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
}

/**
 * What both shape alike, glyph by glyph: letters, digits and signs that follow one another from left to right, each with a
 * glyph of its own or in a ligature. Marks that combine, fractions and what is not seen are fontkit's.
 */
const plain =
  /^[\x20-\x7E\u00A0-\u00AC\u00AE-\u024F\u0370-\u03FF\u0400-\u0482\u048A-\u052F\u0531-\u058F\u10A0-\u10FF\u1C90-\u1CBF\u2010-\u2027\u202F-\u2043\u2045-\u205E\u2070-\u20CF\u2100-\u2BFF\u2D00-\u2D2F]*$/;

/** Of a face, with the kerning that follows them. */
const mostGlyphs = 16_384;

/** Without those at its end. */
function withoutSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x20) end -= 1;
  return text.slice(0, end);
}

function charactersIn(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** A glyph's outline on the baseline, in units of its em: `size / unitsPerEm` of its face is one. */
export function outlineOf({ face, id, parts }: Glyph): {
  readonly path: fontkit.Path;
  readonly unitsPerEm: number;
} {
  const { font } = shaperOf(face);
  const [first = font.getGlyph(id).path, ...others] = (parts ?? []).map(({ id, x, y }) =>
    font.getGlyph(id).path.translate(x, y),
  );
  for (const { commands } of others) first.commands.push(...commands);
  return { path: first, unitsPerEm: font.unitsPerEm };
}

/** In UTF-16 units: more than any line holds. */
const longestWord = 200;

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

let shapers = new WeakMap<FontFace, Shaper>();

/** The shaper of a face, made once. */
export function shaperOf(face: FontFace): Shaper {
  const known = shapers.get(face);
  if (known !== undefined) return known;
  const made = new Shaper(face);
  shapers.set(face, made);
  return made;
}

/** Lets go of all words and of what fonts were read for; they are read again. */
export function forgetShapers(): void {
  shapers = new WeakMap();
}
