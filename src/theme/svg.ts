/** Drawings as SVG. */
import { type ArtShape, type Drawing, measure } from './lanes.ts';
import { type ColorName, colorOf, type Theme } from './theme.ts';

/** Fixed colours for light or dark pages, or custom properties, `var(--color-deep)`, for a page with a style sheet. */
export type SvgMode = 'light' | 'dark' | 'css';

/** The custom property that holds a colour of the theme. */
export function colorProperty(name: string): string {
  return `--color-${name}`;
}

/**
 * One `svg` element, hidden from assistive technology. `fit` is its preserveAspectRatio. Same drawing, same text.
 */
export function drawingToSvg(drawing: Drawing, theme: Theme, mode: SvgMode, fit = 'xMidYMid meet'): string {
  const { shapes } = drawing;
  const [width, height] = [measure(drawing.width), measure(drawing.height)];
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const paint = (name: ColorName | null): string =>
    name === null ? 'none' : mode === 'css' ? `var(${colorProperty(name)})` : colorOf(theme, name)[mode];
  const paths = shapes.map((shape) => path(shape, paint)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} preserveAspectRatio="${fit}" aria-hidden="true">${paths}</svg>`;
}

function path({ d, fill, stroke, strokeWidth }: ArtShape, paint: (name: ColorName | null) => string): string {
  const line = stroke === null ? '' : ` stroke="${paint(stroke)}" stroke-width="${measure(strokeWidth)}"`;
  return `<path d="${d}" fill="${paint(fill)}"${line}/>`;
}
