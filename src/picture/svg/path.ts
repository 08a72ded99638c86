/** Path data (SVG 2, 9.3) as lines and curves in absolute numbers. */
import type { Point } from '../../matrix.ts';
import { damaged, type SvgPosition, shown } from './flaw.ts';
import { boxOf, type SvgBox } from './matrix.ts';
import { checked } from './number.ts';

export type SvgSegment =
  | { readonly type: 'move' | 'line'; readonly to: Point }
  | { readonly type: 'curve'; readonly first: Point; readonly second: Point; readonly to: Point }
  /** Back to where the subpath began. */
  | { readonly type: 'close'; readonly to: Point };

const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** @param arcs makes curves of an arc */
export function parsePath(data: string, spot: SvgPosition, arcs = arcCurves): readonly SvgSegment[] {
  return new PathReader(data, spot, arcs).read();
}

class PathReader {
  readonly #data: string;
  readonly #spot: SvgPosition;
  readonly #arcs: typeof arcCurves;
  readonly #segments: SvgSegment[] = [];
  readonly #number = /[\s,]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)/iy;
  readonly #flag = /[\s,]*([01])/y;
  readonly #letter = /\s*(?:,\s*)?([a-z])/iy;
  #at = 0;
  #pen: Point = [0, 0];
  #start: Point = [0, 0];
  /** The control point that a smooth curve mirrors, and the letters that it may follow. */
  #control: Point = [0, 0];
  #before = '';

  constructor(data: string, spot: SvgPosition, arcs: typeof arcCurves) {
    [this.#data, this.#spot, this.#arcs] = [data, spot, arcs];
  }

  read(): readonly SvgSegment[] {
    const end = this.#data.trimEnd().length;
    let letter = '';
    while (this.#at < end) {
      const next = this.#match(this.#letter);
      if (next !== null) letter = next;
      else if (letter === '' || letter === 'Z' || letter === 'z') throw this.#broken();
      const kind = letter.toUpperCase();
      const count = counts[kind];
      if (count === undefined || (this.#segments.length === 0 && kind !== 'M')) throw this.#broken();
      const numbers = kind === 'A' ? this.#arc() : Array.from({ length: count }, () => this.#next(this.#number));
      this.#draw(kind, letter !== kind, numbers);
      // Pairs that follow a move are lines.
      if (kind === 'M') letter = letter === 'm' ? 'l' : 'L';
    }
    return this.#segments;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#data);
    if (found === null) return null;
    this.#at = pattern.lastIndex;
    return found[1] ?? null;
  }

  #next(pattern: RegExp): number {
    const found = this.#match(pattern);
    if (found === null) throw this.#broken();
    return checked(Number(found), this.#spot);
  }

  #arc(): number[] {
    const [n, f] = [this.#number, this.#flag];
    return [n, n, n, f, f, n, n].map((pattern) => this.#next(pattern));
  }

  #broken(): Error {
    const from = Math.max(0, this.#at - 12);
    return damaged(`its path breaks off after "${shown(this.#data.slice(from, this.#at))}"`, this.#spot);
  }

  #draw(kind: string, relative: boolean, numbers: readonly number[]): void {
    const [x, y] = relative ? this.#pen : [0, 0];
    const point = (index: number): Point => [x + (numbers[index] ?? 0), y + (numbers[index + 1] ?? 0)];
    const mirrored = (letters: string): Point =>
      letters.includes(this.#before) && this.#before !== ''
        ? [this.#pen[0] + (this.#pen[0] - this.#control[0]), this.#pen[1] + (this.#pen[1] - this.#control[1])]
        : this.#pen;
    switch (kind) {
      case 'M':
        this.#start = point(0);
        this.#to({ type: 'move', to: this.#start });
        break;
      case 'L':
        this.#to({ type: 'line', to: point(0) });
        break;
      case 'H':
        this.#to({ type: 'line', to: [x + (numbers[0] ?? 0), this.#pen[1]] });
        break;
      case 'V':
        this.#to({ type: 'line', to: [this.#pen[0], y + (numbers[0] ?? 0)] });
        break;
      case 'C':
        this.#curve(point(0), point(2), point(4));
        break;
      case 'S':
        this.#curve(mirrored('CS'), point(0), point(2));
        break;
      case 'Q':
        this.#quadratic(point(0), point(2));
        break;
      case 'T':
        this.#quadratic(mirrored('QT'), point(0));
        break;
      case 'A': {
        const [rx = 0, ry = 0, turn = 0, large, sweep] = numbers;
        for (const curve of this.#arcs(this.#pen, point(5), [rx, ry], turn, large === 1, sweep === 1)) this.#to(curve);
        break;
      }
      default:
        this.#to({ type: 'close', to: this.#start });
    }
    this.#before = kind;
  }

  #to(segment: SvgSegment): void {
    this.#segments.push(segment);
    this.#pen = segment.to;
  }

  #curve(first: Point, second: Point, to: Point): void {
    this.#control = second;
    this.#to({ type: 'curve', first, second, to });
  }

  #quadratic(control: Point, to: Point): void {
    const from = this.#pen;
    const toward = (end: Point): Point => [
      end[0] + (2 / 3) * (control[0] - end[0]),
      end[1] + (2 / 3) * (control[1] - end[1]),
    ];
    this.#curve(toward(from), toward(to), to);
    this.#control = control;
  }
}

interface Arc {
  /** Radians. */
  readonly start: number;
  readonly end: number;
  /** A point of the circle of which it is made. */
  readonly place: (x: number, y: number) => Point;
}

/**
 * SVG 2, appendix B.2: an arc by its ends, which are apart, with radii of some length. Reckoned as svg-to-pdfkit does, step by step: by
 * the last digits a half circle has a curve more or less there.
 */
export function arcOf(from: Point, to: Point, radii: Point, turn: number, large: boolean, sweep: boolean): Arc {
  let [rx, ry] = [Math.abs(radii[0]), Math.abs(radii[1])];
  const angle = turn * (Math.PI / 180);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const lack = (x * x) / (rx * rx) + (y * y) / (ry * ry);
  if (lack > 1) [rx, ry] = [rx * Math.sqrt(lack), ry * Math.sqrt(lack)];
  const rest = rx * rx * ry * ry - rx * rx * y * y - ry * ry * x * x;
  const factor = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, rest) / (rx * rx * y * y + ry * ry * x * x));
  const [cx, cy] = [(factor * rx * y) / ry, (-factor * ry * x) / rx];
  const [middleX, middleY] = [cos * cx - sin * cy + (from[0] + to[0]) / 2, sin * cx + cos * cy + (from[1] + to[1]) / 2];
  const start = Math.atan2((y - cy) / ry, (x - cx) / rx);
  let end = Math.atan2((-y - cy) / ry, (-x - cx) / rx);
  if (!sweep && end - start > 0) end -= 2 * Math.PI;
  if (sweep && end - start < 0) end += 2 * Math.PI;
  const place = (px: number, py: number): Point => [
    middleX + cos * rx * px - sin * ry * py,
    middleY + sin * rx * px + cos * ry * py,
  ];
  return { start, end, place };
}

/** An arc as so many curves. */
export function curvesOf({ start, end, place }: Arc, pieces: number): readonly SvgSegment[] {
  return Array.from({ length: pieces }, (_, index) => {
    const a = start + (index * (end - start)) / pieces;
    const b = start + ((index + 1) * (end - start)) / pieces;
    const reach = (4 / 3) * Math.tan((b - a) / 4);
    return {
      type: 'curve',
      first: place(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a)),
      second: place(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b)),
      to: place(Math.cos(b), Math.sin(b)),
    };
  });
}

