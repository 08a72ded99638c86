/** Drawings beside or above a line: a status, a bar of progress, a stop of a timeline. */

import { circle, roundedRectangle } from '../page/ornament.ts';
import type { LineShape, Marker } from '../text/inlines.ts';
import { mm } from '../text/type.ts';
import type { Canvas } from './canvas.ts';

type Of<Kind extends LineShape['kind']> = Extract<LineShape, { kind: Kind }>;

/** Draws the shape of a line that starts at `x`. Points from the page's top left. */
export function drawShape(
  shape: LineShape,
  { x, top, bottom }: { x: number; top: number; bottom: number },
  canvas: Canvas,
): void {
  if (shape.kind === 'status') drawStatus(shape, x - 3.2 * mm, (top + bottom) / 2, canvas);
  else if (shape.kind === 'progress') drawProgress(shape, x, top - 3.4 * mm, canvas);
  else drawStop(shape, x + 2.2 * mm, top - 4.4 * mm, canvas);
}

function drawStatus({ look, color }: Of<'status'>, x: number, y: number, canvas: Canvas): void {
  const r = 1.15 * mm;
  const d = 1.2 * r;
  if (look === 'exceeded') canvas.path(`M ${x} ${y - r} L ${x + r} ${y + r} L ${x - r} ${y + r} Z`, { fill: color });
  else if (look === 'behind') {
    const diamond = `M ${x} ${y - d} L ${x + d} ${y} L ${x} ${y + d} L ${x - d} ${y} Z`;
    canvas.path(diamond, { stroke: color, width: 1.2 });
  } else canvas.path(circle(x, y, r), { fill: color });
}

function drawProgress({ share, width, color, line }: Of<'progress'>, x: number, y: number, canvas: Canvas): void {
  const height = 1.8 * mm;
  const part = Math.max(0, Math.min(1, share)) * width;
  if (part > 0) canvas.path(roundedRectangle(x, y, part, height, height / 2), { fill: color });
  canvas.path(roundedRectangle(x, y, width, height, height / 2), { stroke: line, width: 0.35 * mm });
}

function drawStop({ filled, color, lane }: Of<'stop'>, x: number, y: number, canvas: Canvas): void {
  const stroke = 1 * mm;
  const dash = 3 * mm;
  if (lane !== null) {
    const pieces = lane.dashed ? Math.floor(lane.length / (dash * 1.7)) : 1;
    const length = lane.dashed ? dash : lane.length;
    for (let i = 0; i < pieces; i++)
      canvas.path(`M ${x + i * dash * 1.7} ${y} h ${length}`, { stroke: lane.color, width: stroke });
  }
  canvas.path(circle(x, y, 1.7 * mm), {
    stroke: color,
    width: stroke,
    fill: filled ? color : '#FFFFFF',
  });
}

/** The mark of a list's item, around its middle. */
export function drawMarker(
  { kind, color, ground, radius, stroke }: Marker,
  x: number,
  y: number,
  canvas: Canvas,
): void {
  if (kind === 'dash')
    canvas.path(`M ${x - radius - stroke / 2} ${y} h ${2 * radius + stroke}`, { stroke: color, width: 0.9 });
  else canvas.path(circle(x, y, radius), { stroke: color, width: stroke, fill: kind === 'disc' ? color : ground });
}
