/** Rows with their names, above their bars or in a column before them. */
import type { Board } from './board.ts';
import { middle } from './canvas.ts';
import type { ChartGrid } from './grid.ts';
import { type Lettering, linesOf, widest } from './lettering.ts';

/** Where the name of a row stands, and how its room is shared. */
export interface RowLayout {
  readonly names: readonly (readonly string[])[];
  readonly lettering: Lettering;
  readonly above: boolean;
  /** Where the bars may begin. */
  readonly left: number;
  /** From one row to the next, and what of it the bars take. */
  readonly step: number;
  readonly bars: number;
  /** From the top of a row to its bars. */
  readonly head: number;
}

export function frameOf(grid: ChartGrid, board: Board): RowLayout {
  const { categories, series } = grid;
  const long = widest(categories, board.name) > board.width * 0.3;
  const thickness = series.length === 1 ? 13 : 11;
  if (board.large) {
    const before = frameBefore(grid, board, thickness);
    return categories.length <= 3 || !isWhole(categories, before) ? frameAbove(grid, board) : before;
  }
  const above = categories.length <= 3 || (long && categories.length * series.length <= 12);
  return above ? frameAbove(grid, board) : frameBefore(grid, board, thickness);
}

/** Whether no name is cut, nor so high that its bars are far apart. */
function isWhole(categories: readonly string[], { names }: Pick<RowLayout, 'names'>): boolean {
  return names.every((lines, row) => lines.length <= 3 && lines.join(' ') === categories[row]);
}

/** Names above their bars. */
function frameAbove({ categories, series }: ChartGrid, board: Board): RowLayout {
  const lettering = board.name;
  const most = mostLines(4, board);
  const names = categories.map((name) => linesOf(name, lettering, board.width, most).lines);
  const head = Math.max(1, ...names.map((lines) => lines.length)) * lettering.leading + 2;
  const bars = series.length === 1 ? 17 : series.length * 13.5;
  return { names, lettering, above: true, left: 0, step: head + bars + 10, bars, head };
}

/** Of a name, where all but large print has so many at most. */
export function mostLines(usual: number, { large }: Pick<Board, 'large'>): number {
  return large ? Number.POSITIVE_INFINITY : usual;
}

/** In front of stacks; in large print above them where they would be cut. */
export function frameOfStacks(grid: ChartGrid, board: Board): RowLayout {
  const one = { ...grid, series: [''] };
  const before = frameBefore(one, board, 18);
  return board.large && !isWhole(grid.categories, before) ? frameAbove(one, board) : before;
}

/** Names in a column before the bars; rows as near to one another as a page asks. */
function frameBefore({ categories, series }: ChartGrid, board: Board, thickness: number): RowLayout {
  const dense = categories.length > 12;
  const lettering = dense ? { ...board.tick, color: board.name.color } : board.name;
  const column = Math.min(widest(categories, lettering), board.width * 0.4);
  const whole = categories.map((name) => linesOf(name, lettering, column, mostLines(3, board)).lines);
  const tallest = Math.max(1, ...whole.map((lines) => lines.length)) * lettering.leading;
  const needed = Math.max(tallest, series.length * thickness) + (dense ? 4 : 8);
  const step = board.large ? needed : Math.min(needed, board.height / categories.length);
  const most = Math.max(1, Math.floor(step / lettering.leading));
  const names =
    most >= 3 || board.large ? whole : categories.map((name) => linesOf(name, lettering, column, most).lines);
  const bars = Math.min(series.length * thickness, step * 0.8);
  return { names, lettering, above: false, left: column + 10, step, bars, head: (step - bars) / 2 };
}

/** The line at 0, down through all rows; where names are above the bars, along the bars alone, or it would strike the names. */
export function drawZero(
  x: number,
  { above, step, head, bars }: RowLayout,
  rows: number,
  { canvas, axis }: Board,
): void {
  if (!above) canvas.rule(x, 0, x, step * rows, axis);
  else for (let row = 0; row < rows; row += 1) canvas.rule(x, row * step + head, x, row * step + head + bars, axis);
}

/** As many as have room, at even distances. */
export function drawNames(frame: RowLayout, { canvas }: Board): void {
  const { names, lettering, above, step, left } = frame;
  const each = Math.ceil((lettering.leading * 0.9) / step);
  names.forEach((lines, row) => {
    if (row % each !== 0) return;
    if (above) {
      canvas.lines(lines, lettering, left, row * step + frame.head - 5 - (lines.length - 1) * lettering.leading);
      return;
    }
    const middleLine = (row + 0.5) * step - ((lines.length - 1) * lettering.leading) / 2;
    canvas.lines(lines, lettering, 0, middleLine + lettering.size * middle);
  });
}
