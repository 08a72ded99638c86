/** What a TIFF says of itself: whether all of its data are there, as decoders take what is missing for black, and its colours. */

/** Where the strips and tiles begin, and how long they are (TIFF 6.0, section 8, and its supplement on tiles). */
const parts = [
  { starts: 273, lengths: 279 },
  { starts: 324, lengths: 325 },
] as const;

/** Bytes of a value by its type: SHORT, LONG and LONG8 of BigTIFF. */
const sizes = new Map([
  [3, 2],
  [4, 4],
  [16, 8],
]);

/** Whether the first picture of a TIFF or BigTIFF lies within the file. What cannot be read at all is left to the decoder. */
export function isWholeTiff(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const reader = new TiffReader(file);
    return parts.every(({ starts, lengths }) => {
      const long = reader.values(lengths);
      return reader.values(starts).every((start, index) => start + (long[index] ?? 0) <= file.length);
    });
  } catch (error) {
    // A field that lies beyond the end.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Tag 262: greys either way, RGB, palettes, inks and YCbCr (TIFF 6.0, section 8 and its second part). */
const readColours = [0, 1, 2, 3, 5, 6];
const otherColours: Readonly<Record<number, string>> = {
  8: 'CIE Lab',
  9: 'ICC Lab',
  10: 'ITU Lab',
  32803: 'raw camera data',
};

/** In what the colours of a TIFF are, where they are none that decoders take; null for usual ones, or where nothing tells. */
export function unusualColours(bytes: Uint8Array): string | null {
  try {
    const [kind] = new TiffReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).values(262);
    return kind === undefined || readColours.includes(kind) ? null : (otherColours[kind] ?? `space ${kind} of TIFF`);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

class TiffReader {
  readonly #file: Buffer;
  readonly #isBigEndian: boolean;
  readonly #isBigTiff: boolean;
  /** Type, count and place of the values of each tag. */
  readonly #fields = new Map<number, { readonly type: number; readonly count: number; readonly at: number }>();

  constructor(file: Buffer) {
    this.#file = file;
    this.#isBigEndian = file[0] === 0x4d;
    this.#isBigTiff = this.#number(2, 2) === 43;
    const [wide, head, entry] = this.#isBigTiff ? [8, 8, 20] : [4, 2, 12];
    const directory = this.#number(this.#isBigTiff ? 8 : 4, wide);
    const count = this.#number(directory, head);
    for (let index = 0; index < count; index += 1) {
      const at = directory + head + index * entry;
      const values = { type: this.#number(at + 2, 2), count: this.#number(at + 4, wide), at: at + 4 + wide };
      const size = (sizes.get(values.type) ?? 0) * values.count;
      this.#fields.set(this.#number(at, 2), { ...values, at: size > wide ? this.#number(values.at, wide) : values.at });
    }
  }

  /** None where there is no such tag. Throws `RangeError` where they lie beyond the end. */
  values(tag: number): readonly number[] {
    const field = this.#fields.get(tag);
    const size = sizes.get(field?.type ?? 0);
    if (field === undefined || size === undefined) return [];
    const { at, count } = field;
    if (at + count * size > this.#file.length) throw new RangeError('beyond the end');
    return Array.from({ length: count }, (_, index) => this.#number(at + index * size, size));
  }

  #number(at: number, size: number): number {
    const big = this.#isBigEndian;
    if (size === 8) return Number(big ? this.#file.readBigUInt64BE(at) : this.#file.readBigUInt64LE(at));
    return big ? this.#file.readUIntBE(at, size) : this.#file.readUIntLE(at, size);
  }
}
