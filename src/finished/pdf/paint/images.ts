/** Pictures in a PDF (ISO 32000-1, 8.9): what is known of them before their samples are unpacked. */
import { PDFArray, type PDFDict, PDFName, type PDFObject, type PDFRawStream } from '@cantoo/pdf-lib';
import type { PdfValue } from '../lexer.ts';
import { lookup, numberAt, numbersOf } from '../objects.ts';
import { type Matrix, stretches } from './geometry.ts';
import { deviceCmyk, deviceGray, deviceRgb, readSpace, type Space } from './spaces.ts';
import { filtersOf } from './streams.ts';
import { boolAt } from './values.ts';

export interface PdfImage {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** Null for a stencil, and where a JPEG 2000 file tells its own. */
  readonly space: Space | null;
  readonly isStencil: boolean;
  readonly decode: readonly number[] | null;
  readonly filters: readonly string[];
  /** The stream with the samples; null for those that stand in the content itself. */
  readonly stream: PDFRawStream | null;
}

/** A picture's own size is told in the file; a liar's must not be reckoned with. */
const longest = 1e6;

const size = (value: number | null): number =>
  value !== null && value >= 1 && value <= longest ? Math.floor(value) : 0;

/** Null for one that has no size. */
export function imageOf(stream: PDFRawStream, resources: PDFDict | null): PdfImage | null {
  const { dict } = stream;
  const decode = lookup(dict, 'Decode');
  const isStencil = boolAt(dict, 'ImageMask') === true;
  const [width, height] = [size(numberAt(dict, 'Width')), size(numberAt(dict, 'Height'))];
  if (width === 0 || height === 0) return null;
  return {
    width,
    height,
    bits: isStencil ? 1 : (numberAt(dict, 'BitsPerComponent') ?? 8),
    space: isStencil ? null : (readSpace(lookup(dict, 'ColorSpace'), resources) ?? jpxSpace(stream)),
    isStencil,
    decode: decode instanceof PDFArray ? numbersOf(decode) : null,
    filters: filtersOf(dict),
    stream,
  };
}

/** The enumerated spaces of a JP2 file's `colr` box that matter here (ISO 15444-1, I.5.3.3). */
const jpxSpaces: Readonly<Record<number, Space>> = { 12: deviceCmyk, 16: deviceRgb, 17: deviceGray };

/** A JPEG 2000 picture need not say its colour space in the PDF (7.4.9). */
function jpxSpace(stream: PDFRawStream): Space | null {
  if (filtersOf(stream.dict).at(-1) !== 'JPXDecode') return null;
  const bytes = Buffer.from(stream.getContents().subarray(0, 4096));
  const at = bytes.indexOf('colr');
  const isEnumerated = at !== -1 && at + 11 <= bytes.length && bytes[at + 4] === 1;
  return isEnumerated ? (jpxSpaces[bytes.readUInt32BE(at + 7)] ?? null) : null;
}

/** An inline image's dictionary may say its keys in full or short (8.9.7). */
export function inlineImage(operands: readonly PdfValue[], resources: PDFDict | null): PdfImage | null {
  const entries = new Map<string, PdfValue>();
  for (let at = 0; at + 1 < operands.length; at += 2) {
    const key = operands[at];
    if (typeof key === 'string') entries.set(key, operands[at + 1] ?? null);
  }
  const get = (short: string, long: string) => entries.get(short) ?? entries.get(long);
  const numeric = (short: string, long: string) => {
    const value = get(short, long);
    return typeof value === 'number' ? value : null;
  };
  const [width, height] = [size(numeric('W', 'Width')), size(numeric('H', 'Height'))];
  if (width === 0 || height === 0) return null;
  const isStencil = get('IM', 'ImageMask') === true;
  return {
    width,
    height,
    bits: isStencil ? 1 : (numeric('BPC', 'BitsPerComponent') ?? 8),
    space: isStencil ? null : readSpace(spaceObject(get('CS', 'ColorSpace')), resources),
    isStencil,
    decode: null,
    filters: [],
    stream: null,
  };
}

/** Only the base of a table of colours can be inline; its space is all that counts here. */
function spaceObject(value: PdfValue | undefined): PDFObject | undefined {
  const name = Array.isArray(value) ? value[1] : value;
  return typeof name === 'string' ? PDFName.of(name) : undefined;
}

/** Samples to an inch along each axis, as it is printed. */
export function resolutionsOf({ width, height }: PdfImage, [a, b, c, d]: Matrix): readonly [number, number] {
  return [(72 * width) / Math.hypot(a, b), (72 * height) / Math.hypot(c, d)];
}

/** Samples to an inch, of the axis that has fewer, as it is printed. */
export function resolutionOf(image: PdfImage, matrix: Matrix): number {
  const flat = stretches(matrix)[0] === 0;
  return flat ? Number.POSITIVE_INFINITY : Math.min(...resolutionsOf(image, matrix));
}
