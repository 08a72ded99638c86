/** A drawing once it is lowered: groups, shapes and pictures in plain numbers, and nothing that refers to anything. */

import type { Matrix } from '../../matrix.ts';
import type { SvgColor } from './color.ts';
import { type SvgBox, under, union } from './matrix.ts';
import type { SvgOutline } from './outline.ts';

export interface Stop {
  /** From 0 to 1. */
  readonly offset: number;
  readonly color: SvgColor;
}

export interface Gradient {
  readonly name: 'linearGradient' | 'radialGradient';
  readonly geometry: Readonly<Record<string, string>>;
  readonly units: 'userSpaceOnUse' | 'objectBoundingBox';
  readonly matrix: Matrix;
  readonly spread: 'pad' | 'reflect' | 'repeat';
  readonly stops: readonly Stop[];
}

/** `opacity` does not count the alpha of colours. */
export type SvgPaint =
  | { readonly kind: 'color'; readonly color: SvgColor; readonly opacity: number }
  | { readonly kind: 'gradient'; readonly gradient: Gradient; readonly opacity: number };

export type FillRule = 'nonzero' | 'evenodd';

export interface SvgStroke {
  readonly paint: SvgPaint;
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miter: number;
  /** An even number of lengths; none for a whole line. */
  readonly dashes: readonly number[];
  readonly dashOffset: number;
}

export interface SvgShape {
  readonly kind: 'shape';
  readonly outline: SvgOutline;
  readonly matrix: Matrix;
  readonly fill: SvgPaint | null;
  readonly rule: FillRule;
  readonly stroke: SvgStroke | null;
}

/** A PNG or JPEG over a square of one unit. */
export interface Raster {
  readonly kind: 'raster';
  readonly matrix: Matrix;
  readonly format: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
}

export interface ClipShape {
  readonly outline: SvgOutline;
  readonly matrix: Matrix;
  readonly rule: FillRule;
}

/** One effect each: programs differ in what they do with several at once. */
export interface SvgGroup {
  readonly kind: 'group';
  readonly effect:
    | { readonly type: 'transform'; readonly matrix: Matrix }
    | { readonly type: 'opacity'; readonly opacity: number }
    | { readonly type: 'clip'; readonly shapes: readonly ClipShape[] }
    /** Lighter is more to be seen; what is not painted hides. */
    | { readonly type: 'mask'; readonly content: readonly Plain[] };
  readonly children: readonly Plain[];
  /** Geometry, where it is not that of the children. */
  readonly box?: SvgBox | null;
}

/** The rectangle that a clip is; null for any other. Programs cut by a rectangle at no cost, by anything else at that of a mask. */
export function rectangleOfClip(shapes: readonly ClipShape[]): SvgBox | null {
  const [only, ...more] = shapes;
  if (only === undefined || more.length > 0 || only.outline.name !== 'rect' || 'rx' in only.outline.geometry)
    return null;
  const [, b, c] = only.matrix;
  return b === 0 && c === 0 ? under(only.matrix, only.outline.box) : null;
}

export type Plain = SvgGroup | SvgShape | Raster;

export const group = (effect: SvgGroup['effect'], children: readonly Plain[], box?: SvgBox | null): SvgGroup =>
  box === undefined ? { kind: 'group', effect, children } : { kind: 'group', effect, children, box };

/** The box of the geometry, without lines and markers (SVG 2, 8.10). */
export function geometry(all: readonly Plain[]): SvgBox | null {
  return union(all.map(boxOfOne));
}

const unit: SvgBox = { x: 0, y: 0, width: 1, height: 1 };

function boxOfOne(plain: Plain): SvgBox | null {
  if (plain.kind === 'shape') return under(plain.matrix, plain.outline.box);
  if (plain.kind === 'raster') return under(plain.matrix, unit);
  if (plain.box !== undefined) return plain.box;
  const inner = geometry(plain.children);
  return plain.effect.type === 'transform' ? under(plain.effect.matrix, inner) : inner;
}

/** How much there is to write and to paint, masks and clips included. */
export function weigh(all: readonly Plain[]): {
  readonly elements: number;
  readonly points: number;
  readonly layers: number;
} {
  let [elements, points, layers] = [0, 0, 0];
  const add = (plain: Plain): void => {
    elements += 1;
    if (plain.kind === 'shape') points += plain.outline.segments.length;
    if (plain.kind !== 'group') return;
    if (plain.effect.type === 'mask') for (const each of plain.effect.content) add(each);
    if (plain.effect.type === 'clip') for (const { outline } of plain.effect.shapes) points += outline.segments.length;
    if (plain.effect.type === 'mask' || plain.effect.type === 'opacity') layers += 1;
    if (plain.effect.type === 'clip' && rectangleOfClip(plain.effect.shapes) === null) layers += 1;
    for (const each of plain.children) add(each);
  };
  for (const each of all) add(each);
  return { elements, points, layers };
}
