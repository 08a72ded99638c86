/** Ink totals of what is painted: the sum of all inks that come to lie on one place. */
import { partsOf } from '../finished/pdf/paint/colour.ts';
import type { Sheet } from '../finished/pdf/paint/file.ts';
import type { Box } from '../finished/pdf/paint/geometry.ts';
import { isSeen, type Paint } from '../finished/pdf/paint/paint.ts';
import type { Point } from '../matrix.ts';
import { type PageGround, put } from './ground.ts';
import { isPrinted } from './printed.ts';
import { wetOf } from './spots.ts';

export interface Total {
  readonly paint: Paint;
  /** Percent. */
  readonly total: number;
}

/** Of each paint within the bleed that is no picture, with what lies under it where that shows through. */
export function* totalsOf(sheet: Sheet, ground: PageGround): Generator<Total> {
  for (const [index, paint] of sheet.paints.entries()) {
    if (!isSeen(paint) || paint.colour === null || !isPrinted(paint, sheet)) continue;
    const mixes = paint.overprints || paint.opacity < 1 || paint.blend !== 'Normal';
    let total = 0;
    for (const colour of partsOf(paint.colour)) {
      if (colour.type !== 'inks') continue;
      const grounds = mixes ? placesIn(paint.box).flatMap((place) => ground.at(place, index) ?? []) : [];
      total = Math.max(total, ...(mixes ? grounds.map((under) => wetOf(put(under, paint, colour))) : [wetOf(colour)]));
    }
    yield { paint, total };
  }
}

function placesIn({ left, right, bottom, top }: Box): readonly Point[] {
  const y = (bottom + top) / 2;
  return [0.1, 0.5, 0.9].map((share): Point => [left + share * (right - left), y]);
}
