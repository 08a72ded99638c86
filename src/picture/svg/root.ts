/** The size of a drawing, and the units that its shapes are told in. */

import { identity, type Matrix } from '../../matrix.ts';
import { damaged, tooLarge } from './flaw.ts';
import type { SvgRoot } from './markup.ts';
import type { SvgBox } from './matrix.ts';
import { length } from './number.ts';
import type { Viewport } from './outline.ts';
import { fontSize, type SvgStyle } from './style.ts';
import { fitted, viewBoxOf } from './view.ts';
import type { SvgElement } from './xml.ts';

/** Drawn pictures are at least and at most this wide and high, in pixels. */
const sides = { least: 1, most: 8192 } as const;
/** A viewBox alone tells units, which may be those of a map: one too small to be pixels is drawn this large. */
const unsized = { below: 16, long: 480 } as const;

export interface Root {
  readonly sheet: SvgRoot;
  /** From the units of the shapes to those of the sheet. */
  readonly matrix: Matrix;
  readonly viewport: Viewport;
}

/** SVG 2, 7.2 and 8.6. */
export function rootOf(root: SvgElement, style: SvgStyle): Root {
  const viewBox = viewBoxOf(root.attributes, root);
  const side = (name: 'width' | 'height'): number | null => {
    const value = (style.get(name) ?? root.attributes.get(name) ?? '').trim();
    // A share of a page that is not known says nothing.
    if (value === '' || /^auto$|%$|-content/.test(value)) return null;
    const spot = { offset: root.offset, attribute: name };
    const found = length(value, { whole: 0, fontSize: fontSize(style) }, spot);
    if (!(found > 0)) throw damaged(`its ${name} is ${value}, not above 0`, spot);
    return found;
  };
  const [ownWidth, ownHeight] = [side('width'), side('height')];
  const ratio = viewBox === null ? null : viewBox.width / viewBox.height;
  const wide = ownWidth ?? (ratio === null ? null : ownHeight === null ? viewBox?.width : ownHeight * ratio) ?? null;
  const high = ownHeight ?? (ratio === null ? null : ownWidth === null ? viewBox?.height : ownWidth / ratio) ?? null;
  if (wide === null || high === null) throw damaged('it has neither a viewBox nor a width and height', root, sizeHint);
  const [short, long] = [Math.min(wide, high), Math.max(wide, high)];
  const isUnsized = ownWidth === null && ownHeight === null && long < unsized.below;
  const least = isUnsized ? unsized.long / long : Math.max(1, sides.least / short);
  const ideal = long > sides.most ? sides.most / long : least;
  if (Math.min(short * ideal, sides.most / (long * ideal)) < 1 - 1e-9) {
    throw tooLarge(`one of its sides is more than ${sides.most.toLocaleString('en')} times as long as the other`, root);
  }
  const [width, height] = [wide * ideal, high * ideal];
  const whole: SvgBox = { x: 0, y: 0, width: wide, height: high };
  if (viewBox === null) return { sheet: { width, height, viewBox: whole }, matrix: identity, viewport: whole };
  const isEven = Math.abs((width / height) * (viewBox.height / viewBox.width) - 1) < 1e-6;
  if (isEven) return { sheet: { width, height, viewBox }, matrix: identity, viewport: viewBox };
  const { matrix } = fitted(viewBox, whole, root.attributes.get('preserveAspectRatio'), root);
  return { sheet: { width, height, viewBox: whole }, matrix, viewport: viewBox };
}

const sizeHint = 'Write how wide and high it is into its <svg …>, such as viewBox="0 0 300 200".';
