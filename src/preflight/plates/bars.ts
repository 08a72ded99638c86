/** Words as bars: what is too fine for the dots of a plate, drawn as much ink as it has. */
import type { Point } from '../../matrix.ts';

/** Of a line's height, small letters: where they stand, and how much of it is inked. */
const letters = { low: 0.27, high: 0.62, inked: 0.55 } as const;

export const inkedPart = letters.inked;

/** @param corners of a line of glyphs, from the lower left in the direction of writing */
export function barOf(corners: readonly Point[]): readonly Point[] {
  const [start, end, , up] = corners;
  if (start === undefined || end === undefined || up === undefined) return corners;
  const [x, y] = [up[0] - start[0], up[1] - start[1]];
  const along = ([left, bottom]: Point, share: number): Point => [left + share * x, bottom + share * y];
  return [along(start, letters.low), along(end, letters.low), along(end, letters.high), along(start, letters.high)];
}
