/** Colours as parts, one for each plate of a page: inks, or in a group that is blended in light what is taken of light. */
import { type Colour, type InkColour, partsOf, processInks, sum, totalOf } from '../../finished/pdf/paint/colour.ts';
import { colourOf } from '../../finished/pdf/paint/images.ts';
import type { Paint } from '../../finished/pdf/paint/paint.ts';
import { isFinish } from '../spots.ts';
import type { Lights } from './lights.ts';

/**
 * Percent by the number of the plate: cyan, magenta, yellow, black, then the spots of the page. In light cyan is what is
 * missing of red, and so on, and black is none.
 */
export type InkAmounts = Float32Array;

export class PlateNames {
  readonly names: string[] = [...processInks];
  readonly #lights: Lights;

  constructor(lights: Lights) {
    this.#lights = lights;
  }

  /** The plate of a spot ink, a new one for a new name. */
  of(name: string): number {
    const known = this.names.indexOf(name);
    return known === -1 ? this.names.push(name) - 1 : known;
  }

  readonly #wet = new Map<number, boolean>();

  /** Whether it has to dry, unlike varnish and lines to cut by. */
  isWet(plate: number): boolean {
    if (plate < 4) return true;
    const known = this.#wet.get(plate) ?? !isFinish(this.names[plate] ?? '');
    this.#wet.set(plate, known);
    return known;
  }

  /** Of a gradient or tiling without a course its heaviest colour. */
  partsOf(colour: Colour, isLight: boolean): InkAmounts {
    if (colour.type === 'mixed') return this.#heaviest(colour, isLight);
    if (colour.type !== 'inks')
      return Float32Array.from(isLight ? missing(colour.rgb) : this.#lights.inksOf(colour.rgb));
    const plates = colour.spots.map(({ name }) => this.of(name));
    const parts = new Float32Array(Math.max(4, ...plates.map((plate) => plate + 1)));
    parts.set(isLight ? this.#lightOf(colour) : colour.cmyk);
    for (const [index, { tint }] of colour.spots.entries()) parts[plates[index] ?? 0] = tint;
    return parts;
  }

  /** What a press prints of parts of light; spots stay as they are. */
  separated(parts: InkAmounts): InkAmounts {
    const inks = Float32Array.from(parts);
    const [red = 0, green = 0, blue = 0] = parts;
    if (red + green + blue > 0) inks.set(this.#lights.inksOf([red, green, blue].map((part) => 255 - 2.55 * part)));
    return inks;
  }

  /** What light is missing where a press has printed. */
  lit(parts: InkAmounts): InkAmounts {
    const lights = Float32Array.from(parts);
    if ((parts[0] ?? 0) + (parts[1] ?? 0) + (parts[2] ?? 0) + (parts[3] ?? 0) > 0)
      lights.set([...missing(this.#lights.lightOf([...parts.subarray(0, 4)])), 0]);
    return lights;
  }

  #lightOf({ cmyk, reach }: InkColour): readonly number[] {
    const total = sum(cmyk);
    // A grey is as dark as it says, and not as black as the press has it.
    if (total === 0 || (reach === 'all' && total === cmyk[3])) return [total, total, total, 0];
    return [...missing(this.#lights.lightOf(cmyk)), 0];
  }

  /** The plates that a paint covers where it leaves those of other inks; null for all. Its colours are of one space. */
  paintedBy(paint: Paint, isLight: boolean): ReadonlySet<number> | null {
    if (paint.keeps === 'nothing') return null;
    const [part] = partsOf(colourOf(paint));
    const process = [0, 1, 2, 3];
    if (paint.keeps === 'spots' || part?.type !== 'inks' || part.reach === 'all') return new Set(process);
    const { reach, cmyk } = part;
    if (reach === 'told') return new Set(isLight ? process : process.filter((plate) => (cmyk[plate] ?? 0) > 0));
    const named = reach.map((name) => this.of(name));
    return new Set(isLight && named.some((plate) => plate < 4) ? [...process, ...named] : named);
  }

  #heaviest(colour: Colour, isLight: boolean): InkAmounts {
    let found: InkAmounts = new Float32Array(4);
    let most = -1;
    for (const part of partsOf(colour)) {
      const parts = this.partsOf(part, isLight);
      const total = part.type === 'inks' ? totalOf(part) : parts.reduce((all, ink) => all + ink, 0);
      if (total > most) [found, most] = [parts, total];
    }
    return found;
  }
}

const missing = (rgb: readonly number[]): readonly number[] => rgb.map((part) => 100 - part / 2.55);

/** Whether it is only white, varnish or a cut line over what is there: the ink under it stays that of what was painted before. */
export function isLaidDry({ colour, keeps }: Paint): boolean {
  if (keeps === 'nothing' || colour?.type !== 'inks' || colour.cmyk.some((percent) => percent > 0)) return false;
  return colour.spots.length > 0 && colour.spots.every(({ name }) => isFinish(name));
}
