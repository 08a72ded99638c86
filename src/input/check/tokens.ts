/** What a text says in any language: numbers, months, links, lists. */
import { en } from '../../language/en.ts';
import type { Language } from '../../language/language.ts';
import { allLanguages } from '../../language/languages.ts';
import { matchesIn } from '../../text.ts';

const linkTarget = /\]\(([^()\s]+)\)/g;

/** Where links in a text with inline marks lead, in order. */
export function linksIn(text: string): readonly string[] {
  if (!text.includes('](')) return [];
  return [...matchesIn(text, linkTarget)].map(([, target = '']) => target);
}

/** How many paragraphs and items a text of several blocks has. */
export function partsIn(text: string): { readonly paragraphs: number; readonly items: number } {
  const lines = text.split(/\r\n?|\n/);
  const items = lines.filter((line) => /^\s*(?:-|\d+\.)\s/.test(line)).length;
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';
  const paragraphs = lines.filter((line, index) => !isBlank(line) && isBlank(lines[index - 1])).length;
  return { paragraphs, items };
}

const blank = '[ \\u00a0\\u2009\\u202f]';

/**
 * How the numbers of a text may be read, the likeliest way first: with their groups, versions and days written with dots, decimal
 * marks. A number between whose groups stand blanks is written alike in every language, with either mark; but where other groups
 * are usual, a blank may also part two numbers: “In phase 2 300 people …”.
 */
function waysOf({ numerals: { group, decimal } }: Language): readonly RegExp[] {
  const isBlank = group.trim() === '';
  const mark = isBlank ? '[.,]' : `[${decimal}]`;
  const grouped = isBlank ? [] : [`(?<![\\d${decimal}])\\d{1,3}(?:[${group}]\\d{3})+(?!\\d)(?:${mark}\\d+)?`];
  const dotted = '\\d+(?:\\.\\d+){2,}';
  const byBlanks = `(?<![\\d.,])\\d{1,3}(?:${blank}\\d{3})+(?!\\d)(?:[.,]\\d+)?`;
  const plain = `\\d+(?:${mark}\\d+)?`;
  const usual = [...grouped, dotted, byBlanks, plain];
  const ways = isBlank ? [usual] : [usual, [...grouped, dotted, plain]];
  return ways.map((alternatives) => new RegExp(alternatives.join('|'), 'g'));
}

const ways: ReadonlyMap<Language, readonly RegExp[]> = new Map(allLanguages.map((each) => [each, waysOf(each)]));

// With the code of a country, or the ten digits of a call inside of Georgia, which start with 0; in whatever groups.
const telephone =
  /\+\d[\d \u00a0\u2009\u202f\u2011-]+\d|(?<![\d.,][ \u00a0\u2009\u202f]?)0(?:[ \u00a0\u2009\u202f\u2011()-]{0,2}\d){9}(?!\d)/g;

/** The numbers of a text as JavaScript writes them, sorted; addresses do not count. */
export function numbersIn(text: string, language: Language): readonly string[] {
  const [likeliest] = ways.get(language) ?? [];
  if (likeliest === undefined || !/\d/.test(text)) return [];
  const { calls, rest } = callsIn(text);
  const timed = rest.search(clock) < 0 ? rest : withTimes(rest, 24);
  return [...calls, ...numbersBy(likeliest, timed, language)].sort();
}

// A digit that letters lead up to is part of a name; in Georgian “N5” is number 5.
const lettersThenDigit = /\p{L}\d/u;
/** Found in every text in which that is. */
const signThenDigit = /[^\s\d.,:;()+/–-]\d/;
const named = /(?<![\p{L}\d])(?!N\d)\p{L}+\d[\p{L}\d]*/gu;

/** Words with a digit in them, such as EU4Energy or CO2, by the letters before it. */
export function namesIn(text: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  if (!signThenDigit.test(text) || !lettersThenDigit.test(text)) return names;
  for (const [name] of matchesIn(text.replace(linkTarget, '] '), named)) {
    const stem = /^\p{L}+/u.exec(name)?.[0] ?? name;
    names.set(stem, [...(names.get(stem) ?? []), name]);
  }
  return names;
}

const hour = '(?<![\\d:.])(\\d{1,2})';
/** “4 p.m.”, “4:30 PM”, and “16:30”. */
const clock = new RegExp(`${hour}(?:[:.]([0-5]\\d))?${blank}?([ap])\\.?m\\b\\.?|${hour}:([0-5]\\d)(?![\\d:])`, 'gi');

const dottedTime = /(?<![\d.,])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.,]*\d|[ \u00a0]?%)/;
const dottedTimes = new RegExp(dottedTime, 'g');

/** The text with its times of day as numbers: hours, and minutes where there are any, of the one or the other clock. */
function withTimes(text: string, hours: 24 | 12): string {
  return text.replace(clock, (_, one, minutes: string | undefined, half: string | undefined, other, more) => {
    const given = Number(one ?? other);
    const late =
      half?.toLowerCase() === 'p' && given < 12 ? given + 12 : half !== undefined && given === 12 ? 0 : given;
    const whole = half?.toLowerCase() === 'p' && given === 12 ? 12 : late;
    const rest = minutes ?? more ?? '00';
    const shown = hours === 24 ? whole : whole % 12 === 0 ? 12 : whole % 12;
    return rest === '00' ? ` ${shown} ; ` : ` ${shown} ; ${Number(rest)} ; `;
  });
}

