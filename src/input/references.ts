/**
 * Numbers and days that a text takes from the data: `{value=results.levels[0].indicators[2].target}`. They are written as the
 * language writes them, before anything else sees the text, so that prose cannot disagree with what it speaks of. What comes in
 * has digits and signs of numbers alone, or the words of a day: it can be no mark.
 */
import type { Place, Report } from '../diagnostics.ts';
import type { Json } from '../json/json.ts';
import { type Path, pathText, valueAt } from '../json/path.ts';
import { placeInText, remended } from '../json/within.ts';
import { type DateForm, formatDate, isDay } from '../language/dates.ts';
import type { Language } from '../language/language.ts';
import { type LanguageTag, languageOf } from '../language/languages.ts';
import { formatMoney, formatNumber, formatPercent } from '../language/numerals.ts';
import { nameHints } from '../suggestion.ts';
import { matchesIn } from '../text.ts';
import type { DataSheet } from './check/sheet.ts';
import { Derived } from './kinds/derive.ts';

const opening = '{value=';
const signs = /(\\?)\{value=([^{}\n]{0,300})(\}?)/g;
const forms = ['number', 'money', 'percent', 'day', 'month', 'year'] as const;
type Form = (typeof forms)[number];

/**
 * The data with the values in its texts; the same if there are none, null with an error (`value-reference`) at each sign that
 * leads to none. Paths lead through the data as it was checked, with what was computed of it.
 */
export function withReferences(
  json: Json,
  { data, texts }: Pick<DataSheet, 'data' | 'texts'>,
  report: Report,
): Json | null {
  const written = new Map<string, string>();
  const changes: (readonly [Path, string])[] = [];
  let isSound = true;
  for (const { path, texts: all, rich } of texts) {
    for (const [tag, text] of Object.entries(all) as [LanguageTag, string][]) {
      if (!text.includes(opening)) continue;
      const own = [...path, tag];
      const at = pathText(own);
      const filled = text.replace(
        signs,
        (sign: string, backslash: string, named: string, close: string, index: number) => {
          if (backslash !== '') return rich ? sign : sign.slice(1);
          const found = close === '' ? unclosed : shown(named, data, languageOf(tag));
          if (typeof found === 'string') return found;
          isSound = false;
          const place = placeInText(json.placeOf(at), index, opening);
          report.error('value-reference', place, found.message, { hints: found.hints });
          return '';
        },
      );
      changes.push([own, filled]);
      written.set(at, filled);
    }
  }
  if (!isSound) return null;
  return changes.length === 0
    ? json
    : { ...json, value: replaced(json.value, changes), placeOf: placesIn(json, written) };
}

interface Fault {
  readonly message: string;
  readonly hints: readonly string[];
}

const unclosed: Fault = {
  message: `"${opening}" is not closed.`,
  hints: ['Write } after the path, as in {value=project.start}; for the sign itself write \\{value=.'],
};

/** What a sign shows in a language, or what is wrong with it. */
function shown(written: string, data: unknown, language: Language): string | Fault {
  const words = written.trim().split(/\s+/);
  const isFormed = words.length > 2 && words.at(-2) === 'as';
  const [name, form] = isFormed ? [words.slice(0, -2).join(' '), words.at(-1)] : [words.join(' '), undefined];
  const isForm = (each: string): each is Form => forms.some((known) => known === each);
  if (form !== undefined && !isForm(form))
    return { message: `A value cannot be shown as "${form}".`, hints: nameHints(form, forms, 'forms') };
  const found = resolve(name, data);
  if ('message' in found) return found;
  const value = found.value instanceof Derived ? found.value.value : found.value;
  const [around, key] = [found.around, String(found.path.at(-1) ?? '')];
  if (typeof value === 'number') return numberOf(value, form ?? 'number', { around, key, language });
  if (typeof value === 'string' && isDay(value)) {
    const asked: DateForm | null =
      form === undefined ? 'day' : form === 'month' || form === 'year' || form === 'day' ? form : null;
    const day = asked === null ? null : formatDate(value, language, asked);
    if (day !== null) return day;
    return {
      message: `${quoted(name)} is a day and cannot be shown as ${form}.`,
      hints: ['Write as day, as month or as year.'],
    };
  }
  return { message: `${quoted(name)} is neither a number nor a day.`, hints: insideHints(found.value) };
}

interface Around {
  /** The records around the value, the innermost first. */
  readonly around: readonly object[];
  readonly key: string;
  readonly language: Language;
}

function numberOf(value: number, form: Form, { around, key, language }: Around): string | Fault {
  const decimals = nearest(around, 'decimals');
  const places = typeof decimals === 'number' ? { least: decimals, most: decimals } : undefined;
  // Digits of a year are not grouped.
  if (key === 'year' && form === 'number') return String(value);
  if (form === 'number') return formatNumber(value, language, places);
  if (form === 'percent') return formatPercent(value, language, places);
  if (form !== 'money')
    return { message: `A number cannot be shown as ${form}.`, hints: ['Write as number, as money or as percent.'] };
  const currency = nearest(around, 'currency');
  if (typeof currency === 'string') return formatMoney(value, currency, language, places);
  return {
    message: 'The amount has no currency around it in the data.',
    hints: ['Remove "as money" and write the currency in words.'],
  };
}

