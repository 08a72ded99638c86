/** Charts by hand, and what is in their drawings. */

import type { Label } from '../../src/chart/canvas.ts';
import { type ChartDrawing, type ChartOptions, drawChart } from '../../src/chart/chart.ts';
import { words } from '../../src/model/build.ts';
import type { ChartKind, ChartPoint } from '../../src/model/chart.ts';
import type { Chart, Words } from '../../src/model/document.ts';
import type { Table } from '../../src/model/table.ts';
import { at, l, w } from '../make.ts';
import { gza } from '../theme/gza.ts';

/** A value, a value and how it is written, a time, or nothing. */
export type Given = number | readonly [number, string] | readonly [string, string] | null;

const table: Table = {
  ...{
    type: 'table',
    at,
    from: at,
    lang: null,
    id: null,
    look: null,
    number: null,
    caption: null,
    summary: null,
    source: null,
  },
  ...{ columns: [], head: [], body: [], foot: [], wide: false },
};

export function chart(
  kind: ChartKind,
  categories: readonly string[],
  series: Readonly<Record<string, readonly Given[]>>,
  today: string | null = null,
): Chart {
  const all = Object.entries(series).map(([name, given]) => ({ name: named(name), points: given.map(pointOf) }));
  return {
    ...{
      type: 'chart',
      at,
      from: at,
      lang: null,
      id: null,
      look: null,
      number: null,
      caption: null,
      summary: null,
      source: null,
    },
    ...{ kind, alt: w('A chart'), table, showTable: true },
    data: { categories: categories.map(named), series: all, today },
  };
}

function named(text: string): Words {
  const made = words(text);
  if (made === null) throw new Error(`not words: ${text}`);
  return made;
}

function pointOf(given: Given): ChartPoint | null {
  if (given === null) return null;
  if (typeof given === 'number') return { type: 'number', value: given, text: w(String(given)) };
  const [start, end] = given;
  if (typeof start === 'number') return { type: 'number', value: start, text: w(end) };
  return { type: 'span', start, end, text: w(`${start} to ${end}`) };
}

export async function draw(it: Chart, options: Partial<ChartOptions> = {}): Promise<ChartDrawing> {
  return drawChart(it, await gza(), { width: 504, lang: l('en'), ...options });
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly stroke: string;
}

/** All rectangles, in the order that they were drawn in. */
export function rectsOf({ svg }: ChartDrawing): readonly Rect[] {
  return [...svg.matchAll(/<rect ([^>]*)\/>/g)].map(([, attributes = '']) => {
    const get = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(get(name)));
    return { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0, fill: get('fill'), stroke: get('stroke') };
  });
}

export const texts = ({ labels }: ChartDrawing): readonly string[] => labels.map(({ text }) => text);

/** Pairs of labels that lie over one another. */
export function collisions({ labels }: ChartDrawing): readonly string[] {
  const found: string[] = [];
  labels.forEach((a, index) => {
    for (const b of labels.slice(index + 1)) if (overlap(a, b)) found.push(`"${a.text}" over "${b.text}"`);
  });
  return found;
}

/** Of the letters themselves: lines may lie as near as their leading lets them. */
function overlap(a: Label, b: Label): boolean {
  const slack = 0.28 * Math.min(a.height, b.height);
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 0.05 && down > slack;
}

/** Labels that hang out of the drawing. */
export function outside({ labels, width, height }: ChartDrawing): readonly string[] {
  return labels
    .filter(({ x, y, width: w, height: h }) => x < -0.05 || y < -0.05 || x + w > width + 0.05 || y + h > height + 0.05)
    .map(({ text }) => text);
}
