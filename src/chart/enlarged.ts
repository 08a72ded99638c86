/** Charts in large print: drawn for half the width and shown twice as large, so that bars, lines and hatches grow with their words. */
import type { StyleName, Theme } from '../theme/theme.ts';

/** So many times as large as drawn. */
export const enlargement = 2;

const lettered: readonly StyleName[] = ['caption', 'small', 'strong-item', 'table'];

/** The theme with the type of charts as it is drawn: all of one size, the least there is once it is enlarged. */
export function beforeEnlargement(theme: Theme): Theme {
  const { large, styles, page } = theme;
  if (large === null) return theme;
  const size = large.least / enlargement;
  const type = { size, leading: size * 1.45 };
  const changed = lettered.map((name) => [name, { ...styles[name], page: { ...styles[name].page, ...type } }]);
  const [width, height, left, right, top, bottom] = [
    page.width,
    page.height,
    page.left,
    page.right,
    page.top,
    page.bottom,
  ];
  const half = (length: number) => length / enlargement;
  return {
    ...theme,
    styles: { ...styles, ...Object.fromEntries(changed) },
    page: {
      ...page,
      width: half(width),
      height: half(height),
      ...{ left: half(left), right: half(right), top: half(top), bottom: half(bottom) },
    },
  };
}
