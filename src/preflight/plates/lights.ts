/** What light a press makes of inks, and which inks of light: by the profile of coated paper, on grids of colours. */
import type { Cmyk } from '../../finished/pdf/paint/colour.ts';
import { separated } from '../../picture/ink-colors.ts';
import { fogra39 } from '../../picture/open-profile.ts';
import { proof } from '../../picture/proof.ts';

export interface Lights {
  /** Percent of cyan, magenta, yellow and black for red, green and blue from 0 to 255. */
  inksOf(rgb: readonly number[]): readonly number[];
  /** Red, green and blue from 0 to 255 for percent of inks. */
  lightOf(cmyk: readonly number[]): readonly number[];
}

/** Places of the grids along each of their sides. */
const forLight = 18;
const forInks = 9;

let made: Promise<Lights> | null = null;

/** Made once a process. */
export function readLights(): Promise<Lights> {
  made ??= make();
  return made;
}

async function make(): Promise<Lights> {
  const profile = fogra39();
  const inks = await separated(
    placesOf(3, forLight, 255).map((place) => place.map(Math.round)),
    profile,
  );
  const places = placesOf(4, forInks, 100).map(
    (place): Cmyk => [place[0] ?? 0, place[1] ?? 0, place[2] ?? 0, place[3] ?? 0],
  );
  const lights = (await proof(places, profile.bytes)) ?? [];
  return {
    inksOf: (rgb) => between(inks, forLight, rgb, 255, 4),
    lightOf: (cmyk) => between(lights, forInks, cmyk, 100, 3),
  };
}

/** All places of a grid, the last axis running first. */
function placesOf(axes: number, side: number, most: number): number[][] {
  return Array.from({ length: side ** axes }, (_, index) =>
    Array.from(
      { length: axes },
      (__, axis) => ((Math.floor(index / side ** (axes - 1 - axis)) % side) * most) / (side - 1),
    ),
  );
}

/** The values around a place, by how near they are. */
function between(
  grid: readonly (readonly number[])[],
  side: number,
  parts: readonly number[],
  most: number,
  count: number,
): readonly number[] {
  const found = new Array<number>(count).fill(0);
  const axes = parts.length;
  const places = parts.map((part) => (Math.min(most, Math.max(0, part)) / most) * (side - 1));
  const lows = places.map((place) => Math.min(side - 2, Math.floor(place)));
  for (let corner = 0; corner < 1 << axes; corner += 1) {
    let [index, weight] = [0, 1];
    for (let axis = 0; axis < axes; axis += 1) {
      const [place, low] = [places[axis] ?? 0, lows[axis] ?? 0];
      const isHigh = (corner >> axis) & 1;
      weight *= isHigh === 1 ? place - low : 1 - place + low;
      index = index * side + low + isHigh;
    }
    if (weight === 0) continue;
    const value = grid[index];
    for (let part = 0; part < count; part += 1) found[part] = (found[part] ?? 0) + weight * (value?.[part] ?? 0);
  }
  return found;
}
