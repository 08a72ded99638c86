/** What a cell shows, in the words and with the signs of a language. */
import { formatDate } from '../../language/dates.ts';
import type { Language } from '../../language/language.ts';
import { languageOf } from '../../language/languages.ts';
import { formatNumber } from '../../language/numerals.ts';
import { codeOfSign } from './number.ts';
import type { DayForm, SheetCell } from './sheet.ts';

type Cell = Omit<SheetCell, 'offset'>;

export function textIn(cell: Cell, lang: string): string {
  const { text, day, form = 'day', time } = cell;
  const language = languageOf(lang);
  const date = day === undefined ? null : dayIn(day, form, language);
  if (date !== null) return time === undefined ? date : `${date}, ${time}`;
  return numberIn(cell, language) ?? text.trim();
}

function dayIn(day: string, form: DayForm, language: Language): string | null {
  if (form === 'day' || form === 'month' || form === 'year') return formatDate(day, language, form);
  const name = language.dates.months[Number(day.slice(5, 7)) - 1] ?? '';
  return form === 'month-name' ? name : language.dates.dayMonth(String(Number(day.slice(8))), name);
}

function numberIn({ text, number, currency, shown }: Cell, language: Language): string | null {
  if (number === undefined || shown === undefined) return null;
  const { decimals, least, grouped, before, after } = shown;
  const numerals = grouped ? language.numerals : { ...language.numerals, group: '' };
  const places = decimals === null ? undefined : { least, most: decimals };
  const digits = formatNumber(number, { ...language, numerals }, places);
  if (text.endsWith('%')) return `${digits}${numerals.percent}`;
  if (currency !== undefined && `${before}${after}`.trim() === currency)
    return numerals.money(digits, codeOfSign(currency) ?? currency);
  return [before, digits, after].filter((part) => part !== '').join('\u00A0');
}
