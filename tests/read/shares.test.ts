/** How wide the columns of a table are where none is said to be wider. */
import { expect, it } from 'vitest';
import { sharesOf } from '../../src/read/shares.ts';
import { bodyRow, headRow } from '../make.ts';

const rows = (...lengths: readonly number[]) => [
  headRow(...lengths.map(() => '# Name')),
  ...Array.from({ length: 9 }, () => bodyRow(...lengths.map((length) => 'a'.repeat(length)))),
];

it('gives a column of long texts more room, and none less than half of what all have', () => {
  const [name = 0, text = 0, number = 0] = sharesOf(rows(20, 300, 2), 3);
  expect(text).toBeGreaterThan(0.55);
  expect(Math.min(name, number)).toBeGreaterThan(1 / 3 / 2.01 / 1.3);
  expect(name + text + number).toBeCloseTo(1);
});

it.each([
  ['short texts', rows(20, 12, 4)],
  ['texts that are all long', rows(200, 180, 220)],
  ['rows with cells over several columns', [headRow('# One'), bodyRow('# Two', 'a'.repeat(400))]],
])('leaves columns of %s alike', (_, all) => {
  expect(sharesOf(all, 3)).toEqual([1 / 3, 1 / 3, 1 / 3]);
});
