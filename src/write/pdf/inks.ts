/** Colours as operators of a content stream: light for screens, ink for presses. */
import { type Color, colorNames, type Theme } from '../../theme/theme.ts';

/** How a file tells colours, which are `#rrggbb` wherever they come from. */
export interface Inks {
  /** The operator, with its operands, that paints areas and text in a colour (8.6.8). */
  fill(color: string): string;
  stroke(color: string): string;
  /** Whether text of this colour is printed on top of what is under it, and not in a hole of it. */
  overprints(color: string): boolean;
}

const number = (n: number): string => String(Math.round(n * 1000) / 1000);

/** Red, green and blue from 0 to 1. */
type Rgb = readonly [number, number, number];
type Cmyk = Color['cmyk'];

export const screen: Inks = {
  fill: (color) => `${partsOf(color).map(number).join(' ')} rg`,
  stroke: (color) => `${partsOf(color).map(number).join(' ')} RG`,
  overprints: () => false,
};

/**
 * The inks of a theme: each of its colours has inks of its own, chosen by hand; where two names share a colour and not their
 * inks, the first name counts. A colour that is none of the theme's, in a picture of the project, is reckoned.
 */
export class PressInks implements Inks {
  readonly #tokens = new Map<string, Cmyk>();

  constructor({ colors }: Pick<Theme, 'colors'>) {
    for (const name of [...colorNames].reverse()) this.#tokens.set(colors[name].light.toUpperCase(), colors[name].cmyk);
  }

  /** Percent of cyan, magenta, yellow and black. */
  inksOf(color: string): Cmyk {
    return this.#tokens.get(color.toUpperCase()) ?? separate(partsOf(color));
  }

  fill(color: string): string {
    return `${this.#operands(color)} k`;
  }

  stroke(color: string): string {
    return `${this.#operands(color)} K`;
  }

  /** Black alone: a light text that overprinted would vanish, and a coloured one would mix with its ground. */
  overprints(color: string): boolean {
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
 * white is paper, and no colour takes more than 200 % of ink. It knows nothing of paper: the same each time, near enough for a
 * drawing, not for a brand.
 */
export function separate([red, green, blue]: Rgb): Cmyk {
  const black = 1 - Math.max(red, green, blue);
  const percent = (part: number): number => Math.round((1 - part - black) * 1e5) / 1e3;
  return [percent(red), percent(green), percent(blue), Math.round(black * 1e5) / 1e3];
}

/** The parts of `#rrggbb`. */
function partsOf(color: string): Rgb {
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
