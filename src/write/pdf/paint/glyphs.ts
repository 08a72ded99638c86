/** The glyphs of one document: the fonts that hold them, what they read as, and the operators that show them. */
import type pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import type { Page } from 'pdfmake/js/PDFDocument.js';
import type { Glyph } from '../../../theme/glyph.ts';
import type { ShapedText } from '../../../theme/shaping.ts';
import type { FontFace } from '../../../theme/theme.ts';
import type { RunStyle } from '../text/inlines.ts';
import { EmbeddedFont } from './embedded.ts';
import { number } from './inks.ts';

type Pdf = InstanceType<typeof pdfDocumentModule.default>;

/** A word whose glyphs are in their fonts. */
export interface Taken {
  readonly shape: ShapedText;
  /** What its glyphs read as, by the ToUnicode entries of their fonts. */
  readonly says: string;
  /** The one font of all glyphs, on one baseline, and their codes as they stand within `()`; null for others. */
  readonly plain: Plain | null;
}
interface Plain {
  readonly font: EmbeddedFont;
  readonly codes: string;
  /** Whether marks have codes of their own, which tracking is not for. */
  readonly marked: boolean;
}

/** Operators, and the font that they need. */
interface Shown {
  readonly font: EmbeddedFont;
  readonly operators: string;
}

/** A glyph, and its codes in a font that has it. */
interface Coded {
  readonly glyph: Glyph;
  readonly font: EmbeddedFont;
  readonly codes: readonly string[];
}

/** Words of a document that are kept: more than are on hundreds of pages. */
const mostTaken = 16_384;

export class Glyphs {
  readonly #pdf: Pdf;
  /** One font for each face; more where a document has more glyphs of it than a font has codes. */
  readonly #fonts = new Map<FontFace, EmbeddedFont[]>();
  readonly #taken = new Map<ShapedText, Taken>();

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
  }

  /** The name of a font on the current page, which has it from now on. */
  nameOn(page: Page, font: EmbeddedFont): string {
    page.fonts[font.id] ??= font.ref();
    return font.id;
  }

  /** The font of a face, or the first of them. */
  fontOf(face: FontFace): EmbeddedFont {
    return this.#fontsOf(face)[0] ?? this.#another(face);
  }

  #fontsOf(face: FontFace): EmbeddedFont[] {
    const known = this.#fonts.get(face);
    if (known !== undefined) return known;
    const fonts: EmbeddedFont[] = [];
    this.#fonts.set(face, fonts);
    return fonts;
  }

  #another(face: FontFace): EmbeddedFont {
    const font = new EmbeddedFont(this.#pdf, face);
    this.#fontsOf(face).push(font);
    return font;
  }

  #coded(glyph: Glyph, backwards: boolean): Coded {
    for (const font of this.#fontsOf(glyph.face)) {
      const codes = font.codesOf(glyph, backwards);
      if (codes !== null) return { glyph, font, codes };
    }
    this.#another(glyph.face);
    return this.#coded(glyph, backwards);
  }

  /** Takes the glyphs of a word into their fonts. */
  take(shape: ShapedText): Taken {
    const known = this.#taken.get(shape);
    if (known !== undefined) return known;
    const { glyphs, backwards } = shape;
    let says = '';
    for (const { codePoints } of backwards ? glyphs.toReversed() : glyphs) says += String.fromCodePoint(...codePoints);
    const taken = { shape, says: backwards && !this.#isOneString(shape) ? '' : says, plain: this.#plain(shape) };
    if (this.#taken.size >= mostTaken) this.#taken.clear();
    this.#taken.set(shape, taken);
    return taken;
  }

  #plain({ glyphs, backwards }: ShapedText): Plain | null {
    let one: EmbeddedFont | null = null;
    let [codes, marked] = ['', false];
    for (const glyph of glyphs) {
      const { font, codes: own } = this.#coded(glyph, backwards);
      one ??= font;
      if (font !== one || glyph.yOffset !== 0 || isSeen(glyph.xOffset)) return null;
      codes += own.join('');
      marked ||= own.length > 1;
      const kern = glyph.xAdvance - glyph.advance - glyph.xOffset;
      if (isSeen(kern)) codes += `) ${number(-kern)} (`;
    }
    return one && { font: one, codes, marked };
  }

  /** Whether one operator shows it: within one alone characters are read backwards. */
  #isOneString({ glyphs, backwards }: ShapedText): boolean {
    const fonts = new Set(glyphs.map((glyph) => this.#coded(glyph, backwards).font));
    return fonts.size < 2 && glyphs.every(({ yOffset }) => yOffset === 0);
  }

  /** The operators that show words one after another, in stretches of one font. */
  show(words: readonly Taken[], type: Pick<RunStyle, 'size' | 'tracking'>): readonly Shown[] {
    const stretches: { font: EmbeddedFont; codes: string }[] = [];
    for (const { plain } of words) {
      const last = stretches.at(-1);
      if (plain === null || (plain.marked && type.tracking !== 0))
        return this.#stretches(words).map((coded) => ({ font: coded[0].font, operators: placed(coded, type) }));
      if (last?.font === plain.font) last.codes += plain.codes;
      else stretches.push({ ...plain });
    }
    return stretches.map(({ font, codes }) => ({
      font,
      // Within a string it would be escaped.
      operators: codes.endsWith(' (') ? `[(${codes.slice(0, -2)}] TJ` : `[(${codes})] TJ`,
    }));
  }

  /** The glyphs of words in stretches of one font. */
  #stretches(words: readonly Taken[]): readonly (readonly [Coded, ...Coded[]])[] {
    const found: [Coded, ...Coded[]][] = [];
    for (const { shape } of words)
      for (const glyph of shape.glyphs) {
        const coded = this.#coded(glyph, shape.backwards);
        const last = found.at(-1);
        if (last?.[0].font === coded.font) last.push(coded);
        else found.push([coded]);
      }
    return found;
  }
}

/** The operators for glyphs of one font, each where it was placed. */
function placed(glyphs: readonly Coded[], { size, tracking }: Pick<RunStyle, 'size' | 'tracking'>): string {
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
  for (const { glyph, codes: own } of glyphs) {
    move(glyph.xOffset);
    if (glyph.yOffset !== 0) show(` ${number((glyph.yOffset / 1000) * size)} Ts`);
    for (const [index, each] of own.entries()) {
      if (index > 0) move((-tracking / size) * 1000);
      codes += each;
    }
    if (glyph.yOffset !== 0) show(' 0 Ts');
    move(glyph.xAdvance - glyph.advance - glyph.xOffset);
  }
  show('');
  return operators.join('\n');
}

/** Whether a distance is more than nothing, in thousandths of the font size. */
function isSeen(by: number): boolean {
  return Math.abs(by) >= 0.01;
}
