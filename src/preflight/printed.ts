/** What of a page comes onto the finished paper. */
import type { TilingCell } from '../finished/pdf/paint/colour.ts';
import type { Sheet } from '../finished/pdf/paint/file.ts';
import { type Box, grow, intersect } from '../finished/pdf/paint/geometry.ts';
import type { Paint } from '../finished/pdf/paint/paint.ts';
import { boxesOfPath } from '../finished/pdf/paint/path.ts';

/** Whether any part of a paint lies within the bleed. */
export function isPrinted(paint: Paint, { bleed, media }: Sheet): boolean {
  const within = bleed ?? media;
  if (!touches(paint.box, within)) return false;
  if (paint.type !== 'area' && paint.type !== 'stroke') return true;
  const pen = paint.type === 'stroke' ? paint.widest / 2 : 0;
  return boxesOfPath(paint.path).some((box) => touches(intersect(grow(box, pen), paint.box), within));
}

/** The paints in the cells of tilings that a paint is coloured with, those within cells too. */
export function* tiledIn({ colour }: Paint): Generator<{ readonly cell: TilingCell; readonly paint: Paint }> {
  if (colour?.type !== 'mixed' || colour.course?.type !== 'tiling') return;
  const { cell } = colour.course;
  for (const paint of cell.paints) {
    yield { cell, paint };
    yield* tiledIn(paint);
  }
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
