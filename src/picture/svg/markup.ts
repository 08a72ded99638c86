/** The lowered drawing as SVG: shapes with presentation attributes, each reference to something that is written before it. */

import type { Matrix } from '../../matrix.ts';
import { hex } from './color.ts';
import { tooLarge } from './flaw.ts';
import { at, isIdentity, matrixText, type SvgBox } from './matrix.ts';
import { text } from './number.ts';
import {
  type ClipShape,
  type Gradient,
  type Plain,
  type Raster,
  rectangleOfClip,
  type SvgPaint,
  type SvgShape,
  type SvgStroke,
} from './plain.ts';

/** Readers of XML go no deeper than 256. */
const deepest = 200;

export interface SvgRoot {
  readonly width: number;
  readonly height: number;
  readonly viewBox: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Same drawing, same text. */
export function markupOf(content: readonly Plain[], { width, height, viewBox }: SvgRoot): string {
  const writer = new Writer();
  const body = writer.all(content, 1);
  const view = [viewBox.x, viewBox.y, viewBox.width, viewBox.height].map(text).join(' ');
  const names = `xmlns="http://www.w3.org/2000/svg"${writer.hasRasters ? ' xmlns:xlink="http://www.w3.org/1999/xlink"' : ''}`;
  const root = `<svg ${names} width="${text(width)}" height="${text(height)}" viewBox="${view}">`;
  const definitions = writer.definitions.length === 0 ? '' : `<defs>${writer.definitions.join('')}</defs>`;
  return `${root}${definitions}${body}</svg>`;
}

type Attributes = Readonly<Record<string, string | null>>;

function tag(name: string, attributes: Attributes, content = ''): string {
  let written = `<${name}`;
  // What is written is numbers and words of our own, and path data that was read: nothing there needs escaping.
  for (const [key, value] of Object.entries(attributes)) if (value !== null) written += ` ${key}="${value}"`;
  return content === '' ? `${written}/>` : `${written}>${content}</${name}>`;
}

const transform = (matrix: Matrix): string | null => (isIdentity(matrix) ? null : matrixText(matrix));
const unless = (value: number, initial: number): string | null => (value === initial ? null : text(value));

/** A view of its own that has the units around it: it shows nothing beyond its edges. */
function rectangleView({ x, y, width, height }: SvgBox): Attributes {
  const [left, top, wide, high] = [x, y, width, height].map(text);
  return {
    ...{ x: left ?? null, y: top ?? null, width: wide ?? null, height: high ?? null },
    viewBox: `${left} ${top} ${wide} ${high}`,
  };
}

class Writer {
  readonly definitions: string[] = [];
  hasRasters = false;
  readonly #names = new Map<string, string>();

  all(content: readonly Plain[], depth: number): string {
    if (depth > deepest) throw tooLarge('its parts are nested too deeply', { offset: 0 });
    return content.map((each) => this.#one(each, depth)).join('');
  }

  #one(plain: Plain, depth: number): string {
    if (plain.kind === 'shape') return this.#shape(plain);
    if (plain.kind === 'raster') return this.#raster(plain);
    const { effect, children } = plain;
    if (effect.type === 'transform' && isIdentity(effect.matrix)) return this.all(children, depth);
    const inner = this.all(children, depth + 1);
    if (inner === '') return '';
    switch (effect.type) {
      case 'transform':
        return tag('g', { transform: matrixText(effect.matrix) }, inner);
      case 'opacity':
        return tag('g', { opacity: text(effect.opacity) }, inner);
      case 'clip': {
        const box = rectangleOfClip(effect.shapes);
        if (box !== null) return tag('svg', rectangleView(box), inner);
        return tag('g', { 'clip-path': this.#clip(effect.shapes) }, inner);
      }
      default:
        return tag('g', { mask: this.#mask(this.all(effect.content, depth + 1)) }, inner);
    }
  }

  #define(prefix: string, make: (name: string) => string): string {
    // By all but its name, so that what is the same stands once.
    const body = make('');
    const known = this.#names.get(body);
    if (known !== undefined) return `url(#${known})`;
    const name = `${prefix}${this.#names.size}`;
    this.#names.set(body, name);
    this.definitions.push(make(name));
    return `url(#${name})`;
  }

  #clip(shapes: readonly ClipShape[]): string {
    const written = shapes.map(({ outline, matrix, rule }) => {
      const manner = { transform: transform(matrix), 'clip-rule': rule === 'nonzero' ? null : rule };
      return tag(outline.name, { ...outline.geometry, ...manner });
    });
    return this.#define('c', (id) => tag('clipPath', { id }, written.join('')));
  }

  /** Wide enough to cut nothing off: its content is cut already. */
  #mask(content: string): string {
    const region = { maskUnits: 'userSpaceOnUse', x: '-100000', y: '-100000', width: '200000', height: '200000' };
    return this.#define('m', (id) => tag('mask', { id, ...region }, content));
  }

  #shape({ outline, matrix, fill, rule, stroke }: SvgShape): string {
    return tag(outline.name, {
      ...(fill === null ? { fill: 'none' } : this.#paint('fill', fill)),
      'fill-rule': fill === null || rule === 'nonzero' ? null : rule,
      ...(stroke === null ? {} : this.#stroke(stroke)),
      transform: transform(matrix),
      ...outline.geometry,
    });
  }

  #stroke({ paint, width, cap, join, miter, dashes, dashOffset }: SvgStroke): Attributes {
    return {
      ...this.#paint('stroke', paint),
      'stroke-width': unless(width, 1),
      'stroke-linecap': cap === 'butt' ? null : cap,
      'stroke-linejoin': join === 'miter' ? null : join,
      'stroke-miterlimit': unless(miter, 4),
      'stroke-dasharray': dashes.length === 0 ? null : dashes.map(text).join(' '),
      'stroke-dashoffset': unless(dashOffset, 0),
    };
  }

  #paint(which: 'fill' | 'stroke', paint: SvgPaint): Attributes {
    if (paint.kind === 'gradient')
      return { [which]: this.#gradient(paint.gradient), [`${which}-opacity`]: unless(paint.opacity, 1) };
    return { [which]: hex(paint.color), [`${which}-opacity`]: unless(paint.opacity * paint.color.alpha, 1) };
  }

  #gradient({ name, geometry, units, matrix, spread, stops }: Gradient): string {
    const written = stops.map(({ offset, color }) =>
      tag('stop', { offset: text(offset), 'stop-color': hex(color), 'stop-opacity': unless(color.alpha, 1) }),
    );
    const manner = {
      gradientUnits: units === 'objectBoundingBox' ? null : units,
      gradientTransform: transform(matrix),
      spreadMethod: spread === 'pad' ? null : spread,
    };
    return this.#define('g', (id) => tag(name, { id, ...geometry, ...manner }, written.join('')));
  }

  #raster({ matrix, format, bytes }: Raster): string {
    this.hasRasters = true;
    const [a, b, c, d] = matrix;
    const isUpright = b === 0 && c === 0 && a > 0 && d > 0;
    const [x, y] = at(matrix, [0, 0]);
    const place = isUpright
      ? { x: text(x), y: text(y), width: text(a), height: text(d) }
      : { width: '1', height: '1', transform: matrixText(matrix) };
    const address = `data:image/${format};base64,${Buffer.from(bytes).toString('base64')}`;
    return tag('image', { ...place, preserveAspectRatio: 'none', 'xlink:href': address });
  }
}
