/** Plates of a page, or of a group of its paints, which come onto those around it as one (ISO 32000-1, 11.4). */
import { blended, blendedWhole, modeOfPlate } from './blend.ts';
import type { DotArea } from './frame.ts';
import type { InkAmounts } from './inks.ts';

/** How something comes onto a place. */
export interface Laying {
  /** From 0 to 1. */
  readonly opacity: number;
  readonly blend: string;
  /** Whether plates for which it has nothing keep what they have. */
  readonly keeps: boolean;
}

export class Layer {
  readonly area: DotArea;
  readonly width: number;
  /** Parts of a colour in percent, by how much of the place is covered. */
  readonly planes: Float32Array[] = [];
  /** How much of each place is covered, from 0 to 1; null where all is, as by paper. */
  readonly alpha: Float32Array | null;
  readonly isLight: boolean;
  readonly #size: number;

  constructor(area: DotArea, isLight: boolean, isClear: boolean) {
    [this.area, this.isLight, this.width] = [area, isLight, Math.max(0, area.right - area.left)];
    this.#size = this.width * Math.max(0, area.bottom - area.top);
    for (let plate = 0; plate < 4; plate += 1) this.planes.push(new Float32Array(this.#size));
    this.alpha = isClear ? new Float32Array(this.#size) : null;
  }

  /** Of a place of the page; it has to be in the area. */
  place(column: number, row: number): number {
    return (row - this.area.top) * this.width + column - this.area.left;
  }

  /** With what is on another one, which has to be around it. */
  copy(around: Layer): void {
    for (let plate = 4; plate < around.planes.length; plate += 1) this.#plane(plate);
    for (let row = this.area.top; row < this.area.bottom; row += 1) {
      const [from, to] = [around.place(this.area.left, row), this.place(this.area.left, row)];
      for (const [plate, plane] of around.planes.entries())
        this.planes[plate]?.set(plane.subarray(from, from + this.width), to);
      if (around.alpha !== null) this.alpha?.set(around.alpha.subarray(from, from + this.width), to);
    }
  }

  /** What is on a place; the last number is how much of it is covered. */
  at(place: number): Float32Array {
    const found = new Float32Array(this.planes.length + 1);
    for (const [plate, plane] of this.planes.entries()) found[plate] = plane[place] ?? 0;
    found[this.planes.length] = this.alpha === null ? 1 : (this.alpha[place] ?? 0);
    return found;
  }

  set(place: number, values: Float32Array): void {
    const count = values.length - 1;
    for (let plate = 0; plate < count; plate += 1) this.#plane(plate)[place] = values[plate] ?? 0;
    if (this.alpha !== null) this.alpha[place] = values[count] ?? 0;
  }

  #plane(plate: number): Float32Array {
    while (this.planes.length <= plate) this.planes.push(new Float32Array(this.#size));
    return this.planes[plate] as Float32Array;
  }

  /** Lays parts of a colour on a place. */
  lay(place: number, parts: InkAmounts, { opacity, blend, keeps }: Laying): void {
    const covered = this.alpha === null ? 1 : (this.alpha[place] ?? 0);
    const count = Math.max(this.planes.length, parts.length);
    const whole = this.#whole((plate) => this.planes[plate]?.[place] ?? 0, parts, covered, blend);
    for (let plate = 0; plate < count; plate += 1) {
      const part = parts[plate] ?? 0;
      if (keeps && part <= 0) continue;
      const plane = this.#plane(plate);
      plane[place] = mixed(plane[place] ?? 0, part, covered, opacity, modeOfPlate(blend, plate), whole?.[plate]);
    }
    if (this.alpha !== null) this.alpha[place] = covered + opacity - covered * opacity;
  }

  /** What a mode of whole colours makes of the first four plates. */
  #whole(under: (plate: number) => number, parts: InkAmounts, covered: number, blend: string) {
    if (blend === 'Normal' || covered === 0) return null;
    const ground = [0, 1, 2, 3].map((plate) => Math.min(100, under(plate) / covered));
    return blendedWhole(ground, [...parts.subarray(0, 4)], blend);
  }

  /** What would be on a place, without its being laid there. */
  with(before: Float32Array, parts: InkAmounts, { opacity, blend, keeps }: Laying): Float32Array {
    const count = Math.max(before.length - 1, parts.length);
    const covered = before[before.length - 1] ?? 1;
    const after = new Float32Array(count + 1);
    const whole = this.#whole((plate) => before[plate] ?? 0, parts, covered, blend);
    for (let plate = 0; plate < count; plate += 1) {
      const [under, part] = [plate < before.length - 1 ? (before[plate] ?? 0) : 0, parts[plate] ?? 0];
      const mode = modeOfPlate(blend, plate);
      after[plate] = keeps && part <= 0 ? under : mixed(under, part, covered, opacity, mode, whole?.[plate]);
    }
    after[count] = covered + opacity - covered * opacity;
    return after;
  }

  /** How much all plates that count would have there, without its being laid. */
  sumWith(
    place: number,
    parts: InkAmounts,
    { opacity, blend, keeps }: Laying,
    counts: (plate: number) => boolean,
  ): number {
    const count = Math.max(this.planes.length, parts.length);
    let total = 0;
    const whole = this.#whole((plate) => this.planes[plate]?.[place] ?? 0, parts, 1, blend);
    for (let plate = 0; plate < count; plate += 1) {
      const [under, part] = [this.planes[plate]?.[place] ?? 0, parts[plate] ?? 0];
      const mode = modeOfPlate(blend, plate);
      if (counts(plate)) total += keeps && part <= 0 ? under : mixed(under, part, 1, opacity, mode, whole?.[plate]);
    }
    return total;
  }
}

/**
 * Basic compositing (11.3.6), of parts that are told by how much of the place is covered.
 * @param whole what the mode makes of both, where it is one of whole colours
 */
function mixed(
  under: number,
  part: number,
  covered: number,
  opacity: number,
  blend: string,
  whole: number | undefined,
): number {
  if (blend === 'Normal' || covered === 0) return (1 - opacity) * under + opacity * part;
  const both = whole ?? blended(Math.min(100, under / covered), part, blend);
  return (1 - opacity) * under + opacity * ((1 - covered) * part + covered * both);
}
