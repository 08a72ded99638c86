/** Colours as amounts of ink, one for each plate of a page. */
import { type Colour, type InkColour, partsOf, totalOf } from '../../finished/pdf/paint/colour.ts';
import type { Lights } from './lights.ts';

/** Percent of ink by the number of its plate: cyan, magenta, yellow, black, then the spots of the page. */
export type InkAmounts = Float32Array;

export class PlateNames {
  readonly names: string[] = ['Cyan', 'Magenta', 'Yellow', 'Black'];
  readonly #lights: Lights;

  constructor(lights: Lights) {
    this.#lights = lights;
  }

  /** The plate of a spot ink, a new one for a new name. */
  of(name: string): number {
    const known = this.names.indexOf(name);
    return known === -1 ? this.names.push(name) - 1 : known;
  }

  /** Of a gradient or tiling without a course its heaviest colour. */
  inksOf(colour: Colour): InkAmounts {
    if (colour.type === 'mixed') return this.#heaviest(colour);
    if (colour.type !== 'inks') return Float32Array.from(this.#lights.inksOf(colour.rgb));
    const plates = colour.spots.map(({ name }) => this.of(name));
    const inks = new Float32Array(Math.max(4, ...plates.map((plate) => plate + 1)));
    inks.set(colour.cmyk);
    for (const [index, { tint }] of colour.spots.entries()) inks[plates[index] ?? 0] = tint;
    return inks;
  }

  #heaviest(colour: Colour): InkAmounts {
    let found: InkAmounts = new Float32Array(4);
    let most = -1;
    for (const part of partsOf(colour)) {
      const inks = this.inksOf(part);
      const total = part.type === 'inks' ? totalOf(part) : inks.reduce((sum, ink) => sum + ink, 0);
      if (total > most) [found, most] = [inks, total];
    }
    return found;
  }
}

/** Whether a paint's plates that it leaves empty keep what is there. */
export const keepsOthers = (colour: Colour, overprints: boolean): boolean =>
  overprints && (colour.type === 'mixed' || (colour as InkColour).reach !== 'all');
