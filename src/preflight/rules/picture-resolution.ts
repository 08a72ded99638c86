import type { Sheet } from '../../finished/pdf/paint/file.ts';
import { type PdfImage, resolutionOf, resolutionsOf } from '../../finished/pdf/paint/images.ts';
import type { Paint, PaintedPicture } from '../../finished/pdf/paint/paint.ts';
import type { Point } from '../../matrix.ts';
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
    for (const { limit, ...picture } of limitedPictures(press)) {
      if (picture.ppi < limit.error) yield finding(picture, `at least ${limit.error} are needed`, limit.warning);
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
    for (const { limit, ...picture } of limitedPictures(press)) {
      if (picture.ppi >= limit.error && picture.ppi < limit.warning) {
        yield finding(picture, `${limit.warning} or more are recommended`, limit.warning);
      }
    }
  },
};

const fineMend = 'Bring the picture down to the resolution that prints, with the program that it is from.';

/** Rounded sizes and crops make a picture a little finer than it was asked for. */
const nearly = 1.05;

/** What is finer than the screen of the press is thrown away there, after it was sent, opened and waited for. */
export const pictureFine: PressRule = {
  code: 'picture-fine',
  severity: 'warning',
  says: 'A picture has more pixels than can be seen at the size at which it is printed.',
  mend: fineMend,
  *check(press) {
    const { mostPpi: most } = press.asks;
    if (most === null) return;
    // Where it is largest: in a smaller place the same samples are there anyway.
    const largest = new Map<object, PrintedPicture>();
    for (const found of drawnPictures(press)) {
      const { stream, bits } = found.picture.image;
      const known = largest.get(stream);
      if (bits !== 1 && (known === undefined || known.ppi > found.ppi)) largest.set(stream, found);
    }
    for (const { sheet, picture, ppi, point } of largest.values()) {
      if (ppi <= nearly * most) continue;
      const message = `A picture of ${sizeOf(picture)} is printed at ${round(ppi)} ppi; no more than ${most} can be seen`;
      yield { at: { sheet, point }, message, hints: [fineMend] };
    }
  },
};

/** How much more pixels to an inch one side may have than the other: 5 %, of which nobody sees what it does to a face. */
const mostStretch = 1.05;

const inProportion = 'Place the picture in its own proportions, and cut away what does not fit.';

export const pictureDistorted: PressRule = {
  code: 'picture-distorted',
  severity: 'warning',
  says: 'A picture is stretched more in one direction than in the other.',
  mend: inProportion,
  *check(press) {
    if (!press.asks.quality) return;
    for (const { sheet, picture, point } of drawnPictures(press)) {
      const [across, up] = resolutionsOf(picture.image, picture.matrix);
      if (Math.max(across, up) <= mostStretch * Math.min(across, up)) continue;
      yield {
        at: { sheet, point },
        message: `A picture of ${sizeOf(picture)} is stretched: ${round(across)} ppi across, ${round(up)} ppi upwards`,
        hints: [inProportion],
      };
    }
  },
};

interface PrintedPicture {
  readonly sheet: Sheet;
  readonly picture: PaintedPicture;
  readonly ppi: number;
  /** Where it is seen. */
  readonly point: Point;
}

function* picturesOf({ file, printed }: PreflightSubject): Generator<PrintedPicture> {
  for (const sheet of file.sheets) {
    for (const { paint } of printed(sheet)) if (paint.type === 'picture') yield found(sheet, paint, paint);
  }
}

/** In tilings. Few pixels are the dots of a hatching, and meant to be seen. */
function* tiledPictures({ file, tiled }: PreflightSubject): Generator<PrintedPicture> {
  for (const sheet of file.sheets) {
    for (const { paint, on } of tiled(sheet)) {
      if (paint.type === 'picture' && !isTiny(paint.image)) yield found(sheet, paint, on);
    }
  }
}

function found(sheet: Sheet, picture: PaintedPicture, { box }: Paint): PrintedPicture {
  return { sheet, picture, ppi: resolutionOf(picture.image, picture.matrix), point: cornerOf(box) };
}

/** A picture with a side of fewer pixels is a tint or a fade, which is stretched on purpose. */
const leastSide = 16;

const isTiny = ({ width, height }: PdfImage): boolean => Math.min(width, height) < leastSide;

/** Those in which something is drawn; what has no area on the page is not seen at all. */
function* drawnPictures(press: PreflightSubject): Generator<PrintedPicture> {
  for (const found of picturesOf(press)) {
    if (!isTiny(found.picture.image) && Number.isFinite(found.ppi)) yield found;
  }
}

/**
 * With the samples to an inch at the printed size, below which there is an error and a warning. A screen of 150 lines to an
 * inch wants 300 ppi; at 225 nobody sees the difference, at 150 everybody does. Pictures of one bit have no greys to smooth
 * their edges with, and need the resolution of an imagesetter's steps.
 */
function* limitedPictures(press: PreflightSubject) {
  for (const { ppi, ...printed } of [...picturesOf(press), ...tiledPictures(press)]) {
    const { picture } = printed;
    const limit = picture.image.bits === 1 ? press.asks.lineArtPpi : press.asks.ppi;
    if (limit === null || isFlat(picture.image)) continue;
    // Sizes are told in rounded numbers; a hair under the limit is at it.
    yield { ...printed, ppi: ppi + 0.5, limit };
  }
}

/** One pixel is one colour, however large. */
function isFlat({ width, height }: PdfImage): boolean {
  return width === 1 && height === 1;
}

const sizeOf = ({ image: { width, height } }: PaintedPicture): string => `${width} × ${height} pixels`;

function finding({ sheet, picture, ppi, point }: PrintedPicture, needed: string, good: number): PressFinding {
  const { image } = picture;
  const least = Math.ceil((Math.min(image.width, image.height) * good) / ppi);
  return {
    at: { sheet, point },
    message: `A picture of ${sizeOf(picture)} is printed at ${round(ppi - 0.5)} ppi; ${needed}`,
    hints: [`Use the picture with at least ${least} pixels on its shorter side, or print it smaller.`],
  };
}
