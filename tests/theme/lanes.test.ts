import { beforeAll, describe, expect, it } from 'vitest';
import { type DrawingName, draw, measureOf } from '../../src/theme/drawings.ts';
import { formula } from '../../src/theme/formula.ts';
import { type ArtShape, type Drawing, drawLanes, lanePath, leastRadius, markArt } from '../../src/theme/lanes.ts';
import { drawingToSvg } from '../../src/theme/svg.ts';
import type { Theme } from '../../src/theme/theme.ts';
import { gza, tint } from './gza.ts';

let theme: Theme;
beforeAll(async () => {
  theme = await gza();
});

const numbers = (d: string) => [...d.matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number));

describe('a lane', () => {
  it('is straight lines and round arcs that share their centres', () => {
    const way = [
      [0, 0],
      [100, 0],
      [100, 100],
    ] as const;
    expect(lanePath(way, 30, 0)).toBe('M0 0 L70 0 A30 30 0 0 1 100 30 L100 100');
    expect(lanePath(way, 30, 10)).toBe('M0 10 L70 10 A20 20 0 0 1 90 30 L90 100');
    expect(lanePath(way, 30, -10)).toBe('M0 -10 L70 -10 A40 40 0 0 1 110 30 L110 100');
  });
  it('turns the other way too', () => {
    expect(
      lanePath(
        [
          [0, 0],
          [100, 0],
          [100, -100],
        ],
        30,
        10,
      ),
    ).toBe('M0 10 L70 10 A40 40 0 0 0 110 -30 L110 -100');
  });
  it('is never bent more sharply than the look allows', () => {
    const way = [
      [0, 0],
      [100, 0],
      [100, 100],
    ] as const;
    const five = ['pale', 'mid', 'clay', 'blue', 'deep'].map(tint);
    expect(() => drawLanes({ centreline: way, pitch: 10, radius: 33, colors: five })).toThrow('too sharply');
    expect(drawLanes({ centreline: way, pitch: 10, radius: leastRadius(5, 10), colors: five })).toHaveLength(5);
    expect(() =>
      drawLanes({ centreline: way, pitch: 10, radius: 59, colors: [...five, tint('l5'), tint('l6')] }),
    ).toThrow('too sharply');
  });
  it('is twice as wide as the gap', () => {
    const [first] = drawLanes({
      centreline: [
        [0, 0],
        [9, 0],
      ],
      pitch: 6,
      radius: 60,
      colors: [tint('deep'), tint('blue')],
    });
    expect(first).toEqual({ d: 'M0 -3 L9 -3', fill: null, stroke: 'deep', strokeWidth: 4 });
  });
});

const of = (name: DrawingName) => draw(theme, name, theme.page);
const sheet = { width: 840, height: 595, bleed: 9, start: 300, from: 560, to: 840 };
const panels = { stops: [24, 304, 584], field: 560 };
const way = { width: 320, height: 104, bend: 210, upper: 32, lower: 84, pitch: 7.6 };
const compositions: readonly (readonly [string, () => Drawing])[] = [
  ...(['cover', 'back', 'corner', 'closing', 'masthead', 'crossingUpper', 'crossingLower'] as const).map(
    (name) => [name, () => of(name)] as const,
  ),
  ...(['outside', 'outsideRight', 'outsideGates', 'outsideLeft', 'inside', 'insideField', 'insideClimb'] as const).map(
    (name) => [name, () => draw(theme, name, sheet, panels)] as const,
  ),
  ['screenHead', () => draw(theme, 'screenHead', way)],
  ['mark', () => markArt(8, 1.7, tint('blue'))],
  ['filled mark', () => markArt(8, 0, tint('clay'), true)],
];

describe('a formula', () => {
  it.each([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['10 - 4 - 3', 3],
    ['12 / 4 / 3', 1],
    ['-width + 1', -9],
    ['max(width, 2) - min(width, 2)', 8],
    ['width*0.5', 5],
  ])('%s', (text, value) => {
    expect(formula(text)?.value({ width: 10 })).toBe(value);
  });
  it.each(['', '2 +', '(2', '2)', 'max(1)', 'a b', '2; 3', 'width.constructor', '1'.repeat(121)])(
    'is not %s',
    (text) => {
      expect(formula(text)).toBeNull();
    },
  );
  it('says which names it asks for', () => {
    expect(formula('max(pitch, bleed) + pitch')?.names).toEqual(['pitch', 'bleed']);
  });
});

it('draws a bend no more sharply than it can, whatever a theme says', () => {
  const cover = theme.drawings.cover;
  const sharp = { ...theme, drawings: { cover: { ...cover, let: { ...cover?.let, radius: formula('1') } } } } as Theme;
  expect(draw(sharp, 'cover', theme.page).shapes).toHaveLength(of('cover').shapes.length);
});

describe.each(compositions)('%s', (_, drawn) => {
  it('has paths of M, L, A and Z only, and arcs of circles', () => {
    const { shapes } = drawn();
    expect(shapes.length).toBeGreaterThan(0);
    for (const { d } of shapes) {
      expect(d).toMatch(/^M[-\d. ]+( (L[-\d. ]+|A[-\d. ]+|Z))*$/);
      for (const [, rx, ry] of d.matchAll(/A([\d.]+) ([\d.]+) /g)) expect(rx).toBe(ry);
    }
  });
  it('becomes the same SVG each time, in colours of the theme', () => {
    const svg = drawingToSvg(drawn(), theme, 'light');
    expect(svg).toBe(drawingToSvg(drawn(), theme, 'light'));
    expect(svg).toContain('aria-hidden="true"');
    const known = Object.values(theme.colors).map(({ light }) => light);
    const used = [...svg.matchAll(/#[0-9A-F]{6}/g)].map(([hex]) => hex);
    expect(used.filter((hex) => !known.includes(hex))).toEqual([]);
    expect(drawingToSvg(drawn(), theme, 'css')).not.toContain('#');
  });
});

describe('the cover', () => {
  const strokes = (shapes: readonly ArtShape[]) => shapes.filter(({ stroke, d }) => stroke !== null && d.includes('L'));

  it('carries each of seven lanes over the edge and changes its colour there', () => {
    const edge = Math.round((measureOf(theme, 'cover', 'edge', theme.page) ?? 0) * 1000) / 1000;
    const lanes = strokes(of('cover').shapes);
    expect(lanes).toHaveLength(14);
    for (let i = 0; i < 7; i += 1) {
      const [below = [], above = []] = [lanes[i], lanes[i + 7]].map((lane) => numbers(lane?.d ?? ''));
      expect(below.at(-2)).toBe(above[0]);
      expect(above[1]).toBe(edge);
      expect(below.at(-1)).toBeLessThan(edge);
    }
    const [below, above] = [lanes[3]?.stroke, lanes[10]?.stroke];
    expect([below, above]).toEqual(['clayL', 'clay']);
  });
  it('lets lanes bleed at both sides', () => {
    const { shapes, width } = of('cover');
    const xs = strokes(shapes).flatMap(({ d }) => numbers(d));
    expect(Math.min(...xs)).toBeLessThan(0);
    expect(Math.max(...strokes(shapes).map(({ d }) => numbers(d).at(-2) ?? 0))).toBeGreaterThan(width);
  });
});
