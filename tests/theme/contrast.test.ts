import { beforeAll, describe, expect, it } from 'vitest';
import { contrast } from '../../src/theme/contrast.ts';
import type { ColorName, Theme } from '../../src/theme/theme.ts';
import { gza } from './gza.ts';

let theme: Theme;
beforeAll(async () => {
  theme = await gza();
});

/** WCAG 2.2, level AA: text (1.4.3), large text and graphics (1.4.11). */
const leastContrast = { text: 4.5, graphics: 3 };

type Pair = readonly [front: ColorName, ground: ColorName];

/** Text on its grounds, as the look uses it. */
const text: readonly Pair[] = [
  ...(['ink', 'deep', 'blue', 'clay', 'muted'] as const).flatMap((front) =>
    (['paper', 'sky', 'parch'] as const).map((ground) => [front, ground] as const),
  ),
  ...(['white', 'pale', 'clayL'] as const).map((front) => [front, 'field'] as const),
];
/** Lanes and rings that mean something, outlines, leaders. `pale` and `hair` on white only decorate. */
const graphics: readonly Pair[] = [
  ...(['blue', 'clay', 'line', 'mid'] as const).map((front) => [front, 'paper'] as const),
  ...(['blue', 'clay', 'line'] as const).flatMap((front) => [[front, 'sky'] as const, [front, 'parch'] as const]),
  ...(['l5', 'clayL', 'white'] as const).map((front) => [front, 'field'] as const),
];
/** The figures of the look, to one place. */
const claimed: readonly (readonly [...Pair, light: number, dark: number | null])[] = [
  ['ink', 'paper', 15.7, 15.4],
  ['ink', 'sky', 13.8, 13.2],
  ['ink', 'parch', 14.2, 13.3],
  ['deep', 'paper', 12.8, 13.1],
  ['deep', 'sky', 11.3, 11.3],
  ['blue', 'paper', 6.5, 10.2],
  ['blue', 'sky', 5.7, 8.8],
  ['clay', 'paper', 5.9, 9.2],
  ['clay', 'sky', 5.2, 7.9],
  ['clay', 'parch', 5.4, 8],
  ['muted', 'paper', 6.9, 9.4],
  ['muted', 'sky', 6, 8.1],
  ['line', 'paper', 4, 4.7],
  ['mid', 'paper', 4.4, null],
  ['pale', 'paper', 1.7, null],
  ['pale', 'field', 7.4, null],
  ['clayL', 'field', 6.5, null],
  ['white', 'field', 12.8, null],
  ['l5', 'field', 4.1, null],
];

describe.each(['light', 'dark'] as const)('in %s', (mode) => {
  const between = ([front, ground]: Pair) => contrast(theme.colors[front][mode], theme.colors[ground][mode]);

  it('text has 4.5 and more', () => {
    const low = text.filter((pair) => between(pair) < leastContrast.text);
    expect(low.map((pair) => `${pair.join(' on ')}: ${between(pair).toFixed(2)}`)).toEqual([]);
  });
  it('graphics have 3 and more', () => {
    const low = graphics.filter((pair) => between(pair) < leastContrast.graphics);
    expect(low.map((pair) => `${pair.join(' on ')}: ${between(pair).toFixed(2)}`)).toEqual([]);
  });
  it('the figures of the look are true', () => {
    const said = claimed.map(([front, ground, light, dark]) => ({
      pair: [front, ground] as const,
      ratio: mode === 'light' ? light : dark,
    }));
    const wrong = said.filter(({ pair, ratio }) => ratio !== null && Math.abs(between(pair) - ratio) > 0.1);
    expect(wrong.map(({ pair }) => `${pair.join(' on ')}: ${between(pair).toFixed(2)}`)).toEqual([]);
  });
});

it('measures as WCAG does', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
  expect(contrast('#123456', '#123456')).toBe(1);
});

it('no colour takes more ink than paper holds', () => {
  const sums = Object.values(theme.colors).map(({ cmyk }) => cmyk.reduce((sum, ink) => sum + ink, 0));
  expect(Math.max(...sums)).toBe(226);
  for (const name of ['ink', 'muted'] as const) expect(theme.colors[name].cmyk).toEqual([0, 0, 0, 100]);
});
