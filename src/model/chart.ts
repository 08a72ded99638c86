/** What a chart shows. */
import type { Words } from './document.ts';

export type ChartKind = 'bar' | 'stacked' | 'line' | 'share' | 'gantt';
export interface ChartData {
  /** The names along the axis: months, lines of a budget, tasks. */
  readonly categories: readonly Words[];
  readonly series: readonly ChartSeries[];
  /** Gantt only: the day of the report, ISO 8601. */
  readonly today: string | null;
}
export interface ChartSeries {
  readonly name: Words;
  /** One a category; null where there is none. */
  readonly points: readonly (ChartPoint | null)[];
}
export type ChartPoint =
  /** A number, and as it is written in the document's language. */
  | { readonly type: 'number'; readonly value: number; readonly text: Words }
  /** A time from one day to another, ISO 8601, and as it is written. */
  | { readonly type: 'span'; readonly start: string; readonly end: string; readonly text: Words };
