/**
 * Work that a drawing may ask for. A file of 3 kB can ask for a billion shapes by repeating parts within parts, so what
 * counts is not bytes but what comes out after all repeating, and the steps on the way there.
 */
import { type SvgPosition, tooLarge } from './flaw.ts';

/** The most of each, in one drawing. */
const limits = {
  /** Elements visited, each again wherever it is repeated. */
  elements: 100_000,
  /** Corners and curves of all outlines that are painted. */
  points: 500_000,
  /** Dashes of all lines: a short list over a long line asks for any number. */
  dashes: 200_000,
  /** Groups painted apart and then blended (opacity, masks, clips of any form): each is a whole page of its own to a printer. */
  layers: 500,
  /** Comparisons of style rules with elements. */
  comparisons: 5_000_000,
  /** Values that elements take over from those around them. */
  values: 5_000_000,
  /** Pixels of all pictures inside. */
  pixels: 40_000_000,
} as const;

const names: Readonly<Record<keyof typeof limits, string>> = {
  elements: 'shapes, counted again wherever they are repeated',
  points: 'points in its outlines, counted again wherever they are repeated',
  dashes: 'dashes in its lines',
  layers: 'see-through, cut or masked groups',
  comparisons: 'comparisons of its style rules with its elements',
  values: 'style values, counted again for each element that inherits them',
  pixels: 'pixels in the pictures inside it',
};

/** Groups that are blended within one another: each holds a whole picture in memory while the inner ones are painted. */
const deepest = 16;

export class Budget {
  readonly #spent = { elements: 0, points: 0, dashes: 0, layers: 0, comparisons: 0, values: 0, pixels: 0 };

  spend(kind: keyof typeof limits, amount: number, spot: SvgPosition): void {
    this.#spent[kind] += amount;
    if (this.#spent[kind] <= limits[kind]) return;
    throw tooLarge(`it has more than ${limits[kind].toLocaleString('en')} ${names[kind]}`, spot);
  }

  /** @param depth how many blended groups there are around this one */
  layer(depth: number, spot: SvgPosition): void {
    this.spend('layers', 1, spot);
    if (depth < deepest) return;
    throw tooLarge(`it has more than ${deepest} see-through, cut or masked groups within one another`, spot);
  }
}
