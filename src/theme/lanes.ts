/**
 * The way: five lanes that bend in round arcs and change colour where they meet an edge. A drawing is plain geometry with
 * names of colours, so that each writer draws the same thing in its own medium; all of it is decoration.
 */
import type { Point } from '../matrix.ts';
import type { ColorName } from './theme.ts';

/**
 * A stroked or filled path in the SVG path language: absolute M, L, A and Z only, arcs of circles only, butt ends.
 * Lengths are in the drawing's own unit, y downwards.
 */
export interface ArtShape {
  readonly d: string;
  readonly fill: ColorName | null;
  readonly stroke: ColorName | null;
  readonly strokeWidth: number;
}
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly ArtShape[];
}

/** A bundle of lanes along one way. */
export interface Lanes {
  /** The corners of the middle of the way; each part is horizontal or vertical. */
  readonly centreline: readonly Point[];
  /** Of the middle of the way, at each corner. */
  readonly radius: number;
  /** From the middle of one lane to the next: a lane and its gap, which is half a lane. */
  readonly pitch: number;
  /** From left to right for one who goes the way: from top to bottom where it runs to the right. */
  readonly colors: readonly ColorName[];
}

/** The shapes of a bundle of lanes. Throws if it bends more sharply than `leastRadius`: a bug of the composition. */
export function drawLanes({ centreline, radius, pitch, colors }: Lanes): ArtShape[] {
  if (radius < leastRadius(colors.length, pitch) - 1e-6) throw new Error(`lanes bend too sharply: ${radius}`);
  const middle = (colors.length - 1) / 2;
  return colors.map((color, i) => ({
    d: lanePath(centreline, radius, (i - middle) * pitch),
    fill: null,
    stroke: color,
    strokeWidth: laneWidth(pitch),
  }));
}

export function laneWidth(pitch: number): number {
  return (pitch * 2) / 3;
}

/** The sharpest bend of the middle of the way that leaves the inner lane round. */
export function leastRadius(lanes: number, pitch: number): number {
  return (lanes > 5 ? 6 : 3.4) * pitch;
}

/** The path of one lane, `offset` to the right of the way; its arcs share their centres with the way's. */
export function lanePath(centreline: readonly Point[], radius: number, offset: number): string {
  const parts: string[] = [];
  centreline.forEach((point, i) => {
    const before = centreline[i - 1];
    const after = centreline[i + 1];
    const from = before && direction(before, point);
    const to = after && direction(point, after);
    const corner = shift(shift(point, from && right(from), offset), to && right(to), offset);
    if (from === undefined) parts.push(`M${at(corner)}`);
    else if (to === undefined) parts.push(`L${at(corner)}`);
    else parts.push(bend(corner, from, to, radius, offset));
  });
  return parts.join(' ');
}

/** A quarter of a circle between two parts of the way, with the straight line that leads to it. */
function bend(corner: Point, from: Point, to: Point, radius: number, offset: number): string {
  const clockwise = from[0] * to[1] - from[1] * to[0] > 0;
  const r = clockwise ? radius - offset : radius + offset;
  const start = shift(corner, from, -r);
  const end = shift(corner, to, r);
  return `L${at(start)} A${measure(r)} ${measure(r)} 0 0 ${clockwise ? 1 : 0} ${at(end)}`;
}

/** A ring of outer radius `r`: a stop on the way, a list mark, a section's number. */
export function ring([x, y]: Point, r: number, stroke: number, color: ColorName, fill: ColorName | null): ArtShape {
  return { d: circle(x, y, r - stroke / 2), fill, stroke: color, strokeWidth: stroke };
}

/** A filled stop. */
export function disc([x, y]: Point, r: number, color: ColorName): ArtShape {
  return { d: circle(x, y, r), fill: color, stroke: null, strokeWidth: 0 };
}

export function rectangle(x: number, y: number, width: number, height: number, color: ColorName): ArtShape {
  const corners = [at([x + width, y]), at([x + width, y + height]), at([x, y + height])];
  return { d: `M${at([x, y])} L${corners.join(' L')} Z`, fill: color, stroke: null, strokeWidth: 0 };
}

/** The upper or lower half of a ring whose middle stands on an edge: each half has the colours of its own ground. */
export function halfRing(
  [x, y]: Point,
  r: number,
  stroke: number,
  half: { readonly side: 'upper' | 'lower'; readonly color: ColorName; readonly fill: ColorName },
): ArtShape[] {
  const sweep = half.side === 'upper' ? 1 : 0;
  const arc = (radius: number) => {
    const size = measure(radius);
    return `M${at([x - radius, y])} A${size} ${size} 0 0 ${sweep} ${at([x + radius, y])}`;
  };
  return [
    { d: `${arc(r - stroke / 2)} Z`, fill: half.fill, stroke: null, strokeWidth: 0 },
    { d: arc(r - stroke / 2), fill: null, stroke: half.color, strokeWidth: stroke },
  ];
}

/** One mark of a list: an open stop, or the filled one that a reader is at. As large as its ring; any unit. */
export function markArt(diameter: number, stroke: number, color: ColorName, filled = false): Drawing {
  const r = diameter / 2;
  const shape = filled ? disc([r, r], r, color) : ring([r, r], r, stroke, color, null);
  return { width: diameter, height: diameter, shapes: [shape] };
}

function circle(x: number, y: number, r: number): string {
  const half = (to: number) => `A${measure(r)} ${measure(r)} 0 0 1 ${at([to, y])}`;
  return `M${at([x - r, y])} ${half(x + r)} ${half(x - r)} Z`;
}

function direction(from: Point, to: Point): Point {
  return [Math.sign(to[0] - from[0]), Math.sign(to[1] - from[1])];
}

function right([x, y]: Point): Point {
  return [-y, x];
}

function shift([x, y]: Point, along: Point | undefined, by: number): Point {
  return along === undefined ? [x, y] : [x + along[0] * by, y + along[1] * by];
}

function at([x, y]: Point): string {
  return `${measure(x)} ${measure(y)}`;
}

/** Three places: a thousandth of a point is finer than any device, and the text stays the same everywhere. */
export function measure(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0);
}
