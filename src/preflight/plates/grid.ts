/** Pictures as a grid of inks: so many that a page's dots can tell, and no more. */
import { PDFArray, PDFRawStream } from '@cantoo/pdf-lib';
import { lookup, numbersOf } from '../../finished/pdf/objects.ts';
import { type Colour, lightnessOf } from '../../finished/pdf/paint/colour.ts';
import { imageOf, type PdfImage } from '../../finished/pdf/paint/images.ts';
import type { Space } from '../../finished/pdf/paint/spaces.ts';
import { bitsOf, readSamples, rowOf } from './samples.ts';

export interface PictureGrid {
  readonly width: number;
  readonly height: number;
  /** By row, from the upper left. Colours are those of the space, averaged over a cell where they are inks or light. */
  readonly cells: readonly Colour[];
  /** How much of each cell is to be seen, from 0 to 1; null for all. */
  readonly alpha: Float32Array | null;
  /** Whether what says how much of it is seen could not be read: then all of it is. */
  readonly isMaskUnread: boolean;
  /** Whether it ends too early: the rest of it is not seen. */
  readonly isCut: boolean;
}

/** Cells of a side. */
const mostCells = 320;

/** Samples along each side of a cell that are looked at. */
const looks = 3;

/**
 * `damaged` where nobody can read it; null where we cannot: JPEG 2000 of several inks.
 * @param points how large it is printed at most, by its longer side
 */
export async function readGrid(image: PdfImage, points: number): Promise<PictureGrid | 'damaged' | null> {
  const { space, stream, width, height } = image;
  if (space === null && !image.isStencil) return null;
  const found = await readSamples(image);
  if (found === 'damaged') return found;
  if (found === null) return space?.components === 1 ? fullest(space) : null;
  const { bytes: samples, rows: last } = found;
  // Small pictures need no more cells than they have dots.
  const most = Math.min(mostCells, Math.max(4, Math.ceil(2 * points)));
  const size = { width: Math.min(width, most), height: Math.min(height, most) };
  const read = readerOf(image, samples);
  const known = new Map<number, Colour>();
  const colourAt = (x: number, y: number): Colour => {
    const key = read.key(x, y);
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size > 50_000) known.clear();
    const parts = read.parts(x, y);
    const colour = space === null ? stencil(parts) : space.colour(parts);
    known.set(key, colour);
    return colour;
  };
  const [columns, rows] = [placesOf(width, size.width), placesOf(height, size.height)];
  const cells: Colour[] = [];
  for (const down of rows) {
    for (const across of columns) {
      const seen = new Map<Colour, number>();
      for (const y of down) {
        for (const x of across) {
          const colour = colourAt(x, y);
          seen.set(colour, (seen.get(colour) ?? 0) + 1);
        }
      }
      cells.push(averaged([...seen]));
    }
  }
  const mask = await alphaOf(stream, size);
  const alpha = mask === 'unread' ? null : (mask ?? seenBy(image, samples, size));
  return {
    ...size,
    cells,
    alpha: last < height ? cut(alpha, size, last / height) : alpha,
    isMaskUnread: mask === 'unread',
    isCut: !found.isWhole,
  };
}

/** Without what lies below a share of its height. */
function cut(
  alpha: Float32Array | null,
  { width, height }: Readonly<Record<'width' | 'height', number>>,
  share: number,
) {
  const own = alpha ?? new Float32Array(width * height).fill(1);
  return own.fill(0, Math.round(share * height) * width);
}

/** Of a picture in one ink whose samples are packed for fax: it may have all of its ink anywhere. */
function fullest(space: Space): PictureGrid {
  const [least, most] = [space.decode[0] ?? 0, space.decode[1] ?? 1].map((end) => space.colour([end]));
  const darker = [least, most].filter((colour) => colour !== undefined).sort((a, b) => lightnessOf(a) - lightnessOf(b));
  return { width: 1, height: 1, cells: darker.slice(0, 1), alpha: null, isMaskUnread: false, isCut: false };
}

/** Of a stencil a sample says whether it paints: 0 does (8.9.6.2). Black stands for what does. */
const stencil = ([value = 0]: readonly number[]): Colour => ({
  type: 'inks',
  cmyk: [0, 0, 0, value < 0.5 ? 100 : 0],
  spots: [],
  look: null,
  reach: 'all',
});

