/** Places on a page, in points, with y upwards (ISO 32000-1, 8.3). */
import type { Matrix, Point } from '../../../matrix.ts';

export { identity, type Matrix, multiply } from '../../../matrix.ts';

export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** What a picture fills before its matrix places it (8.9.5). */
export const unitSquare: Box = { left: 0, bottom: 0, right: 1, top: 1 };

/** Points in a millimetre. */
export const mm = 72 / 25.4;

export function map([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The least and the greatest factor by which a matrix stretches lengths: its singular values. */
export function stretches([a, b, c, d]: Matrix): readonly [least: number, greatest: number] {
  const half = (a * a + b * b + c * c + d * d) / 2;
  const spread = Math.sqrt(Math.max(0, half * half - (a * d - b * c) ** 2));
  return [Math.sqrt(Math.max(0, half - spread)), Math.sqrt(half + spread)];
}

export function boxAround(points: Iterable<Point>): Box {
  let [left, bottom, right, top] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [x, y] of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < bottom) bottom = y;
    if (y > top) top = y;
  }
  return { left, bottom, right, top };
}

export function cornersOf({ left, bottom, right, top }: Box): readonly Point[] {
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ];
}

export function mapBox(matrix: Matrix, box: Box): Box {
  return boxAround(cornersOf(box).map((corner) => map(matrix, corner)));
}

export function intersect(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
    top: Math.min(a.top, b.top),
  };
}

/** Larger by so much on each side; smaller if negative. */
export function grow({ left, bottom, right, top }: Box, by: number): Box {
  return { left: left - by, bottom: bottom - by, right: right + by, top: top + by };
}

/** A line has no area and yet is there; only what lies the wrong way round is nothing. */
export function isEmpty({ left, bottom, right, top }: Box): boolean {
  return !(left <= right && bottom <= top);
}

export function isWithin(inner: Box, outer: Box, tolerance = 0): boolean {
  return (
    inner.left >= outer.left - tolerance &&
    inner.bottom >= outer.bottom - tolerance &&
    inner.right <= outer.right + tolerance &&
    inner.top <= outer.top + tolerance
  );
}

export function centreOf({ left, bottom, right, top }: Box): Point {
  return [(left + right) / 2, (bottom + top) / 2];
}

/** A coordinate that no sheet reaches; what goes beyond is nonsense or an attack, and would spoil sums. */
const farthest = 1e7;

export function isSane({ left, bottom, right, top }: Box): boolean {
  return [left, bottom, right, top].every((edge) => Math.abs(edge) < farthest);
}
