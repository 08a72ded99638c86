/** Whatever the numbers and names are, words stay apart and inside, and only plain shapes are drawn. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ChartKind } from '../../src/model/chart.ts';
import { chart, collisions, draw, type Given, outside } from './kit.ts';

const names = [
  'იანვარი',
  'ა',
  'Unaccompanied children',
  'სამართლებრივი სტატუსი და ბინადრობა',
  'B&<c>',
  '2026',
  'Żółw',
  'x'.repeat(80),
];
const name = fc.tuple(fc.constantFrom(...names), fc.nat(999)).map(([text, n]) => `${text} ${n}`);
const unique = (most: number) => fc.uniqueArray(name, { minLength: 1, maxLength: most });
const value: fc.Arbitrary<Given> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 500 }) },
  { weight: 1, arbitrary: fc.constantFrom<Given>(null, 0, 1e12, 0.004, -40, -400) },
);
const day = fc.integer({ min: 0, max: 2000 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
const span: fc.Arbitrary<Given> = fc.option(fc.tuple(day, day).map(([a, b]) => (a < b ? [a, b] : [b, a])));

const numbers = fc
  .tuple(fc.constantFrom<ChartKind>('bar', 'stacked', 'line', 'share'), unique(14), unique(6))
  .chain(([kind, categories, series]) => {
    const row = fc.array(value, { minLength: categories.length, maxLength: categories.length });
    const rows = fc.tuple(...series.map(() => row));
    return rows.map((points) =>
      chart(kind, categories, Object.fromEntries(series.map((one, i) => [one, points[i] ?? []]))),
    );
  });
const plans = fc.tuple(unique(14), unique(3), fc.option(day)).chain(([tasks, series, today]) => {
  const row = fc.array(span, { minLength: tasks.length, maxLength: tasks.length });
  const rows = fc.tuple(...series.map(() => row));
  return rows.map((points) =>
    chart('gantt', tasks, Object.fromEntries(series.map((one, i) => [one, points[i] ?? []])), today),
  );
});

/** A value that has no room in its bar, and beside it, at the edge of the drawing, less than half a gap. */
const valueBesideTheLastBar = chart('stacked', ['4', '879', '996', '850', '9', '395', '7', '2026'], {
  a: [0, 0, null, 0, 0, 0, 14, 1],
});

it('holds for random charts', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 4, arbitrary: numbers }, plans),
      fc.integer({ min: 200, max: 740 }),
      async (it, width) => {
        const drawing = await draw(it, { width });
        expect(outside(drawing)).toEqual([]);
        expect(collisions(drawing)).toEqual([]);
        expect(drawing.svg).toMatch(
          /^<svg [^<>]*><g transform="translate\(0 -?\d+\)">(<(rect|path) [^<>]*\/>)*<\/g><\/svg>$/,
        );
        expect(drawing.svg).not.toMatch(/NaN|Infinity|undefined/);
      },
    ),
    { numRuns: 60, examples: [[valueBesideTheLastBar, 323]] },
  );
});
