/** How wide words are and how many lines they take, in the faces that Word sets them in: for what is placed by hand. */

import { faceFor } from '../../theme/faces.ts';
import { shaperOf } from '../../theme/shaping.ts';
import type { StyleName, Theme } from '../../theme/theme.ts';
import { halfPoints } from './units.ts';

/** At least one. `width` in points; `scale` makes the type smaller. */
export function linesOf(text: string, style: StyleName, width: number, theme: Theme, scale = 1): number {
  const bold = theme.styles[style].page.weight > 500;
  const widthOf = (word: string) => scaled(word, style, theme, bold) * scale;
  const space = widthOf(' ');
  let lines = 1;
  let line = 0;
  for (const word of text.split(' ')) {
    const own = widthOf(word);
    if (line > 0 && line + space + own > width) {
      lines += 1;
      line = own;
    } else line += (line > 0 ? space : 0) + own;
  }
  return lines;
}

/** How a word looks. */
export interface WordLook {
  readonly style: StyleName;
  /** As far as its style does not make it so. */
  readonly bold: boolean;
  /** Of its style's size. */
  readonly scale: number;
}

/** By how much programs set type wider than its font says, for they round the space between characters. */
const rounding = 1.02;

/** In points, in the size that Word rounds it to: a word that is wider than its column is broken anywhere. */
export function wordWidth(word: string, { style, bold, scale }: WordLook, theme: Theme): number {
  const { size, weight } = theme.styles[style].page;
  const width = scaled(word, style, theme, bold || weight > 500) * rounding;
  return (width * halfPoints(size * scale)) / (2 * size);
}

function scaled(word: string, style: StyleName, theme: Theme, bold: boolean): number {
  const { size, tracking } = theme.styles[style].page;
  const { family } = theme.styles[style];
  const face = faceFor(theme, bold, false, family) ?? faceFor(theme, false, false, family);
  return face === undefined ? 0 : (shaperOf(face).shape(word).width * size) / 1000 + tracking * word.length;
}
