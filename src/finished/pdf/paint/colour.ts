/** Colours as a press knows them: how much of which ink. */
import type { Box, Matrix } from './geometry.ts';
import type { Paint } from './paint.ts';

/** Percent of cyan, magenta, yellow and black. */
export type Cmyk = readonly [cyan: number, magenta: number, yellow: number, black: number];

export interface SpotTint {
  readonly name: string;
  /** Percent. */
  readonly tint: number;
}

/** Inks on paper. */
export interface InkColour {
  readonly type: 'inks';
  readonly cmyk: Cmyk;
  readonly spots: readonly SpotTint[];
  /** How the spots would look in the inks of the press, where the file tells. */
  readonly look: Cmyk | null;
  /**
   * What it replaces when it overprints (8.6.7): `all` of CMYK for a grey or a profile's colour, `told` inks above nothing
   * for DeviceCMYK in mode 1, and for Separation and DeviceN the inks that they name.
   */
  readonly reach: 'all' | 'told' | readonly string[];
  /** Whether it is the colour of registration marks, which comes onto every plate that there is (8.6.6.4). */
  readonly isRegistration?: boolean;
}

/** Light, which a press cannot print before somebody separates it. */
export interface LightColour {
  readonly type: 'rgb' | 'lab' | 'grey';
  /** As the file names it, such as `DeviceRGB` or `an RGB profile`. */
  readonly space: string;
  /** Red, green and blue from 0 to 255. */
  readonly rgb: readonly [number, number, number];
}

/** A gradient or a tiling: several colours over one area. */
export interface MixedColour {
  readonly type: 'mixed';
  readonly colours: readonly Colour[];
  /** How a gradient runs over the page, or what a tiling repeats. */
  readonly course?: Course;
  /** Whether the file tells colours in a way that could not be read. */
  readonly isUnread?: boolean;
}

/** Colours by their places on the page: by a formula, by the corners of triangles, between which they run, or a cell again and again. */
export type Course =
  | { readonly type: 'tiling'; readonly cell: TilingCell }
  | { readonly type: 'field'; at(x: number, y: number): Colour | null }
  | { readonly type: 'mesh'; readonly triangles: readonly Triangle[]; colour(parts: readonly number[]): Colour };

export interface TilingCell {
  /** At its first place on the page. */
  readonly paints: readonly Paint[];
  /** In its own space. */
  readonly box: Box;
  readonly steps: readonly [across: number, up: number];
  /** From its own space to the page. */
  readonly matrix: Matrix;
}

export type Triangle = readonly [Corner, Corner, Corner];

export interface Corner {
  readonly x: number;
  readonly y: number;
  readonly parts: readonly number[];
}

export type Colour = InkColour | LightColour | MixedColour;

export const none: Cmyk = [0, 0, 0, 0];

export const processInks: readonly [string, string, string, string] = ['Cyan', 'Magenta', 'Yellow', 'Black'];

/** Which inks under it a paint leaves (8.6.7, Table 148): whatever is told to overprint leaves spots that it does not name. */
export type KeptInks = 'nothing' | 'spots' | 'others';

export function inks(
  cmyk: Cmyk,
  reach: InkColour['reach'],
  spots: readonly SpotTint[] = [],
  look: Cmyk | null = null,
): InkColour {
  return { type: 'inks', cmyk, spots, look, reach };
}

/** The colour of a new page's pen: black, told as grey (8.4.1). */
export const black = inks([0, 0, 0, 100], 'all');
export const paper = inks(none, 'all');

export function sum(cmyk: Cmyk): number {
  return cmyk[0] + cmyk[1] + cmyk[2] + cmyk[3];
}

/** Percent of ink in all, spots included. */
export function totalOf({ cmyk, spots }: InkColour): number {
  return sum(cmyk) + spots.reduce((total, { tint }) => total + tint, 0);
}

/** All single colours in a colour. */
export function* partsOf(colour: Colour): Generator<InkColour | LightColour> {
  if (colour.type !== 'mixed') yield colour;
  else for (const part of colour.colours) yield* partsOf(part);
}

