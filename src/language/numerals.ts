/**
 * Numbers, money and dates as they are written in a language. Not `Intl`'s: its words change with its version, and the
 * same input has to give the same bytes. Signs as in shared usage: ka `25 000,50 ₾`, `86 %`, `22 ნოემბერი, 2026`; en
 * `GEL 25,000.50`, `86%`, `22 November 2026`. Spaces inside of a number, and between it and its unit, do not break.
 */
import type { Lang } from '../model/document.ts';

const nbsp = '\u00A0';
const minus = '\u2212';

interface Conventions {
  readonly decimal: string;
  readonly group: string;
  /** Digits from which on they are grouped by three. */
  readonly groupedFrom: number;
  readonly percent: string;
  money(number: string, currency: string): string;
  readonly months: readonly string[];
  /** As they stand along an axis. */
  readonly shortMonths: readonly string[];
  monthYear(month: string, year: string): string;
  /** For narrow columns; the month counts from 1. */
  short(day: number, month: number, year: string): string;
  /** The day and month without the year, and with it. */
  dayMonth(day: string, month: string): string;
  withYear(dayMonth: string, year: string): string;
}

const signs: Readonly<Record<string, string>> = { GEL: '₾', EUR: '€', USD: '$', GBP: '£' };

const georgian: Conventions = {
  decimal: ',',
  group: nbsp,
  groupedFrom: 5,
  percent: `${nbsp}%`,
  money: (number, currency) => `${number}${nbsp}${signs[currency] ?? currency}`,
  months: [
    ...['იანვარი', 'თებერვალი', 'მარტი', 'აპრილი', 'მაისი', 'ივნისი'],
    ...['ივლისი', 'აგვისტო', 'სექტემბერი', 'ოქტომბერი', 'ნოემბერი', 'დეკემბერი'],
  ],
  shortMonths: [
    ...['იანვ.', 'თებ.', 'მარ.', 'აპრ.', 'მაისი', 'ივნ.', 'ივლ.', 'აგვ.', 'სექტ.', 'ოქტ.', 'ნოემ.', 'დეკ.'],
  ],
  monthYear: (month, year) => `${month}, ${year}`,
  short: (day, month, year) => `${twoDigits(day)}.${twoDigits(month)}.${year}`,
  dayMonth: (day, month) => `${day} ${month}`,
  withYear: (dayMonth, year) => `${dayMonth}, ${year}`,
};

const english: Conventions = {
  decimal: '.',
  group: ',',
  groupedFrom: 4,
  percent: '%',
  money: (number, currency) => `${currency}${nbsp}${number}`,
  months: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  monthYear: (month, year) => `${month} ${year}`,
  short: (day, month, year) => `${day} ${english.shortMonths[month - 1]} ${year}`,
  dayMonth: (day, month) => `${day} ${month}`,
  withYear: (dayMonth, year) => `${dayMonth} ${year}`,
};

function conventionsOf(lang: Lang): Conventions {
  return /^ka(?:-|$)/.test(lang) ? georgian : english;
}

/** Decimal places: at least and at most; 20 is the most that is known. */
export interface Decimals {
  readonly least: number;
  readonly most: number;
}
/** What is smaller is the dust of binary fractions, in any number that people write. */
export const decimalsLimit = 10;
const free: Decimals = { least: 0, most: decimalsLimit };

/** A number with as many decimal places as it needs, up to 10, or as are asked for. Halves are rounded away from 0. */
export function formatNumber(value: number, lang: Lang, decimals: Decimals = free): string {
  const { decimal, group, groupedFrom } = conventionsOf(lang);
  const [whole = '', part = ''] = plainDecimal(Math.abs(value), decimals).split('.');
  const grouped = whole.length < groupedFrom ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  const written = part === '' ? grouped : `${grouped}${decimal}${part}`;
  return value < 0 && /[1-9]/.test(written) ? `${minus}${written}` : written;
}

