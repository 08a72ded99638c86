/** Drawings beside or above a line: a status, a bar of progress, a stop of a timeline. */

import { roundedRectangle } from '../page/ornament.ts';
import type { LineShape, Marker } from '../text/inlines.ts';
import type { Canvas } from './canvas.ts';

type Of<Kind extends LineShape['kind']> = Extract<LineShape, { kind: Kind }>;

/** Draws the shape of a line that starts at `x`. Points from the page's top left. */
export function drawShape(
  shape: LineShape,
  { x, top, bottom }: { x: number; top: number; bottom: number },
  canvas: Canvas,
): void {
  if (shape.kind === 'status') drawStatus(shape, x - shape.beside, (top + bottom) / 2, canvas);
  else if (shape.kind === 'icon') drawIcon(shape, x - shape.beside, (top + bottom) / 2, canvas);
  else if (shape.kind === 'progress') drawProgress(shape, x, top - shape.above, canvas);
  else drawStop(shape, x + shape.inset, top - shape.above, canvas);
}

function drawStatus({ shape, color, radius: r, stroke }: Of<'status'>, x: number, y: number, canvas: Canvas): void {
  const d = 1.2 * r;
  if (shape === 'triangle') canvas.path(`M ${x} ${y - r} L ${x + r} ${y + r} L ${x - r} ${y + r} Z`, { fill: color });
  else if (shape === 'diamond') {
    const diamond = `M ${x} ${y - d} L ${x + d} ${y} L ${x} ${y + d} L ${x - d} ${y} Z`;
    canvas.path(diamond, { stroke: color, width: stroke });
  } else canvas.circle(x, y, r, { fill: color });
}

/** A ring around an exclamation mark, or around an i, which stands the other way up. */
function drawIcon({ icon, color, radius }: Of<'icon'>, x: number, y: number, canvas: Canvas): void {
  const width = radius * 0.25;
  const up = icon === 'attention' ? 1 : -1;
  canvas.circle(x, y, radius, { stroke: color, width });
  canvas.path(`M ${x} ${y - 0.55 * radius * up} V ${y + 0.12 * radius * up}`, { stroke: color, width });
  canvas.circle(x, y + 0.48 * radius * up, width * 0.65, { fill: color });
}

function drawProgress(shape: Of<'progress'>, x: number, y: number, canvas: Canvas): void {
  const { share, width, color, track, outline, height, round } = shape;
  const part = Math.max(0, Math.min(1, share)) * width;
  const bar = (length: number) => roundedRectangle(x, y, length, height, round ? height / 2 : 0);
  if (track !== null) canvas.path(bar(width), { fill: track });
  if (part > 0) canvas.path(bar(part), { fill: color });
  if (outline !== null) canvas.path(bar(width), { stroke: outline.color, width: outline.width });
}

function drawStop(
  { filled, color, ground, lane, radius, stroke }: Of<'stop'>,
  x: number,
  y: number,
  canvas: Canvas,
): void {
  if (lane !== null) {
    const { dash } = lane;
    const pieces = lane.dashed ? Math.floor(lane.length / (dash * 1.7)) : 1;
    const length = lane.dashed ? dash : lane.length;
    for (let i = 0; i < pieces; i++)
      canvas.path(`M ${x + i * dash * 1.7} ${y} h ${length}`, { stroke: lane.color, width: stroke });
  }
  canvas.circle(x, y, radius, { stroke: color, width: stroke, fill: filled ? color : ground });
}

/** The mark of a list's item, around its middle. A number without a stroke stands alone. */
export function drawMarker(
  { kind, color, ground, radius, stroke }: Marker,
  x: number,
  y: number,
  canvas: Canvas,
): void {
  const reach = radius + stroke / 2;
  if (kind === 'dash') canvas.path(`M ${x - reach} ${y} h ${2 * radius + stroke}`, { stroke: color, width: stroke });
  else if (kind === 'square')
    canvas.path(roundedRectangle(x - reach, y - reach, 2 * reach, 2 * reach, 0), { fill: color });
  else if (kind !== 'number' || stroke > 0)
    canvas.circle(x, y, radius, { stroke: color, width: stroke, fill: kind === 'disc' ? color : ground });
}
