/** Affine maps between coordinate systems, `a b c d e f` as PDF (ISO 32000-1, 8.3) and SVG (8.5) write them. */

export type Matrix = readonly [number, number, number, number, number, number];

/** In whichever system its reader speaks of. */
export type Point = readonly [x: number, y: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that maps by the first and then by the second. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [g, h, i, j, k, l] = second;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}
