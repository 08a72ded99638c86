/** Pictures in a PDF (ISO 32000-1, 8.9): what is known of them before their samples are unpacked. */
import {
  PDFArray,
  PDFBool,
  PDFContext,
  type PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import type { PdfValue } from '../lexer.ts';
import { lookup, numberAt, numbersOf } from '../objects.ts';
import { black, type Colour } from './colour.ts';
import { type Matrix, stretches } from './geometry.ts';
import type { Paint } from './paint.ts';
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
  /** The stream with the samples. */
  readonly stream: PDFRawStream;
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

/** A colour of its space, by which it is known which inks its samples paint. */
export const sampleOf = ({ space }: PdfImage): Colour => (space === null ? black : (space.base ?? space).colour([]));

/** Of what is painted, of a picture a sample. */
export const colourOf = (paint: Paint): Colour =>
  paint.type === 'picture' ? (paint.colour ?? sampleOf(paint.image)) : paint.colour;

/** Whether nothing tells what its samples mean; a JPEG 2000 file may tell that itself. */
export const lacksSpace = ({ space, isStencil, filters }: PdfImage): boolean =>
  space === null && !isStencil && filters.at(-1) !== 'JPXDecode';

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

/** What an inline image's dictionary may say short (8.9.7, tables 91 and 92). */
const longKeys: Readonly<Record<string, string>> = {
  BPC: 'BitsPerComponent',
  CS: 'ColorSpace',
  D: 'Decode',
  DP: 'DecodeParms',
  F: 'Filter',
  H: 'Height',
  IM: 'ImageMask',
  W: 'Width',
};

/** An inline image as if it stood in a stream of its own: its samples print as any others do. */
export function inlineImage(operands: readonly PdfValue[], resources: PDFDict | null): PdfImage | null {
  const context = resources?.context ?? PDFContext.create();
  const dict = context.obj({});
  const samples = operands.at(-1);
  for (let at = 0; at + 1 < operands.length - 1; at += 2) {
    const [key, value] = [operands[at], operands[at + 1]];
    if (typeof key !== 'string' || value === undefined) continue;
    const name = longKeys[key] ?? key;
    dict.set(PDFName.of(name), objectOf(value, context));
  }
  return imageOf(PDFRawStream.of(dict, samples instanceof Uint8Array ? samples : new Uint8Array()), resources);
}

function objectOf(value: PdfValue, context: PDFContext): PDFObject {
  if (typeof value === 'number') return PDFNumber.of(value);
  if (typeof value === 'string') return PDFName.of(value);
  if (typeof value === 'boolean') return value ? PDFBool.True : PDFBool.False;
  if (value === null) return PDFNull;
  if (value instanceof Uint8Array) return PDFHexString.of(Buffer.from(value).toString('hex'));
  if (value instanceof Map) {
    const dict = context.obj({});
    for (const [key, part] of value) dict.set(PDFName.of(key), objectOf(part, context));
    return dict;
  }
  const array = context.obj([]);
  for (const part of value as readonly PdfValue[]) array.push(objectOf(part, context));
  return array;
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