/** The numbers of a text in each way in which they may be read, the likeliest first. */
export function readingsOf(text: string, language: Language): readonly (readonly string[])[] {
  const { calls, rest } = callsIn(text);
  const clocks = rest.search(clock) < 0 ? [rest] : [withTimes(rest, 24), withTimes(rest, 12)];
  // “9.45” may be a quarter to ten; as such it is a number of the hour and one of the minutes.
  if (dottedTime.test(rest)) clocks.push(withTimes(rest.replace(dottedTimes, '$1:$2'), 24));
  return clocks.flatMap((timed) =>
    (ways.get(language) ?? []).map((pattern) => [...calls, ...numbersBy(pattern, timed, language)].sort()),
  );
}

/** The telephone numbers of a text, and what is left of it without them and without names. */
function callsIn(text: string): { readonly calls: readonly string[]; readonly rest: string } {
  const plain = text.replace(linkTarget, '] ').replace(/^[^\S\r\n\u2028\u2029]*\d+\.\s/gm, '');
  const calls = (plain.match(telephone) ?? []).map((found) => found.replaceAll(/\D/g, ''));
  const rest = calls.length === 0 ? plain : plain.replaceAll(telephone, ' ');
  return { calls, rest: signThenDigit.test(rest) && lettersThenDigit.test(rest) ? rest.replace(named, ' ') : rest };
}

function numbersBy(pattern: RegExp, text: string, language: Language): readonly string[] {
  return (text.match(pattern) ?? []).map((found) => plainNumber(found, language));
}

function plainNumber(found: string, { numerals: { group, decimal } }: Language): string {
  // As most are.
  if (/^(?:0|[1-9]\d{0,14})$/.test(found)) return found;
  const [, sign] = /^\d{1,3}(?:([^\d\s])\d{3})+(?!\d)/.exec(found) ?? [];
  if (sign !== group && /\..*\./.test(found)) return found;
  const bare =
    sign === group
      ? found.replaceAll(group, '').replace(decimal, '.')
      : found.replaceAll(/[ \u00a0\u2009\u202f]/g, '').replace(',', '.');
  // A code such as 014 keeps its zeros, and one too long to be a number its digits.
  return /^0\d|\d{16}/.test(bare) ? bare : String(Number(bare));
}

/** The months that a text names, by their English names, in the order of the year. */
export function monthsIn(text: string, language: Language): readonly string[] {
  const { months, anyMonth } = language.prose;
  if (!anyMonth.test(text)) return [];
  return months.flatMap((month, index) => (text.match(month) ?? []).map(() => en.dates.months[index] ?? ''));
}

/** What one list has and the other lacks, counted. */
export function missingFrom(
  list: readonly string[],
  other: readonly string[],
  key: (each: string) => string = (each) => each,
): readonly string[] {
  const left = new Map<string, number>();
  for (const each of other.map(key)) left.set(each, (left.get(each) ?? 0) + 1);
  return list.filter((each) => {
    const count = left.get(key(each)) ?? 0;
    left.set(key(each), count - 1);
    return count <= 0;
  });
}

/** A text without its days and years, such as “21 June 2026” and „2026 წლის 21 ივნისს“: what is left of its numbers counts something. */
export function withoutDays(text: string, { prose: { months, anyMonth } }: Language): string {
  const undated = text.replace(/(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)/g, ' ');
  if (!anyMonth.test(undated)) return undated;
  const marked = months.reduce((rest, month) => rest.replace(month, '\uE000'), undated);
  return marked.replace(/(?<![\d.,])\d{1,2}(?:\s?[–-]\s?\d{1,2})?\s?\uE000|\uE000\s\d{1,2}(?![\d.,]*\d)/g, ' ');
}

/** The whole numbers of a text from 100 on, also those written with a word: “1.84 million”. */
export function countsIn(text: string, language: Language): readonly number[] {
  const words = language.wording.scales;
  const scaled = [...matchesIn(text, words)].map(({ groups = {} }) => {
    const { number = '', million } = groups;
    const decimal = Number(number.replace(language.numerals.decimal, '.'));
    return Math.round(decimal * (million === undefined ? 1e9 : 1e6));
  });
  return [...numbersIn(text.replace(words, ' '), language).map(Number), ...scaled].filter((each) => each >= 100);
}

/** The days that a text names with their month, as `2026-06-30`; one without a year has that of the next day that has one. */
export function daysIn(text: string, { prose: { months } }: Language): readonly string[] {
  const found = months.flatMap((month, index) =>
    [...matchesIn(text, month)].flatMap(({ 0: name, index: at }) => {
      const [, before] = /(?:(\d{4}) \p{L}{1,6} )?\d{1,2}\s$/u.exec(text.slice(0, at)) ?? [];
      const [, day] = /(\d{1,2})\s$/.exec(text.slice(0, at)) ?? [];
      const [, after] = /^,?\s(\d{4})(?!\d)/.exec(text.slice(at + name.length)) ?? [];
      return day === undefined ? [] : [{ at, day, month: index + 1, year: before ?? after }];
    }),
  );
  const sorted = found.sort((one, other) => one.at - other.at);
  return sorted.flatMap(({ day, month, year }, index) => {
    const of = year ?? sorted.slice(index).find((each) => each.year !== undefined)?.year ?? sorted[index - 1]?.year;
    return of === undefined ? [] : [`${of}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`];
  });
}
