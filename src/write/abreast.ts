/** Items that stand side by side: key figures, and the stops of a way; and key figures too wide for where they stand. */
import type { Report } from '../diagnostics.ts';
import type { List, Paragraph } from '../model/document.ts';
import { placeOf, textPlace } from '../model/place.ts';
import { mm } from '../theme/measure.ts';
import { textArea } from '../theme/page-size.ts';
import type { Theme } from '../theme/theme.ts';

/** As many as read well in a row. */
export const abreastMost = 4;

/** In large print one stands under the other. */
export function mostAbreast({ large }: Pick<Theme, 'large'>): number {
  return large === null ? abreastMost : 1;
}

/**
 * How many of `count` items stand in a row of `whole` points, `gap` points apart: `most`, or as many fewer as it takes for each
 * column to hold the `widest` word or number. One is never left alone in the last row where it need not be: four are two and two,
 * five three and two.
 */
export function abreast(
  count: number,
  widest: number,
  { whole, gap, most = abreastMost }: { readonly whole: number; readonly gap: number; readonly most?: number },
): number {
  const first = Math.min(count, most);
  const tried = Array.from({ length: first }, (_, index) => first - index);
  const holding = tried.filter((n) => n > 1 && (whole - gap * (n - 1)) / n >= widest);
  return holding.find((n) => count % n !== 1) ?? holding[0] ?? 1;
}

/** The key figures of a list, without what they count. */
export function figuresOf({ look, items }: List): readonly Paragraph[] {
  if (look !== 'figures') return [];
  return items.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'paragraph')).filter(isFigure);
}

export function isFigure({ look }: Paragraph): boolean {
  return look === 'figure';
}

const code = 'figure-too-wide';

/**
 * Of the type of key figures in a column of `room` points: 1, or as much smaller as it takes for all of them, alike, down to
 * the size of a heading. A figure that is broken shows another number: what does not fit then is reported.
 */
export function figureScale(
  figures: readonly { readonly figure: Paragraph; readonly width: number }[],
  room: number,
  { theme, report }: { readonly theme: Theme; readonly report: Report },
): number {
  const [widest] = figures.toSorted((one, other) => other.width - one.width);
  if (widest === undefined || widest.width <= room) return 1;
  const { figure, h2 } = theme.styles;
  const least = Math.min(1, h2.page.size / figure.page.size);
  if (widest.width * least <= room) return room / widest.width;
  const at = textPlace(widest.figure.children) ?? placeOf(widest.figure);
  if (report.diagnostics.some((found) => found.code === code && found.at === at)) return least;
  const need = widest.width * least;
  const [needed, given] = [Math.ceil(need / mm), Math.floor(room / mm)];
  const whole = textArea(theme.page).width;
  report.error(
    code,
    at,
    `The key figure needs ${needed} mm so that its number is not broken. There are ${given} mm: ${needed - given} mm are missing.`,
    {
      hints: [
        need <= whole
          ? 'Move the key figures out of what makes them so narrow, such as columns.'
          : 'Shorten the figure; words belong in its label.',
      ],
    },
  );
  return least;
}
