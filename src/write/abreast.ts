/** Items that stand side by side: key figures, and the stops of a way. */

/** As many as read well in a row. */
export const abreastMost = 4;

/**
 * How many of `count` items stand in a row of `whole` points, `gap` points apart: `most`, or as many fewer as it takes for each
 * column to hold the `widest` word or number. Of four, never three: one would be left alone.
 */
export function abreast(
  count: number,
  widest: number,
  { whole, gap, most = abreastMost }: { readonly whole: number; readonly gap: number; readonly most?: number },
): number {
  const first = Math.min(count, most);
  const tried = Array.from({ length: first }, (_, index) => first - index).filter((n) => count !== 4 || n !== 3);
  return tried.find((n) => (whole - gap * (n - 1)) / n >= widest) ?? 1;
}
