/** Numbers that stand for other light than a screen's, as those of a screen (PNG, third edition, 13.13 and annex C). */
import { type PngLight, screenPrimaries } from './png.ts';

type ColourRow = readonly [number, number, number];
type Matrix = readonly [ColourRow, ColourRow, ColourRow];

/**
 * Samples as sRGB of 8 bits; alpha is no light and only brought to 8 bits.
 * @param channels 1 or 3 of light, with alpha 2 or 4
 * @param full the number of the brightest light
 */
export function relit(
  samples: Uint8Array | Uint16Array,
  channels: 1 | 2 | 3 | 4,
  full: number,
  { gamma, primaries }: PngLight,
): Uint8Array {
  const lights = channels >= 3 ? 3 : 1;
  const linear = Float64Array.from({ length: full + 1 }, (_, n) => decoded(n / full, gamma));
  const matrix = lights === 3 && primaries !== null ? toScreen(primaries) : null;
  const shown = new Uint8Array(samples.length);
  for (let at = 0; at < samples.length; at += channels) {
    const parts = [0, 1, 2].slice(0, lights).map((part) => linear[samples[at + part] ?? 0] ?? 0);
    for (let part = 0; part < lights; part += 1) {
      const light = matrix === null ? (parts[part] ?? 0) : product(matrix[part] as ColourRow, parts);
      shown[at + part] = Math.round(255 * encoded(Math.min(1, Math.max(0, light))));
    }
    if (lights < channels) shown[at + lights] = Math.round((255 * (samples[at + lights] ?? 0)) / full);
  }
  return shown;
}

function decoded(n: number, gamma: number | null): number {
  if (gamma !== null) return n ** (100_000 / gamma);
  return n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4;
}

/** IEC 61966-2-1. */
function encoded(light: number): number {
  return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** From lights of these primaries to those of a screen; both whites are white, the eye having got used to them. */
function toScreen(primaries: readonly number[]): Matrix {
  const [from, to] = [toXyz(primaries), toXyz(screenPrimaries)];
  return times(inverse(to.matrix), times(adaptation(from.white, to.white), from.matrix));
}

/** The matrix from linear light to XYZ, and the white in it. */
function toXyz(primaries: readonly number[]): { readonly matrix: Matrix; readonly white: ColourRow } {
  const xyz = (at: number): ColourRow => {
    const [x, y] = [(primaries[at] ?? 0) / 1e5, (primaries[at + 1] ?? 0) / 1e5];
    return [x / y, 1, (1 - x - y) / y];
  };
  const white = xyz(0);
  const [red, green, blue] = [xyz(2), xyz(4), xyz(6)];
  const columns = transposed([red, green, blue]);
  const shares = through(inverse(columns), white);
  const scaled = columns.map((row) => row.map((n, part) => n * (shares[part] ?? 0))) as unknown as Matrix;
  return { matrix: scaled, white };
}

/** Bradford's. */
const cones: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];

function adaptation(from: ColourRow, to: ColourRow): Matrix {
  const [a, b] = [through(cones, from), through(cones, to)];
  const scaled = cones.map((row, part) => row.map((n) => (n * (b[part] ?? 1)) / (a[part] ?? 1))) as unknown as Matrix;
  return times(inverse(cones), scaled);
}

function product(row: ColourRow, column: readonly number[]): number {
  return row[0] * (column[0] ?? 0) + row[1] * (column[1] ?? 0) + row[2] * (column[2] ?? 0);
}

function through(matrix: Matrix, column: ColourRow): ColourRow {
  return [product(matrix[0], column), product(matrix[1], column), product(matrix[2], column)];
}

function transposed([a, b, c]: Matrix): Matrix {
  return [
    [a[0], b[0], c[0]],
    [a[1], b[1], c[1]],
    [a[2], b[2], c[2]],
  ];
}

function times(a: Matrix, b: Matrix): Matrix {
  const columns = transposed(b);
  return transposed([through(a, columns[0]), through(a, columns[1]), through(a, columns[2])]);
}

function inverse([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix {
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  const rows: Matrix = [
    [e * i - f * h, c * h - b * i, b * f - c * e],
    [f * g - d * i, a * i - c * g, c * d - a * f],
    [d * h - e * g, b * g - a * h, a * e - b * d],
  ];
  return rows.map((row) => row.map((n) => n / determinant)) as unknown as Matrix;
}
