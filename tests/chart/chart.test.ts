import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/model/document.ts';
import { l } from '../make.ts';
import { gza } from '../theme/gza.ts';
import { heavy } from '../tier.ts';
import { examples, hostile } from './examples.ts';
import { chart, collisions, draw, outside, rectsOf, texts } from './kit.ts';

const deep = '#0E2F6B';
const blue = '#1F5CB5';
const all = Object.entries({ ...examples, ...hostile });
const example = (name: string): Chart => {
  const found = examples[name];
  if (found === undefined) throw new Error(`no example ${name}`);
  return found;
};

describe.each(all)('%s', (_, it_) => {
  it.each([504, 238])('is plain shapes in the theme’s colours, %i points wide', async (width) => {
    const drawing = await draw(it_, { width });
    const names = new Set([...drawing.svg.matchAll(/<([a-zA-Z]+)/g)].map(([, name]) => name));
    expect([...names].filter((name) => !['svg', 'g', 'rect', 'path'].includes(name ?? ''))).toEqual([]);
    expect(drawing.svg).not.toMatch(/NaN|Infinity|undefined|\bid=|url\(|style=|e[+-]\d/);
    const { colors } = await gza();
    const known = new Set(['none', ...Object.values(colors).map(({ light }) => light)]);
    const used = [...drawing.svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, color = '']) => color);
    expect(used.filter((color) => !known.has(color))).toEqual([]);
  });

  it.each([504, 238])('keeps its words apart and inside, %i points wide', async (width) => {
    const drawing = await draw(it_, { width });
    expect(outside(drawing)).toEqual([]);
    expect(collisions(drawing)).toEqual([]);
  });

  it('fits a page and is drawn by librsvg at its size', async () => {
    const drawing = await draw(it_);
    const { page } = await gza();
    expect(drawing.height).toBeGreaterThan(20);
    expect(drawing.height).toBeLessThan(page.height - page.top - page.bottom);
    const { width, height } = await sharp(Buffer.from(drawing.svg)).metadata();
    expect([width, height]).toEqual([drawing.width, drawing.height]);
  });
});

describe('same chart, same bytes', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  heavy('in any order of calls', async () => {
    const some = all.slice(0, 16);
    const forth = await Promise.all(some.map(async ([name, it_]) => [name, hash((await draw(it_)).svg)] as const));
    const back: (readonly [string, string])[] = [];
    // Copies, since what is drawn is kept with its chart.
    for (const [name, it_] of some.toReversed()) back.push([name, hash((await draw({ ...it_ })).svg)]);
    expect(new Map(back.toReversed())).toEqual(new Map(forth));
  });
  it('and drawn once for formats that draw it alike', async () => {
    const [first, again, narrow, dark] = await Promise.all([
      draw(example('bar')),
      draw(example('bar')),
      draw(example('bar'), { width: 238 }),
      draw(example('bar'), { mode: 'css' }),
    ]);
    expect(again).toBe(first);
    expect(new Set([first.svg, narrow.svg, dark.svg]).size).toBe(3);
  });
});

