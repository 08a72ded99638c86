/** Dates and periods as they are written in a language, in words that stay the same: see `numerals.ts`. */
import type { Language } from './language.ts';

/** `day`: 5 January 2026; `month`: January 2026; `short`: 5 Jan 2026; `axis`: Jan; `year`: 2026. */
export const dateForms = ['day', 'month', 'short', 'axis', 'year'] as const;
export type DateForm = (typeof dateForms)[number];

/** A date of ISO 8601, year-month-day or year-month; null if it is none. */
export function formatDate(iso: string, language: Language, form: DateForm = 'day'): string | null {
  const date = parseDate(iso);
  if (date === null) return null;
  const { year, month, day } = date;
  const { months, shortMonths, monthYear, short, dayMonth, withYear } = language.dates;
  const name = months[month - 1] ?? '';
  if (form === 'year') return year;
  if (form === 'axis') return shortMonths[month - 1] ?? '';
  if (form === 'month' || day === null) return monthYear(name, year);
  if (form === 'short') return short(day, month, year);
  return withYear(dayMonth(String(day), name), year);
}

/**
 * `day`: 5 January – 31 March 2026; `month`: January–March 2026; `year`: 2025–2027; `span`: as `month` where it is of whole
 * months, else as `day`, so that two spans within one month do not read alike.
 */
export const periodForms = ['day', 'month', 'year', 'span'] as const;
export type PeriodForm = (typeof periodForms)[number];

/** From one date to another, what both share said once; null if either is none. */
export function formatPeriod(start: string, end: string, language: Language, form: PeriodForm = 'day'): string | null {
  const [from, to] = [parseDate(start), parseDate(end)];
  if (from === null || to === null) return null;
  if (form === 'span') {
    if (isOfWholeMonths(from, to)) return formatPeriod(start, end, language, 'month');
    // Narrow columns would part a day from its month.
    return formatPeriod(start, end, language)?.replace(/(\d) (?=\p{L})/gu, '$1\u00A0') ?? null;
  }
  const whole = (iso: string) => formatDate(iso, language, form) ?? '';
  if (whole(start) === whole(end)) return whole(start);
  if (form === 'year') return `${from.year}–${to.year}`;
  if (from.year !== to.year) return `${whole(start)} – ${whole(end)}`;
  const { months, dayMonth } = language.dates;
  const first = months[from.month - 1] ?? '';
  if (form === 'month' || from.day === null || to.day === null) return `${first}–${whole(end)}`;
  if (from.month === to.month) return `${from.day}–${whole(end)}`;
  return `${dayMonth(String(from.day), first)} – ${whole(end)}`;
}

function isOfWholeMonths(from: DateParts, to: DateParts): boolean {
  const last = new Date(Date.UTC(Number(to.year), to.month, 0)).getUTCDate();
  return (from.day ?? 1) === 1 && (to.day ?? last) === last;
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
