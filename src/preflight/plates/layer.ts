/** Plates of a page, or of a group of its paints, which come onto those around it as one (ISO 32000-1, 11.4). */
import { blended, blendedWhole, modeOfPlate } from './blend.ts';
import type { DotArea } from './frame.ts';
import type { InkAmounts } from './inks.ts';

/** How something comes onto a place. */
export interface Laying {
  /** From 0 to 1. */
  readonly opacity: number;
  /** How much of the place it takes, whatever its opacity: what a group that knocks out loses there. */
  readonly shape: number;
  readonly blend: string;
  /** The plates that it paints, where it leaves all others; null for all. */
  readonly painted: ReadonlySet<number> | null;
}

/** What is on a place. */
export interface LaidDot {
  /** Parts of a colour in percent, by how much of the place is covered. */
  readonly parts: Float32Array;
  /** How much of it is covered, with what the group began on, from 0 to 1. */
  readonly covered: number;
  /** How much of it the group covers itself. */
  readonly own: number;
  /** How much of it the group has touched. */
  readonly shape: number;
}

const bare: LaidDot = { parts: new Float32Array(4), covered: 0, own: 0, shape: 0 };

interface LayerKind {
  readonly isLight: boolean;
  readonly isKnockout: boolean;
  /** What a group that is not isolated began on; null for nothing. */
  readonly ground: Layer | null;
}

export class Layer {
  readonly area: DotArea;
  readonly width: number;
  /** Parts of a colour in percent, by how much of the place is covered. */
  readonly planes: Float32Array[] = [];
  /** How much of each place is covered, from 0 to 1. */
  readonly alpha: Float32Array;
  readonly isLight: boolean;
  readonly isKnockout: boolean;
  readonly ground: Layer | null;
  /** How much of each place the group covers itself, where it began on something. */
  readonly #own: Float32Array | null;
  readonly #shape: Float32Array;
  readonly #size: number;

