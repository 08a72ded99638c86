/** The samples of a picture, and whether they are all there: of one that ends too early its beginning prints. */
import { lookup } from '../../finished/pdf/objects.ts';
import type { PdfImage } from '../../finished/pdf/paint/images.ts';
import { firstBytesOf, isTooLarge, largest, packedBytesOf } from '../../finished/pdf/paint/streams.ts';
import { jpegInks, jpegLights, mostPixels } from '../../picture/ink.ts';

export interface PictureSamples {
  /** Row by row, as the file tells them. */
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
  /** How many rows there are from the top. */
  readonly rows: number;
}

/** `damaged` for what nobody can read; null for what we cannot: JPEG 2000, fax formats, too large. */
export async function readSamples(image: PdfImage): Promise<PictureSamples | 'damaged' | null> {
  const { filters, height, stream } = image;
  const row = rowOf(image);
  const last = filters.at(-1) ?? '';
  if (isForeign(last)) {
    const packed = last === 'JPXDecode' ? packedBytesOf(stream) : null;
    return packed !== null && !isJpx(packed) ? 'damaged' : null;
  }
  if (row * height > largest || (isJpeg(last) && image.width * height > mostPixels)) return null;
  const found = isJpeg(last) ? await jpegOf(image) : plainOf(image);
  if (found === null)
    return filters.every(isKnown) && !isTooLarge(stream) && !isOddlyPredicted(image) ? 'damaged' : null;
  const rows = Math.min(height, Math.floor(found.bytes.length / Math.max(1, row)));
  return rows === 0 ? 'damaged' : { ...found, isWhole: found.isWhole && rows === height, rows };
}

/** Bytes of a row. */
export function rowOf({ width, isStencil, space, bits, filters }: PdfImage): number {
  return Math.ceil((width * (isStencil ? 1 : (space?.components ?? 1)) * bitsOf(bits, filters)) / 8);
}

export const bitsOf = (bits: number, filters: readonly string[]): number => (isJpeg(filters.at(-1) ?? '') ? 8 : bits);

const isJpeg = (filter: string): boolean => filter === 'DCTDecode';
const isForeign = (filter: string): boolean => /^(?:JPX|JBIG2|CCITTFax)Decode$/.test(filter);
const isKnown = (filter: string): boolean => /^(?:Flate|LZW|ASCII85|ASCIIHex|RunLength|DCT)Decode$/.test(filter);

function plainOf({ stream }: PdfImage) {
  const bytes = firstBytesOf(stream);
  return bytes && { bytes, isWhole: true };
}

async function jpegOf({ stream, space }: PdfImage) {
  const bytes = packedBytesOf(stream);
  if (bytes === null) return null;
  const components = space?.components ?? 1;
  const found = components === 4 ? await jpegInks(bytes) : await jpegLights(bytes, components);
  return found && { bytes: found.data, isWhole: found.isWhole };
}

/** A predictor of samples that are no bytes, which is not reckoned. */
function isOddlyPredicted({ stream, bits }: PdfImage): boolean {
  return bits !== 8 && lookup(stream.dict, 'DecodeParms') !== undefined;
}

/** A JP2 file or a bare codestream, by its first bytes (ISO 15444-1, A.4.1, I.5.1), with the mark of its end: no packet has its bytes. */
function isJpx(bytes: Uint8Array): boolean {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const isFile = held.length > 12 && held.toString('latin1', 4, 8) === 'jP  ';
  return (isFile || held.toString('hex', 0, 4) === 'ff4fff51') && held.includes(Buffer.of(0xff, 0xd9));
}
