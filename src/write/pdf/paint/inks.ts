import type { Cmyk } from '../../../finished/pdf/paint/colour.ts';
import { type SpotFile, type SpotInk, Spots } from './spots.ts';
import type { InkedColors } from './theme-inks.ts';

/** How a file tells colours, which are `#rrggbb` wherever they come from. */
export interface Inks {
  /** The operator, with its operands, that paints areas and text in a colour (8.6.8). */
  fill(color: string): string;
  stroke(color: string): string;
  /** Whether text of this colour is printed on top of what is under it, and not in a hole of it. */
  overprints(color: string): boolean;
  /** The operator that paints in a colour's own ink, where it has one; the ink's colour space is then at hand in the file. */
  spot(color: string, file: SpotFile, how?: SpotUse): string | null;
}

interface SpotUse {
  readonly stroke?: boolean;
  /** From no ink to all of it; else all. */
  readonly tint?: number;
}

export interface UsedSpot {
  readonly name: string;
  readonly color: string;
}

/** A number as an operand, to a thousandth. */
export const number = (n: number): string => String(Math.round(n * 1000) / 1000);

/** Red, green and blue from 0 to 1. */
type Rgb = readonly [number, number, number];

export const screen: Inks = {
  fill: (color) => `${partsOf(color).map(number).join(' ')} rg`,
  stroke: (color) => `${partsOf(color).map(number).join(' ')} RG`,
  overprints: () => false,
  spot: () => null,
};

/**
 * The inks of a theme in one file: each of its colours has inks of its own, chosen by hand or settled for the press; where two
 * names share a colour and not their inks, the first name counts. Those of drawings are settled by the profile; a grey that is
 * none of the theme's is black ink alone.
 */
export class PressInks implements Inks {
  readonly spots = new Spots();
  /** Inks that are no colours: of white, varnish and cuts. */
  readonly steps = new Spots('Step');
  /** Whether any colour has an ink of its own. */
  readonly hasSpots: boolean;
  readonly #tokens = new Map<string, { readonly cmyk: Cmyk; readonly spot: SpotInk | null }>();

  readonly #drawn: ReadonlyMap<string, Cmyk>;

  /** @param drawn the inks of colours in drawings, by `#RRGGBB` */
  constructor(colors: InkedColors, drawn: ReadonlyMap<string, Cmyk> = new Map()) {
    this.#drawn = drawn;
    for (const { light, cmyk, spot } of Object.values(colors).reverse()) {
      this.#tokens.set(light.toUpperCase(), { cmyk, spot: spot && { ...spot, cmyk } });
    }
    this.hasSpots = [...this.#tokens.values()].some(({ spot }) => spot !== null);
  }

  /** Percent of cyan, magenta, yellow and black; for a spot ink, what stands in for it. */
  inksOf(color: string): Cmyk {
    const name = color.toUpperCase();
    return this.#tokens.get(name)?.cmyk ?? this.#drawn.get(name) ?? separate(partsOf(color));
  }

  spot(color: string, file: SpotFile, { stroke = false, tint = 1 }: SpotUse = {}): string | null {
    const ink = this.#tokens.get(color.toUpperCase())?.spot ?? null;
    if (ink === null) return null;
    const space = this.spots.use(ink, file);
    return stroke ? `/${space} CS ${number(tint)} SCN` : `/${space} cs ${number(tint)} scn`;
  }

  /** Of each spot ink that was painted with: its name, and a colour that is printed in it. */
  get used(): readonly UsedSpot[] {
    const found = new Map<string, string>();
    for (const [color, { spot }] of this.#tokens) if (spot && this.spots.has(spot)) found.set(spot.name, color);
    return [...found].map(([name, color]) => ({ name, color }));
  }

  fill(color: string): string {
    return `${this.#operands(color)} k`;
  }

  stroke(color: string): string {
    return `${this.#operands(color)} K`;
  }

  /** Black alone, of the press's own inks: a light text that overprinted would vanish, and a coloured one would mix with its ground. */
  overprints(color: string): boolean {
    if (this.#tokens.get(color.toUpperCase())?.spot) return false;
    const [cyan, magenta, yellow, black] = this.inksOf(color);
    return cyan + magenta + yellow === 0 && black === 100;
  }

  #operands(color: string): string {
    return this.inksOf(color)
      .map((percent) => number(percent / 100))
      .join(' ');
  }
}

/**
 * ISO 32000-1, 10.3.5, with all grey taken out of the colours and printed as black: a grey is black ink alone, black is K100,
 * white is paper, and no colour takes more than 200 % of ink. It knows nothing of paper: right for masks, whose greys are no
 * colours.
 */
export function separate([red, green, blue]: Rgb): Cmyk {
  const black = 1 - Math.max(red, green, blue);
  const percent = (part: number): number => Math.round((1 - part - black) * 1e5) / 1e3;
  return [percent(red), percent(green), percent(blue), Math.round(black * 1e5) / 1e3];
}

/** The parts of `#rrggbb`, from 0 to 1. */
export function partsOf(color: string): Rgb {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

/** Red, green and blue from 0 to 1 as `#rrggbb`. */
export function hexOf(parts: readonly number[]): string {
  return `#${parts.map((part) => byte(part).toString(16).padStart(2, '0')).join('')}`;
}

function byte(part: number): number {
  return Math.max(0, Math.min(255, Math.round(part * 255)));
}
