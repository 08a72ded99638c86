/** PNGs of every type, written here bit by bit, with the pixels that they stand for by the standard's own words. */
import { crc32, deflateSync } from 'node:zlib';

export interface Kind {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of 8 bits. */
  readonly pixels: Uint8Array;
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};
export const chunkOf = chunk;
export const u32 = (...numbers: number[]): Buffer => {
  const data = Buffer.alloc(4 * numbers.length);
  for (const [index, n] of numbers.entries()) data.writeUInt32BE(n, 4 * index);
  return data;
};
const u16 = (...numbers: number[]): Buffer => Buffer.from(numbers.flatMap((n) => [n >> 8, n & 255]));

export interface Plan {
  readonly type: 0 | 2 | 3 | 4 | 6;
  readonly bits: 1 | 2 | 4 | 8 | 16;
  readonly interlaced?: boolean;
  /** For colour types 0 and 2 a colour key; for 3 the alpha of the first entries. */
  readonly transparent?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly entries?: number;
  /** Before the palette, and before the data. */
  readonly before?: readonly Uint8Array[];
  readonly extra?: readonly Uint8Array[];
}

const channelsOf = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export const paletteColour = (index: number): readonly [number, number, number] => [
  (index * 71 + 30) % 256,
  (index * 151 + 200) % 256,
  (index * 29 + 90) % 256,
];
/** Shorter than the palette: further entries are opaque. */
const alphas = [0, 128, 64] as const;

/** A picture whose neighbouring pixels differ in every channel; a part of it has the transparent colour. */
export function pngOf(plan: Plan): Kind {
  const { type, bits, interlaced = false, transparent = false, width = 37, height = 23 } = plan;
  const channels = channelsOf[type];
  const full = 2 ** bits - 1;
  const entries = plan.entries ?? Math.min(2 ** bits, 200);
  const key = (channel: number): number => [full > 1 ? 1 : 0, Math.min(full, 200), Math.min(full, 77)][channel] ?? 0;
  const sample = (x: number, y: number, channel: number): number => {
    if (type === 3) return (Math.floor(x / 2) + y * 3) % entries;
    const isAlpha = channel === channels - 1 && channels % 2 === 0;
    if (isAlpha) return Math.round((full * ((x * 5 + y * 11) % 16)) / 15);
    if (transparent && (x + y) % 5 === 0) return key(channel);
    return (Math.floor(((x + channel * 9) * full) / 40) + y * (channel + 1)) % (full + 1);
  };
  const line = (columns: readonly number[], y: number): Buffer => {
    const data = Buffer.alloc(1 + Math.ceil((columns.length * channels * bits) / 8));
    let at = 8;
    for (const x of columns)
      for (let channel = 0; channel < channels; channel += 1) {
        const value = sample(x, y, channel);
        if (bits === 16) data.writeUInt16BE(value, at / 8);
        else data[at >> 3] = (data[at >> 3] ?? 0) | (value << (8 - bits - (at & 7)));
        at += bits;
      }
    return data;
  };
  const lines: Buffer[] = [];
  for (const [x0, y0, dx, dy] of interlaced ? passes : ([[0, 0, 1, 1]] as const)) {
    const columns = Array.from({ length: width }, (_, x) => x).filter((x) => x >= x0 && (x - x0) % dx === 0);
    if (columns.length === 0) continue;
    for (let y: number = y0; y < height; y += dy) lines.push(line(columns, y));
  }
  const palette = Buffer.from(Array.from({ length: entries }, (_, index) => paletteColour(index)).flat());
  const trns =
    type === 3 ? Buffer.from(alphas.slice(0, entries)) : u16(...[0, 1, 2].slice(0, channels).map((c) => key(c)));
  const packed = deflateSync(Buffer.concat(lines));
  const half = packed.length >> 1;
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([u32(width, height), Buffer.from([bits, type, 0, 0, interlaced ? 1 : 0])])),
    ...(plan.before ?? []),
    ...(type === 3 ? [chunk('PLTE', palette)] : []),
    ...(transparent ? [chunk('tRNS', trns)] : []),
    ...(plan.extra ?? []),
    chunk('IDAT', packed.subarray(0, half)),
    chunk('IDAT', packed.subarray(half)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  const pixels = new Uint8Array(width * height * 4);
  const to8 = (value: number): number => (bits === 16 ? value >> 8 : Math.round((value * 255) / full));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = 4 * (y * width + x);
      const samples = [0, 1, 2, 3].slice(0, channels).map((channel) => sample(x, y, channel));
      const [first = 0] = samples;
      if (type === 3) {
        pixels.set([...paletteColour(first), transparent ? (alphas[first] ?? 255) : 255], at);
        continue;
      }
      const lights = channels >= 3 ? samples.slice(0, 3) : [first, first, first];
      const isKey = transparent && samples.every((value, channel) => value === key(channel));
      const alpha = channels % 2 === 0 ? to8(samples.at(-1) ?? 0) : isKey ? 0 : 255;
      pixels.set([...lights.map(to8), alpha], at);
    }
  const name = `colour type ${type}, ${bits} bits${interlaced ? ', interlaced' : ''}${transparent ? ', tRNS' : ''}`;
  return { name, bytes, width, height, pixels };
}

/** A film of two pictures, the second of one colour (PNG, third edition, 11.3.5). */
export function filmOf(plan: Plan): Uint8Array {
  const { width, height, bytes } = pngOf(plan);
  // Both cover all, and last long enough to be photographed.
  const frame = (n: number): Buffer =>
    chunk('fcTL', Buffer.concat([u32(n, width, height, 0, 0), u16(65_535, 1), Buffer.from([0, 0])]));
  const lines = Buffer.concat(
    Array.from({ length: height }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(3 * width, 128)])),
  );
  const second = [frame(1), chunk('fdAT', Buffer.concat([u32(2), deflateSync(lines)]))];
  const [data, end] = [Buffer.from(bytes).indexOf('IDAT') - 4, bytes.length - 12];
  const film = [chunk('acTL', u32(2, 0)), frame(0)];
  return Buffer.concat([bytes.subarray(0, data), ...film, bytes.subarray(data, end), ...second, bytes.subarray(end)]);
}

/** Every colour type with each of its depths (PNG, table 11.1), in one pass or seven, with and without tRNS. */
export const plans: readonly Plan[] = (
  [
    ...([1, 2, 4, 8, 16] as const).map((bits) => ({ type: 0, bits }) as const),
    ...([8, 16] as const).map((bits) => ({ type: 2, bits }) as const),
    ...([1, 2, 4, 8] as const).map((bits) => ({ type: 3, bits }) as const),
    ...([8, 16] as const).map((bits) => ({ type: 4, bits }) as const),
    ...([8, 16] as const).map((bits) => ({ type: 6, bits }) as const),
  ] as const
).flatMap(({ type, bits }) =>
  [false, true].flatMap((interlaced) =>
    (type === 4 || type === 6 ? [false] : [false, true]).map((transparent) => ({
      type,
      bits,
      interlaced,
      transparent,
    })),
  ),
);
