/** The glyphs of one document: the fonts that hold them, what they read as, and the operators that show them. */
import pdfDocumentModule, { type Page } from 'pdfmake/js/PDFDocument.js';
import { type Glyph, type ShapedText, shaperOf } from '../../../theme/shaping.ts';
import type { FontFace } from '../../../theme/theme.ts';
import { number } from './inks.ts';
import { subsetOf } from './subset.ts';

type Pdf = InstanceType<typeof pdfDocumentModule.default>;

/** pdfkit's font of one document: which glyphs it holds, and what they read as. */
interface EmbeddedFont {
  readonly id: string;
  readonly subset: { readonly glyphs: readonly number[]; includeGlyph(id: number): number; encode(): Uint8Array };
  readonly widths: (number | null)[];
  readonly unicode: (readonly number[] | undefined)[];
  ref(): unknown;
}
type EmbeddedFontClass = new (pdf: Pdf, font: unknown, id: string) => EmbeddedFont;

let embeddedFontClass: EmbeddedFontClass | null = null;

/** pdfkit does not export its font class; an instance tells it. With the class, a font parsed once serves all documents. */
function fontClass(face: FontFace): EmbeddedFontClass {
  if (embeddedFontClass === null) {
    const probe = new pdfDocumentModule.default({}, {}, {}, {}, { autoFirstPage: false, font: null }, null);
    probe.font(face.bytes);
    embeddedFontClass = (probe._font as { constructor: EmbeddedFontClass }).constructor;
  }
  return embeddedFontClass;
}

/** A word whose glyphs are in their fonts. */
export interface Taken {
  readonly shape: ShapedText;
  /** What its glyphs read as, by the ToUnicode entries of their fonts. */
  readonly says: string;
  /** The one face of all glyphs, on one baseline, and their codes as they stand within `()`; null for others. */
  readonly plain: { readonly face: FontFace; readonly codes: string } | null;
}

/** Operators, and the face whose font they need. */
interface Shown {
  readonly face: FontFace;
  readonly operators: string;
}

/** Words of a document that are kept: more than are on hundreds of pages. */
const mostTaken = 16_384;

export class Glyphs {
  readonly #pdf: Pdf;
  readonly #fonts = new Map<FontFace, EmbeddedFont>();
  readonly #taken = new Map<ShapedText, Taken>();

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
  }

  /** The name of a face's font on the current page, which has it from now on. */
  fontOn(page: Page, face: FontFace): string {
    const font = this.#font(face);
    page.fonts[font.id] ??= font.ref();
    return font.id;
  }

  #font(face: FontFace): EmbeddedFont {
    let font = this.#fonts.get(face);
    if (font === undefined) {
      const id = `F${++this.#pdf._fontCount}`;
      font = new (fontClass(face))(this.#pdf, shaperOf(face).font, id);
      // pdfkit has .notdef read as U+0000, which ISO 14289-1, 7.21.7 forbids even of a glyph that is never shown.
      font.unicode[0] = [0xfffd];
      const { subset } = font;
      subset.encode = () => subsetOf(face, subset.glyphs);
      this.#fonts.set(face, font);
      this.#pdf._fontFamilies[id] = font;
    }
    return font;
  }

  /** Takes the glyphs of a word into their fonts. */
  take(shape: ShapedText): Taken {
    const known = this.#taken.get(shape);
    if (known !== undefined) return known;
    let says = '';
    for (const { face, id, advance, codePoints } of shape.glyphs) {
      const font = this.#font(face);
      const code = font.subset.includeGlyph(id);
      font.widths[code] ??= advance;
      const reads = font.unicode[code] ?? codePoints;
      font.unicode[code] = reads;
      says += String.fromCodePoint(...reads);
    }
    const taken = { shape, says, plain: this.#plain(shape.glyphs) };
    if (this.#taken.size >= mostTaken) this.#taken.clear();
    this.#taken.set(shape, taken);
    return taken;
  }

  #plain(glyphs: readonly Glyph[]): Taken['plain'] {
    const face = glyphs[0]?.face;
    if (face === undefined) return null;
    let codes = '';
    for (const glyph of glyphs) {
      if (glyph.face !== face || glyph.yOffset !== 0 || isSeen(glyph.xOffset)) return null;
      codes += this.#code(glyph);
      const kern = glyph.xAdvance - glyph.advance - glyph.xOffset;
      if (isSeen(kern)) codes += `) ${number(-kern)} (`;
    }
    return { face, codes };
  }

  #code({ face, id }: Glyph): string {
    return bytesOf(this.#font(face).subset.includeGlyph(id));
  }

  /** The operators that show words one after another, in stretches of one face. */
  show(words: readonly Taken[], size: number): readonly Shown[] {
    const stretches: { face: FontFace; codes: string }[] = [];
    for (const { plain } of words) {
      const last = stretches.at(-1);
      if (plain === null)
        return facesIn(words).map(({ face, glyphs }) => ({ face, operators: this.#placed(glyphs, size) }));
      if (last?.face === plain.face) last.codes += plain.codes;
      else stretches.push({ ...plain });
    }
    return stretches.map(({ face, codes }) => ({
      face,
      // Within a string it would be escaped.
      operators: codes.endsWith(' (') ? `[(${codes.slice(0, -2)}] TJ` : `[(${codes})] TJ`,
    }));
  }

  /** Glyphs of one face, each where it was placed. */
  #placed(glyphs: readonly Glyph[], size: number): string {
    const operators: string[] = [];
    let parts: string[] = [];
    let codes = '';
    const flush = (): void => {
      if (codes !== '') parts.push(`(${codes})`);
      codes = '';
    };
    const show = (after: string): void => {
      flush();
      operators.push(`[${parts.join(' ')}] TJ${after}`);
      parts = [];
    };
    const move = (by: number): void => {
      if (!isSeen(by)) return;
      flush();
      parts.push(number(-by));
    };
    for (const glyph of glyphs) {
      move(glyph.xOffset);
      if (glyph.yOffset !== 0) show(` ${number((glyph.yOffset / 1000) * size)} Ts`);
      codes += this.#code(glyph);
      if (glyph.yOffset !== 0) show(' 0 Ts');
      move(glyph.xAdvance - glyph.advance - glyph.xOffset);
    }
    show('');
    return operators.join('\n');
  }
}

/** Codes as two bytes of a string (7.3.4.2): most files have the same hundred. As hexadecimal digits they are twice as long to pack. */
const bytes: string[] = [];

function bytesOf(code: number): string {
  bytes[code] ??= String.fromCharCode(code >> 8, code & 0xff)
    .replace(/[\\()]/g, '\\$&')
    .replace(/\r/g, '\\r');
  return bytes[code];
}

/** Whether a distance is more than nothing, in thousandths of the font size. */
function isSeen(by: number): boolean {
  return Math.abs(by) >= 0.01;
}

/** The glyphs of words in stretches of one face. */
function facesIn(words: readonly Taken[]): readonly { readonly face: FontFace; readonly glyphs: readonly Glyph[] }[] {
  const found: { face: FontFace; glyphs: Glyph[] }[] = [];
  for (const { shape } of words)
    for (const glyph of shape.glyphs) {
      const last = found.at(-1);
      if (last?.face === glyph.face) last.glyphs.push(glyph);
      else found.push({ face: glyph.face, glyphs: [glyph] });
    }
  return found;
}
