/**
 * Content stream operators (ISO 32000-1, 8 and 9) for one document. pdfkit opens every page with the y axis turned down, so
 * positions here are points from the page's top left.
 */
import pdfDocumentModule, { type Page, type Reference } from 'pdfmake/js/PDFDocument.js';
import { type Glyph, shaperOf } from '../../../theme/shaping.ts';
import type { FontFace } from '../../../theme/theme.ts';
import type { LinePiece, RunStyle } from '../text/inlines.ts';
import { type Inks, screen } from './inks.ts';

type Pdf = InstanceType<typeof pdfDocumentModule.default>;

/** pdfkit's font of one document: which glyphs it holds, and what they read as. */
interface EmbeddedFont {
  readonly id: string;
  readonly subset: { includeGlyph(id: number): number };
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

/** Ornament; page furniture; the head of a table on a later page (14.8.2.2.2). */
export type ArtifactKind = 'Layout' | 'Header' | 'Footer' | 'Pagination';

const number = (n: number): string => String(Math.round(n * 1000) / 1000);

export class Canvas {
  readonly #pdf: Pdf;
  readonly #fonts = new Map<FontFace, EmbeddedFont>();
  readonly #inks: Inks;
  #overprinting: Reference | null = null;

  constructor(pdf: Pdf, inks: Inks = screen) {
    this.#pdf = pdf;
    this.#inks = inks;
  }

  get page(): Page {
    return this.#pdf.page;
  }

  write(operators: string): void {
    this.#pdf.addContent(operators);
  }

  /** Opens marked content that belongs to the structure (14.6). */
  openTagged(type: string, mcid: number): void {
    this.write(`/${type} <</MCID ${mcid}>> BDC`);
  }

  /** Opens what is no part of the document's content: ornament or page furniture (14.8.2.2). */
  openArtifact(kind: ArtifactKind): void {
    const subtype = kind === 'Header' || kind === 'Footer' ? ` /Subtype /${kind}` : '';
    this.write(`/Artifact <</Type /${kind === 'Layout' ? 'Layout' : 'Pagination'}${subtype}>> BDC`);
  }

  /** Opens glyphs that say `text` as a whole, such as a word over several lines (14.9.4). */
  openSaid(text: string): void {
    this.write(`/Span <</ActualText <${utf16(text)}>>> BDC`);
  }

  close(): void {
    this.write('EMC');
  }

  /**
   * The operators that choose the registration colour, which every plate prints (8.6.6.4). It is made when it is first asked
   * for: a file without marks has none.
   */
  registration(): { readonly fill: string; readonly stroke: string } {
    if (this.#pdf.spotColors.All === undefined) this.#pdf.addSpotColor('All', 100, 100, 100, 100);
    const id = this.#pdf.spotColors.All?.id;
    return { fill: `/${id} cs 1 scn`, stroke: `/${id} CS 1 SCN` };
  }

  /** A path in the colours that are chosen already; the operator paints it. */
  outline(d: string, operator: 'S' | 'f'): void {
    this.#pdf.path(d);
    this.write(operator);
  }

  /** Paints a path of the SVG path language. */
  path(d: string, paint: { fill?: string | null; stroke?: string | null; width?: number }): void {
    const { fill = null, stroke = null, width = 1 } = paint;
    this.write('q');
    if (fill !== null) this.write(this.#fill(fill));
    if (stroke !== null)
      this.write(`${this.#inks.spot(stroke, this.#pdf, true) ?? this.#inks.stroke(stroke)} ${number(width)} w`);
    this.#pdf.path(d);
    this.write(fill !== null && stroke !== null ? 'B' : fill !== null ? 'f' : 'S');
    this.write('Q');
  }

  /** Round dots of a radius, one every `step` from `x` to the left until before `end`: a dashed line with round ends of no length. */
  dots({ x, end, y, radius, step }: Record<'x' | 'end' | 'y' | 'radius' | 'step', number>, color: string): void {
    const between = Math.ceil((x - end) / step) - 1;
    if (between < 0) return;
    const pen = this.#inks.spot(color, this.#pdf, true) ?? this.#inks.stroke(color);
    // A little further than the last dot, which sums of decimals would else leave out.
    const last = number(x - between * step - 0.1);
    this.write(`q ${pen} ${number(2 * radius)} w 1 J [0 ${number(step)}] 0 d`);
    this.write(`${number(x)} ${number(y)} m ${last} ${number(y)} l S Q`);
  }

  /**
   * Sets pieces of one style in one text object. `invisible` text (mode 3) is read and copied but not seen: it stands under a
   * drawn mark and says what the mark means.
   */
  text(pieces: readonly LinePiece[], style: RunStyle, x: number, baseline: number, invisible = false): void {
    const over = this.#inks.overprints(style.color);
    if (over) this.write(`q /${this.#overprint()} gs`);
    this.write('BT');
    let chosen = this.#font(pieces[0]?.shape.glyphs[0]?.face ?? style.face);
    const size = number(style.size);
    this.write(
      `${this.#fill(style.color)} /${chosen.id} ${size} Tf ${number(style.tracking)} Tc ${invisible ? 3 : 0} Tr`,
    );
    this.write(`1 0 0 -1 ${number(x)} ${number(baseline)} Tm`);
    let run: Glyph[] = [];
    const show = (): void => {
      for (const { face, glyphs } of facesIn(run)) {
        const font = this.#font(face);
        if (font !== chosen) this.write(`/${font.id} ${size} Tf`);
        chosen = font;
        this.#show(font, glyphs, style.size);
      }
      run = [];
    };
    for (const part of pieces) {
      if (this.#readsBack(part) || part.word !== null) {
        run.push(...part.shape.glyphs);
        continue;
      }
      // A ligature or a shared glyph that would read as another text: say the text itself (14.9.4).
      show();
      this.openSaid(part.text);
      run = [...part.shape.glyphs];
      show();
      this.write('EMC');
    }
    show();
    this.write('ET');
    if (over) this.write('Q');
  }

  /**
   * The name of the graphics state in which a colour leaves the other inks under it as they are (8.6.7): black text on a tint
   * has no light edge where the inks don't meet.
   */
  #overprint(): string {
    if (this.#overprinting === null) {
      this.#overprinting = this.#pdf.ref({ Type: 'ExtGState', OP: true, op: true, OPM: 1 });
      this.#overprinting.end();
    }
    this.page.ext_gstates.Over ??= this.#overprinting;
    return 'Over';
  }

  #fill(color: string): string {
    return this.#inks.spot(color, this.#pdf) ?? this.#inks.fill(color);
  }