/** An arc by its ends, as curves of at most a quarter each. */
export function arcCurves(...[from, to, radii, ...manner]: Parameters<typeof arcOf>): readonly SvgSegment[] {
  if (from[0] === to[0] && from[1] === to[1]) return [];
  if (radii[0] === 0 || radii[1] === 0) return [{ type: 'line', to }];
  const arc = arcOf(from, to, radii, ...manner);
  const pieces = Math.max(1, Math.ceil(Math.abs(arc.end - arc.start) / (Math.PI / 2) - 1e-9));
  // Where it is to end, to the last digit.
  return curvesOf(arc, pieces).map((curve, index) => (index === pieces - 1 ? { ...curve, to } : curve));
}

/** The box around lines and curves themselves, not around their control points. */
export function boxOfPath(segments: readonly SvgSegment[]): SvgBox | null {
  const points: Point[] = [];
  let from: Point = [0, 0];
  for (const [index, segment] of segments.entries()) {
    const { to, type } = segment;
    // A move that nothing follows paints nothing.
    if (
      type !== 'move' ||
      (index < segments.length - 1 && segments[index + 1]?.type !== 'move') ||
      segments.length === 1
    )
      points.push(to);
    if (type === 'curve') points.push(...extremes(from, segment.first, segment.second, to));
    from = to;
  }
  return boxOf(points);
}

function extremes(from: Point, first: Point, second: Point, to: Point): readonly Point[] {
  const found: Point[] = [];
  for (const axis of [0, 1] as const) {
    const [p, q, r, s] = [from[axis], first[axis], second[axis], to[axis]];
    const [a, b, c] = [s - 3 * r + 3 * q - p, 2 * (r - 2 * q + p), q - p];
    const root = Math.sqrt(b * b - 4 * a * c);
    const times = Math.abs(a) < 1e-12 ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)];
    for (const t of times) if (t > 0 && t < 1) found.push(onCurve(from, first, second, to, t));
  }
  return found;
}

function onCurve(from: Point, first: Point, second: Point, to: Point, t: number): Point {
  const u = 1 - t;
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  const along = (axis: 0 | 1): number => a * from[axis] + b * first[axis] + c * second[axis] + d * to[axis];
  return [along(0), along(1)];
}

/** In user units; of curves by 16 chords. */
export function lengthOfPath(segments: readonly SvgSegment[]): number {
  let [sum, from]: [number, Point] = [0, [0, 0]];
  for (const segment of segments) {
    const { to, type } = segment;
    if (type === 'curve') {
      let last = from;
      for (let step = 1; step <= 16; step += 1) {
        const next = onCurve(from, segment.first, segment.second, to, step / 16);
        sum += Math.hypot(next[0] - last[0], next[1] - last[1]);
        last = next;
      }
    } else if (type !== 'move') sum += Math.hypot(to[0] - from[0], to[1] - from[1]);
    from = to;
  }
  return sum;
}

/** Whether a subpath has no length: with round or square ends it is a dot all the same. */
export function hasDots(segments: readonly SvgSegment[]): boolean {
  let [from, travelled, drawn]: [Point, boolean, boolean] = [[0, 0], false, false];
  for (const { type, to } of segments) {
    if (type === 'move') {
      if (drawn && !travelled) return true;
      [travelled, drawn] = [false, false];
    } else {
      drawn = true;
      if (to[0] !== from[0] || to[1] !== from[1]) travelled = true;
    }
    from = to;
  }
  return drawn && !travelled;
}
