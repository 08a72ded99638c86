/** What is drawn around and behind the text of a page; all of it is an artifact. */
import { type ColorName, colorOf, type Theme } from '../../../theme/theme.ts';
import type { Attached } from '../page/attached.ts';
import type { Furniture, RuledLine } from '../page/furniture.ts';
import { type Art, type Ground, roundedRectangle } from '../page/ornament.ts';
import type { Canvas } from './canvas.ts';

export function drawFurniture({ art, rings, rules }: Furniture, theme: Theme, canvas: Canvas): void {
  for (const piece of art) drawArt(piece, theme, canvas);
  for (const { x, y, radius, stroke, color } of rings) canvas.circle(x, y, radius, { stroke: color, width: stroke });
  drawRules(rules, canvas);
}

export function drawGround({ grounds, fills, rails, rules }: Attached, canvas: Canvas): void {
  for (const ground of grounds) drawBox(ground, canvas);
  for (const { x, top, bottom, width, color } of fills)
    canvas.path(roundedRectangle(x, top, width, bottom - top, 0), { fill: color });
  for (const { x, from, to, color, width } of rails) canvas.path(`M ${x} ${from} V ${to}`, { stroke: color, width });
  drawRules(rules, canvas);
}

function drawRules(rules: readonly RuledLine[], canvas: Canvas): void {
  for (const { x, y, width, color, thickness } of rules)
    canvas.path(`M ${x} ${y} h ${width}`, { stroke: color, width: thickness });
}

function drawBox({ box: { fill, border, bar, x, width }, top, bottom }: Ground, canvas: Canvas): void {
  const shape = roundedRectangle(x, top, width, bottom - top, border?.radius ?? 0);
  if (fill !== null) canvas.path(shape, { fill });
  if (border !== null) canvas.path(shape, { stroke: border.color, width: border.width });
  if (bar !== null) canvas.path(roundedRectangle(x, top, bar.width, bottom - top, 0), { fill: bar.color });
}

function drawArt({ drawing, x, y }: Art, theme: Theme, canvas: Canvas): void {
  const color = (name: ColorName | null): string | null => (name === null ? null : colorOf(theme, name).light);
  canvas.write('q');
  if (x !== 0 || y !== 0) canvas.write(`1 0 0 1 ${x} ${y} cm`);
  for (const shape of drawing.shapes)
    canvas.path(shape.d, { fill: color(shape.fill), stroke: color(shape.stroke), width: shape.strokeWidth });
  canvas.write('Q');
}
