/**
 * What a number of a workbook is: a number, a percentage, a day or a time, by its format.
 *
 * A number that was typed has the 15 digits that Excel keeps and shows in its formula bar, and the decimals that its format shows;
 * one that a formula gives is taken as it is shown, rounded to the decimals of its format. So 0.1 + 0.2 is 0.3, and a third in a cell of two
 * decimals 0.33.
 */
import { trailing } from '../../../text.ts';
import type { SheetCell } from '../sheet.ts';
import { type CellFormat, formatOf } from './format-code.ts';

type Value = Pick<SheetCell, 'text' | 'number' | 'decimals' | 'currency' | 'shown' | 'day' | 'form' | 'time'>;

interface NumberOrigin {
  readonly isComputed: boolean;
  readonly from1904: boolean;
}

export function numberShown(raw: number, code: string, { isComputed, from1904 }: NumberOrigin): Value {
  const format = formatOf(code, raw);
  if (format.day || format.time) return momentOf(raw, format, from1904);
  const scaled = toDigits(format.percent ? raw * 100 : raw);
  const decimals = format.decimals ?? generalDecimals(scaled);
  const number = isComputed && decimals !== null ? rounded(scaled, decimals) : scaled;
  const text = textOf(number, format);
  const own = isComputed || typeof format.decimals !== 'number' ? {} : { decimals: format.decimals };
  const { currency, leastDecimals, grouped, before, after } = format;
  // Powers, fractions and codes such as 00123 are no numbers to be written by a language.
  const isPlain = format.decimals === null || format.whole > 1 || text.includes('e');
  return {
    text: format.percent ? `${text}%` : text,
    number,
    ...own,
    ...(currency === null ? {} : { currency }),
    ...(isPlain ? {} : { shown: { decimals: format.decimals ?? null, least: leastDecimals, grouped, before, after } }),
  };
}

/** As many decimals as the format General shows where there is room: eleven signs. */
function generalDecimals(value: number): number {
  const whole = Math.trunc(Math.abs(value)).toString();
  return whole.includes('e') ? 0 : Math.max(0, 10 - whole.length);
}

/** Without what binary fractions add: Excel keeps 15 digits. */
function toDigits(value: number): number {
  return Number(value.toPrecision(15));
}

/** Halves away from zero, in decimal: 1.005 to two decimals is 1.01, as Excel shows it. */
export function rounded(value: number, decimals: number): number {
  const digits = String(Math.abs(value));
  if (digits.includes('e')) return Number(value.toFixed(Math.min(100, decimals)));
  return Math.sign(value) * Number(`${Math.round(Number(`${digits}e${decimals}`))}e-${decimals}`) || 0;
}

/** For columns of text, such as codes: a point, and no groups. */
function textOf(number: number, { decimals, leastDecimals, whole }: CellFormat): string {
  const isFixed = decimals !== null && decimals !== undefined;
  const digits = isFixed ? rounded(Math.abs(number), decimals).toFixed(decimals) : String(Math.abs(number));
  const [before = '', places = ''] = digits.split('.');
  const after = isFixed ? places.slice(0, Math.max(leastDecimals, trailing(places, /0/))) : places;
  return `${number < 0 ? '-' : ''}${before.padStart(whole, '0')}${after === '' ? '' : `.${after}`}`;
}

const dayLength = 86_400_000;

/** A day from its count since 1900 or 1904, and the time from what is left, cut to what is shown, as Excel does. */
function momentOf(serial: number, format: CellFormat, from1904: boolean): Value {
  const { day, time, form } = format;
  // To the thousandth of a second: less is what binary fractions add.
  const length = Math.round(serial * dayLength);
  const days = Math.floor(length / dayLength);
  const seconds = Math.floor((length - days * dayLength) / 1000);
  if (!day) return { text: clockOf(days * 86_400 + seconds, format) };
  // Excel counts a 29 February 1900 that never was.
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const moment = new Date(start + days * dayLength);
  const year = moment.getUTCFullYear();
  if (!(year >= 1900 && year <= 9999)) return { text: String(serial) };
  const iso = moment.toISOString().slice(0, 10);
  const clock = clockOf(seconds, { ...format, hours: true });
  if (time && /[1-9]/.test(clock)) return { text: `${iso} ${clock}`, day: iso, time: clock };
  return form === 'day' ? { text: iso, day: iso } : { text: iso, day: iso, form };
}

/** 9:05, 9:05:30, or of a format without hours 05:30, unless it is an hour or more. */
function clockOf(seconds: number, format: Pick<CellFormat, 'hours' | 'seconds'>): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), two(Math.floor((seconds % 3600) / 60))];
  const rest = format.seconds ? `:${two(seconds % 60)}` : '';
  return format.hours || hours > 0 ? `${hours}:${minutes}${rest}` : `${minutes}${rest}`;
}