  constructor(area: DotArea, { isLight, isKnockout, ground }: LayerKind) {
    [this.area, this.isLight, this.isKnockout, this.ground] = [area, isLight, isKnockout, ground];
    this.width = Math.max(0, area.right - area.left);
    this.#size = this.width * Math.max(0, area.bottom - area.top);
    for (let plate = 0; plate < 4; plate += 1) this.planes.push(new Float32Array(this.#size));
    this.alpha = new Float32Array(this.#size);
    this.#shape = new Float32Array(this.#size);
    this.#own = ground === null ? null : new Float32Array(this.#size);
    if (ground !== null) this.#copy(ground);
  }

  /** Covers all of it, with so many percent on some plates. */
  fill(plates: readonly number[], percent: number): void {
    for (const plate of plates) this.planes[plate]?.fill(percent);
    this.alpha.fill(1);
    this.#shape.fill(1);
  }

  /** Of a place of the page; it has to be in the area. */
  place(column: number, row: number): number {
    return (row - this.area.top) * this.width + column - this.area.left;
  }

  #copy(around: Layer): void {
    for (let plate = 4; plate < around.planes.length; plate += 1) this.#plane(plate);
    for (let row = this.area.top; row < this.area.bottom; row += 1) {
      const [from, to] = [around.place(this.area.left, row), this.place(this.area.left, row)];
      for (const [plate, plane] of around.planes.entries())
        this.planes[plate]?.set(plane.subarray(from, from + this.width), to);
      this.alpha.set(around.alpha.subarray(from, from + this.width), to);
    }
  }

  /** Whether the group has nothing on a place. */
  isBare(column: number, row: number): boolean {
    return (this.#own ?? this.alpha)[this.place(column, row)] === 0;
  }

  at(column: number, row: number): LaidDot {
    const place = this.place(column, row);
    const parts = new Float32Array(this.planes.length);
    for (const [plate, plane] of this.planes.entries()) parts[plate] = plane[place] ?? 0;
    const covered = this.alpha[place] ?? 0;
    return { parts, covered, own: this.#own?.[place] ?? covered, shape: this.#shape[place] ?? 0 };
  }

  set(column: number, row: number, { parts, covered, own, shape }: LaidDot): void {
    const place = this.place(column, row);
    for (let plate = 0; plate < parts.length; plate += 1) this.#plane(plate)[place] = parts[plate] ?? 0;
    this.alpha[place] = covered;
    if (this.#own !== null) this.#own[place] = own;
    this.#shape[place] = shape;
  }

  #plane(plate: number): Float32Array {
    while (this.planes.length <= plate) this.planes.push(new Float32Array(this.#size));
    return this.planes[plate] as Float32Array;
  }

  /** Lays parts of a colour on a place. */
  lay(column: number, row: number, colour: InkAmounts, laying: Laying): void {
    if (this.isKnockout) {
      this.set(column, row, this.with(this.at(column, row), colour, laying, column, row));
      return;
    }
    const place = this.place(column, row);
    const { opacity, shape, blend, painted } = laying;
    const covered = this.alpha[place] ?? 0;
    const count = Math.max(this.planes.length, colour.length);
    const whole = wholeOf((plate) => this.planes[plate]?.[place] ?? 0, colour, covered, blend);
    for (let plate = 0; plate < count; plate += 1) {
      const plane = this.#plane(plate);
      const under = plane[place] ?? 0;
      const part = partOn(plate, colour, under, painted);
      plane[place] = mixed(under, part, covered, opacity, modeOfPlate(blend, plate), whole?.[plate]);
    }
    this.alpha[place] = joint(covered, opacity);
    if (this.#own !== null) this.#own[place] = joint(this.#own[place] ?? 0, opacity);
    this.#shape[place] = joint(this.#shape[place] ?? 0, shape);
  }

  /** What would be on a place, without its being laid there (11.4.6). */
  with(before: LaidDot, colour: InkAmounts, laying: Laying, column: number, row: number): LaidDot {
    const { opacity, shape, blend, painted } = laying;
    const under = this.isKnockout ? (this.ground?.at(column, row) ?? bare) : before;
    const count = Math.max(before.parts.length, under.parts.length, colour.length);
    const parts = new Float32Array(count);
    const whole = wholeOf((plate) => under.parts[plate] ?? 0, colour, under.covered, blend);
    for (let plate = 0; plate < count; plate += 1) {
      const ground = under.parts[plate] ?? 0;
      const part = partOn(plate, colour, ground, painted);
      const laid = mixed(ground, part, under.covered, opacity, modeOfPlate(blend, plate), whole?.[plate]);
      // Of a group that knocks out, what is touched takes the place of all that was there.
      parts[plate] = this.isKnockout ? (1 - shape) * (before.parts[plate] ?? 0) + laid - (1 - shape) * ground : laid;
    }
    const own = this.isKnockout ? (1 - shape) * before.own + opacity : joint(before.own, opacity);
    const covered =
      this.ground === null ? own : this.isKnockout ? joint(under.covered, own) : joint(before.covered, opacity);
    return { parts, own, covered, shape: joint(before.shape, shape) };
  }

  /** How much all plates that count would have there, without its being laid on what knocks out nothing. */
  sumWith(
    place: number,
    colour: InkAmounts,
    { opacity, blend, painted }: Laying,
    counts: (plate: number) => boolean,
  ): number {
    const count = Math.max(this.planes.length, colour.length);
    const covered = this.alpha[place] ?? 0;
    let total = 0;
    const whole = wholeOf((plate) => this.planes[plate]?.[place] ?? 0, colour, covered, blend);
    for (let plate = 0; plate < count; plate += 1) {
      if (!counts(plate)) continue;
      const under = this.planes[plate]?.[place] ?? 0;
      const part = partOn(plate, colour, under, painted);
      total += mixed(under, part, covered, opacity, modeOfPlate(blend, plate), whole?.[plate]);
    }
    return total;
  }
}

const joint = (a: number, b: number): number => a + b - a * b;

/**
 * What a colour brings to a plate. That which it leaves is as it was: CompatibleOverprint of ISO 32000-1, 11.7.4.3, whose
 * result another mode then blends with the ground again.
 */
const partOn = (plate: number, colour: InkAmounts, under: number, painted: Laying['painted']): number =>
  painted === null || painted.has(plate) ? (colour[plate] ?? 0) : under;

/** What a mode of whole colours makes of the first four plates. */
function wholeOf(under: (plate: number) => number, colour: InkAmounts, covered: number, blend: string) {
  if (blend === 'Normal' || covered === 0) return null;
  const ground = [0, 1, 2, 3].map((plate) => Math.min(100, under(plate) / covered));
  return blendedWhole(ground, [...colour.subarray(0, 4)], blend);
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
