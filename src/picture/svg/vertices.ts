import type { Point } from '../../matrix.ts';
import type { SvgSegment } from './path.ts';

export interface Vertex {
  readonly at: Point;
  /** Degrees. */
  readonly angle: number;
}

interface Corner {
  readonly at: Point;
  /** Directions as vectors; null where nothing comes in or goes out. */
  into: Point | null;
  out: Point | null;
}

export function verticesOf(segments: readonly SvgSegment[]): readonly Vertex[] {
  const corners: Corner[] = [];
  let begin: Corner | null = null;
  for (const segment of segments) {
    const last = corners.at(-1);
    if (segment.type === 'move' || last === undefined) {
      begin = { at: segment.to, into: null, out: null };
      corners.push(begin);
      continue;
    }
    const [out, into] = directions(last.at, segment);
    last.out = out ?? last.into;
    const corner: Corner = { at: segment.to, into: into ?? last.out, out: null };
    corners.push(corner);
    if (segment.type === 'close' && begin !== null) {
      corner.out = begin.out;
      begin.into = corner.into;
      begin = corner;
    }
  }
  return corners.map(({ at, into, out }) => ({ at, angle: between(into, out) }));
}

function directions(from: Point, segment: SvgSegment): readonly [Point | null, Point | null] {
  const { to } = segment;
  const points = segment.type === 'curve' ? [from, segment.first, segment.second, to] : [from, to];
  const toward = (start: Point, others: readonly Point[]): Point | null => {
    for (const [x, y] of others) if (x !== start[0] || y !== start[1]) return [x - start[0], y - start[1]];
    return null;
  };
  const back = toward(to, points.toReversed());
  return [toward(from, points), back === null ? null : [-back[0], -back[1]]];
}

function between(into: Point | null, out: Point | null): number {
  const angle = ([x, y]: Point): number => (Math.atan2(y, x) * 180) / Math.PI;
  if (into === null || out === null) {
    const only = into ?? out;
    return only === null ? 0 : angle(only);
  }
  const [a, b] = [angle(into), angle(out)];
  return Math.abs(a - b) > 180 ? (a + b) / 2 + 180 : (a + b) / 2;
}
