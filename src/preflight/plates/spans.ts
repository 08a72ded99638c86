/** Which dots a path covers: those whose middle lies in it (ISO 32000-1, 8.5.3). */
import { isRectangle } from '../../finished/pdf/paint/painter.ts';
import { boxOfPath, type PaintPath, polygonsOf } from '../../finished/pdf/paint/path.ts';
import type { Point } from '../../matrix.ts';
import { type DotArea, type DotFrame, partOf } from './frame.ts';

/** A row's dots from one to before another. */
export type Emit = (row: number, from: number, to: number) => void;

export function fillPath(path: PaintPath, frame: DotFrame, part: DotArea, emit: Emit): void {
  if (isRectangle(path)) {
    const { box, scale } = frame;
    const own = boxOfPath(path);
    const [left, right] = [(own.left - box.left) * scale, (own.right - box.left) * scale];
    const [top, bottom] = [(box.top - own.top) * scale, (box.top - own.bottom) * scale];
    const [from, to] = [Math.max(part.left, Math.ceil(left - 0.5)), Math.min(part.right, Math.ceil(right - 0.5))];
    const end = Math.min(part.bottom, Math.ceil(bottom - 0.5));
    for (let row = Math.max(part.top, Math.ceil(top - 0.5)); row < end; row += 1) if (from < to) emit(row, from, to);
    return;
  }
  fillPolygons(polygonsOf(path), path.evenOdd, frame, part, emit);
}

/** @param polygons in points of the page, each closed by itself */
export function fillPolygons(
  polygons: readonly (readonly Point[])[],
  evenOdd: boolean,
  { box, scale }: DotFrame,
  part: DotArea,
  emit: Emit,
): void {
  /** By row: where edges cross its middle, and whether they go up. */
  const rows: number[][] = [];
  for (const polygon of polygons) {
    let last = polygon.at(-1);
    for (const point of polygon) {
      if (last !== undefined) cross(last, point);
      last = point;
    }
  }
  for (const [index, crossings] of rows.entries()) {
    if (crossings !== undefined) spansOf(crossings, evenOdd, part, part.top + index, emit);
  }

  function cross([x0, y0]: Point, [x1, y1]: Point): void {
    const [fromX, fromY] = [(x0 - box.left) * scale, (box.top - y0) * scale];
    const [toX, toY] = [(x1 - box.left) * scale, (box.top - y1) * scale];
    if (fromY === toY) return;
    const isDown = fromY < toY;
    const [low, high] = isDown ? [fromY, toY] : [toY, fromY];
    const end = Math.min(part.bottom, Math.ceil(high - 0.5));
    const slope = (toX - fromX) / (toY - fromY);
    for (let row = Math.max(part.top, Math.ceil(low - 0.5)); row < end; row += 1) {
      rows[row - part.top] ??= [];
      rows[row - part.top]?.push(fromX + (row + 0.5 - fromY) * slope, isDown ? 1 : -1);
    }
  }
}

function spansOf(crossings: readonly number[], evenOdd: boolean, part: DotArea, row: number, emit: Emit): void {
  const order = Array.from({ length: crossings.length / 2 }, (_, index) => index).sort(
    (a, b) => (crossings[2 * a] ?? 0) - (crossings[2 * b] ?? 0),
  );
  let winding = 0;
  for (const [place, index] of order.entries()) {
    winding += crossings[2 * index + 1] ?? 0;
    const next = order[place + 1];
    const isInside = evenOdd ? (place & 1) === 0 : winding !== 0;
    if (!isInside || next === undefined) continue;
    const from = Math.max(part.left, Math.ceil((crossings[2 * index] ?? 0) - 0.5));
    const to = Math.min(part.right, Math.ceil((crossings[2 * next] ?? 0) - 0.5));
    if (from < to) emit(row, from, to);
  }
}

/** A line's pieces as boxes along it, at least a dot wide; dots may come more than once. */
export function strokePath(path: PaintPath, width: number, frame: DotFrame, part: DotArea, emit: Emit): void {
  const half = Math.max(width / 2, 0.51 / frame.scale);
  for (const [from, to] of piecesOf(path)) {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    const [ux, uy] = length === 0 ? [half, 0] : [(dx / length) * half, (dy / length) * half];
    const corner = (at: Point, along: number, across: number): Point => [
      at[0] + along * ux - across * uy,
      at[1] + along * uy + across * ux,
    ];
    const box = [corner(from, -1, -1), corner(to, 1, -1), corner(to, 1, 1), corner(from, -1, 1)];
    const xs = box.map(([x]) => x);
    const ys = box.map(([, y]) => y);
    const around = { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
    const own = partOf(around, frame);
    const within = {
      left: Math.max(own.left, part.left),
      top: Math.max(own.top, part.top),
      right: Math.min(own.right, part.right),
      bottom: Math.min(own.bottom, part.bottom),
    };
    if (within.left < within.right && within.top < within.bottom) fillPolygons([box], false, frame, within, emit);
  }
}

function* piecesOf(path: PaintPath): Generator<readonly [Point, Point]> {
  const closed = path.segments.some(({ type }) => type === 'Z');
  for (const polygon of polygonsOf(path)) {
    let last: Point | undefined;
    for (const point of polygon) {
      if (last !== undefined) yield [last, point];
      last = point;
    }
    const [first] = polygon;
    // A part that goes on after its close begins again where it began, as a polygon of its own.
    if (closed && polygon.length > 2 && first !== undefined && last !== undefined) yield [last, first];
  }
}
