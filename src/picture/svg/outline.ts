/** Basic shapes and paths in plain numbers of user units. */
import type { Point } from '../../matrix.ts';
import { damaged, type SvgPosition, shown } from './flaw.ts';
import type { SvgBox } from './matrix.ts';
import { length, numbers, text } from './number.ts';
import { arcCurves, boxOfPath, parsePath, type SvgSegment } from './path.ts';
import { fontSize, type SvgStyle } from './style.ts';
import type { SvgElement } from './xml.ts';

export interface SvgOutline {
  /** Name and geometry as they are written out. */
  readonly name: string;
  readonly geometry: Readonly<Record<string, string>>;
  readonly segments: readonly SvgSegment[];
  readonly box: SvgBox;
}

/** What percentages are of. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export const diagonal = ({ width, height }: Viewport): number => Math.hypot(width, height) / Math.SQRT2;

export const shapeNames = new Set('path rect circle ellipse line polyline polygon'.split(' '));

/** A length of an element in user units: of a property, or of an attribute; `null` for none, and for `auto`. */
export class Lengths {
  readonly #node: SvgElement;
  readonly #style: SvgStyle;
  readonly #viewport: Viewport;

  constructor(node: SvgElement, style: SvgStyle, viewport: Viewport) {
    [this.#node, this.#style, this.#viewport] = [node, style, viewport];
  }

  get(name: string, along: 'x' | 'y' | 'both'): number | null {
    const value = (this.#style.get(name) ?? this.#node.attributes.get(name) ?? '').trim();
    if (value === '' || value === 'auto') return null;
    const { width, height } = this.#viewport;
    const whole = along === 'x' ? width : along === 'y' ? height : diagonal(this.#viewport);
    return length(value, { whole, fontSize: fontSize(this.#style) }, { offset: this.#node.offset, attribute: name });
  }

  positive(name: string, along: 'x' | 'y' | 'both'): number | null {
    const value = this.get(name, along);
    if (value !== null && value < 0) {
      throw damaged(`"${name}" is negative, ${text(value)}`, { offset: this.#node.offset, attribute: name });
    }
    return value;
  }
}

/** Null for a shape that has no size, or no points. */
export function outlineOf(node: SvgElement, style: SvgStyle, viewport: Viewport): SvgOutline | null {
  const lengths = new Lengths(node, style, viewport);
  switch (node.name) {
    case 'rect':
      return rectangle(lengths);
    case 'circle': {
      const r = lengths.positive('r', 'both') ?? 0;
      return ellipse('circle', lengths, r, r);
    }
    case 'ellipse': {
      const [rx, ry] = [lengths.positive('rx', 'x'), lengths.positive('ry', 'y')];
      return ellipse('ellipse', lengths, rx ?? ry ?? 0, ry ?? rx ?? 0);
    }
    case 'line': {
      const [x1, y1] = [lengths.get('x1', 'x') ?? 0, lengths.get('y1', 'y') ?? 0];
      const [x2, y2] = [lengths.get('x2', 'x') ?? 0, lengths.get('y2', 'y') ?? 0];
      return made('line', { x1, y1, x2, y2 }, [
        { type: 'move', to: [x1, y1] },
        { type: 'line', to: [x2, y2] },
      ]);
    }
    case 'polyline':
    case 'polygon':
      return points(node);
    default: {
      const spot = { offset: node.offset, attribute: 'd' };
      const data = (node.attributes.get('d') ?? '').replace(/\s+/g, ' ').trim();
      if (data === '' || data === 'none') return null;
      return made('path', { d: data }, parsePath(data, spot));
    }
  }
}

function made(
  name: string,
  geometry: Readonly<Record<string, number | string>>,
  segments: readonly SvgSegment[],
): SvgOutline | null {
  const box = boxOfPath(segments);
  if (box === null) return null;
  const written = Object.entries(geometry).map(([key, value]) => [
    key,
    typeof value === 'number' ? text(value) : value,
  ]);
  return { name, geometry: Object.fromEntries(written), segments, box };
}

export function rectangleOf({ x, y, width, height }: SvgBox): SvgOutline {
  return {
    name: 'rect',
    geometry: { x: text(x), y: text(y), width: text(width), height: text(height) },
    segments: [
      { type: 'move', to: [x, y] },
      { type: 'line', to: [x + width, y] },
      { type: 'line', to: [x + width, y + height] },
      { type: 'line', to: [x, y + height] },
      { type: 'close', to: [x, y] },
    ],
    box: { x, y, width, height },
  };
}

function rectangle(lengths: Lengths): SvgOutline | null {
  const [x, y] = [lengths.get('x', 'x') ?? 0, lengths.get('y', 'y') ?? 0];
  const [width, height] = [lengths.positive('width', 'x') ?? 0, lengths.positive('height', 'y') ?? 0];
  if (width === 0 || height === 0) return null;
  const [ownX, ownY] = [lengths.positive('rx', 'x'), lengths.positive('ry', 'y')];
  const rx = Math.min(ownX ?? ownY ?? 0, width / 2);
  const ry = Math.min(ownY ?? ownX ?? 0, height / 2);
  if (rx === 0 || ry === 0) return rectangleOf({ x, y, width, height });
  const [right, bottom] = [x + width, y + height];
  const round = (from: Point, to: Point): readonly SvgSegment[] => arcCurves(from, to, [rx, ry], 0, false, true);
  return made('rect', { x, y, width, height, rx, ry }, [
    { type: 'move', to: [x + rx, y] },
    { type: 'line', to: [right - rx, y] },
    ...round([right - rx, y], [right, y + ry]),
    { type: 'line', to: [right, bottom - ry] },
    ...round([right, bottom - ry], [right - rx, bottom]),
    { type: 'line', to: [x + rx, bottom] },
    ...round([x + rx, bottom], [x, bottom - ry]),
    { type: 'line', to: [x, y + ry] },
    ...round([x, y + ry], [x + rx, y]),
    { type: 'close', to: [x + rx, y] },
  ]);
}

function ellipse(name: 'circle' | 'ellipse', lengths: Lengths, rx: number, ry: number): SvgOutline | null {
  const [cx, cy] = [lengths.get('cx', 'x') ?? 0, lengths.get('cy', 'y') ?? 0];
  if (rx === 0 || ry === 0) return null;
  const geometry = name === 'circle' ? { cx, cy, r: rx } : { cx, cy, rx, ry };
  const [right, left]: [Point, Point] = [
    [cx + rx, cy],
    [cx - rx, cy],
  ];
  return made(name, geometry, [
    { type: 'move', to: right },
    ...arcCurves(right, left, [rx, ry], 0, false, true),
    ...arcCurves(left, right, [rx, ry], 0, false, true),
    { type: 'close', to: right },
  ]);
}

function points(node: SvgElement): SvgOutline | null {
  const spot: SvgPosition = { offset: node.offset, attribute: 'points' };
  const list = numbers(node.attributes.get('points') ?? '', spot);
  if (list.length % 2 === 1) throw damaged(`its last point lacks a number, "${shown(String(list.at(-1)))}"`, spot);
  const segments: SvgSegment[] = [];
  for (let index = 0; index < list.length; index += 2) {
    segments.push({ type: index === 0 ? 'move' : 'line', to: [list[index] ?? 0, list[index + 1] ?? 0] });
  }
  const first = segments[0];
  if (first === undefined) return null;
  if (node.name === 'polygon') segments.push({ type: 'close', to: first.to });
  return made(node.name, { points: list.map(text).join(' ') }, segments);
}
