/** The part of a picture that is shown: of the sides that are asked for, as large as fits, around what matters in it. */
import type { Crop } from '../model/picture.ts';
import type { Size } from './room.ts';

/** A part of a picture, in its pixels. */
export interface PicturePart extends Size {
  readonly left: number;
  readonly top: number;
}

/** The largest part of the ratio, with the focus as near to its middle as the edges let. */
export function croppedPart({ width, height }: Size, { ratio, focus }: Crop): PicturePart {
  const across = Math.max(1, Math.min(width, Math.round(height * ratio)));
  const down = Math.max(1, Math.min(height, Math.round(width / ratio)));
  const start = (whole: number, part: number, at: number) =>
    Math.min(whole - part, Math.max(0, Math.round(whole * at - part / 2)));
  return { left: start(width, across, focus[0]), top: start(height, down, focus[1]), width: across, height: down };
}

/** Where a part of the upright picture lies in the file, by the eight values of Orientation (CIPA DC-008, 4.6.4). */
export function partInFile({ left, top, width, height }: PicturePart, file: Size, orientation: number): PicturePart {
  const isQuarter = orientation >= 5;
  const [x, across] = isQuarter ? [top, height] : [left, width];
  const [y, down] = isQuarter ? [left, width] : [top, height];
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBottom = [3, 4, 6, 7].includes(orientation);
  return {
    left: fromRight ? file.width - x - across : x,
    top: fromBottom ? file.height - y - down : y,
    width: across,
    height: down,
  };
}
