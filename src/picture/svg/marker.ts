/** Markers: arrows and dots on the corners of a line, as the shapes that they are (SVG 2, 11.6). */

import type { Matrix } from '../../matrix.ts';
import type { PaintPosition, SvgContext } from './context.ts';
import { damaged, shown } from './flaw.ts';
import { at, degrees, isFlat, moved, scaled, times, turned } from './matrix.ts';
import { length } from './number.ts';
import { rectangleOf, type SvgOutline } from './outline.ts';
import { group, type Plain } from './plain.ts';
import { loop, urlIn } from './reference.ts';
import { fontSize, type SvgStyle } from './style.ts';
import { type Vertex, verticesOf } from './vertices.ts';
import { fitted, viewBoxOf } from './view.ts';
import type { SvgElement } from './xml.ts';

const marked = new Set(['path', 'line', 'polyline', 'polygon']);

/** In the units of the shape. @param width of its line */
export function markersOf(
  node: SvgElement,
  outline: SvgOutline,
  width: number,
  style: SvgStyle,
  place: PaintPosition,
  drawing: SvgContext,
): readonly Plain[] {
  const [start, mid, end] = ['marker-start', 'marker-mid', 'marker-end'].map((name) =>
    markerIn(name, node, style, drawing),
  );
  if (!marked.has(node.name) || (!start && !mid && !end)) return [];
  const vertices = verticesOf(outline.segments);
  return vertices.flatMap((vertex, index) => {
    const first = index === 0;
    const last = index === vertices.length - 1;
    const placed: Plain[] = [];
    if (first && start) placed.push(...markerAt(start, vertex, true, width, place, drawing));
    if (!first && !last && mid) placed.push(...markerAt(mid, vertex, false, width, place, drawing));
    if (last && end) placed.push(...markerAt(end, vertex, false, width, place, drawing));
    return placed;
  });
}

/** One that is not there is not drawn, as in browsers. */
function markerIn(name: string, node: SvgElement, style: SvgStyle, { references }: SvgContext): SvgElement | null {
  const value = style.get(name) ?? 'none';
  if (value === 'none') return null;
  const url = urlIn(value);
  if (url === null) throw damaged(`"${shown(value)}" is not a ${name}`, { offset: node.offset, attribute: name });
  const found = references.find(url.name);
  return found?.name === 'marker' ? found : null;
}

function markerAt(
  marker: SvgElement,
  { at: point, angle }: Vertex,
  isStart: boolean,
  lineWidth: number,
  place: PaintPosition,
  drawing: SvgContext,
): readonly Plain[] {
  if (place.trail.includes(marker)) throw loop(marker);
  drawing.budget.spend('elements', 1, marker);
  const style = drawing.styles.written(marker);
  if (style.get('display') === 'none') return [];
  const { attributes } = marker;
  const spot = (attribute: string) => ({ offset: marker.offset, attribute });
  const size = fontSize(style);
  const sizeOf = (name: string, whole: number): number =>
    length(attributes.get(name) ?? '3', { whole, fontSize: size }, spot(name));
  const [width, height] = [sizeOf('markerWidth', place.viewport.width), sizeOf('markerHeight', place.viewport.height)];
  if (width <= 0 || height <= 0) return [];
  const viewBox = viewBoxOf(attributes, marker);
  const inner = viewBox ?? { x: 0, y: 0, width, height };
  const view = fitted(
    inner,
    { width, height },
    viewBox === null ? 'none' : attributes.get('preserveAspectRatio'),
    marker,
  ).matrix;
  const reference = (name: string, from: number, whole: number): number => {
    const value = (attributes.get(name) ?? '0').trim();
    const share = { left: 0, top: 0, center: 0.5, right: 1, bottom: 1 }[value];
    return share === undefined ? length(value, { whole, fontSize: size }, spot(name)) : from + share * whole;
  };
  const [x, y] = at(view, [reference('refX', inner.x, inner.width), reference('refY', inner.y, inner.height)]);
  const scale = attributes.get('markerUnits') === 'userSpaceOnUse' ? 1 : lineWidth;
  const turn = directionOf(attributes.get('orient') ?? '0', angle, isStart, marker);
  const outer: Matrix = times(times(moved(...point), turned(turn)), times(scaled(scale, scale), moved(-x, -y)));
  if (isFlat(outer)) return [];
  const content = drawing.children(marker, style, {
    ...place,
    viewport: inner,
    trail: [...place.trail, marker],
  });
  if (content.length === 0) return [];
  const drawn = group({ type: 'transform', matrix: view }, content);
  const open = /^(?:visible|auto)$/.test(style.get('overflow') ?? 'hidden');
  const outline = rectangleOf({ x: 0, y: 0, width, height });
  const cut = open
    ? drawn
    : group({ type: 'clip', shapes: [{ outline, matrix: [1, 0, 0, 1, 0, 0], rule: 'nonzero' }] }, [drawn]);
  // Markers don't count for the box of their shape.
  return [group({ type: 'transform', matrix: outer }, [cut], null)];
}

function directionOf(value: string, angle: number, isStart: boolean, marker: SvgElement): number {
  if (value === 'auto') return angle;
  if (value === 'auto-start-reverse') return isStart ? angle + 180 : angle;
  return degrees(value, { offset: marker.offset, attribute: 'orient' });
}
