/** Charts: numbers or times by category and series. Their words and their table are written from the data. */
import { isDay } from '../language/dates.ts';
import { words } from '../model/build.ts';
import type { ChartData, ChartKind, ChartPoint, ChartSeries } from '../model/chart.ts';
import type { Block, Chart, Words } from '../model/document.ts';
import { readCaptioned } from './captioned.ts';
import { tableOf } from './chart-table.ts';
import { describeChart } from './chart-words.ts';
import { textOf } from './elements.ts';
import { readOptional } from './inlines.ts';
import { type Element, given } from './parse.ts';
import { quote } from './quote.ts';
import {
  type Around,
  choiceOf,
  elementsOf,
  forTemplates,
  numberOf,
  only,
  type Reading,
  reportEmpty,
  reportNone,
  wordsOf,
} from './reading.ts';

const kinds = ['bar', 'stacked', 'line', 'share', 'gantt'] as const satisfies readonly ChartKind[];

export function readChart(
  element: Element,
  base: Pick<Block, 'at' | 'from' | 'lang'>,
  around: Around,
  reading: Reading,
): Chart | null {
  const kind = choiceOf(element, 'kind', kinds, reading);
  const parts = {
    ...readCaptioned(element, around.lang, reading),
    summary: readOptional(only(element, 'summary', reading), around.lang, reading),
    source: readOptional(only(element, 'source', reading), around.lang, reading),
    showTable: choiceOf(element, 'table', ['fold', 'show'], reading) === 'show',
  };
  const axis = given(element, 'axis') === null ? null : wordsOf(element, 'axis', reading);
  const data = readData(element, kind, reading);
  if (data === null) return null;
  const alt = describeChart(kind, data, around.lang);
  return {
    type: 'chart',
    ...base,
    ...parts,
    kind,
    data,
    alt,
    table: tableOf(element, kind, data, { axis, lang: around.lang, reading }),
  };
}

function readData(element: Element, kind: ChartKind, reading: Reading): ChartData | null {
  const elements = elementsOf(element.children);
  const named = elements.filter(({ name }) => name === 'category');
  const categories = named.flatMap((category) => readText(category, reading) ?? []);
  const rows = elements.filter(({ name }) => name === 'series');
  if (named.length === 0) reportNone(element, 'categories', reading);
  if (rows.length === 0) reportNone(element, 'series', reading);
  const series = rows.flatMap((row) => readSeries(row, kind, named.length, reading) ?? []);
  const data = { categories, series, today: readToday(element, kind, reading) };
  const isWhole = categories.length === named.length && series.length === rows.length;
  return named.length > 0 && rows.length > 0 && isWhole && checkData(element, kind, data, reading) ? data : null;
}

function readText(element: Element, reading: Reading): Words | null {
  const name = words(textOf(element));
  if (name === null) reportEmpty(element, reading);
  return name;
}

function readSeries(element: Element, kind: ChartKind, width: number, reading: Reading): ChartSeries | null {
  const name = wordsOf(element, 'name', reading);
  const points = elementsOf(element.children).filter((point) => point.name === 'point');
  if (points.length !== width) {
    const counts = `${points.length} ${points.length === 1 ? 'point' : 'points'}, and the chart ${width}`;
    reading.fault('series-length', element, `The series has ${counts} categories.`, [
      'Give each category its point; write null where there is none.',
      ...forTemplates(element, 'Write <point/> where there is none.'),
    ]);
    return null;
  }
  const before = reading.report.diagnostics.length;
  const read = points.map((point) => readPoint(point, kind, reading));
  return name === null || reading.report.diagnostics.length > before ? null : { name: name.value, points: read };
}

/** Null for a point that is not there. */
function readPoint(element: Element, kind: ChartKind, reading: Reading): ChartPoint | null {
  const [value, start, end] = ['value', 'start', 'end'].map((name) => given(element, name));
  const label = words(textOf(element));
  if (!value && !start && !end && label === null) return null;
  if (label === null) {
    reportEmpty(element, reading);
    return null;
  }
  if (kind === 'gantt')
    return start && end ? readSpan(element, label, reading) : lacking(element, 'start and end', reading);
  const number = numberOf(element, 'value', reading);
  if (number !== null) return { type: 'number', value: number, text: label };
  return value ? null : lacking(element, 'value', reading);
}

function lacking(element: Element, what: string, reading: Reading): null {
  reading.fault('missing-attribute', element, `The point of the chart lacks ${what}.`, [
    'Add it: a chart is drawn from these values, and the text is what people read.',
  ]);
  return null;
}

function readSpan(element: Element, text: Words, reading: Reading): ChartPoint | null {
  const [start, end] = ['start', 'end'].map((name) => readDay(element, name, reading));
  if (!start || !end) return null;
  if (start <= end) return { type: 'span', start, end, text };
  reading.fault('bad-period', element, 'The period ends before it starts.', ['Swap the days.']);
  return null;
}

function readDay(element: Element, name: string, reading: Reading): string | null {
  const attribute = given(element, name);
  if (attribute === null || isDay(attribute.value)) return attribute?.value ?? null;
  reading.fault('bad-value', attribute, `${quote(attribute.value)} is not a day of the calendar.`, [
    'Write it as year-month-day, such as 2026-06-30.',
  ]);
  return null;
}

function readToday(element: Element, kind: ChartKind, reading: Reading): string | null {
  const attribute = given(element, 'today');
  if (attribute === null || kind === 'gantt') return readDay(element, 'today', reading);
  reading.fault('bad-value', attribute, 'Only a Gantt chart can have "today".');
  return null;
}

/** What a kind of chart cannot draw. */
function checkData(element: Element, kind: ChartKind, { series }: ChartData, reading: Reading): boolean {
  const points = series.flatMap((one) => one.points.filter((point) => point !== null));
  const values = points.flatMap((point) => (point.type === 'number' ? [point.value] : []));
  const isPartial = kind === 'stacked' || kind === 'share';
  const fault =
    points.length === 0
      ? (['empty-element', 'The chart has no points.', 'Give it values, or leave it out.'] as const)
      : kind === 'share' && series.length > 1
        ? (['chart-data', 'A chart of shares has one series.', 'Write "stacked" for several.'] as const)
        : isPartial && values.some((value) => value < 0)
          ? (['chart-data', 'A share must not be less than zero.', 'Write "bar".'] as const)
          : kind === 'share' && values.every((value) => value === 0)
            ? (['chart-data', 'All shares are zero.', 'Remove the chart.'] as const)
            : null;
  if (fault === null) return true;
  const [code, message, hint] = fault;
  reading.fault(code, element, message, [hint]);
  return false;
}
