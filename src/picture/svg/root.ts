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

/** Drawn pictures are at most this wide and high, in pixels. */
const sideLimit = 8192;

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
  const width = ownWidth ?? (ratio === null ? null : ownHeight === null ? viewBox?.width : ownHeight * ratio) ?? null;
  const height = ownHeight ?? (ratio === null ? null : ownWidth === null ? viewBox?.height : ownWidth / ratio) ?? null;
  if (width === null || height === null) throw damaged('it has neither a viewBox nor a width and height', root);
  if (Math.max(width, height) > sideLimit) {
    const size = `${Math.round(width)} × ${Math.round(height)} pixels`;
    throw tooLarge(`it is ${size}; at most ${sideLimit} to a side are taken`, root);
  }
  const whole: SvgBox = { x: 0, y: 0, width, height };
  if (viewBox === null) return { sheet: { width, height, viewBox: whole }, matrix: identity, viewport: whole };
  const isEven = Math.abs((width / height) * (viewBox.height / viewBox.width) - 1) < 1e-6;
  if (isEven) return { sheet: { width, height, viewBox }, matrix: identity, viewport: viewBox };
  const { matrix } = fitted(viewBox, { width, height }, root.attributes.get('preserveAspectRatio'), root);
  return { sheet: { width, height, viewBox: whole }, matrix, viewport: viewBox };
}