/** Whether it names no ink at all, and leaves no mark (8.6.6.4). */
export const isNothing = (colour: Colour): boolean =>
  colour.type === 'inks' && typeof colour.reach !== 'string' && colour.reach.length === 0;

/** Bare paper: no ink at all. */
export function isPaper(colour: Colour): boolean {
  return colour.type === 'inks' && totalOf(colour) === 0;
}

/** Black ink alone, all of it. */
export function isPureBlack(colour: Colour): colour is InkColour {
  return (
    colour.type === 'inks' && colour.spots.length === 0 && colour.cmyk[3] >= 99.5 && sum(colour.cmyk) === colour.cmyk[3]
  );
}

export function sameInks(a: Colour, b: Colour, tolerance = 3): boolean {
  if (a.type !== 'inks' || b.type !== 'inks') return false;
  const near = a.cmyk.every((percent, index) => Math.abs(percent - (b.cmyk[index] ?? 0)) <= tolerance);
  const tint = (colour: InkColour, name: string) => colour.spots.find((spot) => spot.name === name)?.tint ?? 0;
  return near && [...a.spots, ...b.spots].every(({ name }) => Math.abs(tint(a, name) - tint(b, name)) <= tolerance);
}

const initials = ['C', 'M', 'Y', 'K'] as const;

/** `C100 M82 Y10 K34`, or `K100`; `paper` for none. */
export function wordsOf(colour: Colour): string {
  if (colour.type === 'mixed') return 'several colours';
  if (colour.type !== 'inks') return colour.space;
  const process = colour.cmyk.flatMap((percent, index) =>
    percent > 0 ? [`${initials[index]}${Math.round(percent)}`] : [],
  );
  const words = [...process, ...colour.spots.map(({ name, tint }) => `${name} ${Math.round(tint)} %`)];
  return words.length === 0 ? 'paper' : words.join(' ');
}

/**
 * Inks that have come to lie on one place, under a new one.
 * @param keeps what the new colour leaves
 * @param opacity 1 for an opaque colour
 * @param darkens whether it is blended so that it only takes light away, as Multiply does
 */
export function lay(ground: InkColour, ink: InkColour, keeps: KeptInks, opacity = 1, darkens = false): InkColour {
  const mixed = (under: number, over: number, replaces: boolean): number => {
    if (darkens) return Math.min(100, under + over * opacity - (under * over * opacity) / 100);
    return replaces ? under * (1 - opacity) + over * opacity : under;
  };
  const replaces = (name: string, percent: number): boolean =>
    keeps !== 'others' ||
    (typeof ink.reach === 'string' ? ink.reach === 'all' || percent > 0 : ink.reach.includes(name));
  const part = (index: 0 | 1 | 2 | 3) =>
    mixed(ground.cmyk[index], ink.cmyk[index], replaces(processInks[index], ink.cmyk[index]));
  const names = new Set([...ground.spots, ...ink.spots].map(({ name }) => name));
  const tint = (colour: InkColour, name: string) => colour.spots.find((spot) => spot.name === name)?.tint ?? 0;
  const spots = [...names].map((name) => {
    const isNamed = typeof ink.reach !== 'string' && ink.reach.includes(name);
    return { name, tint: mixed(tint(ground, name), tint(ink, name), keeps === 'nothing' || isNamed) };
  });
  return inks(
    [part(0), part(1), part(2), part(3)],
    ink.reach,
    spots.filter(({ tint: percent }) => percent > 0),
    ink.look,
  );
}

/** How light a colour is, from 0 for black to 1, as masks reckon (11.5.3). */
export function lightnessOf(colour: Colour): number {
  if (colour.type === 'mixed') {
    const parts = [...partsOf(colour)];
    return parts.reduce((total, part) => total + lightnessOf(part), 0) / Math.max(1, parts.length);
  }
  if (colour.type !== 'inks') {
    const [red, green, blue] = colour.rgb;
    return (0.3 * red + 0.59 * green + 0.11 * blue) / 255;
  }
  const [c, m, y, k] = colour.look ?? colour.cmyk;
  return 1 - Math.min(100, 0.3 * c + 0.59 * m + 0.11 * y + k) / 100;
}
