/** Bytes one after the other, with the numbers that WOFF 2 has beside those of OpenType. The highest byte comes first. */
export class Bytes {
  #all = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get written(): Uint8Array {
    return this.#all.subarray(0, this.#length);
  }

  uint8(value: number): void {
    if (this.#length === this.#all.length) this.#grow(1);
    this.#all[this.#length] = value;
    this.#length += 1;
  }

  /** Signed or not. */
  int16(value: number): void {
    this.uint8(value >> 8);
    this.uint8(value);
  }

  uint32(value: number): void {
    this.int16(value >>> 16);
    this.int16(value);
  }

  /** 255UInt16 (WOFF 2, 4.1): most are below 253, and one byte. */
  short(value: number): void {
    if (value < 253) this.uint8(value);
    else if (value < 506) this.bytes([255, value - 253]);
    else if (value < 762) this.bytes([254, value - 506]);
    else this.bytes([253, value >> 8, value]);
  }

  /** UIntBase128 (4.1): seven bits a byte, of which all but the last have the eighth. */
  base128(value: number): void {
    for (let shift = 28; shift > 0; shift -= 7) if (value >>> shift > 0) this.uint8(0x80 | (value >>> shift));
    this.uint8(value & 0x7f);
  }

  bytes(values: ArrayLike<number>): void {
    if (this.#length + values.length > this.#all.length) this.#grow(values.length);
    this.#all.set(values, this.#length);
    this.#length += values.length;
  }

  #grow(by: number): void {
    const all = new Uint8Array(2 * this.#all.length + by);
    all.set(this.#all);
    this.#all = all;
  }
}
