/** The numbers of a chart as a plain list. */
import type { ChartData } from '../model/chart.ts';

export interface GridValue {
  /** Indices into the names. */
  readonly series: number;
  readonly category: number;
  readonly value: number;
  /** As it is written. */
  readonly text: string;
}
export interface ChartGrid {
  readonly categories: readonly string[];
  readonly series: readonly string[];
  readonly values: readonly GridValue[];
}

/** Without what is missing and what is no number. */
export function gridOf({ categories, series }: ChartData): ChartGrid {
  const values = series.flatMap(({ points }, index) =>
    points.flatMap((point, category): GridValue[] => {
      if (point === null || point.type !== 'number' || !Number.isFinite(point.value)) return [];
      return category < categories.length ? [{ series: index, category, value: point.value, text: point.text }] : [];
    }),
  );
  return { categories, series: series.map(({ name }) => name), values };
}

/** With its categories as series: what shows each part in its own texture. */
export function partsOf(grid: ChartGrid): ChartGrid {
  const values = grid.values.map((value) => ({ ...value, series: value.category, category: value.series }));
  return { categories: grid.series, series: grid.categories, values };
}
