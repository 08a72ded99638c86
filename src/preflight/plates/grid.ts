/** Pictures as a grid of inks: so many that a page's dots can tell, and no more. */
import { PDFRawStream } from '@cantoo/pdf-lib';
import { lookup } from '../../finished/pdf/objects.ts';
import { type Colour, lightnessOf } from '../../finished/pdf/paint/colour.ts';
import { imageOf, type PdfImage } from '../../finished/pdf/paint/images.ts';
import { bytesOf } from '../../finished/pdf/paint/streams.ts';
import { jpegInks, jpegLights } from '../../picture/ink.ts';

export interface PictureGrid {
  readonly width: number;
  readonly height: number;
  /** By row, from the upper left. Colours are those of the space, averaged over a cell where they are inks or light. */
  readonly cells: readonly Colour[];
  /** How much of each cell is to be seen, from 0 to 1; null for all. */
  readonly alpha: Float32Array | null;
}

/** Cells of a side. */
const mostCells = 320;

/** Samples along each side of a cell that are looked at. */
const looks = 3;

/** Null where samples cannot be read: JPEG 2000, fax, damaged. */
export async function readGrid(image: PdfImage): Promise<PictureGrid | null> {
  const { space, stream, width, height } = image;
  if (stream === null || (space === null && !image.isStencil)) return null;
  const samples = await samplesOf(image);
  if (samples === null) return null;
  const size = { width: Math.min(width, mostCells), height: Math.min(height, mostCells) };
  const read = readerOf(image, samples);
  const cells = new Map<string, Colour>();
  const list: Colour[] = [];
  const alpha = await alphaOf(stream, size);
  for (const places of placesOf(image, size)) {
    const seen = new Map<string, number>();
    for (const [x, y] of places) {
      const parts = read(x, y);
      const key = parts.join(' ');
      seen.set(key, (seen.get(key) ?? 0) + 1);
      if (!cells.has(key))
        cells.set(key, image.isStencil ? stencil(parts) : (space as NonNullable<typeof space>).colour(parts));
      if (cells.size > 100_000) cells.clear();
    }
    list.push(averaged([...seen].map(([key, count]) => [cells.get(key) ?? null, count])));
  }
  return { ...size, cells: list, alpha };
}

/** Of a stencil a sample says whether it paints: 0 does (8.9.6.2). Black stands for what does. */
const stencil = ([value = 0]: readonly number[]): Colour => ({
  type: 'inks',
  cmyk: [0, 0, 0, value < 0.5 ? 100 : 0],
  spots: [],
  look: null,
  reach: 'all',
});

/** The samples that are looked at for each cell. */
function* placesOf({ width, height }: PdfImage, size: { readonly width: number; readonly height: number }) {
  const along = (at: number, all: number, cells: number): number[] => {
    const [from, to] = [(at * all) / cells, ((at + 1) * all) / cells];
    const count = Math.min(looks, Math.max(1, Math.round(to - from)));
    return Array.from({ length: count }, (_, look) =>
      Math.min(all - 1, Math.floor(from + ((look + 0.5) * (to - from)) / count)),
    );
  };
  const columns = Array.from({ length: size.width }, (_, at) => along(at, width, size.width));
  for (let row = 0; row < size.height; row += 1) {
    const rows = along(row, height, size.height);
    for (const across of columns) yield rows.flatMap((y) => across.map((x) => [x, y] as const));
  }
}