describe('bars', () => {
  it('are as high as their values, from 0', async () => {
    const drawing = await draw(example('bar'));
    const solid = rectsOf(drawing).filter(({ fill }) => fill === deep);
    const values = [82, 96, 110, 124, 138, 150];
    expect(solid).toHaveLength(values.length);
    values.forEach((value, i) => {
      expect(solid[i]?.height).toBeCloseTo(((solid[5]?.height ?? 0) * value) / 150, 1);
    });
    const feet = new Set(solid.map(({ y, height }) => Math.round(y + height)));
    expect(feet.size).toBe(1);
    // The hatched ones reach as far with their outline.
    const hatched = rectsOf(drawing).filter(({ stroke }) => stroke === blue);
    expect((hatched[0]?.height ?? 0) + 1).toBeCloseTo(((solid[5]?.height ?? 0) * 70) / 150, 1);
  });

  it('bear their values, names under them and the names of the series beside the last', async () => {
    const drawing = await draw(example('bar'));
    expect(texts(drawing).toSorted()).toEqual(
      [
        'ქალი',
        'კაცი',
        'იანვ.',
        'თებ.',
        'მარ.',
        'აპრ.',
        'მაისი',
        'ივნ.',
        82,
        96,
        110,
        124,
        138,
        150,
        70,
        78,
        88,
        98,
        108,
        118,
      ]
        .map(String)
        .toSorted(),
    );
    const find = (text: string) => drawing.labels.find((label) => label.text === text);
    const bar = rectsOf(drawing).find(({ fill }) => fill === deep);
    const label = find('82');
    expect((label?.x ?? 0) + (label?.width ?? 0) / 2).toBeCloseTo((bar?.x ?? 0) + (bar?.width ?? 0) / 2, 1);
    expect(find('ქალი')?.x).toBeGreaterThan((find('118')?.x ?? 0) + 20);
  });

  it('hang down from 0 where they are negative', async () => {
    const drawing = await draw(chart('bar', ['A', 'B'], { Change: [10, -5] }));
    const [up, down] = rectsOf(drawing);
    expect(down?.y).toBeCloseTo((up?.y ?? 0) + (up?.height ?? 0), 1);
    expect(down?.height).toBeCloseTo((up?.height ?? 0) / 2, 1);
  });

  it('lie where names are long or room is short, as long as their values', async () => {
    for (const drawing of [
      await draw(example('bar of few and long names')),
      await draw(example('bar'), { width: 238 }),
    ]) {
      const solid = rectsOf(drawing).filter(({ fill }) => fill === deep);
      expect(new Set(solid.map(({ x }) => x)).size).toBe(1);
      expect(new Set(solid.map(({ height }) => height)).size).toBe(1);
    }
    const [first, second] = rectsOf(await draw(example('bar of few and long names'))).filter(
      ({ fill }) => fill === deep,
    );
    expect(second?.width).toBeCloseTo(((first?.width ?? 0) * 180) / 420, 1);
  });

  it('are seen, however small beside others, and thick enough for any press', async () => {
    const year = ['2020-01-01', '2029-12-31'] as const;
    const drawings = [
      await draw(chart('bar', ['A', 'B'], { One: [3, 45000], Two: [-3, 40000] })),
      await draw(chart('bar', ['A', 'B'], { One: [3, 45000], Two: [1, 40000] }), { width: 238 }),
      await draw(chart('stacked', ['A', 'B'], { One: [3, 45000], Two: [1, 40000] })),
      await draw(chart('gantt', ['A', 'B'], { Planned: [['2026-03-01', '2026-03-01'], year], Done: [null, null] })),
    ];
    for (const drawing of drawings) {
      const thin = rectsOf(drawing).flatMap(({ width, height }) => Math.min(width, height) * 0.8);
      expect(thin.length).toBeGreaterThan(2);
      expect(thin.filter((size) => size < 0.5)).toEqual([]);
      const strokes = [...drawing.svg.matchAll(/stroke-width="([\d.]+)"/g)].map(([, size]) => Number(size) * 0.8);
      expect(strokes.filter((size) => size < 0.5)).toEqual([]);
    }
  });

  it('are flat if all is 0', async () => {
    const drawing = await draw(chart('bar', ['A', 'B'], { Zero: [0, 0] }));
    expect(rectsOf(drawing)).toEqual([]);
    expect(texts(drawing)).toEqual(['A', 'B', '0', '0']);
  });
});

describe('stacks', () => {
  it('stand on one another, each part as high as its value', async () => {
    const parts = rectsOf(await draw(chart('stacked', ['X'], { A: [30], B: [60], C: [10] })));
    const [first] = parts.filter(({ fill }) => fill === deep);
    const [second] = parts.filter(({ stroke }) => stroke === blue);
    expect(first?.height).toBeCloseTo(126 * 0.3 - 0.6, 1);
    expect(second?.height).toBeCloseTo(126 * 0.6 - 0.6 - 1, 1);
    expect((second?.y ?? 0) + (second?.height ?? 0)).toBeLessThan(first?.y ?? 0);
  });

  it('have their values in them in a colour that can be read', async () => {
    const drawing = await draw(example('stacked'));
    for (const value of ['150', '118', '40']) expect(texts(drawing)).toContain(value);
    const plates = rectsOf(drawing).filter(
      ({ fill, stroke, height }) => fill === '#FFFFFF' && stroke === '' && height < 10,
    );
    expect(plates.length).toBeGreaterThan(4);
  });
});

describe('lines', () => {
  it('have a marker at each value and stop where one is missing', async () => {
    const { svg } = await draw(chart('line', ['A', 'B', 'C', 'D'], { One: [1, 2, null, 4] }));
    const markers = [...svg.matchAll(/<path d="M[^"]*a3\.3 3\.3[^"]*" fill="#0E2F6B"/g)];
    expect(markers).toHaveLength(3);
    const strokes = [...svg.matchAll(/<path d="([^"]*)" fill="none" stroke="#0E2F6B"/g)].map(([, d]) => d);
    expect(strokes).toHaveLength(1);
    expect(strokes[0]?.match(/L/g)).toHaveLength(1);
  });

  it('are named at their ends', async () => {
    const drawing = await draw(example('line'));
    const names = drawing.labels.filter(({ text }) => ['Women', 'Men', 'Children'].includes(text));
    expect(new Set(names.map(({ x }) => x)).size).toBe(1);
    expect(names.map(({ text }) => text)).toEqual(['Women', 'Men', 'Children']);
  });
});

