/** All spans of time in the data, and the single days, with their paths. */
import { type Path, pathText } from '../../json/path.ts';
import type { DataSheet } from './sheet.ts';

export interface DateSpan {
  readonly path: Path;
  readonly start: string;
  readonly end: string;
  /** Whether it tells what has happened. */
  readonly past: boolean;
}

/** Of the project's work: activities and periods that targets are set for. */
export function* workSpans(sheet: DataSheet): Generator<DateSpan> {
  for (const { path, value } of sheet.parts('activity')) {
    yield { path: [...path, 'planned'], ...value.planned, past: false };
    if (value.actual !== null) yield { path: [...path, 'actual'], ...value.actual, past: true };
  }
  for (const { path, value } of sheet.parts('results')) {
    for (const [index, { start, end }] of (value.periods ?? []).entries()) {
      yield { path: [...path, 'periods', index], start, end, past: false };
    }
  }
  for (const { path, value } of sheet.parts('project')) {
    if (value.period !== null) yield { path: [...path, 'period'], ...value.period, past: true };
  }
}

/** The project itself and Gantt charts as well. */
export function* allSpans(sheet: DataSheet): Generator<DateSpan> {
  yield* workSpans(sheet);
  for (const { path, value } of sheet.parts('project')) yield { path, start: value.start, end: value.end, past: false };
  for (const { path, value } of sheet.parts('chart')) {
    for (const [series, { spans }] of value.series.entries()) {
      for (const [index, span] of (spans ?? []).entries()) {
        if (span !== null) yield { path: [...path, 'series', series, 'spans', index], ...span, past: false };
      }
    }
  }
}

export interface Day {
  readonly path: Path;
  readonly day: string;
  readonly past: boolean;
}

/** Single days of the project's work: milestones and instalments. */
export function* workDays(sheet: DataSheet): Generator<Day> {
  for (const { path, value } of sheet.parts('stop')) {
    yield { path: [...path, 'date'], day: value.date, past: value.state !== 'ahead' };
  }
  for (const { path, value } of sheet.parts('money')) {
    for (const [index, { date }] of (value.received ?? []).entries()) {
      yield { path: [...path, 'received', index, 'date'], day: date, past: true };
    }
    if (value.exchange !== null) yield { path: [...path, 'exchange', 'date'], day: value.exchange.date, past: true };
  }
}

export interface OrderedDay {
  readonly path: Path;
  readonly day: string;
  /** That of the item before it. */
  readonly before: string;
}

/** Days of lists that are given in order, each but the first of its list. */
export function* orderedDays(sheet: DataSheet): Generator<OrderedDay> {
  const stops = sheet.parts('stop');
  for (const [index, { path, value }] of stops.entries()) {
    const before = stops[index - 1];
    const isNext = before !== undefined && pathText(before.path.slice(0, -1)) === pathText(path.slice(0, -1));
    if (isNext) yield { path: [...path, 'date'], day: value.date, before: before.value.date };
  }
  for (const { path, value } of sheet.parts('money')) {
    const received = value.received ?? [];
    yield* inOrder(
      received.map(({ date }, index) => ({ path: [...path, 'received', index, 'date'], start: date, end: date })),
    );
  }
  for (const { path, value } of sheet.parts('results'))
    yield* inOrder(
      (value.periods ?? []).map(({ start, end }, index) => ({
        path: [...path, 'periods', index, 'start'],
        start,
        end,
      })),
    );
}

function* inOrder(list: readonly { path: Path; start: string; end: string }[]): Generator<OrderedDay> {
  for (const [index, { path, start }] of list.entries()) {
    const before = list[index - 1]?.end;
    if (before !== undefined) yield { path, day: start, before };
  }
}
