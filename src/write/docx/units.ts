/** Units of WordprocessingML. The theme's lengths are points. */
import { type ColorName, colorOf, type Theme } from '../../theme/theme.ts';

/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** Twentieths of a point: indents, spacing, pages (ST_TwipsMeasure). */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Half points: sizes of type (ST_HpsMeasure). */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** English metric units: offsets of drawings. */
export function emus(points: number): number {
  return Math.round(points * 12700);
}

/** CSS pixels: docx measures pictures in them. */
export function pixels(points: number): number {
  return (points * 96) / 72;
}

/** Six hexadecimal digits (ST_HexColorRGB). Word has no dark scheme of its own to choose for. */
export function hex(theme: Theme, name: ColorName): string {
  return colorOf(theme, name).light.slice(1);
}