  #font(face: FontFace): EmbeddedFont {
    let font = this.#fonts.get(face);
    if (font === undefined) {
      const id = `F${++this.#pdf._fontCount}`;
      font = new (fontClass(face))(this.#pdf, shaperOf(face).font, id);
      // pdfkit has .notdef read as U+0000, which ISO 14289-1, 7.21.7 forbids even of a glyph that is never shown.
      font.unicode[0] = [0xfffd];
      this.#fonts.set(face, font);
      this.#pdf._fontFamilies[id] = font;
    }
    this.page.fonts[font.id] ??= font.ref();
    return font;
  }

  /** Takes the glyphs into their fonts and asks whether the ToUnicode entries give back the piece's text. */
  #readsBack(part: LinePiece): boolean {
    let text = '';
    for (const glyph of part.shape.glyphs) {
      const font = this.#font(glyph.face);
      const id = font.subset.includeGlyph(glyph.id);
      font.widths[id] ??= glyph.advance;
      const reads = font.unicode[id] ?? glyph.codePoints;
      font.unicode[id] = reads;
      text += String.fromCodePoint(...reads);
    }
    return text === part.text;
  }

  #show(font: EmbeddedFont, glyphs: readonly Glyph[], size: number): void {
    const parts: string[] = [];
    let hex = '';
    const flush = (): void => {
      if (hex !== '') parts.push(`<${hex}>`);
      hex = '';
    };
    const move = (by: number): void => {
      if (Math.abs(by) < 0.01) return;
      flush();
      parts.push(number(-by));
    };
    for (const glyph of glyphs) {
      move(glyph.xOffset);
      if (glyph.yOffset !== 0) {
        flush();
        this.write(`[${parts.join(' ')}] TJ ${number((glyph.yOffset / 1000) * size)} Ts`);
        parts.length = 0;
      }
      hex += font.subset.includeGlyph(glyph.id).toString(16).padStart(4, '0');
      if (glyph.yOffset !== 0) {
        flush();
        this.write(`[${parts.join(' ')}] TJ 0 Ts`);
        parts.length = 0;
      }
      move(glyph.xAdvance - glyph.advance - glyph.xOffset);
    }
    flush();
    this.write(`[${parts.join(' ')}] TJ`);
  }
}

/** Glyphs in stretches of one face. */
function facesIn(glyphs: readonly Glyph[]): readonly { readonly face: FontFace; readonly glyphs: readonly Glyph[] }[] {
  const found: { face: FontFace; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs) {
    const last = found.at(-1);
    if (last?.face === glyph.face) last.glyphs.push(glyph);
    else found.push({ face: glyph.face, glyphs: [glyph] });
  }
  return found;
}

/** UTF-16BE with a byte order mark, as hexadecimal digits (7.9.2.2). */
export function utf16(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'));
  return `feff${units.join('')}`;
}
