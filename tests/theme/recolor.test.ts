/** A theme in any colours: every pair has its contrast, inks stay within their limit, and what was changed is said. */
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTheme } from '../../src/design/load.ts';
import { recolor } from '../../src/design/recolor.ts';
import { standsOf } from '../../src/design/stands.ts';
import { Report } from '../../src/diagnostics.ts';
import { fogra39 } from '../../src/picture/open-profile.ts';
import { contrast } from '../../src/theme/contrast.ts';
import { colorOf, type Theme } from '../../src/theme/theme.ts';
import { openWorld, packageRoot } from '../../src/world.ts';

async function themeOf(name: string): Promise<Theme> {
  const report = new Report();
  const theme = await loadTheme(
    path.join(packageRoot, `templates/themes/${name}/theme.json`),
    await openWorld(packageRoot),
    report,
  );
  if (theme === null) throw new Error(JSON.stringify(report.diagnostics));
  return theme;
}

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0').toUpperCase()}`);

describe.each(['gza', 'tsqnari'])('%s', (name) => {
  test('is seen in any colour, and within the ink that paper takes', async () => {
    const theme = await themeOf(name);
    const check = async (asked: readonly string[]) => {
      const { colors, changed } = await recolor(theme, asked, fogra39());
      expect(Object.keys(colors)).toEqual(Object.keys(theme.colors));
      for (const { front, ground, medium, needs, fixed } of standsOf(theme)) {
        const [on, over] = [colorOf({ colors }, ground), colorOf({ colors }, front)];
        expect(contrast(over.light, on.light), `${front} on ${ground}`).toBeGreaterThanOrEqual(needs);
        if (medium === 'screen')
          expect(
            contrast(fixed ? over.light : over.dark, on.dark),
            `${front} on ${ground}, dark`,
          ).toBeGreaterThanOrEqual(needs);
      }
      for (const { cmyk, light, dark } of Object.values(colors)) {
        expect((cmyk ?? []).reduce((sum, ink) => sum + ink, 0)).toBeLessThanOrEqual(300);
        expect([light, dark].every((hex) => /^#[0-9A-F]{6}$/.test(hex))).toBe(true);
      }
      const shown = Object.values(colors).map(({ light }) => light);
      for (const hex of asked)
        expect(shown.includes(hex) || changed.some((each) => each.asked === hex), hex).toBe(true);
    };
    for (const asked of [
      ['#000000'],
      ['#FFFFFF'],
      ['#FFFF00'],
      ['#00FF00', '#FF00FF'],
      ['#808080'],
      ['#C8102E'],
      ['#0B5D3B', '#F2A900'],
    ])
      await check(asked);
    await fc.assert(fc.asyncProperty(fc.array(color, { minLength: 1, maxLength: 2 }), check), {
      numRuns: 25,
      seed: 13,
    });
  }, 120_000);
});

test('a colour that is dark enough stands as it was given; one that is not is said with what stands in its place', async () => {
  const theme = await themeOf('gza');
  const green = await recolor(theme, ['#0B5D3B'], fogra39());
  expect(green.changed).toEqual([]);
  expect(colorOf(green, theme.roles.field).light).toBe('#0B5D3B');
  const yellow = await recolor(theme, ['#FFE600'], fogra39());
  expect(yellow.changed).toMatchObject([{ asked: '#FFE600', from: 92, to: expect.any(Number) }]);
  expect(yellow.changed[0]?.to ?? 100).toBeLessThan(65);
  const quiet = await recolor(await themeOf('tsqnari'), ['#0B5D3B', '#F2A900'], fogra39());
  expect(quiet.changed).toMatchObject([{ asked: '#F2A900', used: null }]);
});
