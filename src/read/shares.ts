/** How wide columns are where none is said to be wider than others: alike, unless a column of long texts would make every row high beside empty ones. */
import type { Row } from '../model/table.ts';
import { descend, inlinesOf, plain } from '../model/walk.ts';

/** Letters of a line as wide as a page; rows are compared with one another, so that it need not be exact. */
const line = 90;
/** Other widths must save so much of a table's height, from 0 to 1. */
const worthwhile = 0.3;
/** No column is narrower than this part of what all have where they are alike. */
const narrowest = 0.5;

/** Parts of the whole, 1 together. */
export function sharesOf(rows: readonly Row[], count: number): readonly number[] {
  const alike = Array.from({ length: count }, () => 1 / count);
  const letters = rows.flatMap(({ cells }) => (cells.length === count ? [cells.map(lettersOf)] : []));
  if (letters.length === 0 || count < 2) return alike;
  const means = alike.map((_, column) => letters.reduce((sum, row) => sum + (row[column] ?? 0), 0) / letters.length);
  const roots = means.map((mean) => Math.sqrt(Math.max(1, mean)));
  const all = sumOf(roots);
  const wide = roots.map((root) => Math.max(root / all, narrowest / count));
  const whole = sumOf(wide);
  const fitted = wide.map((share) => share / whole);
  return heightOf(letters, fitted) <= heightOf(letters, alike) * (1 - worthwhile) ? fitted : alike;
}

function lettersOf({ blocks }: Row['cells'][number]): number {
  return descend(blocks).reduce((sum, block) => sum + plain(inlinesOf(block)).length, 0);
}

/** In lines. */
function heightOf(letters: readonly (readonly number[])[], shares: readonly number[]): number {
  return sumOf(letters.map((row) => Math.max(1, ...row.map((own, i) => Math.ceil(own / (line * (shares[i] ?? 1)))))));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
