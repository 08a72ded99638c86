/** The inks that a press makes of light: by the profile of coated paper, on a grid of colours. */
import { separated } from '../../picture/ink-colors.ts';
import { fogra39 } from '../../picture/open-profile.ts';

export interface Lights {
  /** Percent of cyan, magenta, yellow and black for red, green and blue from 0 to 255. */
  inksOf(rgb: readonly number[]): readonly number[];
}

/** Places of the grid along each of its sides; between them the nearest one counts. */
const side = 18;
const step = 255 / (side - 1);

let made: Promise<Lights> | null = null;

/** Made once a process. */
export function readLights(): Promise<Lights> {
  made ??= make();
  return made;
}

async function make(): Promise<Lights> {
  const places = Array.from({ length: side ** 3 }, (_, index) =>
    [Math.floor(index / side / side), Math.floor(index / side) % side, index % side].map((at) => Math.round(at * step)),
  );
  const inks = await separated(places, fogra39());
  return {
    inksOf: ([red = 0, green = 0, blue = 0]) => {
      const [r, g, b] = [Math.round(red / step), Math.round(green / step), Math.round(blue / step)];
      return inks[(r * side + g) * side + b] ?? [0, 0, 0, 0];
    },
  };
}
