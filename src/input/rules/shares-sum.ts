import { placed } from '../check/placed.ts';
import type { DataRule } from '../check/rule.ts';
import { sumOf } from '../check/sums.ts';

/** Each of many rounded shares may be half a point from what it was. */
function isWhole(values: readonly number[], whole = 100): boolean {
  return Math.abs(sumOf(values) - whole) <= Math.max(0.5, values.length * 0.5);
}

/** The shares of a chart, and of a column with a total, are parts of a whole. */
export const sharesSum: DataRule = {
  code: 'shares-sum',
  title: 'Shares that do not add up',
  why: 'Readers see that a share is wrong, and not which one.',
  applies: 'Charts and tables of shares.',
  severity: 'error',
  says: 'Shares of a whole do not add up to 100 per cent, by more than rounding explains.',
  mend: 'Check the shares against the source; add a part for those not known.',
  *check(sheet) {
    const hints = ['Check the shares against the source; add a part for those not known.'];
    for (const { path, value } of sheet.parts('chart')) {
      if (value.unit !== 'percent' || (value.chart !== 'share' && value.chart !== 'stacked')) continue;
      for (const [index] of (value.chart === 'share' ? [value.series[0]] : value.categories).entries()) {
        const parts = (
          value.chart === 'share'
            ? (value.series[0]?.values ?? [])
            : value.series.map(({ values }) => values?.[index] ?? null)
        ).flatMap((each) => each ?? []);
        if (parts.length < 2 || isWhole(parts)) continue;
        const message = `The shares add up to ${sumOf(parts)} per cent, not to 100.`;
        yield { at: [...path, 'series', 0, 'values'], message, hints };
        break;
      }
    }
    for (const { path, value } of sheet.parts('table')) {
      const counted = placed(value.rows).filter((_, index) => value.rows[index]?.look === null);
      for (const [index, row] of placed(value.foot ?? []).entries())
        for (const { cell, column, order } of row) {
          const values = counted.map((each) => each.find((other) => other.column === column)?.cell.percent ?? null);
          const parts = values.flatMap((each) => each ?? []);
          // A total of 100 is that of parts; another one may be an average.
          if (cell.percent !== 100 || parts.length < values.length || parts.length < 2 || isWhole(parts)) continue;
          const message = `The column adds up to ${sumOf(parts)} per cent, not to 100.`;
          yield { at: [...path, 'foot', index, 'cells', order, 'percent'], message, hints };
        }
    }
  },
};
