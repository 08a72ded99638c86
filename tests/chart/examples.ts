/** Charts as reports have them, and charts that are meant to break the drawing. */
import type { Chart } from '../../src/model/document.ts';
import { chart, type Given } from './kit.ts';

const monthsKa = ['იანვ.', 'თებ.', 'მარ.', 'აპრ.', 'მაისი', 'ივნ.'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];
const women = [82, 96, 110, 124, 138, 150];
const men = [70, 78, 88, 98, 108, 118];
const tasks = ['Train border officers to one standard', 'Equip the crossing points', 'Mid-term evaluation'];
const budget = (...amounts: number[]): Given[] => amounts.map((amount) => [amount, amount.toLocaleString('en')]);
const many = Array.from({ length: 40 }, (_, i) => `Municipality no. ${i + 1} with a long & <b>strange</b> "name"`);
const wave = (factor: number) => many.map((_, i) => (i * factor) % 211);
const letters = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`Series ${i + 1}`, [i + 3, 2 * i + 4]]));

export const examples: Readonly<Record<string, Chart>> = {
  bar: chart('bar', monthsKa, { ქალი: women, კაცი: men }),
  'bar of one series': chart('bar', months, { Women: women }),
  'bar of four series': chart('bar', ['2025', '2026'], {
    Women: [40, 60],
    Men: [61, 45],
    Girls: [20, 21],
    Boys: [11, 9],
  }),
  'bar of few and long names': chart(
    'bar',
    ['ინფორმაცია სამართლებრივი სტატუსისა და ბინადრობის ნებართვის შესახებ', 'ნებაყოფლობითი დაბრუნება და რეინტეგრაცია'],
    { ქალი: [420, 180], კაცი: [300, 210] },
  ),
  'negative bars': chart('bar', months, { Change: [12, -5, 8, -14, 3, 0], Plan: [10, 5, 5, -5, 2, 1] }),
  stacked: chart('stacked', months, {
    Women: women,
    Men: men,
    Children: [12, 20, 25, 30, 31, 40],
    Other: [2, 3, 4, 3, 5, 3],
  }),
  'stacked budget': chart(
    'stacked',
    ['Personnel and consultants', 'Equipment and supplies', 'Training', 'Visibility'],
    {
      Spent: budget(410_000, 220_000, 180_000, 9000),
      Committed: budget(60_000, 90_000, 20_000, 4000),
      Free: budget(130_000, 40_000, 60_000, 7000),
    },
  ),
  line: chart('line', months, { Women: women, Men: men, Children: [12, 20, 25, 30, 31, 40] }),
  'crossing lines': chart('line', months, {
    Arrivals: [120, 90, 100, 60, 80, 70],
    Departures: [60, 70, 85, 90, 75, 72],
    Returns: [10, null, 40, 42, null, 66],
    Transit: [66, 68, 71, 70, 72, 71],
  }),
  share: chart('share', ['Women', 'Men', 'Children'], {
    Advised: [
      [700, '700 (50%)'],
      [560, '560 (40%)'],
      [140, '140 (10%)'],
    ],
  }),
  'share with slivers': chart('share', ['Staff', 'Equipment', 'Training', 'Travel'], { Budget: [88, 9, 2, 1] }),
  gantt: chart(
    'gantt',
    tasks,
    {
      Planned: [
        ['2025-03-01', '2026-06-30'],
        ['2025-06-01', '2026-12-31'],
        ['2026-07-01', '2026-08-31'],
      ],
      Done: [['2025-04-10', '2026-06-30'], ['2025-07-01', '2026-06-30'], null],
    },
    '2026-06-30',
  ),
};

export const hostile: Readonly<Record<string, Chart>> = {
  'forty names': chart('bar', many, { Persons: wave(37) }),
  'forty names, three series': chart('bar', many, { A: wave(37), 'B&<': wave(7), C: wave(3) }),
  'forty stacks': chart('stacked', many, { A: wave(37), B: wave(7) }),
  'forty points': chart('line', many, { A: wave(37), B: wave(7) }),
  'forty parts': chart('share', many, { A: wave(37) }),
  'four hundred names': chart(
    'bar',
    many.flatMap((name) => Array.from({ length: 10 }, (_, i) => name + i)),
    {
      A: Array.from({ length: 400 }, (_, i) => i),
    },
  ),
  zeros: chart('bar', months, { A: [0, 0, 0, 0, 0, 0], B: [0, 0, 0, 0, 0, 0] }),
  'stacked zeros': chart('stacked', months, { A: [0, 0, 0, 0, 0, 0], B: [0, 0, 0, 0, 0, 0] }),
  'a line of zeros': chart('line', months, { A: [0, 0, 0, 0, 0, 0] }),
  'a share of nothing': chart('share', months, { A: [0, 0, 0, 0, 0, 0] }),
  'no values': chart('bar', months, { A: [null, null, null, null, null, null] }),
  'no values in a line': chart('line', months, { A: [null], B: [] }),
  'no times': chart('gantt', tasks, { Planned: [null, null, null] }),
  'one point': chart('line', ['2026'], { A: [5], B: [7] }),
  'one bar': chart('bar', ['2026'], { A: [5] }),
  holes: chart('bar', months, { A: [1, null, 3, 4, 5, null], B: [null, null, 3, 2, 1, null] }),
  'huge numbers': chart('bar', months, {
    A: [[1e15, '1,000,000,000,000,000.00 ₾'], 1, [2e300, '2 × 10³⁰⁰'], 5, 6, [-1e299, '-1 × 10²⁹⁹']],
  }),
  'all negative': chart('bar', months, { A: [-1, -2, -3, -4, -5, -6] }),
  'negative rows': chart('bar', tasks, { Before: [-120, 40, -3], After: [-90, 60, 0] }),
  'negative stacks': chart('stacked', months, { A: [4, -3, 5, 2, 1, 6], B: [-2, 3, -4, 2, 2, -3] }),
  'a negative share': chart('share', ['A', 'B'], { A: [4, -3] }),
  'share of several': chart('share', ['2024', '2025'], { Women: [50, 60], Men: [50, 40] }),
  'one long word': chart('bar', ['ა'.repeat(20_000), 'b'], { ['x'.repeat(300)]: [1, 2], ['y '.repeat(100)]: [2, 1] }),
  'ten series': chart('bar', ['2025', '2026'], letters(10)),
  'ten series in stacks': chart('stacked', ['2025', '2026'], letters(10)),
  'ten lines': chart('line', ['2025', '2026'], letters(10)),
  'points past the names': chart('bar', ['2025'], { A: [1, 2, 3] }),
  'a thousand years': chart('gantt', tasks, { Planned: [['1026-01-01', '2026-01-01'], null, null] }, '2026-06-30'),
  'one day': chart('gantt', ['A'], {
    Planned: [['2026-06-30', '2026-06-30']],
    Done: [null],
    Late: [['2026-06-30', '2026-06-30']],
  }),
};
