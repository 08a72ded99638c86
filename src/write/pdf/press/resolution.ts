/** Raster pictures as they are printed: whether they have pixels enough, and how they become ink. */
import type { Report } from '../../../diagnostics.ts';
import type { Sourced } from '../../../model/document.ts';
import type { Picture } from '../../../model/picture.ts';
import { conversionOf } from '../../../picture/conversion.ts';
import type { Profile } from '../../../picture/profile.ts';
import type { Side } from '../paint/sheet.ts';
import { mm } from '../text/type.ts';

/**
 * Pixels per inch of paper (GWG 2015, sheet-fed offset). Drawings of one bit are held to the same: they are separated like
 * photographs, in 8 bits with soft edges, and have no edges of the press's own resolution to lose.
 */
export const resolution = { least: 150, good: 225, best: 300 } as const;

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

/** At the place that names the picture: the error `picture-too-coarse`, or the warning `picture-coarse`. */
export function checkResolution(sides: Placed, report: Report): void {
  for (const { source, width } of printedPictures(sides)) {
    const { file } = source.value;
    const { width: across, height: down } = source.value.press ?? source.value;
    const inches = width / 72;
    const ppi = Math.floor(across / inches);
    if (ppi >= resolution.good) continue;
    const size = `${across} × ${down} pixels over ${(width / mm).toFixed(0)} mm`;
    const message = `"${file}" is too coarse for print: ${size} are ${ppi} ppi.`;
    const [good, best] = [resolution.good, resolution.best].map((aim) => Math.ceil(aim * inches));
    const hints = [
      `Give it with ${best} pixels of width for ${resolution.best} ppi, or at least ${good}; enlarging it in an editor adds no detail.`,
    ];
    if (ppi < resolution.least) report.error('picture-too-coarse', source.from, message, { hints });
    else report.warning('picture-coarse', source.from, message, { hints });
  }
}

/** What each raster picture goes through on its way to the press, one sentence a picture. */
export function conversionsOf(sides: Placed, profile: Pick<Profile, 'name'>): readonly string[] {
  const sentences = [...printedPictures(sides)].map(({ source }) => conversionOf(source.value, profile));
  return [...new Set(sentences)].filter((sentence) => sentence !== null);
}
