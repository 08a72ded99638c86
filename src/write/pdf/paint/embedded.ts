/** A font in one document: its codes, what each shows, and what each reads as. */
import pdfDocumentModule, { type Reference } from 'pdfmake/js/PDFDocument.js';
import { type Glyph, isMark } from '../../../theme/glyph.ts';
import { shaperOf } from '../../../theme/shaping.ts';
import type { FontFace } from '../../../theme/theme.ts';
import { type SubsetGlyph, subsetOf } from './subset.ts';

type Pdf = InstanceType<typeof pdfDocumentModule.default>;

/** What of pdfkit's own font we build on. */
interface PdfkitFont {
  readonly subset: { encode(): Uint8Array };
  toUnicodeCmap: () => Reference;
  readonly widths: (number | null)[];
  readonly unicode: (readonly number[] | undefined)[];
  ref(): Reference;
}
type PdfkitFontClass = new (pdf: Pdf, font: unknown, id: string) => PdfkitFont;

let pdfkitFontClass: PdfkitFontClass | null = null;

/** pdfkit does not export its font class; an instance tells it. With the class, a font parsed once serves all documents. */
function fontClass(face: FontFace): PdfkitFontClass {
  if (pdfkitFontClass === null) {
    const probe = new pdfDocumentModule.default({}, {}, {}, {}, { autoFirstPage: false, font: null }, null);
    probe.font(face.bytes);
    pdfkitFontClass = (probe._font as { constructor: PdfkitFontClass }).constructor;
  }
  return pdfkitFontClass;
}

/** Half of what a font file can count: the outlines that composite ones are made of take numbers too. */
const mostCodes = 0x8000;

/**
 * A code stands for an outline and what it reads as, so one outline has as many codes as it has readings: Greek capitals without
 * their accents, Ω and the sign of ohms, ﬁ and fi. ToUnicode (ISO 32000-1, 9.10.3) has one text a code, and readers that know
 * nothing of ActualText copy that.
 */
export class EmbeddedFont {
  /** Its name in the resources of pages. */
  readonly id: string;
  readonly face: FontFace;
  readonly #font: PdfkitFont;
  readonly #outlines: SubsetGlyph[] = [0];
  readonly #codes = new Map<number | string, string>();
  readonly #parts = new Set<number>();

  constructor(pdf: Pdf, face: FontFace) {
    this.id = `F${++pdf._fontCount}`;
    this.face = face;
    this.#font = new (fontClass(face))(pdf, shaperOf(face).font, this.id);
    // pdfkit has .notdef read as U+0000, which ISO 14289-1, 7.21.7 forbids even of a glyph that is never shown.
    this.#font.unicode[0] = [0xfffd];
    this.#font.subset.encode = () => subsetOf(face, this.#outlines);
    this.#font.toUnicodeCmap = () => {
      const stream = pdf.ref();
      stream.end(readingsOf(this.#font.unicode));
      return stream;
    };
    pdf._fontFamilies[this.id] = this.#font;
  }

  get isFull(): boolean {
    return this.#outlines.length + this.#parts.size >= mostCodes;
  }

  ref(): Reference {
    return this.#font.ref();
  }

  /**
   * The codes of a glyph, as bytes of a string; null if it has none and the font is full. A letter with marks is drawn by one code
   * that stands for the letter, and what is behind it, not seen and of no width, stands for the marks: readers take marks alone for
   * what has no width. What is read from right to left is so character by character: all readers take it from its end.
   */
  codesOf(glyph: Glyph, backwards: boolean): readonly string[] | null {
    const { codePoints } = glyph;
    const marks = codePoints.length === 1 ? 0 : codePoints.slice(1).findIndex(isMark) + 1;
    const letter = this.#codeOf(glyph, ordered(marks === 0 ? codePoints : codePoints.slice(0, marks), backwards));
    if (letter === null) return null;
    if (marks === 0) return [letter];
    const over = this.#codeOf({ ...glyph, parts: [], advance: 0 }, ordered(codePoints.slice(marks), backwards));
    return over === null ? null : ordered([letter, over], backwards);
  }

  #codeOf(glyph: Glyph, codePoints: readonly number[]): string | null {
    const key = keyOf(glyph, codePoints);
    const known = this.#codes.get(key);
    if (known !== undefined || this.isFull) return known ?? null;
    const { id, parts, advance } = glyph;
    const code = this.#outlines.push(parts === null ? id : { parts, advance }) - 1;
    for (const part of parts ?? []) this.#parts.add(part.id);
    this.#font.widths[code] = advance;
    this.#font.unicode[code] = codePoints;
    const bytes = bytesOf(code);
    this.#codes.set(key, bytes);
    return bytes;
  }
}

function ordered<T>(all: readonly T[], backwards: boolean): readonly T[] {
  return backwards ? all.toReversed() : all;
}

/** Most glyphs are one outline that stands for one character: a number finds them sooner than a text. */
function keyOf({ id, parts, advance }: Glyph, codePoints: readonly number[]): number | string {
  const [only = 0] = codePoints;
  if (parts === null && codePoints.length === 1) return id * 0x20_0000 + only;
  const drawn = parts?.map((part) => `${part.id} ${part.x} ${part.y}`) ?? `${id}`;
  return `${drawn} ${advance} ${codePoints}`;
}

/**
 * What codes read as, code for code (9.10.3). pdfkit's ranges with a list of texts are as right, but Ghostscript reads the two bytes
 * of each as one: whoever copies with it, or has it save the file anew, got “ñÐõÐð” of “საქარ”.
 */
export function readingsOf(texts: readonly (readonly number[] | undefined)[]): string {
  const lines = texts.map((codePoints = [], code) => {
    return `<${hexOf(code)}> <${unitsOf(String.fromCodePoint(...codePoints))}>`;
  });
  const blocks = Array.from({ length: Math.ceil(lines.length / mostOfBlock) }, (_, index) => {
    const block = lines.slice(index * mostOfBlock, (index + 1) * mostOfBlock);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

/** Entries of a block, at most (Adobe Technical Note 5014, 3). */
const mostOfBlock = 100;

const hexOf = (value: number): string => value.toString(16).padStart(4, '0');

/** UTF-16BE as hexadecimal digits. */
export function unitsOf(text: string): string {
  return Array.from({ length: text.length }, (_, at) => hexOf(text.charCodeAt(at))).join('');
}

/** Codes as two bytes of a string (7.3.4.2): most files have the same hundred. As hexadecimal digits they are twice as long to pack. */
const bytes: string[] = [];

function bytesOf(code: number): string {
  bytes[code] ??= String.fromCharCode(code >> 8, code & 0xff)
    .replace(/[\\()]/g, '\\$&')
    .replace(/\r/g, '\\r');
  return bytes[code];
}
