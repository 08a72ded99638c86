/** `viewBox` and `preserveAspectRatio`: how what is drawn is fitted into its place (SVG 2, 8.6). */

import type { Matrix } from '../../matrix.ts';
import { damaged, shown } from './flaw.ts';
import { moved, type SvgBox, scaled, times } from './matrix.ts';
import { numbers } from './number.ts';
import type { SvgElement } from './xml.ts';

/** Null where there is none. */
export function viewBoxOf(attributes: SvgElement['attributes'], node: SvgElement): SvgBox | null {
  const value = attributes.get('viewBox');
  if (value === undefined || value.trim() === '') return null;
  const spot = { offset: node.offset, attribute: 'viewBox' };
  const [x = 0, y = 0, width = 0, height = 0, more] = numbers(value, spot);
  if (width <= 0 || height <= 0 || more !== undefined) {
    throw damaged(`its viewBox, "${shown(value)}", is not four numbers of which the last two are above 0`, spot);
  }
  return { x, y, width, height };
}

export interface Fit {
  readonly matrix: Matrix;
  /** Whether parts may lie outside of the place and are cut off. */
  readonly slice: boolean;
}

const places: Readonly<Record<string, number>> = { min: 0, mid: 0.5, max: 1 };

/** From the units of `box` to those of a place of this size, whose corner is 0 0. */
export function fitted(
  box: SvgBox,
  size: { readonly width: number; readonly height: number },
  value: string | undefined,
  node: SvgElement,
): Fit {
  const words = (value ?? '').trim();
  const found = /^(?:defer\s+)?(?:(none)|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?$/.exec(
    words === '' ? 'xMidYMid' : words,
  );
  if (found === null) {
    throw damaged(`"${shown(words)}" is not a preserveAspectRatio`, {
      offset: node.offset,
      attribute: 'preserveAspectRatio',
    });
  }
  const [, none, alongX = 'Mid', alongY = 'Mid', how] = found;
  const [wide, high] = [size.width / box.width, size.height / box.height];
  const slice = how === 'slice' && none === undefined;
  const even = slice ? Math.max(wide, high) : Math.min(wide, high);
  const [sx, sy] = none === undefined ? [even, even] : [wide, high];
  const x = (size.width - box.width * sx) * (places[alongX.toLowerCase()] ?? 0.5);
  const y = (size.height - box.height * sy) * (places[alongY.toLowerCase()] ?? 0.5);
  return { matrix: times(moved(x, y), times(scaled(sx, sy), moved(-box.x, -box.y))), slice };
}
