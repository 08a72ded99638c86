/** Which dots a path covers: those whose middle lies in it (ISO 32000-1, 8.5.3). */
import { boxAround, intersect } from '../../finished/pdf/paint/geometry.ts';
import type { Paint } from '../../finished/pdf/paint/paint.ts';
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
  const [width, height] = [part.right - part.left, part.bottom - part.top];
  /** How often edges go down less how often they go up, by the dot before whose middle they cross its row. */
  const turns = new Int32Array((width + 1) * Math.max(0, height));
  for (const polygon of polygons) {
    let last = polygon.at(-1);
    for (const point of polygon) {
      if (last !== undefined) cross(last, point);
      last = point;
    }
  }
  for (let row = 0; row < height; row += 1) {
    let [winding, from] = [0, -1];
    for (let column = 0; column <= width; column += 1) {
      winding += turns[row * (width + 1) + column] ?? 0;
      const isInside = column < width && (evenOdd ? (winding & 1) === 1 : winding !== 0);
      if (isInside && from === -1) from = column;
      if (isInside || from === -1) continue;
      emit(part.top + row, part.left + from, part.left + column);
      from = -1;
    }
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
      const column = Math.ceil(fromX + (row + 0.5 - fromY) * slope - 0.5) - part.left;
      const at = (row - part.top) * (width + 1) + Math.min(width, Math.max(0, column));
      turns[at] = (turns[at] ?? 0) + (isDown ? 1 : -1);
    }
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
    if (within.left < within.right && within.top < within.bottom) fillConvex(box, frame, within, emit);
  }
}

/** Of a shape without hollows each row is one span. */
function fillConvex(corners: readonly Point[], { box, scale }: DotFrame, part: DotArea, emit: Emit): void {
  for (let row = part.top; row < part.bottom; row += 1) {
    const y = box.top - (row + 0.5) / scale;
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    let last = corners[corners.length - 1];
    for (const point of corners) {
      if (last !== undefined && last[1] < y !== point[1] < y) {
        const x = last[0] + ((y - last[1]) * (point[0] - last[0])) / (point[1] - last[1]);
        [low, high] = [Math.min(low, x), Math.max(high, x)];
      }
      last = point;
    }
    const from = Math.max(part.left, Math.ceil((low - box.left) * scale - 0.5));
    const to = Math.min(part.right, Math.ceil((high - box.left) * scale - 0.5));
    if (from < to) emit(row, from, to);
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

/** The parts of what is painted that are in the frame and so thin that they may lie between its dots. */
export function slipsOf(paint: Paint, frame: DotFrame): readonly DotArea[] {
  const boxes = paint.type === 'area' ? [...polygonsOf(paint.path)].map((polygon) => boxAround(polygon)) : [paint.box];
  return boxes
    .map((box) => partOf(intersect(box, paint.box), frame))
    .filter(
      ({ left, top, right, bottom }) => left < right && top < bottom && Math.min(right - left, bottom - top) <= 2,
    );
}
