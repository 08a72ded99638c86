/** A shape with its fill, line and markers, each part as all programs paint it. */

import { identity } from '../../matrix.ts';
import type { PaintPosition, SvgContext } from './context.ts';
import { unsupported } from './flaw.ts';
import { markersOf } from './marker.ts';
import { outlineOf, type SvgOutline } from './outline.ts';
import { lineOf, type Painted, paintOf, paintOrder, ruleOf } from './paint.ts';
import { hasDots, lengthOfPath } from './path.ts';
import { tilesOf } from './pattern.ts';
import { type FillRule, group, type Plain, type SvgPaint, type SvgShape, type SvgStroke } from './plain.ts';
import { grown } from './reach.ts';
import type { SvgStyle } from './style.ts';
import type { SvgElement } from './xml.ts';

const white: SvgPaint = { kind: 'color', color: { rgb: [255, 255, 255], alpha: 1 }, opacity: 1 };

/** In the units of the shape: its own transformation and effects are for the caller. */
export function lowerShape(
  node: SvgElement,
  style: SvgStyle,
  place: PaintPosition,
  drawing: SvgContext,
): readonly Plain[] {
  const outline = outlineOf(node, style, place.viewport);
  if (outline === null) return [];
  drawing.budget.spend('points', outline.segments.length, node);
  if (/^(?:hidden|collapse)$/.test(style.get('visibility') ?? 'visible')) return [];
  const rule = ruleOf(style, 'fill-rule', node);
  const fill = paintOf('fill', node, outline, style, place, drawing);
  const strokePaint = paintOf('stroke', node, outline, style, place, drawing);
  const line = strokePaint === null ? null : lineOf(node, outline, style, place);
  if (line !== null && style.get('vector-effect') === 'non-scaling-stroke') {
    const reason = 'its lines keep their width at any size (vector-effect: non-scaling-stroke)';
    throw unsupported(reason, { offset: node.offset, attribute: 'vector-effect' });
  }
  if (line !== null && line.dashes.length > 0) {
    const period = line.dashes.reduce((sum, dash) => sum + dash, 0) / line.dashes.length;
    const spot = { offset: node.offset, attribute: 'stroke-dasharray' };
    drawing.budget.spend('dashes', lengthOfPath(outline.segments) / period, spot);
  }
  const painter: Painter = { node, outline, rule, place, drawing };
  const stroke = strokePaint === null || line === null ? null : { paint: strokePaint, line };
  const context = { fill: solid(fill), stroke: stroke === null ? null : solid(strokePaint) };
  const width = line?.width ?? lineOf(node, outline, style, place)?.width ?? 0;
  const markers = markersOf(node, outline, width, style, { ...place, context }, drawing);
  const order = paintOrder(style);

  const whole = wholeOf(painter, fill, stroke);
  if (
    whole !== null &&
    order.indexOf('fill') < order.indexOf('stroke') &&
    (markers.length === 0 || order[2] === 'markers')
  ) {
    return [...whole, ...markers];
  }
  const parts = {
    fill: fill === null ? [] : filled(painter, fill),
    stroke: stroke === null ? [] : stroked(painter, stroke.paint, stroke.line),
    markers,
  };
  return order.flatMap((part) => parts[part]);
}

interface Painter {
  readonly node: SvgElement;
  readonly outline: SvgOutline;
  readonly rule: FillRule;
  readonly place: PaintPosition;
  readonly drawing: SvgContext;
}

interface Line {
  readonly paint: Painted;
  readonly line: Omit<SvgStroke, 'paint'>;
}

function solid(paint: Painted | null): SvgPaint | null {
  return paint?.kind === 'color' ? paint : null;
}