/** The value of a field in the nearest record around that has it. */
function nearest(around: readonly object[], field: string): unknown {
  for (const record of around) {
    const value: unknown = Object.hasOwn(record, field) ? Reflect.get(record, field) : null;
    if (value !== null && value !== undefined) return value instanceof Derived ? value.value : value;
  }
  return null;
}

interface Resolved {
  readonly value: unknown;
  readonly path: Path;
  readonly around: readonly object[];
}

const step = /(?:^|\.)([\p{L}_$][\p{L}\p{N}_$-]*|\d{1,6})|\[(\d{1,6})\]|\[([\p{L}_][\p{L}\p{N}_]*)=([^[\]]{1,100})\]/gu;

/** Follows a path: names and places from 0, as findings write them, or a record of a list by one of its fields: `[code=2.1]`. */
function resolve(written: string, data: unknown): Resolved | Fault {
  const name = written.replace(/^\$\.?/, '');
  let found: Resolved = { value: data, path: [], around: [] };
  let end = 0;
  for (const match of matchesIn(name, step)) {
    if (match.index !== end) break;
    end += match[0].length;
    const next = within(found, match);
    if ('message' in next) return next;
    found = next;
  }
  if (end === name.length && end > 0) return found;
  return {
    message: `${quoted(written)} is not the path of a value.`,
    hints: ['Write it as findings do, such as figures[0].value or project.start.'],
  };
}

function within({ value, path, around }: Resolved, [, name, index, field, wanted]: RegExpExecArray): Resolved | Fault {
  const inner = [...(typeof value === 'object' && value !== null && !Array.isArray(value) ? [value] : []), ...around];
  if (field !== undefined) {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    const fits = list.flatMap((item, at) => (String(valueAt(item, [field])) === wanted ? [at] : []));
    const [only, another] = fits;
    if (only !== undefined && another === undefined) return { value: list[only], path: [...path, only], around: inner };
    const known = list.flatMap((item) =>
      valueAt(item, [field]) === undefined ? [] : [String(valueAt(item, [field]))],
    );
    const many = `${fits.length} of ${quoted(pathText(path))} have the ${field} "${wanted}".`;
    return {
      message: only === undefined ? `Nothing in ${quoted(pathText(path))} has the ${field} "${wanted}".` : many,
      hints:
        only === undefined
          ? nameHints(wanted ?? '', known, `values of ${field}`)
          : ['Name one by its place: [0] is the first.'],
    };
  }
  const key = index ?? name ?? '';
  const at = Array.isArray(value) && /^\d+$/.test(key) ? Number(key) : key;
  const next = valueAt(value, [at]);
  if (next !== undefined && next !== null && !(value instanceof Derived))
    return { value: next, path: [...path, at], around: inner };
  const isEmpty = next === null;
  const where = path.length === 0 ? 'The data' : quoted(pathText(path));
  return {
    message: isEmpty ? `${quoted(pathText([...path, at]))} has no value.` : `${where} has no "${key}".`,
    hints: isEmpty ? ['Write the value there, or the number in words.'] : insideHints(value, key),
  };
}

/** What is within a value that could be named. */
function insideHints(value: unknown, named = ''): readonly string[] {
  if (Array.isArray(value)) {
    return value.length === 0
      ? ['The list is empty.']
      : [`It is a list: write a place from [0] to [${value.length - 1}].`];
  }
  if (typeof value !== 'object' || value === null || value instanceof Derived)
    return ['Name a number or a day of the data.'];
  const names = Object.keys(value).filter((key) => (Reflect.get(value, key) ?? null) !== null);
  const deeper = names.find((key) => (valueAt(value, [key, named]) ?? null) !== null);
  const meant = deeper === undefined || named === '' ? [] : [`Did you mean "${deeper}.${named}"?`];
  return meant.length > 0 ? meant : nameHints(named, names, 'names there');
}

const quoted = (name: string): string => `"${name}"`;

/** The data with some of its texts replaced. */
function replaced(value: unknown, changes: readonly (readonly [Path, string])[]): unknown {
  const whole = structuredClone(value);
  for (const [path, text] of changes) {
    const key = path.at(-1);
    const record = valueAt(whole, path.slice(0, -1));
    if (key !== undefined && typeof record === 'object' && record !== null) Reflect.set(record, key, text);
  }
  return whole;
}

/** Places in a text that was filled in are those of the text as it is written. */
function placesIn(json: Json, written: ReadonlyMap<string, string>): Json['placeOf'] {
  return (path): Place => {
    const text = written.get(path);
    const place = json.placeOf(path);
    return text === undefined ? place : remended(place, text);
  };
}