/** The samples that are looked at for each cell along one side. */
function placesOf(all: number, cells: number): readonly (readonly number[])[] {
  return Array.from({ length: cells }, (_, at) => {
    const [from, to] = [(at * all) / cells, ((at + 1) * all) / cells];
    const count = Math.min(looks, Math.max(1, Math.round(to - from)));
    return Array.from({ length: count }, (__, look) =>
      Math.min(all - 1, Math.floor(from + ((look + 0.5) * (to - from)) / count)),
    );
  });
}

function averaged(parts: readonly (readonly [Colour, number])[]): Colour {
  const [first] = parts;
  if (parts.length === 1 && first?.[0]) return first[0];
  const inks = parts.flatMap(([colour, count]) => (colour.type === 'inks' ? [{ colour, count }] : []));
  const lights = parts.flatMap(([colour, count]) =>
    colour.type === 'inks' || colour.type === 'mixed' ? [] : [{ colour, count }],
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

/** Parts of a colour at a place, by the Decode array or the space's own. */
function readerOf(image: PdfImage, samples: Uint8Array) {
  const { space, decode, isStencil } = image;
  const count = isStencil ? 1 : (space?.components ?? 1);
  const [bits, row] = [bitsOf(image.bits, image.filters), rowOf(image)];
  const most = 2 ** bits - 1;
  const isTable = space?.base != null && !space.isPattern && /^Indexed/.test(space.name);
  const ranges = decode ?? (isTable ? [0, most] : (space?.decode ?? [0, 1]));
  const sample = (x: number, y: number, part: number): number =>
    sampleAt(samples, y * row * 8 + (x * count + part) * bits, bits);
  return {
    /** As the file has it, before it is decoded. */
    sample,
    count,
    parts: (x: number, y: number): readonly number[] =>
      Array.from({ length: count }, (_, part) => {
        const [low = 0, high = 1] = [ranges[2 * part], ranges[2 * part + 1]];
        return low + (sample(x, y, part) / most) * (high - low);
      }),
    /** One number for all samples of a place; of sixteen bits the upper eight. */
    key: (x: number, y: number): number => {
      let key = 0;
      for (let part = 0; part < count; part += 1)
        key = key * 256 + (bits === 16 ? sample(x, y, part) >> 8 : sample(x, y, part));
      return key;
    },
  };
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
): Promise<Float32Array | null | 'unread'> {
  const soft = lookup(owner.dict, 'SMask');
  const mask = soft instanceof PDFRawStream ? soft : lookup(owner.dict, 'Mask');
  if (!(mask instanceof PDFRawStream)) return null;
  const image = imageOf(mask, null);
  const found = image && (await readSamples(image));
  if (image === null || found === null || found === 'damaged' || !found.isWhole) return 'unread';
  const read = readerOf(image, found.bytes);
  const alpha = new Float32Array(size.width * size.height);
  for (let at = 0; at < alpha.length; at += 1) {
    const [x, y] = [at % size.width, Math.floor(at / size.width)];
    const parts = read.parts(
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

/** Of a mask that names ranges of samples, which are not seen where all are within them (8.9.6.4). */
function seenBy(
  image: PdfImage,
  samples: Uint8Array,
  size: { readonly width: number; readonly height: number },
): Float32Array | null {
  const mask = lookup(image.stream.dict, 'Mask');
  if (!(mask instanceof PDFArray) || lookup(image.stream.dict, 'SMask') instanceof PDFRawStream) return null;
  const ranges = numbersOf(mask);
  const { sample, count } = readerOf(image, samples);
  return Float32Array.from({ length: size.width * size.height }, (_, at) => {
    const x = Math.floor((((at % size.width) + 0.5) * image.width) / size.width);
    const y = Math.floor(((Math.floor(at / size.width) + 0.5) * image.height) / size.height);
    const isHidden = Array.from({ length: count }, (__, part) => sample(x, y, part)).every(
      (value, part) => value >= (ranges[2 * part] ?? 0) && value <= (ranges[2 * part + 1] ?? -1),
    );
    return isHidden ? 0 : 1;
  });
}
