/** Spot colours of a file: their names, how they are told in other inks, and those that are no colours at all. */
import { PDFArray, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { textOfName } from '../finished/pdf/objects.ts';
import { type Colour, partsOf, processInks } from '../finished/pdf/paint/colour.ts';
import type { PrintFile } from '../finished/pdf/paint/file.ts';
import { readFunction } from '../finished/pdf/paint/functions.ts';
import { readSpace } from '../finished/pdf/paint/spaces.ts';
import { isFinish } from '../theme/ink-names.ts';

export { isFinish };

/** How one Separation, or one ink of a DeviceN, is told. */
export interface SpotDefinition {
  readonly name: string;
  /** Its look without the ink, in words that can be compared; null where that is not reckoned. */
  readonly look: string | null;
  /** Whether its look is red, green and blue of no known device. */
  readonly isLight: boolean;
}

const noSpots: readonly string[] = [...processInks, 'All', 'None'];

/** Each name with each of its looks once. */
export function spotsOf({ parts }: PrintFile): readonly SpotDefinition[] {
  const found = new Map<string, SpotDefinition>();
  const add = (name: string, look: string | null, isLight: boolean): void => {
    if (!noSpots.includes(name)) found.set(`${name} ${look}`, { name, look, isLight });
  };
  for (const array of parts.spaces) {
    const family = array.get(0);
    if (family === PDFName.of('Separation'))
      add(nameOf(array.lookup(1)), lookOf(array), alternateOf(array)?.name === 'DeviceRGB');
    const names = family === PDFName.of('DeviceN') ? array.lookup(1) : undefined;
    if (names instanceof PDFArray)
      for (const index of names.asArray().keys()) add(nameOf(names.lookup(index)), null, false);
  }
  return [...found.values()];
}

/** Percent by which rounded numbers may differ. */
const slack = 3;

/** Inks of every press that are shown as something else where they are not printed: `Cyan` in magenta. */
export function misshownOf({ parts }: PrintFile): readonly string[] {
  const found = new Set<string>();
  for (const array of parts.spaces) {
    if (array.get(0) !== PDFName.of('Separation')) continue;
    const name = nameOf(array.lookup(1));
    const plate = processInks.indexOf(name);
    const tints = plate === -1 ? null : readFunction(array.lookup(3))([1]);
    const look = tints && alternateOf(array)?.colour(tints);
    if (look?.type !== 'inks' || look.spots.length > 0) continue;
    const isOwn = look.cmyk.every((ink, at) => Math.abs(ink - (at === plate ? 100 : 0)) <= slack);
    if (!isOwn) found.add(name);
  }
  return [...found].sort();
}

const alternateOf = (separation: PDFArray) => readSpace(separation.lookup(2), null);

const nameOf = (object: PDFObject | undefined): string => (object instanceof PDFName ? textOfName(object) : '');

function lookOf(separation: PDFArray): string | null {
  const alternate = alternateOf(separation);
  const tint = readFunction(separation.lookup(3));
  const shades = [0.5, 1].map((part) => tint([part]));
  if (alternate === null || shades.includes(null)) return null;
  return `${alternate.name} ${shades.map((shade) => shade?.map((part) => Math.round(part * 200) / 200).join(' ')).join(', ')}`;
}

/** One ink in all its spellings: `PANTONE 286 C`, `Pantone 286c`, `PMS 286 CVC`, and `PANTONE 286 U`, the same ink on uncoated paper. */
export function inkOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^pms\b/, 'pantone')
    .replace(/[\s_\-–.]+/g, '')
    .replace(/^(pantone.*\d)(?:cv[cpu]?|[cum])$/, '$1');
}

/** The name of what is no colour and yet painted with this; null if all of it is colours. */
export function finishIn(colour: Colour | null): string | null {
  if (colour === null) return null;
  for (const part of partsOf(colour)) {
    const found = part.type === 'inks' ? part.spots.find(({ name, tint }) => tint > 0 && isFinish(name)) : undefined;
    if (found !== undefined) return found.name;
  }
  return null;
}