function averaged(parts: readonly (readonly [Colour | null, number])[]): Colour {
  const [first] = parts;
  if (parts.length === 1 && first?.[0]) return first[0];
  const inks = parts.flatMap(([colour, count]) => (colour?.type === 'inks' ? [{ colour, count }] : []));
  const lights = parts.flatMap(([colour, count]) =>
    colour?.type === 'rgb' || colour?.type === 'lab' ? [{ colour, count }] : [],
  );
  const all = Math.max(
    1,
    (inks.length > 0 ? inks : lights).reduce((total, { count }) => total + count, 0),
  );
  if (inks.length === 0 && lights[0] !== undefined) {
    const part = (axis: 0 | 1 | 2) =>
      lights.reduce((total, { colour, count }) => total + colour.rgb[axis] * count, 0) / all;
    return { ...lights[0].colour, rgb: [part(0), part(1), part(2)] };
  }
  const part = (axis: 0 | 1 | 2 | 3) =>
    inks.reduce((total, { colour, count }) => total + colour.cmyk[axis] * count, 0) / all;
  const tints = new Map<string, number>();
  for (const { colour, count } of inks) {
    for (const { name, tint } of colour.spots) tints.set(name, (tints.get(name) ?? 0) + (tint * count) / all);
  }
  const spots = [...tints].map(([name, tint]) => ({ name, tint }));
  return { type: 'inks', cmyk: [part(0), part(1), part(2), part(3)], spots, look: null, reach: 'all' };
}

/** The samples as bytes, row by row, as the file tells them. */
async function samplesOf({ filters, stream, space }: PdfImage): Promise<Uint8Array | null> {
  if (stream === null) return null;
  const last = filters.at(-1);
  if (last !== 'DCTDecode' && last !== 'DCT') return bytesOf(stream);
  if (filters.length !== 1) return null;
  const bytes = stream.getContents();
  return (
    (space?.components === 4 ? await jpegInks(bytes) : await jpegLights(bytes, space?.components ?? 1))?.data ?? null
  );
}

/** Parts of a colour at a place, by the Decode array or the space's own. */
function readerOf({ width, bits: told, space, decode, filters, isStencil }: PdfImage, samples: Uint8Array) {
  const count = isStencil ? 1 : (space?.components ?? 1);
  const bits = /^DCT/.test(filters.at(-1) ?? '') ? 8 : told;
  const row = Math.ceil((width * count * bits) / 8);
  const most = 2 ** bits - 1;
  const isTable = space?.base != null && !space.isPattern && /^Indexed/.test(space.name);
  const ranges = decode ?? (isTable ? [0, most] : (space?.decode ?? [0, 1]));
  return (x: number, y: number): readonly number[] =>
    Array.from({ length: count }, (_, part) => {
      const sample = sampleAt(samples, y * row * 8 + (x * count + part) * bits, bits);
      const [low = 0, high = 1] = [ranges[2 * part], ranges[2 * part + 1]];
      return low + (sample / most) * (high - low);
    });
}

function sampleAt(bytes: Uint8Array, bit: number, bits: number): number {
  const at = bit >> 3;
  if (bits === 8) return bytes[at] ?? 0;
  if (bits === 16) return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  return ((bytes[at] ?? 0) >> (8 - bits - (bit & 7))) & (2 ** bits - 1);
}

/** Of a soft mask or a stencil that says what of a picture is seen (8.9.6.3, 11.6.5.3), over the same cells. */
async function alphaOf(
  owner: PDFRawStream,
  size: { readonly width: number; readonly height: number },
): Promise<Float32Array | null> {
  const soft = lookup(owner.dict, 'SMask');
  const mask = soft instanceof PDFRawStream ? soft : lookup(owner.dict, 'Mask');
  if (!(mask instanceof PDFRawStream)) return null;
  const image = imageOf(mask, null);
  const samples = image && (await samplesOf(image));
  if (image === null || samples === null) return null;
  const read = readerOf(image, samples);
  const alpha = new Float32Array(size.width * size.height);
  for (let at = 0; at < alpha.length; at += 1) {
    const [x, y] = [at % size.width, Math.floor(at / size.width)];
    const parts = read(
      Math.min(image.width - 1, Math.floor(((x + 0.5) * image.width) / size.width)),
      Math.min(image.height - 1, Math.floor(((y + 0.5) * image.height) / size.height)),
    );
    alpha[at] = image.isStencil
      ? Number((parts[0] ?? 0) < 0.5)
      : image.space === null
        ? 1
        : lightnessOf(image.space.colour(parts));
  }
  return alpha;
}
