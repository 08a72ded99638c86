/** Ink totals of what is painted: the sum of all inks that come to lie on one place. */
import { partsOf, totalOf } from '../finished/pdf/paint/colour.ts';
import type { Sheet } from '../finished/pdf/paint/file.ts';
import { type Box, grow, intersect } from '../finished/pdf/paint/geometry.ts';
import { isSeen, type Paint } from '../finished/pdf/paint/paint.ts';
import { boxesOfPath } from '../finished/pdf/paint/path.ts';
import type { Point } from '../matrix.ts';
import { type PageGround, put } from './ground.ts';

export interface Total {
  readonly paint: Paint;
  /** Percent. */
  readonly total: number;
}

/** Of each paint within the bleed that is no picture, with what lies under it where that shows through. */
export function* totalsOf(sheet: Sheet, ground: PageGround): Generator<Total> {
  const printed = sheet.bleed ?? sheet.media;
  for (const [index, paint] of sheet.paints.entries()) {
    if (!isSeen(paint) || paint.colour === null || !isPrinted(paint, printed)) continue;
    const mixes = paint.overprints || paint.opacity < 1 || paint.blend !== 'Normal';
    let total = 0;
    for (const colour of partsOf(paint.colour)) {
      if (colour.type !== 'inks') continue;
      const grounds = mixes ? placesIn(paint.box).flatMap((place) => ground.at(place, index) ?? []) : [];
      total = Math.max(
        total,
        ...(mixes ? grounds.map((under) => totalOf(put(under, paint, colour))) : [totalOf(colour)]),
      );
    }
    yield { paint, total };
  }
}

/** Whether any part of a paint lies within the bleed. */
function isPrinted(paint: Paint, printed: Box): boolean {
  if (!touches(paint.box, printed)) return false;
  if (paint.type !== 'area' && paint.type !== 'stroke') return true;
  const pen = paint.type === 'stroke' ? paint.widest / 2 : 0;
  return boxesOfPath(paint.path).some((box) => touches(intersect(grow(box, pen), paint.box), printed));
}

/** Marks stand beside the bleed, in all inks, and may touch it. */
function touches(box: Box, printed: Box): boolean {
  const slack = 0.1;
  return (
    box.right > printed.left + slack &&
    box.left < printed.right - slack &&
    box.top > printed.bottom + slack &&
    box.bottom < printed.top - slack
  );
}

function placesIn({ left, right, bottom, top }: Box): readonly Point[] {
  const y = (bottom + top) / 2;
  return [0.1, 0.5, 0.9].map((share): Point => [left + share * (right - left), y]);
}
