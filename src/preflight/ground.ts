/** What lies under a place of a page: the inks of all that was painted there before. */
import { type InkColour, lay, paper } from '../finished/pdf/paint/colour.ts';
import type { Box } from '../finished/pdf/paint/geometry.ts';
import {
  type Area,
  type Clip,
  type Paint,
  type PaintedPicture,
  type Stroke,
  wholeBlend,
  wholeOpacity,
} from '../finished/pdf/paint/paint.ts';
import { contains, type PaintPath, polygonsOf } from '../finished/pdf/paint/path.ts';
import type { Point } from '../matrix.ts';

type Layer = Area | Stroke | PaintedPicture;

interface Placed {
  readonly index: number;
  readonly paint: Layer;
}

/** Bands of a page in which paints are looked for, so that a busy page is not searched as a whole for each word. */
const bands = 64;

/** Boxes and pieces of paths that may be looked at on a page. Beyond that nothing more is said of its grounds. */
const mostLooks = 10_000_000;

export class PageGround {
  readonly #bands: Placed[][] = Array.from({ length: bands }, () => []);
  readonly #page: Box;
  #left = mostLooks;

  constructor(paints: readonly Paint[], page: Box) {
    this.#page = page;
    for (const [index, paint] of paints.entries()) {
      if (paint.type === 'text' || (paint.type === 'stroke' && paint.width < thinnest)) continue;
      const [first, last] = [this.#band(paint.box.bottom), this.#band(paint.box.top)];
      for (let band = first; band <= last; band += 1) this.#bands[band]?.push({ index, paint });
    }
  }

  #band(y: number): number {
    const { bottom, top } = this.#page;
    return Math.min(bands - 1, Math.max(0, Math.floor(((y - bottom) / (top - bottom)) * bands)));
  }

  /**
   * The inks at a place under the paint with this index in the page's list.
   * @returns null where a picture, a gradient or light is, whose inks are not known
   */
  at(point: Point, below: number): InkColour | null {
    const over: Layer[] = [];
    const band = this.#bands[this.#band(point[1])] ?? [];
    for (let at = band.length - 1; at >= 0; at -= 1) {
      const { index, paint } = band[at] as Placed;
      if (index >= below) continue;
      this.#left -= 1;
      if (this.#left < 0) return null;
      if (!holds(paint.box, point)) continue;
      this.#left -= costOf(paint);
      if (!covers(paint, point)) continue;
      over.push(paint);
      if (paint.keeps === 'nothing' && wholeOpacity(paint) === 1 && wholeBlend(paint) === 'Normal') break;
    }
    let ground: InkColour = paper;
    for (const paint of over.reverse()) {
      if (paint.colour?.type !== 'inks') return null;
      ground = put(ground, paint, paint.colour);
    }
    return ground;
  }
}

/** Modes that take light away, and lay ink on ink. */
const darkening = /^(?:Multiply|Darken|ColorBurn)$/;

/** A ground after a paint. */
export function put(ground: InkColour, paint: Paint, colour: InkColour): InkColour {
  return lay(ground, colour, paint.keeps, wholeOpacity(paint), darkening.test(wholeBlend(paint)));
}

/** A line that is thinner carries no text. */
const thinnest = 4;

const holds = ({ left, right, bottom, top }: Box, [x, y]: Point): boolean =>
  x >= left && x <= right && y >= bottom && y <= top;

/** Pieces of paths that have to be looked at for one place or one line. */
export function costOf(paint: Paint): number {
  let cost = paint.type === 'area' || paint.type === 'stroke' ? paint.path.segments.length : 1;
  for (let clip = paint.clip; clip !== null; clip = clip.within) cost += clip.path.segments.length;
  return cost;
}

function covers(paint: Layer, point: Point): boolean {
  if (!lets(paint.clip, point)) return false;
  switch (paint.type) {
    case 'area':
      return contains(paint.path, point);
    case 'stroke':
      return isNear(paint.path, point, paint.width / 2);
    case 'picture':
      return inUnitSquare(paint.matrix, point);
  }
}

export function lets(clip: Clip | null, point: Point): boolean {
  for (let each = clip; each !== null; each = each.within) if (!contains(each.path, point)) return false;
  return true;
}

function isNear(path: PaintPath, [x, y]: Point, distance: number): boolean {
  return polygonsOf(path).some((points) =>
    points.some((to, index) => {
      const from = points[index - 1];
      if (from === undefined) return false;
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      const length = dx * dx + dy * dy;
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / length));
      return Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy) <= distance;
    }),
  );
}

function inUnitSquare([a, b, c, d, e, f]: PaintedPicture['matrix'], [x, y]: Point): boolean {
  const area = a * d - b * c;
  if (area === 0) return false;
  const u = (d * (x - e) - c * (y - f)) / area;
  const v = (a * (y - f) - b * (x - e)) / area;
  return u >= 0 && u <= 1 && v >= 0 && v <= 1;
}
