import fc from 'fast-check';
import { expect, it } from 'vitest';
import { balance, type Stretch } from '../../src/write/pdf/lay/balance.ts';

const stretch = (height: number, parting = 1, more: Partial<Stretch> = {}): Stretch => ({
  heights: [height, height, height, height],
  before: 0,
  after: 0,
  parting,
  ...more,
});

it('fills panels alike', () => {
  expect(
    balance(
      [10, 10, 10, 10, 10, 10].map((height) => stretch(height)),
      [60, 60, 60],
    ),
  ).toEqual([2, 2, 2]);
});

it('begins a panel with a section rather than with what belongs to the text before', () => {
  const stretches = [stretch(20, 0), stretch(20), stretch(20), stretch(20, 0), stretch(20)];
  expect(balance(stretches, [70, 70])).toEqual([3, 2]);
});

it('leaves out what stands above the first and below the last of a panel', () => {
  const tall = stretch(60, 0, { before: 8, after: 2 });
  expect(balance([tall, tall], [50, 50])).toEqual([1, 1]);
  expect(balance([tall, tall], [49, 50])).toBeNull();
});

it('knows that a panel is narrower', () => {
  const wide = { ...stretch(0), heights: [30, 40] };
  expect(balance([wide, wide], [60, 39])).toEqual([2, 0]);
});

it('never loses a stretch and never fills a panel over its height', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 14 });
  const rooms = fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(heights, rooms, (tall, panels) => {
      const counts = balance(
        tall.map((height) => stretch(height)),
        panels,
      );
      if (counts === null) return greedy(tall, panels) > panels.length;
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(tall.length);
      let from = 0;
      for (const [panel, count] of counts.entries()) {
        const filled = tall.slice(from, from + count).reduce((sum, height) => sum + height, 0);
        expect(filled).toBeLessThanOrEqual(panels[panel] ?? 0);
        from += count;
      }
      return true;
    }),
  );
});

/** How many panels it takes to fill one after the other; more than there are where it never ends. */
function greedy(tall: readonly number[], rooms: readonly number[]): number {
  let panel = 0;
  let left = rooms[0] ?? 0;
  for (const height of tall) {
    while (panel < rooms.length && height > left) left = rooms[++panel] ?? 0;
    left -= height;
  }
  return panel + 1;
}
