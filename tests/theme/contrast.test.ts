import { wcagContrast } from 'culori';
import { beforeAll, describe, expect, it } from 'vitest';
import { contrast } from '../../src/theme/contrast.ts';
import { colorOf, type Theme } from '../../src/theme/theme.ts';
import { gza, tint } from './gza.ts';

let theme: Theme;
beforeAll(async () => {
  theme = await gza();
});

type Pair = readonly [front: string, ground: string];

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
  const between = ([front, ground]: Pair) =>
    contrast(colorOf(theme, tint(front))[mode], colorOf(theme, tint(ground))[mode]);

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
  for (let i = 0; i < 500; i += 1) {
    const [one, other] = [i * 33_553, i * 7_919 * 13].map((n) => `#${(n % 0x1000000).toString(16).padStart(6, '0')}`);
    expect(contrast(one ?? '', other ?? '')).toBeCloseTo(wcagContrast(one ?? '', other ?? ''), 2);
  }
});

it('no colour takes more ink than paper holds', () => {
  const sums = Object.values(theme.colors).map(({ cmyk }) => (cmyk ?? []).reduce((sum, ink) => sum + ink, 0));
  expect(Math.max(...sums)).toBe(226);
  for (const name of ['ink', 'muted'] as const) expect(theme.colors[name]?.cmyk).toEqual([0, 0, 0, 100]);
});
