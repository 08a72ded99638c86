/** The lanes of the page's head and its icon: decoration, drawn from the theme. */
import { draw } from '../../theme/drawings.ts';
import { markArt } from '../../theme/lanes.ts';
import { drawingToSvg } from '../../theme/svg.ts';
import type { Theme } from '../../theme/theme.ts';
import { type Html, trusted } from '../xhtml/element.ts';

/**
 * The drawing in its own unit, of which a rem has `unitsPerRem` on wide screens. It runs on far to both sides of its
 * bend, so that the lanes reach the edges of any window; the sheet puts the bend where it belongs and the header cuts
 * off the rest.
 */
export const lanes = {
  width: 6000,
  height: 372,
  bend: 3000,
  upper: 68,
  lower: 304,
  pitch: 24,
  unitsPerRem: 17,
} as const;

/** Of each half of the lanes that cross the edge of a cover. */
const halfHeight = 184;

/** Nothing where the theme has no lanes. */
export function masthead(theme: Theme): Html | null {
  if (!theme.lanes) return null;
  return trusted(drawingToSvg(draw(theme, 'screenHead', lanes), theme, 'css', 'none'));
}

/** The lanes that cross the edge of a report's cover, over it and under it. */
export function crossing(theme: Theme): readonly Html[] {
  const { width } = lanes;
  return (['crossingUpper', 'crossingLower'] as const).map((name) =>
    trusted(drawingToSvg(draw(theme, name, { width, height: halfHeight }), theme, 'css', 'none')),
  );
}

/** A stop on the way, for the browser's tabs. */
export function icon(theme: Theme): string {
  const svg = drawingToSvg(markArt(32, 7, theme.roles.attention), theme, 'light');
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
