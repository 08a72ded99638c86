/** Bytes of streams, unpacked within limits (ISO 32000-1, 7.4). */
import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream, type PDFStream } from '@cantoo/pdf-lib';
import { lookup, numberAt } from '../objects.ts';

/** What one stream may unpack to: an A3 page in CMYK at 400 dpi takes 124 MB. */
export const largest = 256 * 2 ** 20;

/** Filters as pictures in contents may name them, short (8.9.7, table 94). */
const longFilters: Readonly<Record<string, string>> = {
  A85: 'ASCII85Decode',
  AHx: 'ASCIIHexDecode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  RL: 'RunLengthDecode',
};

/** Filters by their long names, in the order in which they are undone. */
export function filtersOf(dictionary: PDFDict): readonly string[] {
  const filter = lookup(dictionary, 'Filter');
  const names = filter instanceof PDFArray ? filter.asArray().map((_, index) => filter.lookup(index)) : [filter];
  return names.flatMap((name) => {
    const own = name instanceof PDFName ? name.decodeText() : null;
    return own === null ? [] : [longFilters[own] ?? own];
  });
}

/** The unpacked bytes; null for what is damaged, too large or packed as a picture. */
export function bytesOf(stream: PDFStream): Uint8Array | null {
  return undone(stream, filtersOf(stream.dict));
}

/** As much as can be unpacked of a stream that ends too early; null where that is nothing. */
export function firstBytesOf(stream: PDFStream): Uint8Array | null {
  return undone(stream, filtersOf(stream.dict), true);
}

/** The bytes of a picture as its own format has them, such as JPEG: the last filter stays. */
export function packedBytesOf(stream: PDFStream): Uint8Array | null {
  return undone(stream, filtersOf(stream.dict).slice(0, -1));
}

function undone(stream: PDFStream, filters: readonly string[], mayEnd = false): Uint8Array | null {
  if (!(stream instanceof PDFRawStream)) return stream.getContents();
  const params = lookup(stream.dict, 'DecodeParms');
  let bytes: Uint8Array | null = stream.getContents();
  for (const [index, filter] of filters.entries()) {
    const own = params instanceof PDFArray ? params.lookup(index) : index === 0 ? params : undefined;
    bytes = undo(filter, bytes, own instanceof PDFDict ? own : null, stream.dict, mayEnd);
    if (bytes === null) return null;
  }
  return bytes;
}

/** How often a filter's output can be larger than its input: what would unpack to more than `largest` is not tried. */
const growth: Readonly<Record<string, number>> = {
  ASCII85Decode: 4,
  ASCIIHexDecode: 1,
  RunLengthDecode: 64,
  LZWDecode: 64,
};

/** Whether it is not tried. */
export function isTooLarge(stream: PDFStream): boolean {
  const { length } = stream.getContents();
  return filtersOf(stream.dict).some((filter) => length * (growth[filter] ?? 0) > largest);
}

function undo(
  filter: string,
  bytes: Uint8Array,
  params: PDFDict | null,
  owner: PDFDict,
  mayEnd: boolean,
): Uint8Array | null {
  try {
    if (filter === 'FlateDecode') return unpredict(inflated(bytes, mayEnd), params);
    if (bytes.length * (growth[filter] ?? Number.POSITIVE_INFINITY) > largest) return null;
    const alone = owner.context.obj(params === null ? { Filter: filter } : { Filter: filter, DecodeParms: params });
    const unpacked = decodePDFRawStream(PDFRawStream.of(alone, bytes)).decode();
    return filter === 'LZWDecode' ? unpredict(unpacked, params) : unpacked;
  } catch {
    return null;
  }
}

/** Nothing packed is nothing, as of a blank page; a wrong sum at the end is passed over, as all readers do. */
function inflated(bytes: Uint8Array, mayEnd: boolean): Uint8Array {
  if (bytes.every((byte) => byte === 10 || byte === 13 || byte === 32)) return new Uint8Array();
  const finishFlush = mayEnd ? constants.Z_SYNC_FLUSH : constants.Z_FINISH;
  try {
    return inflateSync(bytes, { maxOutputLength: largest, finishFlush });
  } catch (error) {
    if (!(error instanceof Error && /incorrect (?:data|header) check/.test(error.message))) throw error;
    return inflateRawSync(bytes.subarray(2), { maxOutputLength: largest, finishFlush });
  }
}

/** PNG's predictors (7.4.4.4); TIFF's for eight bits. Null for one that is not known. */
function unpredict(bytes: Uint8Array, params: PDFDict | null): Uint8Array | null {
  const predictor = (params && numberAt(params, 'Predictor')) ?? 1;
  if (params === null || predictor === 1) return bytes;
  const bits = numberAt(params, 'BitsPerComponent') ?? 8;
  const colours = numberAt(params, 'Colors') ?? 1;
  const row = Math.ceil(((numberAt(params, 'Columns') ?? 1) * colours * bits) / 8);
  const pixel = Math.max(1, Math.floor((colours * bits) / 8));
  if (!(row > 0 && row < largest)) return null;
  if (predictor === 2) return bits === 8 ? added(bytes, row, colours) : null;
  const out = new Uint8Array(Math.ceil(bytes.length / (row + 1)) * row);
  for (let [from, to] = [0, 0]; from < bytes.length; from += row + 1, to += row) {
    const kind = bytes[from] ?? 0;
    for (let index = 0; index < row; index += 1) {
      const left = index >= pixel ? (out[to + index - pixel] ?? 0) : 0;
      const up = to > 0 ? (out[to + index - row] ?? 0) : 0;
      const corner = to > 0 && index >= pixel ? (out[to + index - row - pixel] ?? 0) : 0;
      out[to + index] = (bytes[from + 1 + index] ?? 0) + guess(kind, left, up, corner);
    }
  }
  return out;
}

function guess(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function added(bytes: Uint8Array, row: number, colours: number): Uint8Array {
  const out = Uint8Array.from(bytes);
  for (let at = 0; at < out.length; at += 1) {
    if (at % row >= colours) out[at] = (out[at] ?? 0) + (out[at - colours] ?? 0);
  }
  return out;
}
