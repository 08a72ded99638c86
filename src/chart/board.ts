/** What every kind of chart is drawn with. */
import type { Lang } from '../model/document.ts';
import { contrast } from '../theme/contrast.ts';
import type { ColorName, Theme } from '../theme/theme.ts';
import type { Canvas } from './canvas.ts';
import { type Lettering, letteringOf } from './lettering.ts';

export interface Board {
  readonly canvas: Canvas;
  readonly width: number;
  /** The most that the drawing may be high. */
  readonly height: number;
  readonly lang: Lang;
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

export function boardOf(canvas: Canvas, theme: Theme, lang: Lang, width: number): Board {
  const { page, colors } = theme;
  return {
    canvas,
    width,
    height: page.height - page.top - page.bottom - captions,
    lang,
    value: letteringOf(theme, 'caption', { weight: 600, color: 'ink' }),
    tick: letteringOf(theme, 'caption'),
    name: letteringOf(theme, 'small'),
    readable: (words, ground) =>
      (['light', 'dark'] as const).every((mode) => contrast(colors[words][mode], colors[ground][mode]) >= 4.5),
    series: (color) => letteringOf(theme, 'strong-item', { color }),
  };
}

/** Of axes. */
export const axis = { stroke: 'line', strokeWidth: 0.8 } as const;
/** Of the lines that lead from a name to what it names. */
export const leader = { stroke: 'line', strokeWidth: 0.8 } as const;
