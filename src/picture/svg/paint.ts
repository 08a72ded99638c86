/** Fill and stroke of a shape, as they come out. */
import { colorOf, inSense } from './color.ts';
import type { PaintPosition, SvgContext } from './context.ts';
import { damaged, type SvgPosition, shown, unsupported } from './flaw.ts';
import { gradientNames, gradientOf } from './gradient.ts';
import { length, number, numbers, share } from './number.ts';
import { diagonal, type SvgOutline } from './outline.ts';
import { lengthOfPath } from './path.ts';
import type { FillRule, SvgPaint, SvgStroke } from './plain.ts';
import { urlIn } from './reference.ts';
import { fontSize, type SvgStyle } from './style.ts';
import type { SvgElement } from './xml.ts';

/** A paint, or the pattern that is one. */
export type Painted = SvgPaint | { readonly kind: 'pattern'; readonly node: SvgElement; readonly opacity: number };

export function paintOf(
  which: 'fill' | 'stroke',
  node: SvgElement,
  outline: SvgOutline,
  style: SvgStyle,
  place: PaintPosition,
  drawing: SvgContext,
): Painted | null {
  const value = style.get(which) ?? (which === 'fill' ? 'black' : 'none');
  const spot = { offset: node.offset, attribute: which };
  const opacity = share(style.get(`${which}-opacity`) ?? '1', { offset: node.offset, attribute: `${which}-opacity` });
  const context = /^context-(fill|stroke)$/.exec(value)?.[1];
  if (context !== undefined) {
    const theirs = place.context?.[context as 'fill' | 'stroke'] ?? null;
    return theirs === null ? null : { ...theirs, opacity: theirs.opacity * opacity };
  }
  const url = urlIn(value);
  if (url === null) return colorPaint(value, opacity, style, place, spot);
  const found = drawing.references.find(url.name);
  if (found?.name === 'pattern') return opacity === 0 ? null : { kind: 'pattern', node: found, opacity };
  if (found === null) return url.rest === '' ? null : colorPaint(url.rest, opacity, style, place, spot);
  if (!gradientNames.has(found.name)) {
    throw unsupported(`it is painted with <${found.name}> "${shown(url.name)}", which is not understood`, spot);
  }
  const gradient = gradientOf(found, place, drawing);
  drawing.budget.spend('elements', gradient.stops.length, node);
  const [only, second] = gradient.stops;
  if (only === undefined || opacity === 0) return null;
  if (second === undefined) return { kind: 'color', color: only.color, opacity };
  // A line has no height to share out (SVG 2, 14.2.1); then the colour beside the reference is taken.
  if (gradient.units === 'objectBoundingBox' && (outline.box.width === 0 || outline.box.height === 0)) {
    return url.rest === '' ? null : colorPaint(url.rest, opacity, style, place, spot);
  }
  return { kind: 'gradient', gradient, opacity };
}

function colorPaint(
  value: string,
  opacity: number,
  style: SvgStyle,
  { sense }: PaintPosition,
  spot: SvgPosition,
): SvgPaint | null {
  if (value.toLowerCase() === 'none') return null;
  const color = inSense(colorOf(value, style.get('color'), spot), sense);
  return color.alpha * opacity === 0 ? null : { kind: 'color', color, opacity };
}

export function ruleOf(style: SvgStyle, name: 'fill-rule' | 'clip-rule', node: SvgElement): FillRule {
  return word(style, name, ['nonzero', 'evenodd'], node);
}

/** Line without its paint; null where it has no width. */
export function lineOf(
  node: SvgElement,
  outline: SvgOutline,
  style: SvgStyle,
  place: PaintPosition,
): Omit<SvgStroke, 'paint'> | null {
  const spot = (attribute: string): SvgPosition => ({ offset: node.offset, attribute });
  const measure = { whole: diagonal(place.viewport), fontSize: fontSize(style) };
  const width = length(style.get('stroke-width') ?? '1', measure, spot('stroke-width'));
  if (width < 0) throw damaged(`its line is of negative width, ${width}`, spot('stroke-width'));
  if (width === 0) return null;
  const miter = number(style.get('stroke-miterlimit') ?? '4', spot('stroke-miterlimit'));
  const own = node.attributes.get('pathLength');
  const declared = own === undefined ? 0 : number(own, spot('pathLength'));
  const scale = declared > 0 ? lengthOfPath(outline.segments) / declared : 1;
  const list = style.get('stroke-dasharray') ?? 'none';
  const dashes = /^none$/i.test(list)
    ? []
    : dashesOf(list, measure, spot('stroke-dasharray')).map((each) => each * scale);
  const cap = word(style, 'stroke-linecap', ['butt', 'round', 'square'], node);
  // A dash of no length is a dot where ends are round or square; writers of PDF would leave it out.
  const dot = (each: number, index: number): number =>
    each === 0 && index % 2 === 0 && cap !== 'butt' ? width / 1000 : each;
  return {
    width,
    cap,
    join: joinOf(style, node),
    miter: Math.max(1, miter),
    dashes: dashes.map(dot),
    dashOffset:
      dashes.length === 0
        ? 0
        : length(style.get('stroke-dashoffset') ?? '0', measure, spot('stroke-dashoffset')) * scale,
  };
}

/** Browsers know no other joins and take a miter for them. */
function joinOf(style: SvgStyle, node: SvgElement): SvgStroke['join'] {
  if (/^(?:arcs|miter-clip)$/.test(style.get('stroke-linejoin') ?? '')) return 'miter';
  return word(style, 'stroke-linejoin', ['miter', 'round', 'bevel'], node);
}

function dashesOf(value: string, measure: { whole: number; fontSize: number }, spot: SvgPosition): readonly number[] {
  const plain = /^[\d.,\s+e-]*$/i.test(value) ? numbers(value, spot) : null;
  const list =
    plain ??
    value
      .trim()
      .split(/[\s,]+/)
      .map((each) => length(each, measure, spot));
  if (list.some((each) => each < 0)) throw damaged(`its dashes are of negative length, "${shown(value)}"`, spot);
  if (list.every((each) => each === 0)) return [];
  return list.length % 2 === 1 ? [...list, ...list] : list;
}

function word<Word extends string>(
  style: SvgStyle,
  name: string,
  known: readonly [Word, ...Word[]],
  node: SvgElement,
): Word {
  const value = style.get(name)?.toLowerCase();
  if (value === undefined) return known[0];
  const found = known.find((each) => each === value);
  if (found === undefined)
    throw damaged(`"${shown(value)}" is not a ${name}`, { offset: node.offset, attribute: name });
  return found;
}

/** What is painted first, second and last (SVG 2, 13.8). */
export function paintOrder(style: SvgStyle): readonly ('fill' | 'stroke' | 'markers')[] {
  const names = ['fill', 'stroke', 'markers'] as const;
  const words = (style.get('paint-order') ?? 'normal').toLowerCase().split(/\s+/);
  const first = names.filter((name) => words.includes(name)).sort((a, b) => words.indexOf(a) - words.indexOf(b));
  return [...first, ...names.filter((name) => !first.includes(name))];
}
