/** Charts whose table stands under them, a column under each category: the room and the signs that the table needs. */
import type { ChartKind } from '../model/chart.ts';
import type { Chart } from '../model/document.ts';
import type { SvgMode } from '../theme/svg.ts';
import type { Theme } from '../theme/theme.ts';
import { ChartCanvas } from './canvas.ts';
import { letteringOf, widest } from './lettering.ts';
import { drawStroke, strokeOf } from './lines.ts';
import { fill, textureOf } from './texture.ts';

/** The sign of a series before its name: what its bars or its line look like. Points. */
export interface Swatch {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** So much of the chart's width the heads of rows have at the least and at the most. */
const least = 0.1;
const most = 0.26;
/** The sign, and the distances beside it and beside the words. */
const besideWords = 26;

/** The room at the left of a chart for the heads of its table's rows, in points. */
export function headingRoom({ data }: Chart, theme: Theme, width: number): number {
  const names = data.series.map(({ name }) => name);
  const needed = widest(names, letteringOf(theme, 'table', { weight: 600 })) + besideWords;
  return Math.min(Math.max(needed, least * width), most * width);
}

export function swatchOf(kind: ChartKind, series: number, theme: Theme, mode: SvgMode): Swatch {
  const canvas = new ChartCanvas(theme, mode);
  if (kind === 'line') {
    const spot = { series, category: 0, value: 0, text: '', at: [7, 4.5] as const };
    canvas.rule(0, 4.5, 14, 4.5, { stroke: strokeOf(series, theme).color, strokeWidth: 1.8 });
    drawStroke([spot], strokeOf(series, theme), { canvas, ...theme });
    return canvas.finish(14);
  }
  fill(canvas, { x: 0, y: 0, width: 9, height: 9 }, textureOf(series, theme));
  return canvas.finish(9);
}
