/**
 * Numbers and money as they are written in a language. Not `Intl`'s: its words change with its version, and the same input has
 * to give the same bytes. Spaces inside of a number, and between it and its unit, do not break.
 */
import { once } from '../once.ts';
import { trailing } from '../text.ts';
import type { Language } from './language.ts';

const minus = '\u2212';
const zero = /0/;

/** Decimal places: at least and at most; 20 is the most that is known. */
export interface Decimals {
  readonly least: number;
  readonly most: number;
}
/** What is smaller is the dust of binary fractions, in any number that people write. */
export const decimalsLimit = 10;
const free: Decimals = { least: 0, most: decimalsLimit };

/** A number with as many decimal places as it needs, up to 10, or as are asked for. Halves are rounded away from 0. */
export function formatNumber(value: number, language: Language, decimals: Decimals = free): string {
  const { decimal, group, groupedFrom } = language.numerals;
  const [whole = '', part = ''] = plainDecimal(Math.abs(value), decimals).split('.');
  const grouped = whole.length < groupedFrom ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  const written = part === '' ? grouped : `${grouped}${decimal}${part}`;
  return value < 0 && /[1-9]/.test(written) ? `${minus}${written}` : written;
}

/**
 * Digits with a point, of a number that is not below nothing. What is rounded is the decimal number that is meant: 1.005 is 1.01,
 * which toFixed makes 1.00. So does `Intl.NumberFormat`, which takes longer to get ready than a page to be set.
 */
function plainDecimal(value: number, { least, most }: Decimals): string {
  const [digits = '', exponent = '0'] = String(value).split('e');
  const [whole = '', part = ''] = digits.split('.');
  const places = part.length - Number(exponent);
  const kept = Math.min(Math.max(places, 0), most);
  const scaled = `${scale(BigInt(whole + part), kept - places)}`.padStart(kept + 1, '0');
  const decimals = scaled.slice(scaled.length - kept);
  const written = decimals.slice(0, Math.max(least, trailing(decimals, zero))).padEnd(least, '0');
  return `${scaled.slice(0, scaled.length - kept)}${written === '' ? '' : `.${written}`}`;
}

/** So many places up; or down, where halves are rounded up. */
function scale(value: bigint, by: number): bigint {
  if (by >= 0) return value * 10n ** BigInt(by);
  const unit = 10n ** BigInt(-by);
  return (value + unit / 2n) / unit;
}

/** How many decimal places a number has as it is written: 0.3 has 1, and so has 0.1 + 0.2. At most `decimalsLimit`. */
export function decimalsIn(value: number): number {
  const [digits = '', exponent = '0'] = String(withoutDust(value)).split('e');
  const places = (digits.split('.')[1] ?? '').length - Number(exponent);
  return Math.min(Math.max(places, 0), decimalsLimit);
}

/** A binary fraction holds 15 decimal digits; what is behind them nobody wrote. */
export function withoutDust(value: number): number {
  return Number(value.toPrecision(15));
}

/** The number that a reader gets who is shown so many decimal places. */
export function rounded(value: number, decimals: number): number {
  return Number(machineNumber(value, decimals));
}

const currencies = once(() => new Set(Intl.supportedValuesOf('currency')));

/** Whether it is the code of a currency (ISO 4217), such as UAH. */
export function isCurrency(code: string): boolean {
  return currencies().has(code);
}

/** ISO 4217, minor unit: the currencies that have a thousandth. */
const thousandths = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** The decimals of an amount that is not whole. Two also where the currency has no coins for them any more. */
export function minorUnits(currency: string): number {
  return thousandths.has(currency) ? 3 : 2;
}

/** A number for machines: a plain decimal without an exponent, such as `0.86`, up to 10 places. */
export function machineNumber(value: number, most = 10): string {
  const text = plainDecimal(Math.abs(value), { least: 0, most });
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/**
 * A computed share; 0.86 is written as 86%. Without decimal places, as its parts rarely carry more, but with as many as
 * keep it apart from nothing and from all: 0.4% and 99.6% are neither 0% nor 100%.
 */
export function formatShare(share: number, language: Language, decimals?: Decimals): string {
  // What multiplying adds to the digits that are meant is far behind the twelfth.
  const percent = Number((share * 100).toPrecision(12));
  return formatPercent(percent, language, decimals ?? exactly(telling(percent)));
}

/** The fewest decimal places that do not make nothing or all of what is not. */
function telling(percent: number): number {
  const misleads = (places: number) => [0, 100].includes(Math.abs(rounded(percent, places)));
  let places = 0;
  while (misleads(places) && rounded(percent, places) !== percent && places < decimalsLimit) places += 1;
  return places;
}

function exactly(places: number): Decimals {
  return { least: places, most: places };
}

/** A percentage: 86 is written as 86%, with all decimal places that it has or as many as are asked for. */
export function formatPercent(percent: number, language: Language, decimals?: Decimals): string {
  return `${formatNumber(percent, language, decimals)}${language.numerals.percent}`;
}

/** An amount in a currency of ISO 4217: without decimal places if it is whole, else with those of its cents, or all that it has. */
export function formatMoney(value: number, currency: string, language: Language, decimals?: Decimals): string {
  const places = Number.isInteger(value) ? 0 : Math.max(minorUnits(currency), decimalsIn(value));
  const number = formatNumber(value, language, decimals ?? { least: places, most: places });
  return language.numerals.money(number, currency);
}
