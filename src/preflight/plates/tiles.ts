/** Tilings: their cell is drawn once, and seen again and again (ISO 32000-1, 8.7.3). */
import type { TilingCell } from '../../finished/pdf/paint/colour.ts';
import { map, mapBox } from '../../finished/pdf/paint/geometry.ts';
import type { Paint } from '../../finished/pdf/paint/paint.ts';
import { inverse } from '../../finished/pdf/paint/shading.ts';

import type { Dot, Dots } from './courses.ts';
import type { DotFrame } from './frame.ts';
import type { Layer } from './layer.ts';

/** Dots of a cell along each side: not so many that it costs as much as a page, and so many that a small one is seen. */
const mostDots = 400;
const leastDots = 24;

/** @param draw its paints on a layer of their own */
export function tileDots(
  { paints, box, steps: [across, up], matrix }: TilingCell,
  { box: page, scale }: DotFrame,
  draw: (paints: readonly Paint[], frame: DotFrame) => Layer,
): Dots | null {
  const back = inverse(matrix);
  if (back === null) return null;
  const place = mapBox(matrix, box);
  const longest = Math.max(place.right - place.left, place.top - place.bottom);
  const fine = Math.min(mostDots / longest, Math.max(scale, leastDots / longest));
  const [width, height] = [place.right - place.left, place.top - place.bottom].map((side) =>
    Math.max(1, Math.ceil(side * fine)),
  );
  const frame: DotFrame = { box: place, scale: fine, width: width ?? 1, height: height ?? 1 };
  const layer = draw(paints, frame);
  const dots = new Map<number, Dot | null>();
  const dotAt = (at: number): Dot | null => {
    const known = dots.get(at);
    if (known !== undefined) return known;
    const { parts, covered: alpha } = layer.at(at % frame.width, Math.floor(at / frame.width));
    const dot = alpha <= 0 ? null : { inks: parts.map((part) => part / alpha), alpha };
    dots.set(at, dot);
    return dot;
  };
  return {
    at: (column, row) => {
      const [x, y] = map(back, [page.left + (column + 0.5) / scale, page.top - (row + 0.5) / scale]);
      // Within one step of the cell's lower left corner.
      const [u, v] = [x - Math.floor((x - box.left) / across) * across, y - Math.floor((y - box.bottom) / up) * up];
      if (u > box.right || v > box.top) return null;
      const [left, top] = map(matrix, [u, v]);
      const cell = [Math.floor((left - place.left) * fine), Math.floor((place.top - top) * fine)] as const;
      return dotAt(
        Math.min(frame.height - 1, Math.max(0, cell[1])) * frame.width +
          Math.min(frame.width - 1, Math.max(0, cell[0])),
      );
    },
  };
}
