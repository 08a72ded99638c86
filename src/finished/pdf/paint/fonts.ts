/** Fonts (ISO 32000-1, 9.5 to 9.8): whether they are there, and how far their glyphs advance. */
import { PDFArray, type PDFDict, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib';
import { codeLengthOf, type Decode, differencesOf, fontDecoder } from '../font.ts';
import { dictionaryAt, dictionaryOf, lookup, nameAt, numberAt, numbersOf, textOfName } from '../objects.ts';
import { filesOf, isFontFile } from './font-files.ts';
import type { Matrix } from './geometry.ts';
import { matrixAt } from './values.ts';

export interface FontFacts {
  readonly name: string;
  /** `Type1`, `TrueType`, `Type0`, `Type3` … */
  readonly kind: string;
  readonly embedded: boolean;
  /** Whether what is in the file under its name is no font. */
  readonly isDamaged: boolean;
  readonly subset: boolean;
}

export interface Font {
  readonly facts: FontFacts;
  /** What a character code stands for. */
  text(code: number): string;
  /** How many bytes one character code has. */
  readonly codeLength: 1 | 2;
  /** In parts of the font's size. */
  width(code: number): number;
  /** Of a Type 3 font, whose glyphs are drawn as contents are (9.6.5). */
  readonly drawings: GlyphDrawings | null;
  readonly ascent: number;
  readonly descent: number;
}

export interface GlyphDrawings {
  readonly matrix: Matrix;
  readonly resources: PDFDict | null;
  of(code: number): PDFStream | null;
}

/** Half the size: near enough for a font that the file does not carry, which is an error of its own. */
const guess = 0.5;

const tag = /^[A-Z]{6}\+/;

export function readFont(font: PDFDict): Font {
  const kind = nameAt(font, 'Subtype') ?? 'Type1';
  const base = lookup(font, 'BaseFont');
  const name = base instanceof PDFName ? textOfName(base) : kind === 'Type3' ? 'Type 3' : 'a font without a name';
  const descendants = lookup(font, 'DescendantFonts');
  const cid = descendants instanceof PDFArray ? dictionaryOf(descendants.lookup(0)) : null;
  const isComposite = kind === 'Type0';
  const codeLength = codeLengthOf(font);
  const descriptor = dictionaryAt(isComposite && cid !== null ? cid : font, 'FontDescriptor');
  const files = descriptor === null ? [] : filesOf(descriptor);
  const [ascent, descent] = [
    descriptor && numberAt(descriptor, 'Ascent'),
    descriptor && numberAt(descriptor, 'Descent'),
  ];
  let damaged: boolean | undefined;
  return {
    facts: {
      name: name.replace(tag, ''),
      kind,
      embedded: kind === 'Type3' || files.length > 0,
      // Files are unpacked for it, which only who judges them needs.
      get isDamaged() {
        damaged ??= files.length > 0 && !files.some(isFontFile);
        return damaged;
      },
      subset: tag.test(name),
    },
    text: texts(fontDecoder(font, codeLength), codeLength),
    codeLength,
    width: isComposite ? cidWidths(cid) : simpleWidths(font, descriptor),
    drawings: kind === 'Type3' ? drawingsOf(font) : null,
    // Fonts lie about their height at times; text is neither flat nor twice its size.
    ascent: Math.min(1.1, Math.max(0.6, (ascent ?? 750) / 1000)),
    descent: Math.max(-0.4, Math.min(0, (descent ?? -220) / 1000)),
  };
}

function drawingsOf(font: PDFDict): GlyphDrawings {
  const names = differencesOf(lookup(font, 'Encoding'));
  const drawings = dictionaryAt(font, 'CharProcs');
  return {
    matrix: matrixAt(font, 'FontMatrix') ?? [0.001, 0, 0, 0.001, 0, 0],
    resources: dictionaryAt(font, 'Resources'),
    of: (code) => {
      const name = names.get(code);
      const drawing = name === undefined || drawings === null ? undefined : lookup(drawings, name);
      return drawing instanceof PDFStream ? drawing : null;
    },
  };
}

function texts(decode: Decode, codeLength: Font['codeLength']): Font['text'] {
  const known = new Map<number, string>();
  return (code) => {
    const text =
      known.get(code) ?? decode(codeLength === 2 ? Uint8Array.of(code >> 8, code & 255) : Uint8Array.of(code));
    known.set(code, text);
    return text;
  };
}

function simpleWidths(font: PDFDict, descriptor: PDFDict | null): Font['width'] {
  const widths = lookup(font, 'Widths');
  const list = widths instanceof PDFArray ? numbersOf(widths) : [];
  const first = numberAt(font, 'FirstChar') ?? 0;
  const missing = (descriptor && numberAt(descriptor, 'MissingWidth')) ?? null;
  // Glyphs of Type 3 have a space of their own (9.6.5).
  const matrix = matrixAt(font, 'FontMatrix');
  const scale = nameAt(font, 'Subtype') === 'Type3' ? Math.abs(matrix?.[0] ?? 0.001) : 0.001;
  return (code) => {
    const width = list[code - first] ?? missing;
    return width === null ? guess : width * scale;
  };
}

/** Far more than a font of all Unicode needs; each code that is met may have to look through them once. */
const mostRanges = 5000;

/** W of a CID font (9.7.4.3). Codes are taken for CIDs, as with Identity-H, which PDF/A and PDF/UA files have. */
function cidWidths(cid: PDFDict | null): Font['width'] {
  const widths = new Map<number, number>();
  const ranges: { readonly first: number; readonly last: number; readonly width: number }[] = [];
  const list = cid && lookup(cid, 'W');
  const entries = list instanceof PDFArray ? list : null;
  const numberIn = (index: number): number => {
    const value = entries?.lookup(index);
    return value instanceof PDFNumber ? value.asNumber() : 0;
  };
  for (let at = 0; entries !== null && at + 1 < entries.size() && ranges.length < mostRanges; ) {
    const first = numberIn(at);
    const second = entries.lookup(at + 1);
    if (second instanceof PDFArray) {
      for (const [index, width] of numbersOf(second).entries()) widths.set(first + index, width);
      at += 2;
    } else {
      ranges.push({ first, last: numberIn(at + 1), width: numberIn(at + 2) });
      at += 3;
    }
  }
  const other = (cid && numberAt(cid, 'DW')) ?? 1000;
  return (code) => {
    const known = widths.get(code);
    if (known !== undefined) return known / 1000;
    const found = ranges.find(({ first, last }) => code >= first && code <= last)?.width ?? other;
    widths.set(code, found);
    return found / 1000;
  };
}
