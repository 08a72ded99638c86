/** Parts of a whole: one bar cut into them, or where they are many or room is short a bar for each. */
import type { Board } from './board.ts';
import { type ChartGrid, partsOf } from './grid.ts';
import { type NamedBar, nameAlong, namesFit } from './names-along.ts';
import { type Bar, plotBars } from './plot.ts';
import { drawRows } from './rows.ts';
import { drawStackedRows, parted } from './stacked-rows.ts';
import { fill, textureOf } from './texture.ts';

const thickness = 30;
const mostParts = 6;
/** Of bars that have their names at them anyway. */
const mostTextures = 4;
const narrow = 300;

/** The parts are the categories of the one series, or the series of the one category. */
export async function drawShare(grid: ChartGrid, board: Board): Promise<void> {
  if (grid.series.length > 1 && grid.categories.length > 1) return drawStackedRows(grid, board);
  const parts = grid.series.length === 1 ? partsOf(grid) : grid;
  const { values, series } = parts;
  const layout = { categories: 1, series: series.length, upright: false, stacked: true, gap: 0 };
  const { bars } = await plotBars(values, { ...layout, width: board.width, height: thickness });
  const named = bars.map((bar): NamedBar => partOf(bar, series, board));
  const whole = values.every(({ value }) => value >= 0) && values.some(({ value }) => value > 0);
  if (!whole || series.length > mostParts || board.width < narrow || !namesFit(named, board)) {
    return drawRows(partsOf(parts), board, series.length <= mostTextures);
  }
  for (const bar of bars) fill(board.canvas, parted(bar), textureOf(bar.series, board));
  nameAlong(named, 'below', board);
}

function partOf(bar: Bar, series: readonly string[], board: Board): NamedBar {
  return { bar, name: series[bar.series] ?? '', text: bar.text, texture: textureOf(bar.series, board) };
}
