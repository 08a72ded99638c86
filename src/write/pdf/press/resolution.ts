/** Raster pictures as they are printed: whether they have pixels enough, and how they become ink. */
import type { Report } from '../../../diagnostics.ts';
import type { Sourced } from '../../../model/document.ts';
import { type Picture, pictureName } from '../../../model/picture.ts';
import { type Conversion, conversionOf } from '../../../picture/conversion.ts';
import { sharpLines } from '../../../picture/press.ts';
import type { Profile } from '../../../picture/profile.ts';
import type { Side } from '../paint/sheet.ts';
import { mm } from '../text/type.ts';

/** Pixels per inch of paper (GWG 2015, sheet-fed offset). */
export const resolution = { least: 150, good: 225, best: 300 } as const;
/** The same of drawings of one bit, whose edges nothing softens: coarser ones are printed as greys are, and look stepped. */
const lines = { least: 150, good: sharpLines, best: 800 } as const;

export interface PrintedPicture {
  readonly source: Sourced<Picture>;
  /** As printed, in points. */
  readonly width: number;
  readonly height: number;
}

type Placed = readonly Pick<Side, 'placed'>[];

/** The raster pictures on the sides of a print edition, each as often as it is printed. */
export function* printedPictures(sides: Placed): Generator<PrintedPicture> {
  const pages = sides.flatMap(({ placed }) => placed.map(({ page }) => page));
  for (const { items } of pages)
    for (const { type, item } of items) {
      if (type !== 'image') continue;
      const { picture, _width, _height } = item as { picture: Sourced<Picture>; _width: number; _height: number };
      yield { source: picture, width: _width, height: _height };
    }
}

/** How wide each picture is printed at most, in inches. */
export function widestOf(sides: Placed): ReadonlyMap<string, PrintedWidth> {
  const found = new Map<string, PrintedWidth>();
  for (const { source, width } of printedPictures(sides)) {
    const name = pictureName(source.value);
    found.set(name, { picture: source.value, inches: Math.max(width / 72, found.get(name)?.inches ?? 0) });
  }
  return found;
}

interface PrintedWidth {
  readonly picture: Picture;
  readonly inches: number;
}

/** At the place that names the picture: the error `picture-too-coarse`, or the warning `picture-coarse`. */
export function checkResolution(sides: Placed, report: Report): void {
  for (const { source, width } of printedPictures(sides)) {
    const { file, bilevel } = source.value;
    const { least, good: enough, best: most } = bilevel ? lines : resolution;
    const { width: across, height: down } = source.value.press ?? source.value;
    const inches = width / 72;
    const ppi = Math.floor(across / inches);
    if (ppi >= enough) continue;
    const size = `${across} × ${down} pixels over ${(width / mm).toFixed(0)} mm`;
    const message = `"${file}" is too coarse for print: ${size} are ${ppi} ppi.`;
    const [good, best] = [enough, most].map((aim) => Math.ceil(aim * inches));
    const hints = [
      `Give it with ${best} pixels of width for ${most} ppi, or at least ${good}; enlarging it in an editor adds no detail.`,
    ];
    if (ppi < least) report.error('picture-too-coarse', source.from, message, { hints });
    else report.warning('picture-coarse', source.from, message, { hints });
  }
}

/**
 * What each raster picture goes through on its way to the press, one sentence a picture.
 *
 * @param inked what became of them, by their names
 */
export function conversionsOf(
  sides: Placed,
  profile: Pick<Profile, 'name'>,
  inked: ReadonlyMap<string, Conversion> = new Map(),
): readonly string[] {
  const sentences = [...printedPictures(sides)].map(({ source: { value } }) =>
    conversionOf(value, profile, inked.get(pictureName(value))),
  );
  return [...new Set(sentences)].filter((sentence) => sentence !== null);
}
