/** Colours of CSS Color 4, as they come out on an sRGB screen. */
import { converter, parse } from 'culori';
import { type SvgPosition, shown, unsupported } from './flaw.ts';

export interface SvgColor {
  /** Red, green and blue from 0 to 255. */
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
}

const black: SvgColor = { rgb: [0, 0, 0], alpha: 1 };
const toRgb = converter('rgb');

const notation = /^(?:#[0-9a-f]{3,8}|[a-z]+|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\))$/;

/** What a drawing has for light and for dark screens (CSS Color 5, 12): a document shows the light one, as paper does. */
const both = /^light-dark\(((?:[^(),]|\([^()]*\))+),/;

/** @param current the value of `color`, for `currentColor` */
export function colorOf(value: string, current: string | undefined, spot: SvgPosition): SvgColor {
  // A second notation for printers may follow the first (SVG 1.1, 11.2).
  const text = (both.exec(value.toLowerCase())?.[1] ?? value.toLowerCase())
    .replace(/(?<!\s)\s+icc-color\([^()]*\)\s*$/, '')
    .trim();
  if (text === 'currentcolor')
    return current === undefined || /^currentcolor$/i.test(current) ? black : colorOf(current, undefined, spot);
  const parsed = notation.test(text) ? parse(text) : undefined;
  const rgb = parsed === undefined ? undefined : toRgb(parsed);
  if (rgb === undefined) throw unsupported(`it has the colour "${shown(value)}", which is not understood`, spot, hint);
  const part = (share: number | undefined): number => Math.round(Math.min(1, Math.max(0, share || 0)) * 255);
  return { rgb: [part(rgb.r), part(rgb.g), part(rgb.b)], alpha: Math.min(1, Math.max(0, rgb.alpha ?? 1)) };
}

const hint = 'Write the colour as #rrggbb, or by its name in CSS.';

export function hex({ rgb }: SvgColor): string {
  return `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * What colours say at a place: themselves; how light they are, in a mask; or only that something is painted, in a clip or in
 * a mask of opacity.
 */
export type Sense = 'colour' | 'light' | 'there';

/** CSS Masking 1, 8.1: the light of a colour, of sRGB as it is. */
export function inSense({ rgb, alpha }: SvgColor, sense: Sense): SvgColor {
  if (sense === 'colour') return { rgb, alpha };
  if (sense === 'there') return { rgb: [255, 255, 255], alpha };
  const light = Math.round(0.2125 * rgb[0] + 0.7154 * rgb[1] + 0.0721 * rgb[2]);
  return { rgb: [light, light, light], alpha };
}
