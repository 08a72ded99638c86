/**
 * Large print as a transform of any theme: sizes flatten, rail and side column dissolve, all is dark and upright. What a theme is
 * known by stays: its colours, its families, the drawing of its cover.
 */
import { onceEach } from '../once.ts';
import { mm } from '../theme/measure.ts';
import { isSmall } from '../theme/page-size.ts';
import type { PageGrid, Theme } from '../theme/theme.ts';
import { largeLooks } from './looks.ts';
import { largeStyles, leastSize } from './type.ts';

/** Made once for a theme: what is shaped and drawn for it is kept by it. */
export const largeTheme = onceEach(transformed);

function transformed(theme: Theme): Theme {
  const by = Math.max(1, leastSize / theme.styles.body.page.size);
  const { roles } = theme;
  // What is reversed is on the strong colour, in any theme.
  const reversed = { field: roles.strong, fieldText: roles.page, fieldQuiet: roles.page, fieldAttention: roles.page };
  const inked = { ...roles, ...reversed, quiet: roles.text, rail: roles.hair };
  const strip =
    theme.looks.cover.plain.arrangement === 'field' && theme.drawings.masthead !== undefined ? stripHeight : 0;
  return {
    ...theme,
    roles: inked,
    styles: largeStyles(theme),
    looks: largeLooks(theme, { by, strip }),
    page: pageOf(theme),
    lanes: false,
    stress: 'weight',
    large: { least: leastSize, by, strip },
  };
}

/** Of the drawing at the foot of a cover. */
const stripHeight = 52 * mm;

const side = 18 * mm;

/** A4 where the theme's own pages are smaller: lines of an A5 page hold three words. */
function pageOf(theme: Theme): PageGrid {
  const { width, height } = isSmall(theme) ? { width: 210 * mm, height: 297 * mm } : theme.page;
  const footed = theme.looks.page.foot !== null;
  return {
    width,
    height,
    left: side,
    right: side,
    rail: 0,
    top: footed ? side : 30 * mm,
    bottom: footed ? 30 * mm : side,
  };
}
