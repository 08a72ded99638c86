/** Decoded pixels: 8 bits of sRGB, upright, with or without alpha. */
import type { Metadata } from 'sharp';
import type { PicturePart } from './crop.ts';
import { relit } from './png-light.ts';
import type { RasterFacts } from './raster-facts.ts';
import type { Size } from './room.ts';
import { loadSharp } from './sharp.ts';

export interface Pixels extends Size {
  readonly data: Uint8Array;
  /** 1 or 3, with alpha 2 or 4. */
  readonly channels: 1 | 2 | 3 | 4;
}

/**
 * Decodes a picture, or a part of it (as it is in the file), line by line, shrunk on the way to `size` (of what is shown, upright),
 * so that never all of a large one is held. Throws where the data are damaged.
 */
export async function pixelsOf(
  { bytes, light }: Pick<RasterFacts, 'bytes' | 'light'>,
  { width, height, orientation = 1, depth }: Metadata,
  { limit, size, part = null }: { readonly limit: number; readonly size: Size; readonly part?: PicturePart | null },
): Promise<Pixels> {
  const sharp = await loadSharp();
  const [across, down] = orientation >= 5 ? [size.height, size.width] : [size.width, size.height];
  const source = sharp(bytes, { failOn: 'truncated', limitInputPixels: limit, sequentialRead: true });
  const shown = part === null ? source : source.extract(part);
  const own = part ?? { width, height };
  const scaled = across === own.width && down === own.height ? shown : shown.resize(across, down, { fit: 'fill' });
  // Light that is not a screen's is reckoned in all the bits that the file has.
  const isDeep = light !== null && depth === 'ushort';
  const raw = isDeep ? scaled.toColourspace('rgb16').raw({ depth: 'ushort' }) : scaled.toColourspace('srgb').raw();
  const { data, info } = await raw.toBuffer({ resolveWithObject: true });
  const channels = info.channels as Pixels['channels'];
  const samples = isDeep ? new Uint16Array(data.buffer, data.byteOffset, data.length / 2) : data;
  const lit = light === null ? data : relit(samples, channels, isDeep ? 65535 : 255, light);
  return turned({ data: lit, width: info.width, height: info.height, channels }, orientation);
}

/** Of 255: in so little of another ink no eye sees a colour. */
const trace = 6;

/** Of a picture in CMYK, how much black each pixel has that has no other ink, as a grey PNG; null where none has. */
export async function blackAlone(
  bytes: Uint8Array,
  { width, height, orientation = 1 }: Metadata,
  { limit, size, part }: { readonly limit: number; readonly size: Size; readonly part: PicturePart | null },
): Promise<Uint8Array | null> {
  const sharp = await loadSharp();
  const [across, down] = orientation >= 5 ? [size.height, size.width] : [size.width, size.height];
  const source = sharp(bytes, { limitInputPixels: limit, sequentialRead: true }).pipelineColourspace('cmyk');
  const shown = part === null ? source : source.extract(part);
  const own = part ?? { width, height };
  const scaled = across === own.width && down === own.height ? shown : shown.resize(across, down, { fit: 'fill' });
  const { data, info } = await scaled.toColourspace('cmyk').raw().toBuffer({ resolveWithObject: true });
  const black = new Uint8Array(info.width * info.height);
  for (let at = 0; at < black.length; at += 1) {
    const colour = Math.max(data[4 * at] ?? 0, data[4 * at + 1] ?? 0, data[4 * at + 2] ?? 0);
    if (colour <= trace) black[at] = data[4 * at + 3] ?? 0;
  }
  if (black.every((ink) => ink === 0)) return null;
  const upright = turned({ data: black, width: info.width, height: info.height, channels: 1 }, orientation);
  return new Uint8Array(
    await sharp(upright.data, { raw: rawOf(upright) })
      .toColourspace('b-w')
      .png()
      .toBuffer(),
  );
}

/** The pixels upright, by the eight values of Orientation (CIPA DC-008, 4.6.4). */
function turned(pixels: Pixels, orientation: number): Pixels {
  if (orientation <= 1 || orientation > 8) return pixels;
  const { width, height, channels, data } = pixels;
  const isQuarter = orientation >= 5;
  const [across, down] = isQuarter ? [height, width] : [width, height];
  // Along the picture's own axes: whether what comes first as seen comes last in the file.
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBottom = [3, 4, 6, 7].includes(orientation);
  const upright = new Uint8Array(data.length);
  let to = 0;
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      const [column, line] = isQuarter ? [y, x] : [x, y];
      const sourceX = fromRight ? width - 1 - column : column;
      const sourceY = fromBottom ? height - 1 - line : line;
      const from = (sourceY * width + sourceX) * channels;
      for (let channel = 0; channel < channels; channel += 1) upright[to++] = data[from + channel] ?? 0;
    }
  return { data: upright, width: across, height: down, channels };
}

/** No larger than `size`. */
export async function shrunk(pixels: Pixels, { width, height }: Size): Promise<Pixels> {
  if (pixels.width === width && pixels.height === height) return pixels;
  const sharp = await loadSharp();
  const { data, info } = await sharp(pixels.data, { raw: rawOf(pixels) })
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as Pixels['channels'] };
}

export interface Encoded extends Size {
  readonly format: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
}

/** What a picture is made for: how well a photograph is kept (libjpeg's scale), and how many bytes of PNG are tried as a JPEG. */
const uses = {
  screen: { jpeg: { quality: 92 }, heavy: 1e6 },
  mail: { jpeg: { quality: 78 }, heavy: 150_000 },
  press: { jpeg: { quality: 95, chromaSubsampling: '4:4:4' }, heavy: 1e6 },
} as const;
export type Encoding = keyof typeof uses;

/**
 * A PNG stays one, for its edges and its transparency, but for a photograph: that is far smaller as a JPEG. What goes
 * to the press is encoded anew there, and so as well as can be before.
 */
export async function encodePixels(pixels: Pixels, format: 'png' | 'jpeg', use: Encoding): Promise<Encoded> {
  const sharp = await loadSharp();
  const { width, height } = pixels;
  const source = () => sharp(pixels.data, { raw: rawOf(pixels) });
  const jpeg = async (): Promise<Encoded> => {
    return { format: 'jpeg', width, height, bytes: new Uint8Array(await source().jpeg(uses[use].jpeg).toBuffer()) };
  };
  if (format === 'jpeg') return jpeg();
  const bytes = new Uint8Array(await source().png({ compressionLevel: 9 }).toBuffer());
  const png: Encoded = { format, width, height, bytes };
  if (bytes.length < uses[use].heavy || !isOpaque(pixels)) return png;
  const photograph = await jpeg();
  return photograph.bytes.length * 2 < bytes.length ? photograph : png;
}

/** Many programs write an alpha channel in which all is opaque. */
function isOpaque({ data, channels }: Pixels): boolean {
  if (channels % 2 === 1) return true;
  for (let at = channels - 1; at < data.length; at += channels) if (data[at] !== 255) return false;
  return true;
}

function rawOf({ width, height, channels }: Pixels) {
  return { width, height, channels };
}
