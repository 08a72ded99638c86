/** What every kind of chart is drawn with. */
import type { Lang } from '../model/document.ts';
import { contrast } from '../theme/contrast.ts';
import { textArea } from '../theme/page-size.ts';
import { type ColorName, colorOf, type Theme } from '../theme/theme.ts';
import type { ChartCanvas, ChartPaint } from './canvas.ts';
import { type Lettering, letteringOf } from './lettering.ts';

export interface Board {
  readonly canvas: ChartCanvas;
  readonly width: number;
  /** The most that the drawing may be high. */
  readonly height: number;
  readonly lang: Lang;
  /** How high the plot of upright bars and of lines is, as a part of the usual. */
  readonly plot: number;
  /** Whether a table under it names the categories and the series: then it has neither. */
  readonly headed: boolean;
  /** Large print: bars lie even where they could stand, no word is cut, and a drawing is as high as it becomes. */
  readonly large: boolean;
  readonly looks: Theme['looks'];
  readonly roles: Theme['roles'];
  /** Of axes, and of the lines that lead from a name to what it names. */
  readonly axis: ChartPaint;
  readonly leader: ChartPaint;
  /** Values at what they measure. */
  readonly value: Lettering;
  /** Under an axis. */
  readonly tick: Lettering;
  /** Names in front of and above rows. */
  readonly name: Lettering;
  /** Whether words in one colour can be read on another, in light pages and in dark ones (WCAG 2.2, 1.4.3). */
  readable(words: ColorName, ground: ColorName): boolean;
  /** Names of series, in the colour of theirs. */
  series(color: ColorName): Lettering;
}

/** Room on a page for the caption, the lines under it and the source. */
const captions = 100;

export function boardOf(
  canvas: ChartCanvas,
  theme: Theme,
  { lang, width, plot, headed }: Pick<Board, 'lang' | 'width' | 'plot' | 'headed'>,
): Board {
  const { page, looks, roles } = theme;
  const { axis } = looks.chart;
  const line: ChartPaint = { stroke: axis.color, strokeWidth: axis.width.page };
  return {
    canvas,
    width,
    height: textArea(page).height - captions,
    lang,
    ...{ plot, headed, large: false },
    ...{ looks, roles, axis: line, leader: line },
    value: letteringOf(theme, 'caption', { weight: 600, color: roles.text }),
    tick: letteringOf(theme, 'caption'),
    name: letteringOf(theme, 'small'),
    readable: (words, ground) =>
      (['light', 'dark'] as const).every(
        (mode) => contrast(colorOf(theme, words)[mode], colorOf(theme, ground)[mode]) >= 4.5,
      ),
    series: (color) => letteringOf(theme, 'strong-item', { color }),
  };
}
