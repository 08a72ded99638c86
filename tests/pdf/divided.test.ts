/** A word is never divided between two panels or pages: who reads on has turned the paper in the middle of it. */
import { expect, it } from 'vitest';
import type { PageContext } from '../../src/write/pdf/lay/context.ts';
import { pageBreak } from '../../src/write/pdf/lay/heights.ts';
import type { Line } from '../../src/write/pdf/text/line.ts';

const line = (goesOn: boolean): Line => ({ height: 10, notes: [], inlines: [{ goesOn }] }) as unknown as Line;
const room = (height: number) =>
  ({ availableHeight: height, notesHeight: () => 0, atTop: false }) as unknown as PageContext;

it('the page ends a line earlier where the last line would end in a part of a word', () => {
  const lines = [false, false, false, true, false, false].map(line);
  expect(pageBreak(lines, room(40))).toBe(3);
  expect(pageBreak(lines, room(30))).toBe(3);
  // Two lines stay behind, or none.
  expect(pageBreak([false, true, false, false].map(line), room(20))).toBe(0);
});
