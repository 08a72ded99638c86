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
import { beforeEnlargement, enlargement } from './enlarged.ts';
import { drawGantt } from './gantt.ts';
import { gridOf } from './grid.ts';
import { headingRoom, type Swatch, swatchOf } from './headed.ts';
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
  /** How high the plot of upright bars and of lines is, as a part of the usual (0 to 1); words stay as large. */
  readonly plot?: number;
  /** Whether its table stands under it, a column under each category: then it names neither these nor the series. */
  readonly headed?: boolean;
  /** In large print, where nothing is made smaller: the most that it may be high, in points, or it is parted. */
  readonly most?: number;
}
export interface ChartDrawing {
  /** One `svg` element with `rect`, `path` and `g` only. */
  readonly svg: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** The words that were drawn, as they were set, and where. */
  readonly labels: readonly Label[];
  /** How high its plot is, in points: what `plot` changes; 0 for what is no upright bars and no lines. */
  readonly plot: number;
  /** Of one that is headed: the room at its left for the heads of the table's rows, and the sign of each series. */
  readonly left: number;
  readonly swatches: readonly Swatch[];
  /** It again, in as many pieces as a page needs, one under the other. */
  readonly parts: readonly ChartPart[];
}
export interface ChartPart {
  readonly svg: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** Drawings of this process, for as long as their chart and theme are there: formats of one width share them. */
const drawn = new WeakMap<Chart, WeakMap<Theme, Map<string, Promise<ChartDrawing>>>>();

/** Same chart, same bytes; drawn once for a theme, width, language and mode. */
export function drawChart(chart: Chart, theme: Theme, options: ChartOptions): Promise<ChartDrawing> {
  const themes = drawn.get(chart) ?? new WeakMap<Theme, Map<string, Promise<ChartDrawing>>>();
  drawn.set(chart, themes);
  const drawings = themes.get(theme) ?? new Map<string, Promise<ChartDrawing>>();
  themes.set(theme, drawings);
  const { width, lang, mode = 'light', plot = 1, headed = false, most = Number.POSITIVE_INFINITY } = options;
  const key = `${width} ${lang} ${mode} ${plot} ${headed} ${most}`;
  const drawing = drawings.get(key) ?? drawAnew(chart, theme, { width, lang, mode, plot, headed, most });
  drawings.set(key, drawing);
  return drawing;
}

async function drawAnew(
  chart: Chart,
  theme: Theme,
  { width: whole, lang, mode, plot, headed, most }: Required<ChartOptions>,
): Promise<ChartDrawing> {
  if (theme.large !== null) return enlarged(chart, theme, { width: whole, lang, mode, plot, headed: false, most });
  const canvas = new ChartCanvas(theme, mode);
  const left = headed ? headingRoom(chart, theme, whole) : 0;
  const width = whole - left;
  const height = await draw(chart, boardOf(canvas, theme, { lang: chart.lang ?? lang, width, plot, headed }));
  const swatches = headed ? chart.data.series.map((_, index) => swatchOf(chart.kind, index, theme, mode)) : [];
  const drawing = canvas.finish(width);
  return { ...drawing, plot: height, left, swatches, parts: [drawing] };
}

/** In large print: drawn smaller, with all else than its words, and shown larger. */
async function enlarged(
  chart: Chart,
  theme: Theme,
  { width, lang, mode, plot, most }: Required<ChartOptions>,
): Promise<ChartDrawing> {
  const drawn = beforeEnlargement(theme);
  const canvas = new ChartCanvas(drawn, mode);
  const inner = width / enlargement;
  const board = boardOf(canvas, drawn, { lang: chart.lang ?? lang, width: inner, plot, headed: false });
  const height = await draw(chart, { ...board, large: true });
  const { svg, height: high, labels } = canvas.finish(inner, enlargement);
  const grown = labels.map(({ text, x, y, width: wide, height: tall }) => ({
    ...{ text, x: x * enlargement, y: y * enlargement },
    ...{ width: wide * enlargement, height: tall * enlargement },
  }));
  const parts = canvas.parts(inner, enlargement, most).map((part) => ({
    ...{ svg: part.svg, width: part.width * enlargement, height: part.height * enlargement },
  }));
  return {
    ...{ svg, width, height: high * enlargement, labels: grown },
    ...{ plot: height * enlargement, left: 0, swatches: [], parts },
  };
}

/** Draws a chart and says how high its plot is: 0 for one whose height follows from its rows. */
async function draw({ kind, data }: Chart, board: Board): Promise<number> {
  const grid = gridOf(data);
  switch (kind) {
    case 'bar':
      if (!board.large && columnsFit(grid, false, board)) return drawColumns(grid, false, board);
      await drawRows(grid, board);
      return 0;
    case 'stacked':
      if (!board.large && columnsFit(grid, true, board)) return drawColumns(grid, true, board);
      await drawStackedRows(grid, board);
      return 0;
    case 'line':
      return drawLines(grid, board);
    case 'share':
      await drawShare(grid, board);
      return 0;
    case 'gantt':
      await drawGantt(data, board);
      return 0;
  }
}
