/** The transformation of an element, around its origin. */

import { identity, type Matrix } from '../../matrix.ts';
import type { PaintPosition } from './context.ts';
import { shown, unsupported } from './flaw.ts';
import { moved, parseOrigin, parseTransform, type SvgBox, times } from './matrix.ts';
import { fontSize, type SvgStyle } from './style.ts';
import type { SvgElement } from './xml.ts';

/** @param box of its own geometry, for `transform-box: fill-box` */
export function ownMatrix(node: SvgElement, style: SvgStyle, { viewport }: PaintPosition, box: SvgBox | null): Matrix {
  const value = style.get('transform') ?? 'none';
  if (value === 'none') return identity;
  const spot = (attribute: string) => ({ offset: node.offset, attribute });
  const kind = style.get('transform-box') ?? 'view-box';
  if (!/^(?:view-box|fill-box|border-box|content-box)$/.test(kind)) {
    throw unsupported(`it turns around "${shown(kind)}"`, spot('transform-box'));
  }
  const around: SvgBox = kind === 'view-box' || box === null ? { x: 0, y: 0, ...viewport } : box;
  const size = fontSize(style);
  const matrix = parseTransform(value, around, size, spot('transform'));
  const origin = style.get('transform-origin');
  if (origin === undefined && kind === 'view-box') return matrix;
  const [x, y] =
    origin === undefined ? [around.x, around.y] : parseOrigin(origin, around, size, spot('transform-origin'));
  return times(times(moved(x, y), matrix), moved(-x, -y));
}
