/** The lanes of the page's head and its icon: decoration, drawn from the theme. */
import { draw } from '../../theme/drawings.ts';
import { markArt } from '../../theme/lanes.ts';
import { drawingToSvg } from '../../theme/svg.ts';
import type { Theme } from '../../theme/theme.ts';
import { type Html, trusted } from '../xhtml/element.ts';

/**
 * How wide drawings are, in their own unit: they run on far to both sides of their bend, so that the lanes reach the edges of any
 * window; the sheet puts the bend where it belongs and the header cuts off the rest.
 */
export const lanesWidth = 6000;

/** Nothing where the theme has no lanes. */
export function masthead(theme: Theme): Html | null {
  if (!theme.lanes) return null;
  const { height } = theme.looks.screen.field;
  return trusted(drawingToSvg(draw(theme, 'screenHead', { width: lanesWidth, height }), theme, 'css', 'none'));
}

/** The lanes that cross the edge of a report's cover, over it and under it. */
export function crossing(theme: Theme): readonly Html[] {
  const { half: height } = theme.looks.screen.field;
  return (['crossingUpper', 'crossingLower'] as const).map((name) =>
    trusted(drawingToSvg(draw(theme, name, { width: lanesWidth, height }), theme, 'css', 'none')),
  );
}

/** A stop on the way, for the browser's tabs. */
export function icon(theme: Theme): string {
  const svg = drawingToSvg(markArt(32, 7, theme.roles.attention), theme, 'light');
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
