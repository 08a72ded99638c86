/** Meshes (ISO 32000-1, 8.7.4.5.5 to 8.7.4.5.8): triangles and patches of colour, all told as triangles on the page. */
import { PDFArray, type PDFDict, type PDFStream } from '@cantoo/pdf-lib';
import type { Point } from '../../../matrix.ts';
import { lookup, numberAt, numbersOf } from '../objects.ts';
import type { Corner, Triangle } from './colour.ts';
import { type Matrix, map } from './geometry.ts';
import { bytesOf } from './streams.ts';

/** Triangles of a mesh at most; beyond that it is a picture that was made to keep a reader busy. */
const most = 200_000;

/** @param parts numbers of a colour: of its space, or one for a function */
export function trianglesOf(object: PDFStream, parts: number, matrix: Matrix): readonly Triangle[] {
  const bytes = bytesOf(object);
  const reader = bytes && readerOf(object.dict, bytes, parts, matrix);
  if (reader === null) return [];
  switch (numberAt(object.dict, 'ShadingType')) {
    case 4:
      return freeForm(reader);
    case 5:
      return lattice(reader, numberAt(object.dict, 'VerticesPerRow') ?? 0);
    case 6:
      return patches(reader, 12);
    case 7:
      return patches(reader, 16);
    default:
      return [];
  }
}

interface Reader {
  /** Whether a whole record of so many bits is left. */
  has(points: number, colours: number, isFlagged: boolean): boolean;
  flag(): number;
  point(): Point;
  parts(): readonly number[];
  align(): void;
}

function readerOf(dict: PDFDict, bytes: Uint8Array, components: number, matrix: Matrix): Reader | null {
  const array = lookup(dict, 'Decode');
  const decode = array instanceof PDFArray ? numbersOf(array) : [];
  const [forPoint, forPart, forFlag] = ['BitsPerCoordinate', 'BitsPerComponent', 'BitsPerFlag'].map(
    (key) => numberAt(dict, key) ?? 0,
  ) as [number, number, number];
  if (decode.length < 4 + 2 * components || forPoint < 1 || forPoint > 32 || forPart < 1 || forPart > 16) return null;
  let at = 0;
  const bits = (count: number): number => {
    let value = 0;
    for (let left = count; left > 0; ) {
      const free = 8 - (at & 7);
      const take = Math.min(free, left);
      const byte = bytes[at >> 3] ?? 0;
      value = value * 2 ** take + ((byte >> (free - take)) & (2 ** take - 1));
      at += take;
      left -= take;
    }
    return value;
  };
  const scaled = (count: number, index: number): number => {
    const [low = 0, high = 1] = [decode[2 * index], decode[2 * index + 1]];
    return low + (bits(count) / (2 ** count - 1)) * (high - low);
  };
  return {
    has: (points, colours, isFlagged) =>
      at + (isFlagged ? forFlag : 0) + points * 2 * forPoint + colours * components * forPart <= bytes.length * 8,
    flag: () => bits(forFlag) & 3,
    point: () => map(matrix, [scaled(forPoint, 0), scaled(forPoint, 1)]),
    parts: () => Array.from({ length: components }, (_, index) => scaled(forPart, index + 2)),
    align: () => {
      at = Math.ceil(at / 8) * 8;
    },
  };
}

function cornerOf(reader: Reader): Corner {
  const [x, y] = reader.point();
  const parts = reader.parts();
  reader.align();
  return { x, y, parts };
}

function freeForm(reader: Reader): readonly Triangle[] {
  const found: Triangle[] = [];
  let last: Corner[] = [];
  while (reader.has(1, 1, true) && found.length < most) {
    const flag = reader.flag();
    const corner = cornerOf(reader);
    if (flag === 0 || last.length < 3) {
      last = last.length >= 3 ? [corner] : [...last, corner];
      if (last.length < 3) continue;
    } else {
      last =
        flag === 1 ? [last[1] as Corner, last[2] as Corner, corner] : [last[0] as Corner, last[2] as Corner, corner];
    }
    found.push([last[0] as Corner, last[1] as Corner, last[2] as Corner]);
  }
  return found;
}

function lattice(reader: Reader, columns: number): readonly Triangle[] {
  const found: Triangle[] = [];
  if (columns < 2 || columns > 10_000) return found;
  let above: Corner[] = [];
  while (found.length < most) {
    const row: Corner[] = [];
    while (row.length < columns && reader.has(1, 1, false)) row.push(cornerOf(reader));
    if (row.length < columns) break;
    found.push(...between(above, row));
    above = row;
  }
  return found;
}

