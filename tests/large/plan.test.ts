/** Where pages of large print end: a part follows on the page of the one before, even where white is left later for it. */
import { expect, it } from 'vitest';
import type { Strip } from '../../src/write/pdf/lay/flow.ts';
import { planPages } from '../../src/write/pdf/lay/plan.ts';

const line: Strip = {
  ...{
    node: {} as Strip['node'],
    at: 0,
    own: 0,
    above: 0,
    head: 0,
    height: 35,
    below: 0,
    overhang: 0,
    gap: 0,
    gapBelow: 0,
  },
  ...{ noted: false, parting: 0, shrink: 0, opens: false, heads: false, starts: false },
};
const lines = (count: number): Strip[] => Array.from({ length: count }, () => line);

it('begins a part under the end of another rather than leaving most of a page white', () => {
  const part = [{ ...line, starts: true }, ...lines(21)];
  const chart = { ...line, height: 15 * line.height };
  const { pages } = planPages(
    { strips: [...lines(28), ...part, chart] },
    { room: 20 * line.height, used: 0, filled: true },
  );
  expect(pages.map(({ first }) => first)).not.toContain(28);
});
