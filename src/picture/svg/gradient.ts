/** Gradients with all that they take over from others, in numbers (SVG 2, 14.2). */

import { identity } from '../../matrix.ts';
import { colorOf, inSense, type Sense } from './color.ts';
import { damaged, shown, unsupported } from './flaw.ts';
import { parseTransform } from './matrix.ts';
import { length, share, text } from './number.ts';
import { diagonal, type Viewport } from './outline.ts';
import type { Gradient, Stop } from './plain.ts';
import { inheritedBy, type References } from './reference.ts';
import { fontSize, type SvgStyles } from './style.ts';
import type { SvgElement } from './xml.ts';

export const gradientNames = new Set(['linearGradient', 'radialGradient']);

/** Attributes that one kind has and the other has not are not taken over. */
const attributesOf = {
  linearGradient: ['x1', 'y1', 'x2', 'y2'],
  radialGradient: ['cx', 'cy', 'r', 'fx', 'fy', 'fr'],
} as const;

const defaults: Readonly<Record<string, string>> = {
  ...{ x1: '0%', y1: '0%', x2: '100%', y2: '0%' },
  ...{ cx: '50%', cy: '50%', r: '50%', fr: '0%' },
};

export function gradientOf(
  node: SvgElement,
  around: { readonly viewport: Viewport; readonly sense: Sense },
  { references, styles }: { readonly references: References; readonly styles: SvgStyles },
): Gradient {
  const chain = references.chain(node, gradientNames);
  const attributes = inheritedBy(chain);
  const name = node.name === 'radialGradient' ? 'radialGradient' : 'linearGradient';
  const units = attributes.get('gradientUnits') === 'userSpaceOnUse' ? 'userSpaceOnUse' : 'objectBoundingBox';
  const size = units === 'userSpaceOnUse' ? around.viewport : { width: 1, height: 1 };
  const style = styles.written(node);
  const value = (key: string): number | null => {
    const written = attributes.get(key) ?? defaults[key];
    if (written === undefined) return null;
    const whole = /r$/.test(key) ? diagonal(size) : key.includes('x') ? size.width : size.height;
    return length(written, { whole, fontSize: fontSize(style) }, { offset: node.offset, attribute: key });
  };
  const found = attributesOf[name].flatMap((key) => {
    const number = value(key);
    return number === null ? [] : [[key, number] as const];
  });
  const circles = name === 'radialGradient' ? focused(Object.fromEntries(found)) : Object.fromEntries(found);
  const spread = attributes.get('spreadMethod') ?? 'pad';
  if (spread !== 'pad' && spread !== 'reflect' && spread !== 'repeat') {
    throw damaged(`"${shown(spread)}" is not a spreadMethod`, { offset: node.offset, attribute: 'spreadMethod' });
  }
  const transform = styles.written(node).get('transform') ?? attributes.get('gradientTransform');
  const spot = { offset: node.offset, attribute: 'gradientTransform' };
  const matrix =
    transform === undefined || transform === 'none'
      ? identity
      : parseTransform(transform, { x: 0, y: 0, ...size }, fontSize(style), spot);
  const owner = chain.find(({ children }) => children.some((child) => child.name === 'stop'));
  const stops = stopsOf(owner?.children.filter((child) => child.name === 'stop') ?? [], styles, around.sense);
  if (style.get('color-interpolation')?.toLowerCase() === 'linearrgb') {
    const found = { offset: node.offset, attribute: 'color-interpolation' };
    throw unsupported('its gradient mixes light, not the colours of a screen (color-interpolation: linearRGB)', found);
  }
  const { geometry, first } = pointed(circles, spread, node);
  const written = Object.entries(geometry).map(([key, number]) => [key, text(number)]);
  const moved = stops.map((stop) => ({ ...stop, offset: first + (1 - first) * stop.offset }));
  return { name, geometry: Object.fromEntries(written), units, matrix, spread, stops: moved };
}

/** A focus outside of the circle is moved onto its edge, and just within: programs differ in what they do there. */
function focused(all: Record<string, number>): Readonly<Record<string, number>> {
  const { cx = 0, cy = 0, r = 0, fx = cx, fy = cy, fr = 0 } = all;
  const away = Math.hypot(fx - cx, fy - cy);
  const factor = away > r * 0.999 && away > 0 ? (r * 0.999) / away : 1;
  const focus = { fx: cx + (fx - cx) * factor, fy: cy + (fy - cy) * factor };
  return { cx, cy, r, ...(away === 0 ? {} : focus), ...(fr === 0 ? {} : { fr }) };
}

/**
 * A gradient that begins at a circle, begun at the point to which that circle shrinks: not all programs know `fr`. `first` is where the
 * circle is from there on; within it is the colour of the first stop.
 */
function pointed(
  { fr = 0, ...all }: Record<string, number>,
  spread: Gradient['spread'],
  node: SvgElement,
): { readonly geometry: Readonly<Record<string, number>>; readonly first: number } {
  if (fr === 0) return { geometry: all, first: 0 };
  const { cx = 0, cy = 0, r = 0, fx = cx, fy = cy } = all;
  if (spread !== 'pad' || Math.hypot(fx - cx, fy - cy) + fr >= r) {
    const reason =
      'its gradient begins at a circle that is not within the one where it ends, or begins again there (fr)';
    throw unsupported(reason, { offset: node.offset, attribute: 'fr' });
  }
  const back = fr / (r - fr);
  const geometry = { cx, cy, r, fx: fx - back * (cx - fx), fy: fy - back * (cy - fy) };
  return { geometry, first: fr / r };
}

function stopsOf(nodes: readonly SvgElement[], styles: SvgStyles, sense: Sense): readonly Stop[] {
  let last = 0;
  return nodes.map((node) => {
    const style = styles.written(node);
    const spot = (attribute: string) => ({ offset: node.offset, attribute });
    last = Math.max(last, share(node.attributes.get('offset') ?? '0', spot('offset')));
    const color = inSense(colorOf(style.get('stop-color') ?? 'black', style.get('color'), spot('stop-color')), sense);
    const opacity = share(style.get('stop-opacity') ?? '1', spot('stop-opacity'));
    return { offset: last, color: { ...color, alpha: color.alpha * opacity } };
  });
}
