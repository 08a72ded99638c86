/** Lying bars: for names that are long, for many of them, and for narrow columns. */
import type { Board } from './board.ts';
import { middle } from './canvas.ts';
import type { ChartGrid, GridValue } from './grid.ts';
import { drawKey } from './key.ts';
import { type Lettering, linesOf, widthOf } from './lettering.ts';
import { type Bar, plotBars } from './plot.ts';
import { drawNames, drawZero, frameOf, type RowLayout } from './row-frame.ts';
import { fill, textureOf } from './texture.ts';

/** Between a bar and its value, and between the value and the name of a series. */
const space = 6;

/**
 * Bars with their values at their ends. The series are named behind the values of the first row, or where that has no room
 * in a key. `parts` gives each row its own texture.
 */
export async function drawRows(grid: ChartGrid, board: Board, parts = false): Promise<void> {
  const { categories, series, values } = grid;
  const frame = frameOf(grid, board);
  board.canvas.rows(frame.step, categories.length);
  const room = board.width - frame.left;
  const named = series.length > 1 && namesFit(grid, frame, room, board);
  const { before, plot } = extentOf(grid, room, named, board);
  const layout = { categories: categories.length, series: series.length, upright: false, stacked: false };
  const size = { width: plot, height: frame.step * categories.length, gap: 1 - frame.bars / frame.step };
  const placed = await plotBars(values, { ...layout, ...size });
  const x = frame.left + before;
  const shift = frame.head - (frame.step - frame.bars) / 2;
  const bars = placed.bars.map((bar) => ({ ...bar, x: bar.x + x, y: bar.y + shift }));
  for (const bar of bars) fill(board.canvas, bar, textureOf(parts ? bar.category : bar.series, board));
  if (!frame.above || bars.some(({ value }) => value < 0)) drawZero(x + placed.zero, frame, categories.length, board);
  drawNames(frame, board);
  if (!isThin(grid, frame, board)) drawValues(bars, named ? series : [], frame, board);
  if (series.length > 1 && !named) drawKey(series, board);
}

/** Whether the bars of a row are too thin for values of their own at their ends. */
function isThin({ series }: ChartGrid, { bars }: RowLayout, { value }: Board): boolean {
  return series.length > 1 && bars / series.length < value.size;
}

/** Whether every series has a value in the first row, and room for its name behind it. */
function namesFit(grid: ChartGrid, frame: RowLayout, room: number, board: Board): boolean {
  const first = grid.values.filter(({ category, value }) => category === 0 && value >= 0);
  const wide = first.some((value) => behind(value, grid.series, board) > room * 0.55);
  return first.length === grid.series.length && !wide && !isThin(grid, frame, board);
}

/** What stands behind a bar: its value, and the name if it is one of those given. */
function behind({ text, category, series }: GridValue, names: readonly string[], board: Board): number {
  const name = category === 0 ? names[series] : undefined;
  return 1 + space + widthOf(text, board.value) + (name === undefined ? 0 : space + widthOf(name, board.value));
}

/** How long the longest bar may be so that all values, and the names in the first row, find room behind them. */
function extentOf(
  { series, values }: ChartGrid,
  room: number,
  named: boolean,
  board: Board,
): { before: number; plot: number } {
  const wide = (value: GridValue) => behind(value, named ? series : [], board);
  if (values.some(({ value }) => value < 0)) {
    const before = Math.min(Math.max(...values.map((value) => (value.value < 0 ? wide(value) : 0))), room * 0.3);
    const after = Math.max(...values.map((value) => (value.value < 0 ? 0 : wide(value))));
    return { before, plot: Math.max(room - before - after, room * 0.4) };
  }
  const most = room * 0.94;
  const highest = Math.max(...values.map(({ value }) => value));
  const plots = values.map((value) => (highest === 0 ? most : ((room - wide(value)) * highest) / value.value));
  return { before: 0, plot: Math.max(Math.min(most, ...plots), room * 0.4) };
}

/** Each at the end of its bar; where rows are thinner than type, as many as have room. */
function drawValues(bars: readonly Bar[], names: readonly string[], frame: RowLayout, board: Board): void {
  const { canvas, value, width } = board;
  const each = Math.ceil((value.size * 1.02) / frame.bars);
  for (const bar of bars) {
    if (bar.category % each !== 0) continue;
    const baseline = bar.y + bar.height / 2 + value.size * middle;
    const negative = bar.value < 0;
    const x = negative ? bar.x - space : bar.x + bar.width + space;
    const [text = ''] = linesOf(bar.text, value, negative ? x - frame.left : width - x, 1).lines;
    canvas.text(text, value, x, baseline, negative ? 'end' : 'start');
    const name = bar.category === 0 ? names[bar.series] : undefined;
    if (name === undefined) continue;
    const lettering: Lettering = { ...value, color: textureOf(bar.series, board).words };
    const start = x + widthOf(text, value) + space;
    canvas.lines(linesOf(name, lettering, width - start, 1).lines, lettering, start, baseline);
  }
}
