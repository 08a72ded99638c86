/**
 * Where everything in a chart stands: scales, bands and stacks are vega's work. It is given numbers only, never words, so
 * that it has nothing to measure; and it is large, so it is read when the first chart is drawn.
 */
import type { Data, Mark, Scale, Spec } from 'vega';
import type { Point } from '../matrix.ts';
import type { ChartBox } from './canvas.ts';
import type { GridValue } from './grid.ts';

export interface Bar extends GridValue, ChartBox {}
export interface BarPlot {
  /** In the order of the values. */
  readonly bars: readonly Bar[];
  /** Where the value 0 is: a height for upright bars, else a distance from the left. */
  readonly zero: number;
}
export interface BarLayout {
  readonly categories: number;
  readonly series: number;
  /** Bars stand upright, or lie. */
  readonly upright: boolean;
  /** One after the other instead of side by side. */
  readonly stacked: boolean;
  readonly width: number;
  readonly height: number;
  /** Room between categories, as a part of the distance between their starts. */
  readonly gap: number;
}

/** Bars of numbers, from 0. */
export async function plotBars(values: readonly GridValue[], layout: BarLayout): Promise<BarPlot> {
  const { categories, series, upright, stacked, width, height, gap } = layout;
  if (values.length === 0) return { bars: [], zero: upright ? height : 0 };
  const [across, along] = upright
    ? [
        [0, width],
        [height, 0],
      ]
    : [
        [0, height],
        [0, width],
      ];
  const [start, extent, from, to] = upright
    ? (['x', 'width', 'y', 'y2'] as const)
    : (['y', 'height', 'x', 'x2'] as const);
  const beside = stacked ? {} : { offset: { scale: 'series', field: 'series' } };
  const bars: Mark = {
    type: 'rect',
    from: { data: 'values' },
    encode: {
      enter: {
        [start]: { scale: 'category', field: 'category', ...beside },
        [extent]: { scale: stacked ? 'category' : 'series', band: 1 },
        [from]: { scale: 'value', field: 'from' },
        [to]: { scale: 'value', field: 'to' },
      },
    },
  };
  const scales: Scale[] = [
    band('category', categories, { range: across, paddingInner: gap, paddingOuter: gap / 2 }),
    band('series', series, { range: { signal: "[0, bandwidth('category')]" }, paddingInner: 0.1, paddingOuter: 0 }),
    { name: 'value', type: 'linear', domain: { signal: domain }, range: along },
  ];
  const { marks, scale } = await layOut({ data: [measured(values, stacked)], scales, marks: [bars] });
  const placed = boxes(marks[0]);
  return {
    bars: values.map((value, index) => ({ ...value, ...(placed[index] ?? nowhere) })),
    zero: scale('value', 0),
  };
}

export interface PlottedValue extends GridValue {
  readonly at: Point;
}

/** Points of numbers, each category as wide as any other, above the line at 0. */
export async function plotSpots(
  values: readonly GridValue[],
  { categories, width, height }: { categories: number; width: number; height: number },
): Promise<{ spots: readonly PlottedValue[]; zero: number }> {
  if (values.length === 0) return { spots: [], zero: height };
  const scales: Scale[] = [
    { name: 'category', type: 'point', domain: upTo(categories), range: [0, width], padding: 0.5 },
    { name: 'value', type: 'linear', domain: { signal: domain }, range: [height, 0] },
  ];
  const x = { scale: 'category', field: 'category' };
  const points: Mark = {
    type: 'symbol',
    from: { data: 'values' },
    encode: { enter: { x, y: { scale: 'value', field: 'to' } } },
  };
  const { marks, scale } = await layOut({ data: [measured(values, false)], scales, marks: [points] });
  const placed = marks[0] ?? [];
  const spots = values.map((value, index): PlottedValue => {
    const item = placed[index];
    return { ...value, at: [item?.x ?? 0, item?.y ?? 0] };
  });
  return { spots, zero: scale('value', 0) };
}

export interface TimeSpan {
  readonly series: number;
  readonly category: number;
  /** Milliseconds since 1970, UTC: its first moment and the first after it. */
  readonly start: number;
  readonly end: number;
}

/** Times in rows, one row a category. `at` gives the place of a moment. */
export async function plotSpans(
  spans: readonly TimeSpan[],
  layout: { categories: number; width: number; height: number; from: number; to: number },
): Promise<{ spans: readonly (TimeSpan & ChartBox)[]; at: (time: number) => number }> {
  const { categories, width, height, from, to } = layout;
  const bars: Mark = {
    type: 'rect',
    from: { data: 'spans' },
    encode: {
      enter: {
        x: { scale: 'time', field: 'start' },
        x2: { scale: 'time', field: 'end' },
        y: { scale: 'category', field: 'category' },
        height: { scale: 'category', band: 1 },
      },
    },
  };
  const scales: Scale[] = [
    band('category', categories, { range: [0, height], paddingInner: 0, paddingOuter: 0 }),
    { name: 'time', type: 'utc', domain: [from, to], range: [0, width] },
  ];
  const data: Data = { name: 'spans', values: spans.map((span) => ({ ...span })) };
  const { marks, scale } = await layOut({ data: [data], scales, marks: [bars] });
  const placed = boxes(marks[0]);
  return {
    spans: spans.map((span, index) => ({ ...span, ...(placed[index] ?? nowhere) })),
    at: (time) => scale('time', time),
  };
}

// ---- vega ---------------------------------------------------------------------------------------------------

/** With 0 in it, and not only 0. */
const domain = 'all[0] == 0 && all[1] == 0 ? [0, 1] : [min(0, all[0]), max(0, all[1])]';

/** The values with what is drawn of each: from 0, or from the end of the one before in its category. */
function measured(values: readonly GridValue[], stacked: boolean): Data {
  const numbers = values.map(({ series, category, value }) => ({ series, category, value }));
  return {
    name: 'values',
    values: numbers,
    transform: [
      stacked
        ? { type: 'stack', groupby: ['category'], field: 'value', sort: { field: 'series' }, as: ['from', 'to'] }
        : { type: 'formula', expr: '0', as: 'from' },
      ...(stacked ? [] : [{ type: 'formula', expr: 'datum.value', as: 'to' } as const]),
      { type: 'extent', field: 'to', signal: 'all' },
    ],
  };
}

function band(name: string, count: number, options: object): Scale {
  return { name, type: 'band', domain: upTo(count), ...options } as Scale;
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

const nowhere: ChartBox = { x: 0, y: 0, width: 0, height: 0 };

interface Item {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

function boxes(items: readonly Item[] = []): readonly ChartBox[] {
  return items.map(({ x = 0, y = 0, width = 0, height = 0 }) => ({ x, y, width, height }));
}

interface LaidOut {
  /** What became of each mark of the specification: an item a datum, in the order of the data. */
  readonly marks: readonly (readonly Item[])[];
  scale(name: string, value: number): number;
}

async function layOut(spec: Spec): Promise<LaidOut> {
  const { parse, View } = await import('vega');
  const view = new View(parse(spec), { renderer: 'none' });
  await view.runAsync();
  // vega's types know the scene but not what holds it.
  const { root } = view.scenegraph() as unknown as { root: { items: { items: { items: Item[] }[] }[] } };
  const marks = (root.items[0]?.items ?? []).map(({ items }) =>
    items.map(({ x, y, width, height }) => ({ x, y, width, height })),
  );
  view.finalize();
  return { marks, scale: (name, value) => Number(view.scale(name)(value)) };
}
