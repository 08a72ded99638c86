/**
 * How many decimals numbers are written with. Those that the data asks for; else those that it has, alike for all that
 * stand together: a column, a chart, a key figure with what it is out of. Amounts of money have all or none.
 */
import { decimalsIn, decimalsLimit, minorUnits, rounded } from '../../language/numerals.ts';

/** Of one number: its value, and the decimals that the data asks for. */
export interface AskedNumber {
  readonly value: number;
  readonly decimals: number | null;
}

/** As many as any of them has; where the data asks for more, so many. */
export function numberDecimals(group: readonly AskedNumber[]): number {
  return Math.min(decimalsLimit, Math.max(0, ...group.map(({ value, decimals }) => decimals ?? decimalsIn(value))));
}

/** None if all are whole, else the cents of the currency. */
export function moneyDecimals(group: readonly AskedNumber[], currency: string): number {
  const asked = Math.max(0, ...group.map(({ decimals }) => decimals ?? 0));
  const own = group.filter(({ decimals }) => decimals === null);
  return own.every(({ value }) => Number.isInteger(value)) ? asked : Math.max(asked, minorUnits(currency));
}

/** With as many decimals as the numbers have, and without the dust of binary fractions. */
export function exactSum(values: readonly number[]): number {
  const places = Math.max(0, ...values.map(decimalsIn));
  return rounded(
    values.reduce((sum, value) => sum + value, 0),
    places,
  );
}

/** For numbers that share what was asked for: those of a chart, a figure, an indicator. */
export function sharedDecimals(values: readonly (number | null)[], decimals: number | null): number {
  const given = values.filter((value) => value !== null);
  return decimals ?? numberDecimals(given.map((value) => ({ value, decimals: null })));
}
