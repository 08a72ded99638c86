/** The pixels that finished files paint, decoded here from what their formats say, with nothing of the writers. */
import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import { unzipSync } from 'fflate';
import sharp from 'sharp';

export interface Painted {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of 8 bits; four inks of a press for a print edition. */
  readonly pixels: Uint8Array;
}

/** Of a picture file, by the reference decoder. */
export async function decoded(file: Uint8Array): Promise<Painted> {
  const { data, info } = await sharp(file)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

/** The pictures of an HTML page in order. */
export function ofHtml(html: Uint8Array): Promise<readonly Painted[]> {
  const text = Buffer.from(html).toString('utf8');
  const found = [...text.matchAll(/<img[^>]*? src="data:image\/(?:png|jpeg);base64,([^"]+)"/g)];
  return Promise.all(found.map(([, data = '']) => decoded(Buffer.from(data, 'base64'))));
}

/** The pictures of a Word document in the order of its text. */
export function ofDocx(docx: Uint8Array): Promise<readonly Painted[]> {
  const files = unzipSync(docx);
  const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8');
  const relations = new Map(
    [...text('word/_rels/document.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      /Id="([^"]+)"/.exec(tag)?.[1],
      /Target="([^"]+)"/.exec(tag)?.[1],
    ]),
  );
  const shown = [...text('word/document.xml').matchAll(/<a:blip r:embed="([^"]+)"/g)].map(([, id]) =>
    relations.get(id),
  );
  const rasters = shown.filter((name) => /\.(?:png|jpe?g)$/.test(name ?? ''));
  return Promise.all(rasters.map((name) => decoded(files[`word/${name}`] ?? new Uint8Array())));
}

/** The pictures of a PDF in the order in which they were written, each with its masks (ISO 32000-1, 8.9.5 and 11.6.5). */
export async function ofPdf(pdf: Uint8Array): Promise<readonly Painted[]> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false });
  const images = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image') ? [object] : [],
    );
  const masks = new Set(images.map(({ dict }) => dict.lookup(PDFName.of('SMask'))));
  return Promise.all(images.filter((image) => !masks.has(image)).map((image) => painted(image)));
}

const at = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(PDFName.of(key));
const numberAt = (dict: PDFDict, key: string, usual = 0): number => {
  const value = at(dict, key);
  return value instanceof PDFNumber ? value.asNumber() : usual;
};
const numbersAt = (dict: PDFDict, key: string): number[] | null => {
  const value = at(dict, key);
  return value instanceof PDFArray
    ? value.asArray().map((_, index) => (value.lookup(index) as PDFNumber).asNumber())
    : null;
};
const nameAt = (dict: PDFDict, key: string): string => String(at(dict, key) ?? '');

async function painted(image: PDFRawStream): Promise<Painted> {
  const { dict } = image;
  const [width, height] = [numberAt(dict, 'Width'), numberAt(dict, 'Height')];
  const pixels = new Uint8Array(4 * width * height);
  const isInk = nameAt(dict, 'ColorSpace') === '/DeviceCMYK';
  if (nameAt(dict, 'Filter') === '/DCTDecode') {
    const jpeg = sharp(image.contents);
    const data = isInk
      ? await jpeg.pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer()
      : await jpeg.toColourspace('srgb').ensureAlpha().raw().toBuffer();
    pixels.set(data);
    return { width, height, pixels };
  }
  const space = at(dict, 'ColorSpace');
  const indexed = space instanceof PDFArray ? (space.lookup(3) as PDFRawStream) : null;
  const palette = indexed && unpacked(indexed, 0);
  const channels = indexed !== null || nameAt(dict, 'ColorSpace') === '/DeviceGray' ? 1 : 3;
  const bits = numberAt(dict, 'BitsPerComponent');
  const samples = samplesOf(image, { width, height, channels, bits });
  const soft = at(dict, 'SMask');
  const alpha =
    soft instanceof PDFRawStream
      ? samplesOf(soft, { width, height, channels: 1, bits: numberAt(soft.dict, 'BitsPerComponent') })
      : null;
  const key = numbersAt(dict, 'Mask');
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const own = samples.subarray(pixel * channels, (pixel + 1) * channels);
    const to8 = (value: number): number => (bits === 16 ? value >> 8 : Math.round((255 * value) / (2 ** bits - 1)));
    const [first = 0] = own;
    const lights =
      palette === null
        ? [0, 1, 2].map((channel) => to8(own[channels === 1 ? 0 : channel] ?? 0))
        : [...palette.subarray(3 * first, 3 * first + 3)];
    const isKey =
      key !== null && [...own].every((value, n) => value >= (key[2 * n] ?? 0) && value <= (key[2 * n + 1] ?? 0));
    pixels.set([...lights, alpha === null ? (isKey ? 0 : 255) : (alpha[pixel] ?? 0)], 4 * pixel);
  }
  return { width, height, pixels };
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly bits: number;
}

function samplesOf(stream: PDFRawStream, { width, height, channels, bits }: Layout): Uint16Array {
  const row = Math.ceil((width * channels * bits) / 8);
  const bytes = unpacked(stream, row);
  const samples = new Uint16Array(width * height * channels);
  for (let y = 0, to = 0; y < height; y += 1)
    for (let n = 0; n < width * channels; n += 1) {
      const bit = n * bits;
      const byte = y * row + (bit >> 3);
      samples[to++] =
        bits === 16
          ? (bytes[byte] ?? 0) * 256 + (bytes[byte + 1] ?? 0)
          : ((bytes[byte] ?? 0) >> (8 - bits - (bit & 7))) & (2 ** bits - 1);
    }
  return samples;
}

/** Inflated; with PNG's predictors undone (7.4.4.4) where rows have them. */
function unpacked({ dict, contents }: PDFRawStream, row: number): Uint8Array {
  const bytes = nameAt(dict, 'Filter') === '/FlateDecode' ? inflateSync(contents) : contents;
  const params = at(dict, 'DecodeParms');
  if (!(params instanceof PDFDict) || numberAt(params, 'Predictor', 1) < 10) return bytes;
  const colours = numberAt(params, 'Colors', 1);
  const step = Math.max(1, (colours * numberAt(params, 'BitsPerComponent', 8)) >> 3);
  const lines = Math.floor(bytes.length / (row + 1));
  const out = new Uint8Array(lines * row);
  for (let y = 0; y < lines; y += 1)
    for (let n = 0; n < row; n += 1) {
      const left = n >= step ? (out[y * row + n - step] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * row + n] ?? 0) : 0;
      const corner = y > 0 && n >= step ? (out[(y - 1) * row + n - step] ?? 0) : 0;
      const nearest = [left, up, corner].reduce((best, value) => {
        const distance = (guess: number): number => Math.abs(left + up - corner - guess);
        return distance(value) < distance(best) ? value : best;
      });
      const guess = [0, left, up, (left + up) >> 1, nearest][bytes[y * (row + 1)] ?? 0] ?? 0;
      out[y * row + n] = (bytes[y * (row + 1) + 1 + n] ?? 0) + guess;
    }
  return out;
}

/** How far two pictures are apart in any channel at most; what cannot be seen through alpha counts nothing. */
export function distance(a: Painted, b: Painted): number {
  if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let n = 0; n < a.pixels.length; n += 1) {
    const [one, other] = [a.pixels[n | 3] ?? 0, b.pixels[n | 3] ?? 0];
    if ((one === 0 && other === 0) || (n & 3) === 3) most = Math.max(most, Math.abs(one - other));
    else most = Math.max(most, Math.abs((a.pixels[n] ?? 0) - (b.pixels[n] ?? 0)));
  }
  return most;
}
