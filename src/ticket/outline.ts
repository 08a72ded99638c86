import type { PaintPath, Segment } from '../finished/pdf/paint/path.ts';
import type { Point } from '../matrix.ts';

type Whole = readonly [x: number, y: number];

/**
 * @param place to whole units of the drawing
 * @param least subpaths that are smaller in both ways are left out; curved ones of up to three times that, such as the letters of
 *   a chart, become their boxes
 */
export function outlineOf({ segments }: PaintPath, place: (point: Point) => Whole, least: number): string {
  return subpathsOf(segments)
    .map((subpath) => drawn(subpath, place, least))
    .join('');
}

function subpathsOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const found: Segment[][] = [];
  for (const segment of segments) {
    const last = found.at(-1);
    if (segment.type === 'M' || last === undefined) found.push([segment]);
    else last.push(segment);
  }
  return found;
}

function drawn(subpath: readonly Segment[], place: (point: Point) => Whole, least: number): string {
  const points = subpath.flatMap((segment) => segment.points.map(place));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top, right, bottom] = [lowest(xs), lowest(ys), highest(xs), highest(ys)];
  const size = Math.max(right - left, bottom - top);
  const start = points[0];
  if (start === undefined || size < least) return '';
  const isCurved = subpath.some(({ type }) => type === 'C');
  if (isCurved && size < 3 * least) return `M${left} ${top}h${right - left}v${bottom - top}h${left - right}z`;
  let pen = start;
  const parts = [`M${pair(start)}`];
  for (const { type, points: own } of subpath.slice(1)) {
    if (type === 'Z') {
      parts.push('z');
      pen = start;
      continue;
    }
    const placed = own.map(place);
    const end = placed.at(-1) ?? pen;
    const from = pen;
    const isStraight = type === 'L' || placed.every((point) => isOn(from, end, point));
    if (!isStraight) parts.push(`c${placed.map((point) => pair(minus(point, from))).join(' ')}`);
    else if (end[0] !== pen[0] || end[1] !== pen[1]) parts.push(line(minus(end, pen)));
    pen = end;
  }
  return parts.join('');
}

// Not Math.min with all of them as arguments: a path may have more points than a call takes.
const lowest = (values: readonly number[]): number => values.reduce((least, value) => Math.min(least, value), 1e9);
const highest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), -1e9);

const minus = ([x, y]: Whole, [fromX, fromY]: Whole): Whole => [x - fromX, y - fromY];

/** A minus sign parts numbers as well as a space does. */
const pair = ([x, y]: Whole): string => (y < 0 ? `${x}${y}` : `${x} ${y}`);

function line([x, y]: Whole): string {
  if (y === 0) return `h${x}`;
  return x === 0 ? `v${y}` : `l${pair([x, y])}`;
}

/** Whether a control point lies on the straight line between two ends, to a unit. */
function isOn([fromX, fromY]: Whole, [toX, toY]: Whole, [x, y]: Whole): boolean {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.abs(x - fromX) <= 1 && Math.abs(y - fromY) <= 1;
  return Math.abs((x - fromX) * dy - (y - fromY) * dx) / length <= 1;
}