function* between(above: readonly Corner[], row: readonly Corner[]): Generator<Triangle> {
  for (const [index, corner] of row.entries()) {
    const [left, up, corner2] = [row[index - 1], above[index], above[index - 1]];
    if (left === undefined || up === undefined || corner2 === undefined) continue;
    yield [corner2, up, left];
    yield [up, corner, left];
  }
}

/** Pieces of a patch along each side: colours and edges run on smoothly enough for plates of a point's grain. */
const pieces = 8;

interface Patch {
  /** The twelve points around it, and four within for type 7. */
  readonly points: readonly Point[];
  readonly colours: readonly (readonly number[])[];
}

function patches(reader: Reader, count: 12 | 16): readonly Triangle[] {
  const found: Triangle[] = [];
  let last: Patch | null = null;
  while (found.length < most) {
    if (!reader.has(0, 0, true)) break;
    const flag = reader.flag();
    const kept = flag === 0 || last === null ? { points: [], colours: [] } : sideOf(last, flag);
    const [points, colours] = [count - kept.points.length, 4 - kept.colours.length];
    if (!reader.has(points, colours, false)) break;
    const patch: Patch = {
      points: [...kept.points, ...Array.from({ length: points }, () => reader.point())],
      colours: [...kept.colours, ...Array.from({ length: colours }, () => reader.parts())],
    };
    reader.align();
    found.push(...pieced(patch));
    last = patch;
  }
  return found;
}

/** The side that the next patch shares with the last one (Table 85). */
function sideOf({ points, colours }: Patch, flag: number): Patch {
  const at = 3 * flag;
  const shared = [0, 1, 2, 3].map((step) => points[(at + step) % 12] as Point);
  return { points: shared, colours: [colours[flag] ?? [], colours[(flag + 1) % 4] ?? []] };
}

function pieced(patch: Patch): readonly Triangle[] {
  const found: Triangle[] = [];
  let above: Corner[] = [];
  for (let i = 0; i <= pieces; i += 1) {
    const row = Array.from({ length: pieces + 1 }, (_, j) => cornerAt(patch, i / pieces, j / pieces));
    found.push(...between(above, row));
    above = row;
  }
  return found;
}

const bernstein = (t: number): readonly number[] => [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];

function cornerAt({ points, colours }: Patch, u: number, v: number): Corner {
  const grid = gridOf(points);
  const [across, up] = [bernstein(u), bernstein(v)];
  let [x, y] = [0, 0];
  for (const [i, row] of grid.entries()) {
    for (const [j, point] of row.entries()) {
      const weight = (across[i] ?? 0) * (up[j] ?? 0);
      x += weight * point[0];
      y += weight * point[1];
    }
  }
  const weights = [(1 - u) * (1 - v), (1 - u) * v, u * v, u * (1 - v)];
  const parts = (colours[0] ?? []).map((_, part) =>
    weights.reduce((total, weight, corner) => total + weight * (colours[corner]?.[part] ?? 0), 0),
  );
  return { x, y, parts };
}

/** Sixteen points as a grid; of a Coons patch the four within are reckoned from those around (8.7.4.5.8). */
function gridOf(points: readonly Point[]): readonly (readonly Point[])[] {
  const p = (index: number): Point => points[index] ?? [0, 0];
  const edge: Point[][] = [
    [p(0), p(1), p(2), p(3)],
    [p(11), p(12), p(13), p(4)],
    [p(10), p(15), p(14), p(5)],
    [p(9), p(8), p(7), p(6)],
  ];
  if (points.length >= 16) return edge;
  const at = (i: number, j: number): Point => edge[i]?.[j] ?? [0, 0];
  const inner = (i: number, j: number, far: readonly [number, number]): Point => {
    const [ci, cj] = [i === 1 ? 0 : 3, j === 1 ? 0 : 3];
    const sum = (axis: 0 | 1) =>
      (-4 * at(ci, cj)[axis] +
        6 * (at(ci, j)[axis] + at(i, cj)[axis]) -
        2 * (at(ci, far[1])[axis] + at(far[0], cj)[axis]) +
        3 * (at(far[0], j)[axis] + at(i, far[1])[axis]) -
        at(far[0], far[1])[axis]) /
      9;
    return [sum(0), sum(1)];
  };
  const within = [
    [inner(1, 1, [3, 3]), inner(1, 2, [3, 0])],
    [inner(2, 1, [0, 3]), inner(2, 2, [0, 0])],
  ];
  return edge.map((row, i) => row.map((point, j) => within[i - 1]?.[j - 1] ?? point));
}
