/** Paths: what lines and curves enclose (ISO 32000-1, 8.5). */
import type { Point } from '../../../matrix.ts';
import { type Box, boxAround, type Matrix, map } from './geometry.ts';

/** `M` and `L` have one point, `C` three, `Z` none; points are those of the page. */
export interface Segment {
  readonly type: 'M' | 'L' | 'C' | 'Z';
  readonly points: readonly Point[];
}

export interface PaintPath {
  readonly segments: readonly Segment[];
  /** Whether what is enclosed twice is outside again (8.5.3.3.3). */
  readonly evenOdd: boolean;
}

/** Gathers a path in a page's coordinates while its operators are read. */
export class PathBuilder {
  #segments: Segment[] = [];
  #start: Point = [0, 0];
  #current: Point = [0, 0];

  get isEmpty(): boolean {
    return this.#segments.length === 0;
  }

  move(x: number, y: number, matrix: Matrix): void {
    this.#start = this.#current = [x, y];
    this.#segments.push({ type: 'M', points: [map(matrix, this.#current)] });
  }

  line(x: number, y: number, matrix: Matrix): void {
    this.#current = [x, y];
    this.#segments.push({ type: this.isEmpty ? 'M' : 'L', points: [map(matrix, this.#current)] });
  }

  /** @param first null for `v`, whose first control point is where the pen is */
  curve(first: Point | null, second: Point, end: Point, matrix: Matrix): void {
    if (this.isEmpty) this.move(...(first ?? second), matrix);
    const points = [first ?? this.#current, second, end].map((point) => map(matrix, point));
    this.#segments.push({ type: 'C', points });
    this.#current = end;
  }

  close(): void {
    if (this.isEmpty) return;
    this.#segments.push({ type: 'Z', points: [] });
    this.#current = this.#start;
  }

  rectangle(x: number, y: number, width: number, height: number, matrix: Matrix): void {
    this.move(x, y, matrix);
    this.line(x + width, y, matrix);
    this.line(x + width, y + height, matrix);
    this.line(x, y + height, matrix);
    this.close();
  }

  /** Obeys an operator that extends the path (8.5.2); false for another one. */
  extend(operator: string, operands: readonly number[], matrix: Matrix): boolean {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands;
    switch (operator) {
      case 'm':
        this.move(a, b, matrix);
        return true;
      case 'l':
        this.line(a, b, matrix);
        return true;
      case 'c':
        this.curve([a, b], [c, d], [e, f], matrix);
        return true;
      case 'v':
        this.curve(null, [a, b], [c, d], matrix);
        return true;
      case 'y':
        this.curve([a, b], [c, d], [c, d], matrix);
        return true;
      case 're':
        this.rectangle(a, b, c, d, matrix);
        return true;
      case 'h':
        this.close();
        return true;
      default:
        return false;
    }
  }

  /** The path so far; the builder begins anew. */
  take(evenOdd = false): PaintPath {
    const path = { segments: this.#segments, evenOdd };
    this.#segments = [];
    return path;
  }
}

export function pathOfPoints(points: readonly Point[]): PaintPath {
  const [first, ...rest] = points;
  const lines = rest.map((point): Segment => ({ type: 'L', points: [point] }));
  const start: Segment[] = first === undefined ? [] : [{ type: 'M', points: [first] }];
  return { segments: [...start, ...lines, { type: 'Z', points: [] }], evenOdd: false };
}

/** Control points lie around their curve, so that the box may be a little too large, never too small. */
export function boxOfPath({ segments }: PaintPath): Box {
  return boxAround(pointsOf(segments));
}

/** The box of each of its parts that begin with a move: marks of a press are often one path all around the sheet. */
export function boxesOfPath({ segments }: PaintPath): readonly Box[] {
  const parts: Segment[][] = [];
  for (const segment of segments) {
    const last = parts.at(-1);
    if (segment.type === 'M' || last === undefined) parts.push([segment]);
    else last.push(segment);
  }
  return parts.map((part) => boxAround(pointsOf(part)));
}

function* pointsOf(segments: readonly Segment[]): Generator<Point> {
  for (const { points } of segments) yield* points;
}

/** Straight pieces for a curve: at the sizes of print the error stays far below what a trim can be off. */
const pieces = 8;

/** The closed polygons that a path encloses. */
export function polygonsOf({ segments }: PaintPath): readonly (readonly Point[])[] {
  const polygons: Point[][] = [];
  let polygon: Point[] = [];
  for (const { type, points } of segments) {
    const [first, second, third] = points;
    if (type === 'M' && first !== undefined) {
      polygon = [first];
      polygons.push(polygon);
    } else if (type === 'L' && first !== undefined) {
      polygon.push(first);
    } else if (type === 'C' && first && second && third) {
      const from = polygon.at(-1) ?? first;
      for (let step = 1; step <= pieces; step += 1) polygon.push(bezier([from, first, second, third], step / pieces));
    } else if (type === 'Z' && polygon[0] !== undefined) {
      polygon = [polygon[0]];
      polygons.push(polygon);
    }
  }
  return polygons.filter(({ length }) => length > 1);
}

function bezier(points: readonly [Point, Point, Point, Point], t: number): Point {
  const s = 1 - t;
  const weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  const sum = (axis: 0 | 1) => points.reduce((total, point, index) => total + point[axis] * (weights[index] ?? 0), 0);
  return [sum(0), sum(1)];
}

export type Interval = readonly [from: number, to: number];

/**
 * Where a line parallel to an axis runs inside a path, in rising order.
 * @param axis along which the line runs: 0 for one from left to right
 * @param at the line's place on the other axis
 */
export function inside(path: PaintPath, axis: 0 | 1, at: number): readonly Interval[] {
  const other = axis === 0 ? 1 : 0;
  const crossings: { readonly place: number; readonly turn: number }[] = [];
  const cross = (from: Point, to: Point): void => {
    const rises = from[other] <= at && to[other] > at;
    if (!rises && !(from[other] > at && to[other] <= at)) return;
    const share = (at - from[other]) / (to[other] - from[other]);
    crossings.push({ place: from[axis] + share * (to[axis] - from[axis]), turn: rises ? 1 : -1 });
  };
  let start: Point | null = null;
  let pen: Point | null = null;
  for (const { type, points } of path.segments) {
    const [first, second, third] = points;
    if (start !== null && pen !== null && (type === 'M' || type === 'Z')) cross(pen, start);
    if (type === 'M' && first !== undefined) start = pen = first;
    else if (type === 'Z') pen = start;
    else if (pen === null) continue;
    else if (type === 'L' && first !== undefined) {
      cross(pen, first);
      pen = first;
    } else if (type === 'C' && first && second && third) {
      // A curve lies among its points: most of them are far from the line.
      const isAbove = (point: Point): boolean => point[other] > at;
      const mayCross = [first, second, third].some((point) => isAbove(point) !== isAbove(pen as Point));
      if (mayCross) {
        let last = pen;
        for (let step = 1; step <= pieces; step += 1) {
          const next = bezier([pen, first, second, third], step / pieces);
          cross(last, next);
          last = next;
        }
      }
      pen = third;
    }
  }
  if (start !== null && pen !== null) cross(pen, start);
  crossings.sort((a, b) => a.place - b.place);
  const found: [number, number][] = [];
  let winding = 0;
  for (const [index, { place, turn }] of crossings.entries()) {
    winding += path.evenOdd ? 1 : turn;
    const isInside = path.evenOdd ? winding % 2 === 1 : winding !== 0;
    const next = crossings[index + 1]?.place;
    if (!isInside || next === undefined) continue;
    const last = found.at(-1);
    if (last !== undefined && last[1] === place) last[1] = next;
    else found.push([place, next]);
  }
  return found;
}

export function contains(path: PaintPath, [x, y]: Point): boolean {
  return inside(path, 0, y).some(([from, to]) => from <= x && x <= to);
}

/** What two lists of intervals share, each in rising order and without overlaps of its own. */
export function overlap(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  const shared: Interval[] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    const [one, other] = [a[i] as Interval, b[j] as Interval];
    const [from, to] = [Math.max(one[0], other[0]), Math.min(one[1], other[1])];
    if (from < to) shared.push([from, to]);
    if (one[1] < other[1]) i += 1;
    else j += 1;
  }
  return shared;
}

/** The part of a list in rising order that touches an interval. */
export function around(intervals: readonly Interval[], [from, to]: Interval): readonly Interval[] {
  // The first that ends behind the beginning.
  let [low, high] = [0, intervals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((intervals[middle] as Interval)[1] <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < intervals.length && (intervals[end] as Interval)[0] < to) end += 1;
  return intervals.slice(low, end);
}