describe('shares', () => {
  it('write the whole value of a share that is empty, at either end', async () => {
    const values = [0, 100, 0].map((value): readonly [number, string] => [value, `${value}.00%`]);
    for (const width of [280, 320, 400, 504]) {
      const drawing = await draw(chart('share', ['A', 'B', 'C'], { S: values }), { width });
      expect(texts(drawing)).toEqual(expect.arrayContaining(['100.00%']));
      expect(texts(drawing).filter((text) => text === '0.00%')).toHaveLength(2);
      expect(outside(drawing)).toEqual([]);
    }
  });

  it('cut one bar by their parts', async () => {
    const drawing = await draw(example('share'));
    const [women] = rectsOf(drawing);
    expect(women?.width).toBeCloseTo(504 / 2, -0.5);
    expect(texts(drawing)).toEqual(['Women', '700 (50%)', 'Men', '560 (40%)', 'Children', '140 (10%)']);
  });

  it('are a bar each in a narrow column, each with its own pattern', async () => {
    const drawing = await draw(example('share'), { width: 238 });
    const [women, , men] = rectsOf(drawing);
    expect([women?.fill, men?.stroke]).toEqual([deep, blue]);
    expect(((men?.width ?? 0) + 1) / (women?.width ?? 1)).toBeCloseTo(560 / 700, 1);
  });
});

describe('plans', () => {
  it('draw what was done inside what was planned, and today in clay with its word', async () => {
    const drawing = await draw(example('gantt'), { lang: l('ka') });
    const planned = rectsOf(drawing).filter(({ fill }) => fill === '#FFFFFF');
    const done = rectsOf(drawing).filter(({ fill }) => fill === deep);
    expect(planned).toHaveLength(3 + 1);
    expect(done).toHaveLength(2 + 1);
    expect(done[0]?.x).toBeGreaterThan(planned[0]?.x ?? 0);
    expect(done[0]?.height).toBeLessThan(planned[0]?.height ?? 0);
    expect(texts(drawing)).toContain('დღეს');
    expect(drawing.svg.match(/#A8451F/g)).toHaveLength(3);
    expect(texts(await draw(example('gantt')))).toContain('Today');
  });

  it('shows a day that was planned where more was done, over and under it', async () => {
    const spans = { Planned: [['2026-03-01', '2026-03-01']], Done: [['2026-02-01', '2026-04-30']] } as const;
    const drawing = await draw(chart('gantt', ['A'], spans));
    const [planned] = rectsOf(drawing).filter(({ fill }) => fill === '#FFFFFF');
    const [done] = rectsOf(drawing).filter(({ fill }) => fill === deep);
    expect(planned?.width).toBeGreaterThan(3);
    expect(planned?.height).toBeGreaterThan((done?.height ?? 0) + 6);
  });

  it('has no line that is thinner than a press keeps sharp on pages of half the size', async () => {
    const { svg } = await draw(example('gantt'));
    const widths = [...svg.matchAll(/stroke-width="([\d.]+)"/g)].map(([, width]) => Number(width) * 0.8);
    expect(widths.filter((width) => width < 0.5)).toEqual([]);
  });
});

it('keeps the names of series whole where a narrow column has no room for them in one line', async () => {
  const names = ['People and vehicles counted by officers on duty', 'People and vehicles counted by a machine'];
  const [first = '', second = ''] = names;
  const month = ['2026-03-01', '2026-03-31'] as const;
  for (const drawing of [
    await draw(chart('bar', ['A rather long name', 'Another one'], { [first]: [1, 2], [second]: [2, 1] }), {
      width: 200,
    }),
    await draw(chart('gantt', ['A', 'B'], { [first]: [month, month], [second]: [month, null] }), { width: 200 }),
  ]) {
    const said = texts(drawing).join(' ');
    for (const name of names) expect(said).toContain(name);
    expect(said).not.toContain('…');
    expect([...collisions(drawing), ...outside(drawing)]).toEqual([]);
  }
});

it('draws on a page that may be dark with the theme’s custom properties', async () => {
  const { svg } = await draw(example('stacked'), { mode: 'css' });
  expect(svg).toContain('var(--color-deep)');
  expect(svg).not.toMatch(/#[0-9A-F]{6}/);
});

it('tells neighbours apart by more than colour', async () => {
  const { svg } = await draw(
    chart('stacked', ['A'], Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`S${i}`, [10]]))),
  );
  // Two are plain and one is white: the others have patterns of their own.
  const looks = [...svg.matchAll(/<path d="(M[^"]*z)" fill="(#0E2F6B|#1F5CB5)"/g)].length;
  expect(looks).toBeGreaterThanOrEqual(5);
});

it('draws the line at 0 of lying bars through none of the names above them', async () => {
  const values = [-30, 20, -10, 4, 8, -6];
  const names = values.map((value) => `A rather long name of ${value}`);
  const { svg, height } = await draw(chart('bar', names, { Change: values }), { width: 238 });
  const rules = [...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/g)].map((found) =>
    found.slice(1).map(Number),
  );
  const upright = rules.flatMap(([x, top = 0, toX, foot = 0]) => (x === toX ? [foot - top] : []));
  expect(upright.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...upright)).toBeLessThan(height / 3);
});
