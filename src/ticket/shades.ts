/** Inks as the ticket's pictures show them. */

import { type Cmyk, type Colour, partsOf } from '../finished/pdf/paint/colour.ts';
import type { PrintFile } from '../finished/pdf/paint/file.ts';
import { proof } from '../picture/proof.ts';
import { intentOf } from '../preflight/facts.ts';

export interface Shades {
  /** `#rrggbb`. */
  of(colour: Colour): string;
  /** Of inks in percent. */
  ofInks(cmyk: readonly number[]): string;
  /** Whether colours are shown through the profile of the press, and not by a bare formula. */
  readonly isProof: boolean;
}

type Rgb = readonly [number, number, number];

/** @param more inks that are shown beside those of the file */
export async function shadesOf(file: PrintFile, more: readonly (readonly number[])[]): Promise<Shades> {
  const used = new Map<string, Cmyk>();
  const note = (cmyk: Cmyk) => used.set(keyOf(cmyk), cmyk);
  for (const cmyk of more) note(inksFrom(cmyk));
  for (const { paints } of file.sheets) {
    for (const paint of paints) {
      if (paint.type !== 'picture' && paint.colour.type !== 'mixed') noteColour(paint.colour, note);
      else if (paint.colour !== null) for (const part of partsOf(paint.colour)) noteColour(part, note);
    }
  }
  const colours = [...used.values()];
  const profile = intentOf(file)?.profile;
  const shown = profile?.space === 'CMYK' ? await proof(colours, profile.bytes) : null;
  const known = new Map<string, Rgb>();
  for (const [index, cmyk] of colours.entries()) known.set(keyOf(cmyk), shown?.[index] ?? bare(cmyk));
  const ofInks = (cmyk: readonly number[]) => hex(known.get(keyOf(inksFrom(cmyk))) ?? bare(inksFrom(cmyk)));
  const of = (colour: Colour): string => {
    // A gradient or a tiling in small is its middle colour.
    const parts = [...partsOf(colour)];
    const part = parts[Math.floor(parts.length / 2)];
    if (part === undefined) return '#808080';
    return part.type === 'inks' ? ofInks(lookOf(part)) : hex(part.rgb);
  };
  return { of, ofInks, isProof: shown !== null };
}

function noteColour(colour: Colour, note: (cmyk: Cmyk) => void): void {
  if (colour.type === 'inks') note(lookOf(colour));
}

/** Spots look as the file tells in the inks of the press; one that it does not tell is grey. */
function lookOf({ cmyk, spots, look }: Extract<Colour, { type: 'inks' }>): Cmyk {
  if (spots.length === 0) return cmyk;
  const tint = Math.max(...spots.map((spot) => spot.tint));
  const own = look ?? ([0, 0, 0, tint / 2] as const);
  const part = (index: 0 | 1 | 2 | 3) => Math.min(100, cmyk[index] + own[index]);
  return [part(0), part(1), part(2), part(3)];
}

const keyOf = (cmyk: Cmyk): string => cmyk.map((percent) => Math.round(percent * 2.55)).join(' ');

function inksFrom([c = 0, m = 0, y = 0, k = 0]: readonly number[]): Cmyk {
  return [c, m, y, k];
}

/** ISO 32000-1, 10.3.5 the other way round: light that each ink takes away by itself. */
function bare([c, m, y, k]: Cmyk): Rgb {
  const part = (percent: number) => Math.round(255 * (1 - percent / 100) * (1 - k / 100));
  return [part(c), part(m), part(y)];
}

function hex(rgb: Rgb): string {
  return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
