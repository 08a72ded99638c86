/** How far paint reaches, lines included. */
import { type SvgBox, under, union } from './matrix.ts';
import type { Plain, SvgStroke } from './plain.ts';

export function reach(all: readonly Plain[]): SvgBox | null {
  return union(all.map(reachOfOne));
}

function reachOfOne(plain: Plain): SvgBox | null {
  if (plain.kind === 'raster') return under(plain.matrix, { x: 0, y: 0, width: 1, height: 1 });
  if (plain.kind === 'shape') return under(plain.matrix, grown(plain.outline.box, plain.stroke));
  const inner = reach(plain.children);
  return plain.effect.type === 'transform' ? under(plain.effect.matrix, inner) : inner;
}

export function grown(
  { x, y, width, height }: SvgBox,
  stroke: Pick<SvgStroke, 'width' | 'join' | 'miter' | 'cap'> | null,
): SvgBox {
  if (stroke === null) return { x, y, width, height };
  const spikes = stroke.join === 'miter' ? stroke.miter : 1;
  const by = (stroke.width / 2) * Math.max(spikes, stroke.cap === 'square' ? Math.SQRT2 : 1);
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
