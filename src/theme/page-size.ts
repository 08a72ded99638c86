/** A theme on paper of another size than its own. Lengths in points. */
import { mm } from './measure.ts';
import type { PageGrid, PageType, Theme } from './theme.ts';

/** ISO 216 and, for North America, ANSI/ASME Y14.1. */
const sizes = {
  a4: { width: 210 * mm, height: 297 * mm },
  letter: { width: 612, height: 792 },
  a5: { width: 148 * mm, height: 210 * mm },
} as const;

export const pageSizes = ['a4', 'letter', 'a5'] as const;
export type PageSize = (typeof pageSizes)[number];

/** On narrower pages a theme has its type for panels: lines of its usual type would hold too few words. */
const small = 170 * mm;

/** Of a page, what is within its margins. */
export function textArea({ width, height, left, right, top, bottom }: PageGrid): Pick<PageGrid, 'width' | 'height'> {
  return { width: width - left - right, height: height - top - bottom };
}

/** Whether pages of a theme are so small that they have its type for panels. */
export function isSmall({ page }: Pick<Theme, 'page'>): boolean {
  return page.width < small;
}

/** Whether pages of a theme have a size. */
export function isSize({ page }: Pick<Theme, 'page'>, name: PageSize): boolean {
  const { width, height } = sizes[name];
  return Math.abs(page.width - width) < 1 && Math.abs(page.height - height) < 1;
}

/** The theme on pages of a size. Larger pages keep its margins, small ones have narrower margins and smaller type. */
export function onPageSize(theme: Theme, name: PageSize): Theme {
  const size = sizes[name];
  const { page, looks } = theme;
  if (isSize(theme, name)) return theme;
  if (!isSmall({ page: { ...page, ...size } })) return { ...theme, page: { ...page, ...size } };
  const forms = { ...looks, page: { ...looks.page, textRight: looks.forms.booklet.textRight } };
  return { ...theme, looks: forms, styles: panelStyles(theme), page: smallPage(page, size) };
}

function smallPage({ rail }: PageGrid, size: Pick<PageGrid, 'width' | 'height'>): PageGrid {
  const margins = { left: 12 * mm, right: 12 * mm, top: 20 * mm, bottom: 24 * mm };
  return { ...size, ...margins, rail: rail === 0 ? 0 : 16 * mm };
}

/** The theme's styles with its type for panels in place of that for pages, this much larger or smaller. */
export function panelStyles(theme: Pick<Theme, 'styles'>, by = 1): Theme['styles'] {
  return stylesBy(theme, 'panel', by);
}

/** The theme with all of its type on pages this much smaller. */
export function withSmallerType(theme: Theme, by: number): Theme {
  return { ...theme, styles: stylesBy(theme, 'page', by) };
}

function stylesBy({ styles }: Pick<Theme, 'styles'>, of: 'page' | 'panel', by: number): Theme['styles'] {
  const changed = Object.entries(styles).map(([name, style]) => [name, { ...style, page: scaled(style[of], by) }]);
  return Object.fromEntries(changed) as Theme['styles'];
}

/** In points: white text on a dark ground closes up when it is smaller. */
const smallest = 7;

function scaled({ size, leading, before, after, tracking, weight }: PageType, by: number): PageType {
  return {
    size: Math.max(size * by, Math.min(size, smallest)),
    leading: leading * by,
    before: before * by,
    after: after * by,
    tracking: tracking * by,
    weight,
  };
}