/** Digits with a point. `Intl` rounds the decimal number that is meant: 1.005 is 1.01, which toFixed makes 1.00. */
function plainDecimal(value: number, { least, most }: Decimals): string {
  return new Intl.NumberFormat('en', {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: false,
  }).format(value);
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
export function formatShare(share: number, lang: Lang, decimals?: Decimals): string {
  // What multiplying adds to the digits that are meant is far behind the twelfth.
  const percent = Number((share * 100).toPrecision(12));
  return formatPercent(percent, lang, decimals ?? exactly(telling(percent)));
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
export function formatPercent(percent: number, lang: Lang, decimals?: Decimals): string {
  return `${formatNumber(percent, lang, decimals)}${conventionsOf(lang).percent}`;
}

/** An amount in a currency of ISO 4217: without decimal places if it is whole, else with those of its cents. */
export function formatMoney(value: number, currency: string, lang: Lang, decimals?: Decimals): string {
  const places = Number.isInteger(value) ? 0 : minorUnits(currency);
  const number = formatNumber(value, lang, decimals ?? { least: places, most: places });
  return conventionsOf(lang).money(number, currency);
}

/** The English name of a month, counted from 1: for messages. */
export function englishMonth(month: number): string {
  return english.months[month - 1] ?? '';
}

/** `day`: 5 January 2026; `month`: January 2026; `short`: 5 Jan 2026; `axis`: Jan; `year`: 2026. */
export const dateForms = ['day', 'month', 'short', 'axis', 'year'] as const;
export type DateForm = (typeof dateForms)[number];

/** A date of ISO 8601, year-month-day or year-month; null if it is none. */
export function formatDate(iso: string, lang: Lang, form: DateForm = 'day'): string | null {
  const date = parseDate(iso);
  if (date === null) return null;
  const { year, month, day } = date;
  const conventions = conventionsOf(lang);
  const name = conventions.months[month - 1] ?? '';
  if (form === 'year') return year;
  if (form === 'axis') return conventions.shortMonths[month - 1] ?? '';
  if (form === 'month' || day === null) return conventions.monthYear(name, year);
  if (form === 'short') return conventions.short(day, month, year);
  return conventions.withYear(conventions.dayMonth(String(day), name), year);
}

/** `day`: 5 January – 31 March 2026; `month`: January–March 2026; `year`: 2025–2027. */
export const periodForms = ['day', 'month', 'year'] as const;
export type PeriodForm = (typeof periodForms)[number];

/** From one date to another, what both share said once; null if either is none. */
export function formatPeriod(start: string, end: string, lang: Lang, form: PeriodForm = 'day'): string | null {
  const [from, to] = [parseDate(start), parseDate(end)];
  if (from === null || to === null) return null;
  const whole = (iso: string) => formatDate(iso, lang, form) ?? '';
  if (whole(start) === whole(end)) return whole(start);
  if (form === 'year') return `${from.year}–${to.year}`;
  if (from.year !== to.year) return `${whole(start)} – ${whole(end)}`;
  const { months, dayMonth } = conventionsOf(lang);
  const first = months[from.month - 1] ?? '';
  if (form === 'month' || from.day === null || to.day === null) return `${first}–${whole(end)}`;
  if (from.month === to.month) return `${from.day}–${whole(end)}`;
  return `${dayMonth(String(from.day), first)} – ${whole(end)}`;
}

interface DateParts {
  readonly year: string;
  /** From 1. */
  readonly month: number;
  readonly day: number | null;
}

function parseDate(iso: string): DateParts | null {
  const [, year = '', month = '', day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(iso) ?? [];
  const time = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (year === '' || Number.isNaN(time.getTime()) || time.getUTCMonth() + 1 !== Number(month)) return null;
  return { year, month: Number(month), day: day === undefined ? null : Number(day) };
}

/** Whether a text is a day of the calendar, year-month-day. */
export function isDay(iso: string): boolean {
  return (parseDate(iso)?.day ?? null) !== null;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
