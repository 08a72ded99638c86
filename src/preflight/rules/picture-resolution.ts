import type { Sheet } from '../../finished/pdf/paint/file.ts';
import { type PdfImage, resolutionOf } from '../../finished/pdf/paint/images.ts';
import type { PaintedPicture } from '../../finished/pdf/paint/paint.ts';
import type { PreflightSubject } from '../press.ts';
import { cornerOf, type PressFinding, type PressRule, round } from '../rule.ts';

const clause = 'GWG 2015, Image Resolution';

export const pictureTooCoarse: PressRule = {
  code: 'picture-too-coarse',
  severity: 'error',
  says: 'A picture has too few pixels for the size at which it is printed.',
  mend: 'Use the picture with more pixels, or print it smaller.',
  clause,
  *check(press) {
    for (const { sheet, picture, ppi, limit } of picturesOf(press)) {
      if (ppi < limit.error) yield finding(sheet, picture, ppi, `at least ${limit.error} are needed`, limit.warning);
    }
  },
};

export const pictureCoarse: PressRule = {
  code: 'picture-coarse',
  severity: 'warning',
  says: 'A picture has fewer pixels than are recommended for the size at which it is printed.',
  mend: 'Use the picture with more pixels, or print it smaller.',
  clause,
  *check(press) {
    for (const { sheet, picture, ppi, limit } of picturesOf(press)) {
      if (ppi >= limit.error && ppi < limit.warning) {
        yield finding(sheet, picture, ppi, `${limit.warning} or more are recommended`, limit.warning);
      }
    }
  },
};

/**
 * With the samples to an inch at the printed size, below which there is an error and a warning. A screen of 150 lines to an
 * inch wants 300 ppi; at 225 nobody sees the difference, at 150 everybody does. Pictures of one bit have no greys to smooth
 * their edges with, and need the resolution of an imagesetter's steps.
 */
function* picturesOf({ file, asks, printed }: PreflightSubject) {
  for (const sheet of file.sheets) {
    for (const { paint } of printed(sheet)) {
      if (paint.type !== 'picture' || isFlat(paint.image)) continue;
      const limit = paint.image.bits === 1 ? asks.lineArtPpi : asks.ppi;
      if (limit === null) continue;
      // Sizes are told in rounded numbers; a hair under the limit is at it.
      yield { sheet, picture: paint, ppi: resolutionOf(paint.image, paint.matrix) + 0.5, limit };
    }
  }
}

/** One pixel is one colour, however large. */
function isFlat({ width, height }: PdfImage): boolean {
  return width === 1 && height === 1;
}

function finding(
  sheet: Sheet,
  { box, image }: PaintedPicture,
  ppi: number,
  needed: string,
  good: number,
): PressFinding {
  const size = `${image.width} × ${image.height} pixels`;
  const least = Math.ceil((Math.min(image.width, image.height) * good) / ppi);
  return {
    at: { sheet, point: cornerOf(box) },
    message: `A picture of ${size} is printed at ${round(ppi - 0.5)} ppi; ${needed}`,
    hints: [`Use the picture with at least ${least} pixels on its shorter side, or print it smaller.`],
  };
}
