/** Charts in large print: every letter of 18 points, no word cut, and in parts what no page holds. */
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/chart/chart.ts';
import { largeTheme } from '../../src/large/theme.ts';
import { leastSize } from '../../src/large/type.ts';
import type { Chart } from '../../src/model/document.ts';
import { chart, collisions, type Given, outside } from '../chart/kit.ts';
import { l } from '../make.ts';
import { gza } from '../theme/gza.ts';

const theme = largeTheme(await gza());
const { page } = theme;
const width = page.width - page.left - page.right;
const most = (page.height - page.top - page.bottom) * 0.8;
const draw = (it: Chart) => drawChart(it, theme, { width, lang: l('en'), most });

/** Of the size of type: what a label takes, as `textBox` measures it. */
const labelHeight = 1.04;

const tasks = Array.from(
  { length: 13 },
  (_, n) => `${n + 1}. Procurement and fitting of devices at the crossing points`,
);
const spans = (from: number): Given[] => tasks.map((_, n) => [`${from}-0${(n % 9) + 1}-01`, `${from}-12-28`]);
const regions = Array.from({ length: 24 }, (_, n) => `Region ${n + 1}`);
const numbers = (by: number): Given[] => regions.map((_, n) => (n + 1) * by);

const charts: readonly (readonly [string, Chart])[] = [
  ['a plan with long names', chart('gantt', tasks, { Planned: spans(2025), Actual: spans(2026) }, '2026-06-30')],
  [
    'a plan whose series have long names',
    chart(
      'gantt',
      ['Maps'],
      {
        'As it was planned in the agreement': [spans(2025)[0] ?? null],
        'As it was done up to the day of this report': [spans(2025)[1] ?? null],
      },
      '2026-06-30',
    ),
  ],
  ['bars of two series', chart('bar', regions, { Women: numbers(3), Men: numbers(2) })],
  [
    'bars with names of four lines',
    chart(
      'bar',
      tasks.slice(0, 5).map((name) => `${name}, ${name}`),
      { Cost: [1, 2, 3, 4, 5] },
    ),
  ],
  ['stacks', chart('stacked', regions, { Women: numbers(3), Men: numbers(2) })],
  [
    'stacks with long names',
    chart(
      'stacked',
      tasks.map((name) => `${name}, ${name}`),
      { Women: tasks.map(() => 3), Men: tasks.map(() => 4) },
    ),
  ],
  [
    'shares',
    chart('share', ['Health and social protection', 'Documents', 'Work abroad', 'Return'], { All: [4, 3, 2, 1] }),
  ],
  [
    'lines with long names',
    chart('line', ['2024', '2025', '2026'], {
      'Travellers at all crossing points': [1, 2, 3],
      'Travellers by air': [3, 2, 1],
    }),
  ],
];

describe.each(charts)('%s', (_, it_) => {
  it('have every word, whole and of 18 points', async () => {
    const drawing = await draw(it_);
    expect(drawing.labels.filter(({ text }) => text.includes('…'))).toEqual([]);
    for (const { height } of drawing.labels) expect(height / labelHeight).toBeGreaterThanOrEqual(leastSize - 0.001);
    const words = drawing.labels.map(({ text }) => text).join(' ');
    const { categories, series } = it_.data;
    const asked =
      it_.kind === 'share' || series.length === 1 ? categories : [...categories, ...series.map(({ name }) => name)];
    for (const name of asked) expect(words).toContain(name);
  });

  it('stay inside and apart', async () => {
    const drawing = await draw(it_);
    expect(outside(drawing)).toEqual([]);
    expect(collisions(drawing)).toEqual([]);
  });

  it('are no higher than a page, and as wide in each part', async () => {
    const { parts } = await draw(it_);
    for (const part of parts) {
      expect(part.height).toBeLessThanOrEqual(most + 2);
      expect(part.width).toBeCloseTo(width);
      // Nothing is shown smaller than it is drawn.
      const [, wide = '', view = ''] = /width="([\d.]+)" height="[\d.]+" viewBox="0 0 ([\d.]+) /.exec(part.svg) ?? [];
      expect(Number(wide) / Number(view)).toBeCloseTo(2, 2);
    }
  });
});

it('part between rows: each shape is in one part, and what heads them in all', async () => {
  const [, plan] = charts[0] ?? [];
  if (plan === undefined) throw new Error('no chart');
  const { parts, svg } = await draw(plan);
  expect(parts.length).toBe(3);
  const rects = (text: string) => text.match(/<rect /g)?.length ?? 0;
  // What heads the rows stands above 0.
  const heads = svg.match(/<rect x="[\d.]+" y="-/g)?.length ?? 0;
  expect(heads).toBeGreaterThan(1);
  expect(parts.reduce((sum, part) => sum + rects(part.svg), 0)).toBe(rects(svg) + heads * (parts.length - 1));
});
