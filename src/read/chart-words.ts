/**
 * The alternative text of a chart, from its data, as short as it can be: the table with all values follows it. The kind,
 * where each series is highest and lowest, how a line and a plan start and end, and what there is no data of.
 */
import { formatDate } from '../language/dates.ts';
import type { ChartWords, Language } from '../language/language.ts';
import { languageOf } from '../language/languages.ts';
import { formatShare } from '../language/numerals.ts';
import type { ChartData, ChartKind, ChartPoint, ChartSeries } from '../model/chart.ts';
import type { Lang, Words } from '../model/document.ts';
import { written } from './labels.ts';
import { spoken } from './speech.ts';

/** So many series are described; who needs the others has the table. */
const fewSeries = 4;
/** So many categories are named that share a value, or have no data. */
const fewNamed = 3;

export function describeChart(kind: ChartKind, data: ChartData, lang: Lang): Words {
  const language = languageOf(lang);
  const phrases = language.charts;
  const { categories, series, today } = data;
  const described = series.slice(0, fewSeries);
  const whole = kind === 'share' ? totalOf(series) : null;
  const sentences = described.map((one) => {
    const gaps = categories.filter((_, index) => one.points[index] === null);
    const rendered = [
      ...summary(kind, pointsOf(one, categories, whole, language), { phrases, categories: categories.length }),
      ...(gaps.length === 0 ? [] : [gapsIn(gaps, categories.length, language)]),
    ];
    return sentence(`${one.name}: ${rendered.join('; ')}`);
  });
  return written(
    [
      `${phrases.kinds[kind]}: ${phrases.size(categories.length, series.length)}.`,
      ...sentences,
      ...(described.length < series.length ? [phrases.more(series.length - described.length)] : []),
      ...(today === null ? [] : [phrases.reportDay(formatDate(today, language) ?? today)]),
      phrases.table,
    ].join(' '),
  );
}

/** What a series has no data of, by name or by count. */
function gapsIn(names: readonly Words[], categories: number, { charts, labels }: Language): string {
  if (names.length === categories) return labels.missing;
  return charts.gaps(names.length > fewNamed ? charts.countOf(names.length, categories) : names.join(', '));
}

interface Said {
  readonly name: Words;
  readonly text: string;
  readonly point: ChartPoint;
}

function pointsOf(
  series: ChartSeries,
  categories: readonly Words[],
  whole: number | null,
  language: Language,
): readonly Said[] {
  return series.points.flatMap((point, index) => {
    const name = categories[index];
    if (point === null || name === undefined) return [];
    // Who writes the percentage already need not hear it twice.
    const isSaid = whole === null || point.type === 'span' || point.text.includes('%');
    const share = isSaid ? '' : `, ${formatShare(point.value / whole, language)}`;
    return [{ name, text: `${spoken(point.text, language)}${share}`, point }];
  });
}

function totalOf(series: readonly ChartSeries[]): number {
  return series
    .flatMap(({ points }) => points)
    .reduce((sum, point) => sum + (point?.type === 'number' ? point.value : 0), 0);
}

interface Telling {
  readonly phrases: ChartWords;
  /** How many the chart has. */
  readonly categories: number;
}

/** A line has a first and a last value; bars have none, for their order may say nothing. */
function summary(kind: ChartKind, points: readonly Said[], telling: Telling): readonly string[] {
  const { phrases } = telling;
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first === last) return [`${first.text} (${first.name})`];
  if (kind === 'gantt') {
    const earliest = ending(points, (one, other) => compare(dayOf(one, 'start'), dayOf(other, 'start')));
    const latest = ending(points, (one, other) => compare(dayOf(other, 'end'), dayOf(one, 'end')));
    return earliest.length === 1 && latest.length === 1 && earliest[0] === latest[0]
      ? [phrase(phrases.longest, earliest, telling)]
      : [phrase(phrases.first, earliest, telling), phrase(phrases.last, latest, telling)];
  }
  const lowest = ending(points, (one, other) => numberIn(one) - numberIn(other));
  const highest = ending(points, (one, other) => numberIn(other) - numberIn(one));
  if (lowest.length === points.length) return [`${phrases.all} – ${first.text}`];
  const ends = kind === 'line' ? [phrase(phrases.first, [first], telling), phrase(phrases.last, [last], telling)] : [];
  return [...ends, phrase(phrases.highest, highest, telling), phrase(phrases.lowest, lowest, telling)];
}

/** All points that come first in an order: “lowest in A” would be false where B is as low. */
function ending(points: readonly Said[], order: (one: Said, other: Said) => number): readonly Said[] {
  const [end] = points.toSorted(order);
  return points.filter((point) => end !== undefined && order(point, end) === 0);
}

function phrase(what: string, points: readonly Said[], { phrases, categories }: Telling): string {
  const named = points.length <= fewNamed;
  const names = named ? points.map(({ name }) => name).join(', ') : phrases.countOf(points.length, categories);
  const [text, ...others] = new Set(points.map((point) => point.text));
  if (others.length === 0) return `${what} – ${text} (${names})`;
  return `${what} – ${named ? points.map((point) => `${point.text} (${point.name})`).join(', ') : names}`;
}

function numberIn({ point }: Said): number {
  return point.type === 'number' ? point.value : 0;
}
function dayOf({ point }: Said, end: 'start' | 'end'): string {
  return point.type === 'span' ? point[end] : '';
}
// By code unit: ISO dates sort as they are.
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
