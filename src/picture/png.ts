/** PNG as a file (PNG, third edition, 5 and 11): its chunks, before anything is decoded. */
import { crc32 } from 'node:zlib';
import type { Fault, RasterFacts } from './raster-facts.ts';
import { changedBytes, cutOff } from './raster-facts.ts';

/** How the numbers of a picture become light, where that is not as screens do (11.3.2). */
export interface PngLight {
  /** The exponent that turned light into the numbers, in 100,000ths; null for the curve of sRGB. */
  readonly gamma: number | null;
  /** White, red, green and blue, each with x and y, in 100,000ths; null for those of sRGB. */
  readonly primaries: readonly number[] | null;
}

const badHeader: Fault = { fault: 'its header does not describe a picture' };

/** Depths of a sample that each colour type has, and its channels (11.2.1). */
const types: Readonly<Record<number, { readonly depths: readonly number[]; readonly channels: number }>> = {
  0: { depths: [1, 2, 4, 8, 16], channels: 1 },
  2: { depths: [8, 16], channels: 3 },
  3: { depths: [1, 2, 4, 8], channels: 1 },
  4: { depths: [8, 16], channels: 2 },
  6: { depths: [8, 16], channels: 4 },
};

export function readPng(file: Uint8Array): RasterFacts | Fault {
  const chunks = chunksOf(file);
  if ('fault' in chunks) return chunks;
  const [header] = chunks;
  if (header?.type !== 'IHDR' || header.data.length !== 13) return badHeader;
  const view = viewOf(header.data);
  const [width, height, bits, type] = [view.getUint32(0), view.getUint32(4), view.getUint8(8), view.getUint8(9)];
  const known = types[type];
  const interlace = view.getUint8(12);
  if (width === 0 || height === 0 || known?.depths.includes(bits) !== true || interlace > 1) return badHeader;
  const has = (name: string): boolean => chunks.some((chunk) => chunk.type === name);
  if (!has('IDAT')) return { fault: 'the data of the picture are missing' };
  if (type === 3 && !has('PLTE')) return { fault: 'its table of colours is missing' };
  const light = lightOf(chunks);
  if (light !== null && 'fault' in light) return light;
  const isPlain = bits <= 8 && interlace === 0 && light === null && !has('tRNS') && !has('iCCP');
  const bytes = withoutExtras(file, chunks, type === 3);
  // A picture in seven passes is decoded as a whole; colours of a palette become three samples, transparent ones one more.
  const samples = (type === 3 ? 3 : known.channels) + (has('tRNS') ? 1 : 0);
  const held = interlace === 1 ? width * height * samples * (bits > 8 ? 2 : 1) : 0;
  return { format: 'png', width, height, isPlain, light, bytes, held };
}

/** Whether it is a film, which browsers alone play (11.3.5); of a file that may be anything. */
export function isFilm(file: Uint8Array): boolean {
  if (file[0] !== 0x89) return false;
  const view = viewOf(file);
  for (let from = 8, chunk = 0; from + 12 <= file.length && chunk < mostChunks; chunk += 1) {
    const type = Buffer.from(file.subarray(from + 4, from + 8)).toString('latin1');
    if (type === 'IDAT') return false;
    if (type === 'acTL') return view.getUint32(from + 8) > 1;
    from += 12 + view.getUint32(from);
  }
  return false;
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** Where it stands in the file, with its length and checksum. */
  readonly from: number;
  readonly to: number;
  readonly isSound: boolean;
}

/** More chunks that are not a picture's data than any sound file has. */
const mostChunks = 10_000;

function chunksOf(file: Uint8Array): readonly Chunk[] | Fault {
  const view = viewOf(file);
  const chunks: Chunk[] = [];
  let others = 0;
  // Length, type, data, checksum (5.3).
  for (let from = 8; from + 12 <= file.length; ) {
    const length = view.getUint32(from);
    const type = Buffer.from(file.subarray(from + 4, from + 8)).toString('latin1');
    if (!/^[A-Za-z]{4}$/.test(type)) return { fault: changedBytes };
    const to = from + 12 + length;
    if (to > file.length) return { fault: cutOff };
    const isSound = crc32(file.subarray(from + 4, to - 4)) === view.getUint32(to - 4);
    // A capital first: what is painted depends on it. A fault in another one is passed over, as all decoders do.
    if (!isSound && /^[A-Z]/.test(type)) return { fault: changedBytes };
    if (type !== 'IDAT') others += 1;
    if (others > mostChunks) return badHeader;
    chunks.push({ type, data: file.subarray(from + 8, to - 4), from, to, isSound });
    if (type === 'IEND') return chunks;
    from = to;
  }
  return { fault: cutOff };
}

/**
 * The file without what its readers take differently, its data untouched: a palette that a true-colour picture merely proposes
 * (pdfkit takes it for the picture's own), frames of a film (browsers alone play them), light as all screens have it, chunks that
 * are damaged, and what stands behind the end.
 */
function withoutExtras(file: Uint8Array, chunks: readonly Chunk[], hasPalette: boolean): Uint8Array {
  const differing = ['acTL', 'fcTL', 'fdAT', 'gAMA', 'cHRM', 'cICP', ...(hasPalette ? [] : ['PLTE', 'hIST'])];
  const kept = chunks.filter(({ type, isSound }) => isSound && !differing.includes(type));
  const end = chunks.at(-1)?.to ?? file.length;
  if (kept.length === chunks.length) return file.subarray(0, end);
  return Buffer.concat([file.subarray(0, 8), ...kept.map(({ from, to }) => file.subarray(from, to))]);
}

/** Null where the numbers are shown as screens do, or a profile tells. The first of cICP, iCCP, sRGB and gAMA counts (4.3). */
function lightOf(chunks: readonly Chunk[]): PngLight | Fault | null {
  const dataOf = (name: string) => chunks.find(({ type, isSound }) => type === name && isSound)?.data;
  const coded = dataOf('cICP');
  if (coded !== undefined) {
    const [primaries = 1, transfer = 13] = coded;
    // ITU-T H.273: PQ and HLG.
    if (transfer === 16 || transfer === 18)
      return { fault: 'it is a picture in HDR, whose brightness only some screens show' };
    return primaries === 12 ? { gamma: null, primaries: displayP3 } : null;
  }
  if (dataOf('iCCP') !== undefined || dataOf('sRGB') !== undefined) return null;
  const numbers = (name: string, count: number): readonly number[] | null => {
    const data = dataOf(name);
    if (data?.length !== 4 * count) return null;
    return Array.from({ length: count }, (_, index) => viewOf(data).getUint32(4 * index));
  };
  const gamma = numbers('gAMA', 1)?.[0];
  // Decoders need a gamma before they trust primaries; one of nothing is a mistake of its writer.
  if (gamma === undefined || gamma < 10_000 || gamma > 500_000) return null;
  const declared = numbers('cHRM', 8);
  const isScreens = declared === null || declared.every((n, at) => Math.abs(n - (screenPrimaries[at] ?? 0)) <= 500);
  const primaries = isScreens || declared.some((n) => n === 0 || n > 100_000) ? null : declared;
  if (Math.abs(gamma - 45455) > 1000) return { gamma, primaries };
  return primaries === null ? null : { gamma: null, primaries };
}

/** Of sRGB, and of the wider screens of phones. */
export const screenPrimaries: readonly number[] = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000];
const displayP3: readonly number[] = [31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000];

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
