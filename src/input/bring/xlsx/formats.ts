/**
 * What a number of a workbook is: a number, a percentage, a day or a time, by its format (ECMA-376, 18.8.30 and 18.8.31).
 *
 * A number that was typed has the 15 digits that Excel keeps and shows in its formula bar, and the decimals that its format shows;
 * one that a formula gives is taken as it is shown, rounded to the decimals of its format. So 0.1 + 0.2 is 0.3, and a third in a cell of two
 * decimals 0.33.
 */
import type { SheetCell } from '../sheet.ts';

type Value = Pick<SheetCell, 'text' | 'number' | 'decimals' | 'currency' | 'day' | 'time'>;

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
  const { currency } = format;
  return { text: format.percent ? `${text}%` : text, number, ...own, ...(currency === null ? {} : { currency }) };
}

/**
 * The currency that a format writes beside a number: as a sign, in quotes, or in brackets as [$€-407] and [$USD]. A bracket with a locale
 * alone, [$-409], writes none, nor does a sign after _ or *, which is room as wide as it or fills the cell.
 */
function currencyOf(code: string): string | null {
  const shown = code
    .slice(0, 500)
    .replace(/"[^"]*"|\\.|[_*]./gsu, (part) => (/^[_*]/.test(part) ? '' : part))
    .replace(/\[\$-[^\]]*\]/g, '');
  const found = /\[\$([^\]-]{1,3})[\]-]|"\s*([$€£₾]|[A-Z]{3})\s*"|(?<!\[)([$€£₾])/u.exec(shown);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
}

interface Format {
  readonly percent: boolean;
  /** Of the whole code; null where it writes none. */
  readonly currency: string | null;
  readonly day: boolean;
  readonly time: boolean;
  /** As many as it shows; undefined where it shows as many as there is room for, null where it shows powers or fractions. */
  readonly decimals: number | null | undefined;
  /** As many digits as it shows before the decimals, at least: codes begin with zeros. */
  readonly whole: number;
}

const known = new Map<string, readonly Format[]>();
/** A workbook has a few; a process that reads many keeps no more of them than these. */
const most = 256;

function formatOf(code: string, raw: number): Format {
  const formats = known.get(code) ?? formatsOf(code);
  if (known.size >= most) known.clear();
  known.set(code, formats);
  const [positive = general, negative = positive, zero = positive] = formats;
  return raw < 0 ? negative : raw === 0 ? zero : positive;
}

function formatsOf(code: string): readonly Format[] {
  const currency = currencyOf(code);
  return sectionsOf(code).map((section) => ({ ...readSection(section), currency }));
}

const general: Format = { percent: false, currency: null, day: false, time: false, decimals: undefined, whole: 1 };

/** Without words in quotes, signs that stand for themselves, colours, conditions and languages; [h] counts hours. */
function sectionsOf(code: string): readonly string[] {
  return code
    .slice(0, 500)
    .replace(/"[^"]*"|\\.|[_*]./gs, '')
    .replace(/\[[^[\]]*\]/g, (found) => (/^\[[hms]+\]$/i.test(found) ? found : ''))
    .split(';');
}

function readSection(section: string): Format {
  if (/^\s*general\s*$/i.test(section) || section === '@' || section === '') return general;
  const isNumber = /[0#?]/.test(section);
  const day = !isNumber && /[yd]|mmm/i.test(section);
  const time = /[hs]/i.test(section) && !/[#?]/.test(section);
  if (day || time) return { ...general, day, time };
  const [before = '', after = ''] = section.split('.', 2);
  const scales = /[0#?],+(?![0#?])/.test(section);
  return {
    ...general,
    percent: section.includes('%'),
    decimals: scales || /E[+-]|\//i.test(section) ? null : (after.match(/[0#?]/g) ?? []).length,
    whole: (before.match(/0/g) ?? []).length,
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
function textOf(number: number, { decimals, whole }: Format): string {
  const isFixed = decimals !== null && decimals !== undefined;
  const digits = isFixed ? rounded(Math.abs(number), decimals).toFixed(decimals) : String(Math.abs(number));
  const [before = '', after] = digits.split('.');
  return `${number < 0 ? '-' : ''}${before.padStart(whole, '0')}${after === undefined ? '' : `.${after}`}`;
}

const dayLength = 86_400_000;

/** A day from its count since 1900 or 1904, and the time from what is left. */
function momentOf(serial: number, { day, time }: Format, from1904: boolean): Value {
  const minutes = Math.min(1439, Math.round((serial - Math.floor(serial)) * 1440));
  const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  if (!day)
    return { text: serial >= 1 ? `${Math.floor(serial) * 24 + Math.floor(minutes / 60)}:${clock.slice(-2)}` : clock };
  // Excel counts a 29 February 1900 that never was.
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const moment = new Date(start + Math.floor(serial) * dayLength);
  const year = moment.getUTCFullYear();
  if (!(year >= 1900 && year <= 9999)) return { text: String(serial) };
  const iso = moment.toISOString().slice(0, 10);
  return time && minutes > 0 ? { text: `${iso} ${clock}`, day: iso, time: clock } : { text: iso, day: iso };
}

/** Formats that workbooks name by a number alone (18.8.30), and those of East Asia. */
export function builtInFormat(id: number): string {
  return builtIn[id] ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'yyyy-mm-dd' : 'General');
}

const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0',
  6: '#,##0',
  7: '#,##0.00',
  8: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};
