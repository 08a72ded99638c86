/** Lines over time: each with markers of its own shape and its name at its end. */
import type { Point } from '../matrix.ts';
import type { Theme } from '../theme/theme.ts';
import type { Board } from './board.ts';
import { type ChartBox, type ChartPaint, circle, middle, n, textBox } from './canvas.ts';
import type { ChartGrid } from './grid.ts';
import { linesOf, widest, widthOf } from './lettering.ts';
import { type PlottedValue, plotSpots } from './plot.ts';
import { mostLines } from './row-frame.ts';
import { spread } from './spread.ts';

type Stroke = Theme['looks']['chart']['traces'][number];

const usualHeight = 130;

function plotHeightOf({ plot }: Board): number {
  return usualHeight * plot;
}

/** Draws them, and says how high their plot is. */
export async function drawLines(grid: ChartGrid, board: Board): Promise<number> {
  const { categories, series, values } = grid;
  const plotHeight = plotHeightOf(board);
  const names =
    series.length < 2 || board.headed
      ? 0
      : Math.min(board.width * (board.large ? 0.4 : 0.28), widest(series, board.series(board.roles.text)));
  const width = board.width - (names === 0 ? 0 : names + 14);
  const { spots, zero } = await plotSpots(values, { categories: categories.length, width, height: plotHeight });
  board.canvas.rule(0, zero, width, zero, board.axis);
  const lines = series.map((_, index) => spots.filter((spot) => spot.series === index));
  lines.forEach((line, index) => {
    drawStroke(line, strokeOf(index, board), board);
  });
  drawValues(lines, zero, width, board);
  const negative = spots.some(({ value }) => value < 0);
  if (!board.headed) drawTicks(categories, width, negative, board);
  if (series.length > 1 && !board.headed) drawNames(series, lines, names, board);
  return plotHeight;
}

export function strokeOf(series: number, { looks }: Pick<Board, 'looks'>): Stroke {
  const { traces } = looks.chart;
  const stroke = traces[series % traces.length];
  if (stroke === undefined) throw new Error(`no stroke for series ${series}`);
  return stroke;
}

/** A line stops where a value is missing. */
export function drawStroke(
  line: readonly PlottedValue[],
  stroke: Stroke,
  { canvas, roles }: Pick<Board, 'canvas' | 'roles'>,
): void {
  const { color, shape, filled, dash } = stroke;
  const paint: ChartPaint = { stroke: color, strokeWidth: 1.8, ...(dash === null ? {} : { dash }) };
  for (const run of runsOf(line))
    if (run.length > 1)
      canvas.line(
        run.map(({ at }) => at),
        paint,
      );
  for (const { at } of line) {
    const inner: ChartPaint = filled ? { fill: color } : { fill: roles.page, stroke: color, strokeWidth: 1.5 };
    canvas.path(shapes[shape](at, filled ? 3.3 : 2.8), inner, [at[1] - 4, at[1] + 4]);
  }
}

function runsOf(line: readonly PlottedValue[]): readonly (readonly PlottedValue[])[] {
  const runs: PlottedValue[][] = [];
  for (const spot of line) {
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1)?.category === spot.category - 1) last.push(spot);
    else runs.push([spot]);
  }
  return runs;
}

const shapes = {
  circle,
  square: ([x, y]: Point, r: number) =>
    polygon([
      [x - r, y - r],
      [x + r, y - r],
      [x + r, y + r],
      [x - r, y + r],
    ]),
  triangle: ([x, y]: Point, r: number) =>
    polygon([
      [x, y - 1.3 * r],
      [x + 1.2 * r, y + 0.9 * r],
      [x - 1.2 * r, y + 0.9 * r],
    ]),
  diamond: ([x, y]: Point, r: number) =>
    polygon([
      [x, y - 1.35 * r],
      [x + 1.35 * r, y],
      [x, y + 1.35 * r],
      [x - 1.35 * r, y],
    ]),
};