/** As one shape, where its parts need no treatment of their own. */
function wholeOf(
  { outline, rule, place }: Painter,
  fill: Painted | null,
  stroke: Line | null,
): readonly Plain[] | null {
  if (fill?.kind === 'pattern' || stroke?.paint.kind === 'pattern' || place.sense !== 'colour') return null;
  // The dots that lines without length are would take the fill's colour with them in PDF.
  if (fill !== null && stroke !== null && stroke.line.cap !== 'butt' && hasDots(outline.segments)) return null;
  if (fill === null && stroke === null) return [];
  // Where a line is see-through its shape shows below it; PDF that paints both at once cuts the shape out there (ISO 32000-2, 11.7.4.4).
  if (fill !== null && stroke !== null && isSeeThrough(stroke.paint as SvgPaint)) return null;
  const lined = stroke === null ? null : { ...stroke.line, paint: stroke.paint as SvgPaint };
  return [{ kind: 'shape', outline, matrix: identity, fill, rule, stroke: lined }];
}

function isSeeThrough(paint: SvgPaint): boolean {
  const colors = paint.kind === 'color' ? [paint.color] : paint.gradient.stops.map(({ color }) => color);
  return paint.opacity < 1 || colors.some(({ alpha }) => alpha < 1);
}

function filled(painter: Painter, paint: Painted): readonly Plain[] {
  const { outline, rule } = painter;
  if (paint.kind !== 'pattern') {
    return toned(painter, paint, (each) => ({
      kind: 'shape',
      outline,
      matrix: identity,
      fill: each,
      rule,
      stroke: null,
    }));
  }
  const tiles = tilesOf(paint.node, outline.box, outline.box, painter.place, painter.drawing);
  if (tiles === null) return [];
  return faded(painter, paint.opacity, [
    group({ type: 'clip', shapes: [{ outline, matrix: identity, rule }] }, tiles, outline.box),
  ]);
}

function stroked(painter: Painter, paint: Painted, line: Omit<SvgStroke, 'paint'>): readonly Plain[] {
  const { outline, rule, place, drawing, node } = painter;
  const shape = (each: SvgPaint): SvgShape => ({
    kind: 'shape',
    outline,
    matrix: identity,
    fill: null,
    rule,
    stroke: { ...line, paint: each },
  });
  if (paint.kind !== 'pattern') return toned(painter, paint, shape);
  const tiles = tilesOf(paint.node, outline.box, grown(outline.box, line), place, drawing);
  if (tiles === null) return [];
  drawing.budget.layer(place.layers, node);
  return faded(painter, paint.opacity, [group({ type: 'mask', content: [shape(white)] }, tiles, outline.box)]);
}

function faded({ place, drawing, node }: Painter, opacity: number, content: readonly Plain[]): readonly Plain[] {
  if (opacity >= 1) return content;
  drawing.budget.layer(place.layers, node);
  return [group({ type: 'opacity', opacity }, content)];
}

/**
 * In masks, what is half there is a group that is half there, and a gradient that fades is masked by a gradient: the program
 * that writes PDF reckons the opacity of paints there by a way of its own.
 */
function toned(painter: Painter, paint: SvgPaint, shape: (paint: SvgPaint) => SvgShape): readonly Plain[] {
  if (painter.place.sense === 'colour') return [shape(paint)];
  const full = (each: SvgPaint): SvgPaint => ({ ...each, opacity: 1 });
  if (paint.kind === 'color') {
    const opaque: SvgPaint = full({ ...paint, color: { ...paint.color, alpha: 1 } });
    return faded(painter, paint.opacity * paint.color.alpha, [shape(opaque)]);
  }
  const { gradient } = paint;
  const stops = (change: (stop: (typeof gradient.stops)[number]) => number | null): SvgPaint => ({
    ...paint,
    opacity: 1,
    gradient: {
      ...gradient,
      stops: gradient.stops.map((stop) => {
        const grey = change(stop);
        const rgb = grey === null ? stop.color.rgb : ([grey, grey, grey] as const);
        return { ...stop, color: { rgb, alpha: 1 } };
      }),
    },
  });
  const opaque = shape(stops(() => null));
  if (gradient.stops.every(({ color }) => color.alpha === 1)) return faded(painter, paint.opacity, [opaque]);
  painter.drawing.budget.layer(painter.place.layers, painter.node);
  const veil = shape(stops(({ color }) => Math.round(color.alpha * 255)));
  return faded(painter, paint.opacity, [group({ type: 'mask', content: [veil] }, [opaque])]);
}

export { white };
