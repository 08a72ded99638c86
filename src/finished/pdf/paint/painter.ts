/** Puts what the operators paint into the list of paints. */
import { type Colour, isNothing } from './colour.ts';
import {
  type Box,
  boxAround,
  cornersOf,
  grow,
  intersect,
  isEmpty,
  isSane,
  type Matrix,
  mapBox,
  stretches,
  unitSquare,
} from './geometry.ts';
import { type PdfImage, sampleOf } from './images.ts';
import type { Paint } from './paint.ts';
import { boxOfPath, type PaintPath, polygonsOf } from './path.ts';
import { isOverprintLost, keptBy, type Pen, type State } from './state.ts';

/** Clips within clips whose form is kept; of further ones only the box counts. */
const deepest = 64;

export class Painter {
  readonly into: Paint[];
  constructor(into: Paint[]) {
    this.into = into;
  }

  add(paint: Paint): void {
    this.into.push(paint);
  }

  area(path: PaintPath, state: State): void {
    const box = this.#seen(boxOfPath(path), state.fill, state.fill.colour, state);
    if (box !== null) this.add({ type: 'area', path, colour: state.fill.colour, box, ...manner(state.fill, state) });
  }

  stroke(path: PaintPath, state: State): void {
    const pen = Math.abs(state.lineWidth);
    const [width, widest] = widthsOf(path, state.matrix).map((stretch) => stretch * pen) as [number, number];
    const { colour } = state.stroke;
    const box = this.#seen(grow(boxOfPath(path), widest / 2), state.stroke, colour, state);
    if (box === null) return;
    const scale = stretches(state.matrix)[1];
    const dash = state.dash.map((length) => length * scale);
    this.add({ type: 'stroke', path, colour, width, widest, dash, box, ...manner(state.stroke, state) });
  }

  picture(image: PdfImage, state: State): void {
    const { matrix } = state;
    const colour = image.isStencil ? state.fill.colour : null;
    const sample = colour ?? sampleOf(image);
    const box = this.#seen(mapBox(matrix, unitSquare), state.fill, sample, state);
    if (box === null) return;
    const own = manner(state.fill, state);
    // Its samples replace all of CMYK, whatever the overprint mode, or the inks that its space names (8.6.7).
    const keeps = image.isStencil ? own.keeps : keptBy({ ...state.fill, colour: sample }, 0);
    this.add({ type: 'picture', image, matrix, colour, box, ...own, keeps });
  }

  /** The state after a path has become a clip. */
  clip(path: PaintPath, state: State): State {
    const box = path.segments.length === 0 ? boxAround([]) : boxOfPath(path);
    const clipBox = intersect(state.clipBox, box);
    // A rectangle that cuts nothing off is no clip: producers put one around all they paint.
    const cutsNothing =
      isRectangle(path) &&
      cornersOf(clipBox).every((corner, index) => {
        const [x, y] = cornersOf(state.clipBox)[index] ?? corner;
        return Math.abs(corner[0] - x) < 0.01 && Math.abs(corner[1] - y) < 0.01;
      });
    const depth = (state.clip?.depth ?? 0) + 1;
    if (cutsNothing || depth > deepest) return { ...state, clipBox };
    return { ...state, clipBox, clip: { path, within: state.clip, depth } };
  }

  /** The box of what shows; null for what lies beside the sheet or its clip, is quite transparent or has no ink. */
  #seen(box: Box, { opacity }: Pen, colour: Colour, { clipBox }: State): Box | null {
    const seen = intersect(box, clipBox);
    return isEmpty(seen) || !isSane(box) || opacity === 0 || isNothing(colour) ? null : seen;
  }
}

function manner(pen: Pen, state: State) {
  const { clip, blend, mode, mask, group } = state;
  return {
    clip,
    mask,
    blend,
    group,
    opacity: pen.opacity,
    keeps: keptBy(pen, mode),
    isOverprintLost: isOverprintLost(pen, mode),
  };
}

/**
 * How wide a pen of width 1 is, where the path is drawn thinnest and at most. One that a matrix flattens is as thin as it is only
 * along the lines that run the long way of it.
 */
function widthsOf(path: PaintPath, matrix: Matrix): readonly [least: number, greatest: number] {
  const [least, greatest] = stretches(matrix);
  if (greatest - least < greatest / 100) return [least, greatest];
  const [a, b, c, d] = matrix;
  let thinnest = Number.POSITIVE_INFINITY;
  const isClosed = path.segments.at(-1)?.type === 'Z';
  for (const polygon of polygonsOf(path)) {
    for (const [index, [x, y]] of polygon.entries()) {
      const [fromX, fromY] = polygon.at(index > 0 || isClosed ? index - 1 : 0) ?? [x, y];
      const [across, up] = [x - fromX, y - fromY];
      const length = Math.hypot(across, up);
      if (length > 0) thinnest = Math.min(thinnest, Math.hypot(d * across - c * up, a * up - b * across) / length);
    }
  }
  return [Number.isFinite(thinnest) ? thinnest : least, greatest];
}

/** One rectangle along the axes of the page. */
export function isRectangle({ segments }: PaintPath): boolean {
  if (segments.length > 6) return false;
  const points = segments.flatMap((segment) => segment.points);
  const types = segments.map(({ type }) => type).join('');
  if (!/^MLLLL?Z?$/.test(types)) return false;
  const { left, right, bottom, top } = boxAround(points);
  const near = (a: number, b: number) => Math.abs(a - b) < 0.01;
  return points.every(([x, y]) => (near(x, left) || near(x, right)) && (near(y, bottom) || near(y, top)));
}
