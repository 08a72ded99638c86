/** The lanes of the page's head and its icon: decoration, drawn from the theme. */
import { markArt, mastheadArt } from '../../theme/art.ts';
import { type Drawing, drawLanes, halfRing, type Point } from '../../theme/lanes.ts';
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

export function masthead(theme: Theme): Html {
  return trusted(drawingToSvg(mastheadArt(lanes.width, lanes.height, lanes), theme, 'css', 'none'));
}

/** Half of the lanes of a report's cover, in the same unit: the edge that they cross lies between two drawings. */
export const crossingLanes = { width: 6000, half: 184, bend: 3000, radius: 114, pitch: 19 } as const;

/**
 * The lanes of a report's cover (`coverArt`, laid on its side): seven of them come in at the left under the edge and go
 * out at the right over it, each half in the colours of its own ground, and a ring stands on the edge.
 */
export function crossing(theme: Theme): readonly Html[] {
  const { width, half, bend, radius, pitch } = crossingLanes;
  const stop = { r: pitch * 1.03, stroke: pitch * 0.45 };
  const upper: Point[] = [
    [bend, half],
    [bend, half - radius],
    [width + pitch, half - radius],
  ];
  const lower: Point[] = [
    [-pitch, radius],
    [bend, radius],
    [bend, 0],
  ];
  const draw = (shapes: Drawing['shapes']) =>
    trusted(drawingToSvg({ width, height: half, shapes }, theme, 'css', 'none'));
  return [
    draw([
      ...drawLanes({ way: upper, radius, pitch, colors: ['pale', 'mid', 'blue', 'clay', 'deep', 'blue', 'pale'] }),
      ...halfRing([bend, half], stop.r, stop.stroke, { side: 'upper', color: 'clay', fill: 'paper' }),
    ]),
    draw([
      ...drawLanes({ way: lower, radius, pitch, colors: ['l6', 'mid', 'pale', 'clayL', 'white', 'l5', 'l6'] }),
      ...halfRing([bend, 0], stop.r, stop.stroke, { side: 'lower', color: 'clayL', fill: 'field' }),
    ]),
  ];
}

/** A stop on the way, for the browser's tabs. */
export function icon(theme: Theme): string {
  const svg = drawingToSvg(markArt(32, 7, 'clay'), theme, 'light');
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
