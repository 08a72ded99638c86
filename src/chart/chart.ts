/**
 * Charts as SVG: plain shapes in colours of the theme, words as outlines in its fonts, so that browsers, Word and PDF draw
 * the same thing and nobody needs a font. What a chart says is said again by its alternative text and its table.
 */
import type { Chart, Lang } from '../model/document.ts';
import type { SvgMode } from '../theme/svg.ts';
import type { Theme } from '../theme/theme.ts';
import { type Board, boardOf } from './board.ts';
import { ChartCanvas, type Label } from './canvas.ts';
import { columnsFit, drawColumns } from './columns.ts';
import { drawGantt } from './gantt.ts';
import { gridOf } from './grid.ts';
import { drawLines } from './lines.ts';
import { drawRows } from './rows.ts';
import { drawShare } from './share.ts';
import { drawStackedRows } from './stacked-rows.ts';

export interface ChartOptions {
  /** In points; the height follows from what there is to draw, and fits a page. */
  readonly width: number;
  /** Of the words that charts add: months and today. */
  readonly lang: Lang;
  /** `light` if left out; `css` gives the custom properties of the theme's colours, for pages that may be dark. */
  readonly mode?: SvgMode;
}
export interface ChartDrawing {
  /** One `svg` element with `rect`, `path` and `g` only. */
  readonly svg: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** The words that were drawn, as they were set, and where. */
  readonly labels: readonly Label[];
}

/** Drawings of this process, for as long as their chart and theme are there: formats of one width share them. */
const drawn = new WeakMap<Chart, WeakMap<Theme, Map<string, Promise<ChartDrawing>>>>();

/** Same chart, same bytes; drawn once for a theme, width, language and mode. */
export function drawChart(chart: Chart, theme: Theme, options: ChartOptions): Promise<ChartDrawing> {
  const themes = drawn.get(chart) ?? new WeakMap<Theme, Map<string, Promise<ChartDrawing>>>();
  drawn.set(chart, themes);
  const drawings = themes.get(theme) ?? new Map<string, Promise<ChartDrawing>>();
  themes.set(theme, drawings);
  const { width, lang, mode = 'light' } = options;
  const key = `${width} ${lang} ${mode}`;
  const drawing = drawings.get(key) ?? drawAnew(chart, theme, { width, lang, mode });
  drawings.set(key, drawing);
  return drawing;
}

async function drawAnew(
  chart: Chart,
  theme: Theme,
  { width, lang, mode }: Required<ChartOptions>,
): Promise<ChartDrawing> {
  const canvas = new ChartCanvas(theme, mode);
  await draw(chart, boardOf(canvas, theme, chart.lang ?? lang, width));
  return canvas.finish(width);
}

async function draw({ kind, data }: Chart, board: Board): Promise<void> {
  const grid = gridOf(data);
  switch (kind) {
    case 'bar':
      return columnsFit(grid, false, board) ? drawColumns(grid, false, board) : drawRows(grid, board);
    case 'stacked':
      return columnsFit(grid, true, board) ? drawColumns(grid, true, board) : drawStackedRows(grid, board);
    case 'line':
      return drawLines(grid, board);
    case 'share':
      return drawShare(grid, board);
    case 'gantt':
      return drawGantt(data, board);
  }
}
