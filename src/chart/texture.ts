/** How series are told apart without colour: each has its own pattern, drawn as plain shapes cut to the bar. */
import type { Theme } from '../theme/theme.ts';
import { type ChartBox, type ChartCanvas, circle, n } from './canvas.ts';

export type Texture = Theme['looks']['chart']['series'][number];
type Pattern = NonNullable<Texture['pattern']>;

/** The texture of a series; after the last they come again, told apart by their labels. */
export function textureOf(series: number, { looks }: Pick<Theme, 'looks'>): Texture {
  const textures = looks.chart.series;
  const texture = textures[series % textures.length];
  if (texture === undefined) throw new Error(`no texture for series ${series}`);
  return texture;
}

const outlineWidth = 1;
/** What has a value is seen, and no press loses it: 1 beside 45,000 would be a line of nothing. */
const leastSize = 0.75;

/** Fills a box; its outline stays inside it, so that a bar is as long as its value. */
export function fill(canvas: ChartCanvas, box: ChartBox, texture: Texture): void {
  if (box.width <= 0 || box.height <= 0) return;
  const seen = inset(box, Math.min(0, (box.width - leastSize) / 2), Math.min(0, (box.height - leastSize) / 2));
  const { ground, outline, pattern, ink } = texture;
  // Of a box that is all outline nothing else is seen.
  if (outline === null || Math.min(seen.width, seen.height) <= 2 * outlineWidth) {
    canvas.rect(seen, { fill: outline ?? ground });
    return;
  }
  const frame = inset(seen, outlineWidth / 2);
  canvas.rect(frame, { fill: ground });
  const d = pattern === null ? '' : patterns[pattern](inset(seen, outlineWidth));
  if (d !== '') canvas.path(d, { fill: ink }, [seen.y, seen.y + seen.height]);
  canvas.rect(frame, { stroke: outline, strokeWidth: outlineWidth });
}

function inset({ x, y, width, height }: ChartBox, by: number, down = by): ChartBox {
  return { x: x + by, y: y + down, width: width - 2 * by, height: height - 2 * down };
}

/** From one stripe to the next, and the width of a stripe, along an edge. */
const pitch = 6.1;
const stripe = 2.9;
const spot = { pitch: 5, r: 1.2 };

const patterns: Readonly<Record<Pattern, (box: ChartBox) => string>> = {
  rising: (box) => stripes(box, (x) => x),
  falling: (box) => stripes(box, (x) => 2 * box.x + box.width - x),
  lattice: (box) => stripes(box, (x) => x, 1.2) + stripes(box, (x) => 2 * box.x + box.width - x, 1.2),
  bands: ({ x, y, width, height }) =>
    steps(pitch - stripe, height, pitch)
      .map((from) => `M${n(x)} ${n(y + from)}h${n(width)}v${n(Math.min(stripe, height - from))}h${n(-width)}z`)
      .join(''),
  dots: ({ x, y, width, height }) => {
    const columns = spots(width);
    const rows = spots(height);
    return rows
      .flatMap((row, i) => columns.filter((_, j) => (i + j) % 2 === 0).map((at) => circle([x + at, y + row], spot.r)))
      .join('');
  },
};

/**
 * Stripes at 45°, cut to the box: all points between two lines x + y = c. They start at the lower left corner, so that
 * bars beside one another look alike.
 */
function stripes({ x, y, width, height }: ChartBox, turn: (x: number) => number, thickness = stripe): string {
  const [right, bottom] = [x + width, y + height];
  const low = ([c]: readonly [number]) => [Math.max(x, c - bottom), Math.min(bottom, c - x)] as const;
  const high = ([c]: readonly [number]) => [Math.min(right, c - y), Math.max(y, c - right)] as const;
  const first = x + bottom - Math.ceil(height / pitch) * pitch;
  return steps(first, right + bottom, pitch)
    .map((from) => [Math.max(from, x + y), Math.min(from + thickness, right + bottom)] as const)
    .filter(([from, to]) => to > from)
    .map(([from, to]) => {
      const lower = x + bottom > from && x + bottom < to ? [[x, bottom] as const] : [];
      const upper = right + y > from && right + y < to ? [[right, y] as const] : [];
      const corners = [low([from]), ...lower, low([to]), high([to]), ...upper, high([from])];
      return `M${corners.map(([cx, cy]) => `${n(turn(cx))} ${n(cy)}`).join('L')}z`;
    })
    .join('');
}

function steps(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, index) => from + index * step);
}

/** Middles of whole dots along an edge, at half the pitch because rows alternate; the rest is shared by both ends. */
function spots(length: number): readonly number[] {
  const room = length - 2 * spot.r - 1;
  if (room < 0) return [];
  const gaps = Math.floor(room / (spot.pitch / 2));
  const start = (length - gaps * (spot.pitch / 2)) / 2;
  return Array.from({ length: gaps + 1 }, (_, index) => start + (index * spot.pitch) / 2);
}
