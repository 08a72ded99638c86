/** What the code of a number format says (ECMA-376, 18.8.30 and 18.8.31), section by section. */
import { matchesIn, trailing } from '../../../text.ts';
import type { DayForm } from '../sheet.ts';

export interface CellFormat {
  readonly percent: boolean;
  /** Of the whole code; null where it writes none. */
  readonly currency: string | null;
  readonly day: boolean;
  readonly time: boolean;
  /** What of a time it shows: hours, and seconds. */
  readonly hours: boolean;
  readonly seconds: boolean;
  /** How much of a day it shows. */
  readonly form: DayForm;
  /** As many as it shows; undefined where it shows as many as there is room for, null where it shows powers or fractions. */
  readonly decimals: number | null | undefined;
  /** So many of them at least, be they zeros. */
  readonly leastDecimals: number;
  /** As many digits as it shows before the decimals, at least: codes begin with zeros. */
  readonly whole: number;
  /** Whether it parts thousands. */
  readonly grouped: boolean;
  /** Words that it writes before the number and after it. */
  readonly before: string;
  readonly after: string;
  /** Whether it shows nothing, as ;;; does. */
  readonly hides: boolean;
}

const general: CellFormat = {
  percent: false,
  currency: null,
  day: false,
  time: false,
  hours: false,
  seconds: false,
  form: 'day',
  decimals: undefined,
  leastDecimals: 0,
  whole: 1,
  grouped: false,
  before: '',
  after: '',
  hides: false,
};

const known = new Map<string, readonly CellFormat[]>();
/** A workbook has a few; a process that reads many keeps no more of them than these. */
const most = 256;

export function formatOf(code: string, raw: number): CellFormat {
  const [positive = general, negative = positive, zero = positive] = formatsIn(code);
  return raw < 0 ? negative : raw === 0 ? zero : positive;
}

/** Whether a cell of this format shows nothing of what it holds. A zero that is not shown is a zero all the same. */
export function hides(code: string, value: number | string): boolean {
  if (typeof value === 'number') return value !== 0 && formatOf(code, value).hides;
  const [, , , texts] = formatsIn(code);
  return value.trim() !== '' && texts?.hides === true;
}

function formatsIn(code: string): readonly CellFormat[] {
  const formats = known.get(code) ?? formatsOf(code);
  if (known.size >= most) known.clear();
  known.set(code, formats);
  return formats;
}

/** A section: what makes digits and days of its number, and what it writes around them. */
interface Section {
  pattern: string;
  before: string;
  after: string;
}

function formatsOf(code: string): readonly CellFormat[] {
  const sections = sectionsOf(code.slice(0, 500));
  const currency = sections.map(currencyOf).find((found) => found !== null) ?? null;
  return sections.map((section) => {
    const isEmpty = [section.pattern, section.before, section.after].every((part) => part.trim() === '');
    return { ...readSection(section), currency, hides: isEmpty && sections.length > 1 };
  });
}

/**
 * Colours, conditions and languages are left out, [h] counts hours. A sign after _ or * is room as wide as it, or fills the cell:
 * it is not written, nor is a bracket with a locale alone, such as [$-409].
 */
function sectionsOf(code: string): readonly Section[] {
  let section: Section = { pattern: '', before: '', after: '' };
  const sections = [section];
  const write = (text: string) => {
    if (/[0#?]|general/i.test(section.pattern)) section.after += text;
    else section.before += text;
  };
  for (const [token] of matchesIn(code, /"[^"]*"?|\\.|[_*].|\[[^\]]*\]?|General|[\s\S]/giu)) {
    const [first = ''] = token;
    if (token === ';') {
      section = { pattern: '', before: '', after: '' };
      sections.push(section);
    } else if (first === '"') write(token.replaceAll('"', ''));
    else if (first === '\\') write(token.slice(1));
    else if (/^\[[hms]+\]$/i.test(token)) section.pattern += token;
    else if (first === '[') write(/^\[\$([^\]-]*)/.exec(token)?.[1] ?? '');
    else if (first === '_' || first === '*') write(' ');
    else if (/[$€£₾()+\-\s]/u.test(first)) {
      write(token);
      section.pattern += first === '+' || first === '-' ? token : '';
    } else section.pattern += token;
  }
  return sections;
}

function currencyOf({ before, after }: Section): string | null {
  for (const words of [before, after]) {
    const found = /[$€£₾]/u.exec(words)?.[0] ?? wordsOf(words);
    if (/^(?:[A-Z]{3}|\p{Sc})$/u.test(found)) return found;
  }
  return null;
}

function readSection({ pattern, before, after }: Section): CellFormat {
  if (/^general$/i.test(pattern)) return { ...general, before: wordsOf(before), after: wordsOf(after) };
  if (pattern === '@' || pattern === '') return general;
  const isNumber = /[0#?]/.test(pattern);
  const day = !isNumber && /[yd]|mmm/i.test(pattern);
  const time = /[hs]/i.test(pattern) && !/[#?]/.test(pattern);
  const [hours, seconds] = [/h/i.test(pattern), /s/i.test(pattern)];
  if (day || time) return { ...general, day, time, hours, seconds, form: dayFormOf(pattern) };
  const [whole = '', decimals = ''] = pattern.split('.', 2);
  const places = (decimals.match(/[0#?]/g) ?? []).join('');
  const scales = /[0#?],+(?![0#?])/.test(pattern);
  return {
    ...general,
    percent: pattern.includes('%'),
    decimals: scales || /E[+-]|\//i.test(pattern) ? null : places.length,
    leastDecimals: places.lastIndexOf('0') + 1,
    whole: (whole.match(/0/g) ?? []).length,
    grouped: /[0#?],[0#?]/.test(whole),
    before: wordsOf(before),
    after: wordsOf(after),
  };
}

/** Without the signs of negative numbers, which are written as the language has them. */
function wordsOf(text: string): string {
  const rest = text.replace(/^[\s()+-]+/, '');
  return rest.slice(0, trailing(rest, /[\s()+-]/));
}

function dayFormOf(pattern: string): DayForm {
  const [year, month, day] = [/y/i, /m/i, /d/i].map((letter) => letter.test(pattern));
  if (day) return year || !month ? 'day' : 'day-month';
  return year ? (month ? 'month' : 'year') : 'month-name';
}

/** Formats that workbooks name by a number alone, and those of East Asia. */
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