function polygon(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}z`;
}

// ---- words --------------------------------------------------------------------------------------------------

/** How far a value may stand aside so that it stays inside the plot. */
const aside = 10;

/** Each value above its point, or below it, where nothing is in its way; the ends of lines come first. */
function drawValues(lines: readonly (readonly PlottedValue[])[], zero: number, width: number, board: Board): void {
  const { canvas, value } = board;
  const plotHeight = plotHeightOf(board);
  const taken: ChartBox[] = lines.flat().map(({ at: [x, y] }) => ({ x: x - 4, y: y - 4, width: 8, height: 8 }));
  // The axis, and the names under it.
  taken.push({ x: 0, y: zero - 0.5, width, height: zero < plotHeight ? 1 : 3 * value.leading });
  const runs = lines.flatMap(runsOf);
  const ends = lines.flatMap((line) => [line.at(-1), line[0]]).filter((spot) => spot !== undefined);
  for (const spot of new Set([...ends, ...lines.flat()])) {
    const [at, y] = spot.at;
    const half = widthOf(spot.text, value) / 2;
    const x = Math.min(Math.max(at, half), width - half);
    if (Math.abs(x - at) > aside || half > width / 2) continue;
    const free = [y - 7, y + 7 + value.size * 0.72].find((baseline) => {
      const box = textBox(spot.text, value, x, baseline, 'center');
      return !taken.some((other) => overlap(box, other)) && !runs.some((run) => crosses(box, run));
    });
    if (free === undefined) continue;
    canvas.text(spot.text, value, x, free, 'center');
    const box = textBox(spot.text, value, x, free, 'center');
    taken.push({ ...box, x: box.x - 2, width: box.width + 4 });
  }
}

function overlap(a: ChartBox, b: ChartBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a line, which goes from left to right, runs through a box. */
function crosses({ x, y, width, height }: ChartBox, run: readonly PlottedValue[]): boolean {
  return run.some(({ at: [x0, y0] }, index) => {
    const next = run[index + 1];
    if (next === undefined || next.at[0] <= x || x0 >= x + width) return false;
    const [x1, y1] = next.at;
    const heightAt = (at: number) => y0 + ((y1 - y0) * (Math.min(Math.max(at, x0), x1) - x0)) / (x1 - x0);
    const [a, b] = [heightAt(x), heightAt(x + width)];
    return Math.min(a, b) < y + height && Math.max(a, b) > y;
  });
}

/** As many names under the axis as have room, at even distances. */
function drawTicks(categories: readonly string[], width: number, negative: boolean, board: Board): void {
  const { canvas, tick, value } = board;
  const step = width / categories.length;
  const wide = Math.min(board.large ? board.width / 2 : 96, widest(categories, tick));
  const single = wide <= step - 6;
  const longest = widest(
    categories.flatMap((name) => name.split(' ')),
    tick,
  );
  const each = single || longest <= step - 6 ? 1 : Math.ceil((wide + 8) / step);
  const baseline = plotHeightOf(board) + (negative ? value.size + 8 : 0) + 8 + tick.size * 0.8;
  let taken = Number.NEGATIVE_INFINITY;
  categories.forEach((name, index) => {
    if (index % each !== 0) return;
    const { lines } = linesOf(name, tick, Math.max(step * each, 40) - 6, mostLines(2, board));
    const half = widest(lines, tick) / 2;
    const x = Math.min(Math.max((index + 0.5) * step, half), Math.max(half, board.width - half));
    if (x - half < taken) return;
    canvas.lines(lines, tick, x, baseline, 'center');
    taken = x + half + 5;
  });
}

/** At the ends of the lines, moved apart where these meet. */
function drawNames(
  series: readonly string[],
  lines: readonly (readonly PlottedValue[])[],
  room: number,
  board: Board,
): void {
  const start = board.width - room;
  const plotHeight = plotHeightOf(board);
  const named = series
    .map((name, index) => {
      const lettering = board.series(strokeOf(index, board).color);
      const end = lines[index]?.at(-1)?.at ?? ([0, plotHeight] as const);
      return {
        lettering,
        end,
        words: linesOf(name, lettering, room, mostLines(2, board)).lines,
        shown: lines[index]?.length !== 0,
      };
    })
    .filter(({ shown }) => shown)
    .sort((a, b) => a.end[1] - b.end[1]);
  const sizes = named.map(({ words, lettering }) => words.length * lettering.leading);
  const wishes = named.map(({ end }, index) => ({ at: end[1], size: sizes[index] ?? 0 }));
  const middles = spread(wishes, Number.NEGATIVE_INFINITY, plotHeight + 6);
  named.forEach(({ words, lettering, end }, index) => {
    const y = middles[index] ?? end[1];
    board.canvas.line(
      [
        [end[0] + 6, end[1]],
        [start - 10, y],
        [start - 5, y],
      ],
      board.leader,
    );
    const first = y - ((words.length - 1) * lettering.leading) / 2;
    board.canvas.lines(words, lettering, start, first + lettering.size * middle);
  });
}
