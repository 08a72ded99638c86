/** The colour of a paint at each dot: one for all, that of a gradient, of a mesh, or of a picture. */
import type { Colour, Corner, Course, TilingCell } from '../../finished/pdf/paint/colour.ts';
import type { Matrix } from '../../finished/pdf/paint/geometry.ts';
import type { Paint } from '../../finished/pdf/paint/paint.ts';
import { inverse } from '../../finished/pdf/paint/shading.ts';
import { type DotFrame, partOf } from './frame.ts';
import type { PictureGrid } from './grid.ts';
import type { InkAmounts } from './inks.ts';
import { fillPolygons } from './spans.ts';

export interface Dots {
  /** Null where it paints nothing. */
  at(column: number, row: number): Dot | null;
}

export interface Dot {
  readonly inks: InkAmounts;
  /** From 0 to 1, beside the paint's own opacity. */
  readonly alpha: number;
}

/** @param tiled draws the cell of a tiling */
export function coursePainter(
  paint: Paint,
  frame: DotFrame,
  inked: Inked,
  grid: PictureGrid | null,
  tiled: (cell: TilingCell) => Dots | null,
): Dots | null {
  if (paint.type === 'picture' && grid !== null) return pictureDots(paint.matrix, grid, paint.colour, frame, inked);
  const { colour } = paint;
  if (colour === null) return null;
  if (colour.type === 'mixed' && colour.course !== undefined) return courseDots(colour.course, frame, inked, tiled);
  if (colour.type === 'mixed' && colour.colours.length === 0) return null;
  const dot = { inks: inked(colour), alpha: 1 };
  return { at: () => dot };
}

/** Colours come again: those of a ramp and of a picture's table are the same objects. */
export type Inked = (colour: Colour) => InkAmounts;

function courseDots(
  course: Course,
  frame: DotFrame,
  inked: Inked,
  tiled: (cell: TilingCell) => Dots | null,
): Dots | null {
  if (course.type === 'tiling') return tiled(course.cell);
  if (course.type === 'mesh') return meshDots(course, frame, inked);
  const { box, scale } = frame;
  return {
    at: (column, row) => {
      const colour = course.at(box.left + (column + 0.5) / scale, box.top - (row + 0.5) / scale);
      return colour === null ? null : { inks: inked(colour), alpha: 1 };
    },
  };
}

/** Triangles are drawn once, each over those before it. */
function meshDots({ triangles, colour }: Extract<Course, { type: 'mesh' }>, frame: DotFrame, inked: Inked): Dots {
  const { box, scale, width } = frame;
  const found = new Map<number, Dot>();
  for (const triangle of triangles) {
    const [a, b, c] = triangle;
    const around = {
      left: Math.min(a.x, b.x, c.x),
      right: Math.max(a.x, b.x, c.x),
      bottom: Math.min(a.y, b.y, c.y),
      top: Math.max(a.y, b.y, c.y),
    };
    const corners = [a, b, c].map(({ x, y }) => [x, y] as const);
    fillPolygons([corners], false, frame, partOf(around, frame), (row, from, to) => {
      for (let column = from; column < to; column += 1) {
        const parts = mixed(triangle, box.left + (column + 0.5) / scale, box.top - (row + 0.5) / scale);
        found.set(row * width + column, { inks: inked(colour(parts)), alpha: 1 });
      }
    });
  }
  return { at: (column, row) => found.get(row * width + column) ?? null };
}

function mixed([a, b, c]: readonly [Corner, Corner, Corner], x: number, y: number): readonly number[] {
  const area = (b.y - c.y) * (a.x - c.x) + (c.x - b.x) * (a.y - c.y);
  const first = area === 0 ? 1 : ((b.y - c.y) * (x - c.x) + (c.x - b.x) * (y - c.y)) / area;
  const second = area === 0 ? 0 : ((c.y - a.y) * (x - c.x) + (a.x - c.x) * (y - c.y)) / area;
  return a.parts.map(
    (part, index) => first * part + second * (b.parts[index] ?? 0) + (1 - first - second) * (c.parts[index] ?? 0),
  );
}

function pictureDots(
  matrix: Matrix,
  grid: PictureGrid,
  stencil: Colour | null,
  frame: DotFrame,
  inked: Inked,
): Dots | null {
  const back = inverse(matrix);
  if (back === null) return null;
  const [a, b, c, d, e, f] = back;
  const { box, scale } = frame;
  const own = stencil && inked(stencil);
  // Cells of the grid that a dot is as wide and as high as: so many are looked at.
  const taps = (length: number, cells: number) => Math.min(4, Math.max(1, Math.ceil((length * cells) / scale)));
  const [across, down] = [taps(Math.hypot(a, c), grid.width), taps(Math.hypot(b, d), grid.height)];
  const cellAt = (x: number, y: number): number => {
    const column = Math.min(grid.width - 1, Math.max(0, Math.floor((a * x + c * y + e) * grid.width)));
    const row = Math.min(grid.height - 1, Math.max(0, Math.floor((1 - (b * x + d * y + f)) * grid.height)));
    return row * grid.width + column;
  };
  const dotOf = (cell: number): Dot | null => {
    const colour = grid.cells[cell];
    if (colour === undefined) return null;
    if (own === null) return { inks: inked(colour), alpha: grid.alpha?.[cell] ?? 1 };
    // A stencil paints where its samples are marked, in the colour of the time.
    return { inks: own, alpha: colour.type === 'inks' ? colour.cmyk[3] / 100 : 1 };
  };
  const taken = Math.max(across, down);
  return {
    at: (column, row) => {
      const [left, top] = [box.left + column / scale, box.top - row / scale];
      if (taken === 1) return dotOf(cellAt(left + 0.5 / scale, top - 0.5 / scale));
      const dots: Dot[] = [];
      for (let tap = 0; tap < taken * taken; tap += 1) {
        const [u, v] = [(tap % taken) + 0.5, Math.floor(tap / taken) + 0.5];
        const dot = dotOf(cellAt(left + u / taken / scale, top - v / taken / scale));
        if (dot !== null) dots.push(dot);
      }
      return averaged(dots);
    },
  };
}

/** InkAmounts count by how much of them is seen. */
function averaged(dots: readonly Dot[]): Dot | null {
  const [first] = dots;
  if (first === undefined || dots.every(({ inks, alpha }) => inks === first.inks && alpha === first.alpha))
    return first ?? null;
  const alpha = dots.reduce((sum, dot) => sum + dot.alpha, 0);
  const inks = new Float32Array(Math.max(...dots.map((dot) => dot.inks.length)));
  if (alpha === 0) return { inks, alpha };
  for (const dot of dots) {
    for (const [plate, ink] of dot.inks.entries()) inks[plate] = (inks[plate] ?? 0) + (ink * dot.alpha) / alpha;
  }
  return { inks, alpha: alpha / dots.length };
}
