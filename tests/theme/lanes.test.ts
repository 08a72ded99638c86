import { beforeAll, describe, expect, it } from 'vitest';
import { closingArt, cornerArt, coverArt, coverEdge, markArt, mastheadArt } from '../../src/theme/art.ts';
import { type ArtShape, type Drawing, drawLanes, lanePath, leastRadius } from '../../src/theme/lanes.ts';
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

const compositions: readonly (readonly [string, () => Drawing])[] = [
  ['cover', () => coverArt(theme.page)],
  ['corner', () => cornerArt(theme.page)],
  ['closing', () => closingArt(theme.page)],
  ['masthead', () => mastheadArt(1280, 507)],
  ['narrow masthead', () => mastheadArt(320, 104, { bend: 210, upper: 32, lower: 84, pitch: 7.6 })],
  ['mark', () => markArt(8, 1.7, tint('blue'))],
  ['filled mark', () => markArt(8, 0, tint('clay'), true)],
];

describe.each(compositions)('%s', (_, draw) => {
  it('has paths of M, L, A and Z only, and arcs of circles', () => {
    const { shapes } = draw();
    expect(shapes.length).toBeGreaterThan(0);
    for (const { d } of shapes) {
      expect(d).toMatch(/^M[-\d. ]+( (L[-\d. ]+|A[-\d. ]+|Z))*$/);
      for (const [, rx, ry] of d.matchAll(/A([\d.]+) ([\d.]+) /g)) expect(rx).toBe(ry);
    }
  });
  it('becomes the same SVG each time, in colours of the theme', () => {
    const svg = drawingToSvg(draw(), theme, 'light');
    expect(svg).toBe(drawingToSvg(draw(), theme, 'light'));
    expect(svg).toContain('aria-hidden="true"');
    const known = Object.values(theme.colors).map(({ light }) => light);
    const used = [...svg.matchAll(/#[0-9A-F]{6}/g)].map(([hex]) => hex);
    expect(used.filter((hex) => !known.includes(hex))).toEqual([]);
    expect(drawingToSvg(draw(), theme, 'css')).not.toContain('#');
  });
});

describe('the cover', () => {
  const strokes = (shapes: readonly ArtShape[]) => shapes.filter(({ stroke, d }) => stroke !== null && d.includes('L'));

  it('carries each of seven lanes over the edge and changes its colour there', () => {
    const edge = Math.round(coverEdge(theme.page) * 1000) / 1000;
    const lanes = strokes(coverArt(theme.page).shapes);
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
    const { shapes, width } = coverArt(theme.page);
    const xs = strokes(shapes).flatMap(({ d }) => numbers(d));
    expect(Math.min(...xs)).toBeLessThan(0);
    expect(Math.max(...strokes(shapes).map(({ d }) => numbers(d).at(-2) ?? 0))).toBeGreaterThan(width);
  });
});
