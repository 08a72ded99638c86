/** Lying stacks, for the same cases as lying bars. */
import type { Board } from './board.ts';
import { middle } from './canvas.ts';
import type { ChartGrid } from './grid.ts';
import { drawInside } from './inside.ts';
import { drawKey } from './key.ts';
import { widthOf } from './lettering.ts';
import { nameAlong, namesFit } from './names-along.ts';
import { type Bar, plotBars } from './plot.ts';
import { drawNames, drawZero, frameOfStacks } from './row-frame.ts';
import { fill, textureOf } from './texture.ts';

/** Between a stack and what stands behind it. */
const space = 12;

/** Lying stacks; the series are named above the parts of the first, if those are long enough. */
export async function drawStackedRows(grid: ChartGrid, board: Board): Promise<void> {
  const { categories, series, values } = grid;
  const frame = frameOfStacks(grid, board);
  board.canvas.rows(frame.step, categories.length);
  const layout = { categories: categories.length, series: series.length, upright: false, stacked: true };
  const size = { width: board.width - frame.left, height: frame.step * categories.length };
  const { bars, zero } = await plotBars(values, { ...layout, ...size, gap: 1 - frame.bars / frame.step });
  const shift = frame.head - (frame.step - frame.bars) / 2;
  const placed = bars.map((bar) => ({ ...bar, x: bar.x + frame.left, y: bar.y + shift }));
  for (const bar of placed) fill(board.canvas, parted(bar), textureOf(bar.series, board));
  for (let row = 0; row < categories.length; row++) {
    drawBehind(
      placed.filter((bar) => bar.category === row && !drawInside(bar, board) && bar.width > 0),
      Math.max(...placed.filter(({ category }) => category === row).map(({ x, width }) => x + width)),
      board,
    );
  }
  drawZero(frame.left + zero, frame, categories.length, board);
  drawNames(frame, board);
  if (series.length < 2) return;
  const named = placed
    .filter(({ category }) => category === 0)
    .map((bar) => ({ bar, name: series[bar.series] ?? '', text: null, texture: textureOf(bar.series, board) }));
  const length = named.reduce((sum, { bar }) => sum + bar.width, 0);
  if (!frame.above && named.length === series.length && length > size.width / 4 && namesFit(named, board))
    nameAlong(named, 'above', board);
  else drawKey(series, board);
}

/** Values of parts too short for them, behind the stack and each with a piece of its part; no more than there is room for. */
function drawBehind(bars: readonly Bar[], end: number, board: Board): void {
  const { canvas, value, width } = board;
  const size = 7;
  let x = end + space;
  for (const bar of bars) {
    const y = bar.y + bar.height / 2;
    const after = x + size + 3 + widthOf(bar.text, value);
    if (after > width) return;
    fill(canvas, { x, y: y - size / 2, width: size, height: size }, textureOf(bar.series, board));
    canvas.text(bar.text, value, x + size + 3, y + value.size * middle);
    x = after + space;
  }
}

/** A hair of paper between the parts of a stack. */
export function parted(bar: Bar): Bar {
  return bar.width > 3 ? { ...bar, width: bar.width - 0.9 } : bar;
}
