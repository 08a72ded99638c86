/** `image`: a picture inside the drawing, fitted into its place. */

import { identity } from '../../matrix.ts';
import type { PaintPosition, SvgContext } from './context.ts';
import { moved, scaled, times } from './matrix.ts';
import { Lengths, rectangleOf } from './outline.ts';
import { group, type Plain, type Raster } from './plain.ts';
import type { SvgStyle } from './style.ts';
import { fitted } from './view.ts';
import type { SvgElement } from './xml.ts';

export function lowerImage(
  node: SvgElement,
  style: SvgStyle,
  place: PaintPosition,
  drawing: SvgContext,
): readonly Plain[] {
  const inner = drawing.inner.get(node);
  if (inner === undefined || /^(?:hidden|collapse)$/.test(style.get('visibility') ?? '')) return [];
  const lengths = new Lengths(node, style, place.viewport);
  const [x, y] = [lengths.get('x', 'x') ?? 0, lengths.get('y', 'y') ?? 0];
  const [ownWidth, ownHeight] = [lengths.positive('width', 'x'), lengths.positive('height', 'y')];
  const ratio = inner.width / inner.height;
  const width = ownWidth ?? (ownHeight === null ? inner.width : ownHeight * ratio);
  const height = ownHeight ?? (ownWidth === null ? inner.height : ownWidth / ratio);
  if (width === 0 || height === 0) return [];
  const view = fitted({ x: 0, y: 0, ...inner }, { width, height }, node.attributes.get('preserveAspectRatio'), node);
  const matrix = times(moved(x, y), times(view.matrix, scaled(inner.width, inner.height)));
  const box = { x, y, width, height };
  const raster = (format: Raster['format'], bytes: Uint8Array): Raster => ({ kind: 'raster', matrix, format, bytes });
  const picture =
    place.sense === 'light'
      ? raster(inner.light === inner.bytes ? inner.format : 'png', inner.light)
      : place.sense === 'there' && inner.veil !== null
        ? raster('png', inner.veil)
        : raster(inner.format, inner.bytes);
  const shown: Plain[] = [picture];
  const veiled =
    place.sense === 'colour' && inner.veil !== null
      ? [group({ type: 'mask', content: [raster('png', inner.veil)] }, shown)]
      : shown;
  if (veiled !== shown) drawing.budget.layer(place.layers, node);
  if (!view.slice) return veiled;
  return [
    group({ type: 'clip', shapes: [{ outline: rectangleOf(box), matrix: identity, rule: 'nonzero' }] }, veiled, box),
  ];
}
