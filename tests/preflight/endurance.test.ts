/** Files with more of everything than people make: judged, or refused with words, in seconds and never by a throw. */
import { expect, it } from 'vitest';
import { Refused } from '../../src/diagnostics.ts';
import { around, inside, overlap, type PaintPath } from '../../src/finished/pdf/paint/path.ts';
import { openPdf } from '../../src/outline/pdf/open.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { printPdf } from './make.ts';

async function outcome(look: (bytes: Uint8Array) => Promise<unknown>, bytes: Uint8Array): Promise<string> {
  try {
    await look(bytes);
    return 'judged';
  } catch (error) {
    if (error instanceof Refused) return error.diagnostics.map(({ code }) => code).join(' ');
    throw error;
  }
}

// Work that grows with the square would take minutes, and a call with so many arguments fails.
const many = 250_000;
const line = (n: number): string => `${(n * 7919) % 612} ${(n * 104_729) % 792} l `;
const points = (count: number): string => Array.from({ length: count }, (_, n) => line(n)).join('');
/** A tree of pages in which object 2 is the root. */
const tree = (objects: Readonly<Record<number, string>>): Uint8Array => printPdf({ objects });
const branch = (kids: string): string => `<< /Type /Pages /Count 1 /Kids [${kids}] >>`;

it.each<readonly [string, string]>([
  ['an area of 250,000 points', `0 0 0 1 k 0 0 m ${points(many)} h f`],
  ['a line of 250,000 points', `0 0 0 1 K 0.1 w 0 0 m ${points(many)} S`],
  ['250,000 times the same point', `0 0 0 1 k 20 20 m ${'30 20 l '.repeat(many)} h f`],
  ['a clip of 250,000 points', `0 0 m ${points(many)} h W n 0 0 0 1 k 5 5 9 9 re f`],
  ['125,000 curves', `0 0 0 1 k 0 0 m ${'9 9 99 300 7 600 c '.repeat(many / 2)} h f`],
  ['marked content 100,000 deep', `${'/A BMC '.repeat(100_000)} ${'0 0 9 9 re f '.repeat(100_000)}`],
])(
  '%s',
  async (_, content) => {
    expect(await outcome(preflight, printPdf({ content }))).toBe('judged');
  },
  60_000,
);

const long = '20 0 R '.repeat(200_000);
const nested = Object.fromEntries(Array.from({ length: 450 }, (_, n) => [100 + n, branch('20 0 R '.repeat(450))]));
const twice = Object.fromEntries(
  Array.from({ length: 40 }, (_, n) => [100 + n, branch(`${101 + n} 0 R ${101 + n} 0 R`)]),
);
const chain = (levels: number) =>
  Object.fromEntries(
    Array.from({ length: levels }, (_, n) => [100 + n, branch(n === levels - 1 ? '20 0 R' : `${101 + n} 0 R`)]),
  );

it.each<readonly [string, Uint8Array, string, string]>([
  ['200,000 pages in one list', tree({ 2: branch(long) }), 'preflight-too-large', 'outline-too-large'],
  [
    '200,000 pages in branches',
    tree({
      2: branch(
        Object.keys(nested)
          .map((n) => `${n} 0 R`)
          .join(' '),
      ),
      ...nested,
    }),
    'preflight-too-large',
    'outline-too-large',
  ],
  [
    'a page that 40 branches list twice',
    tree({ 2: branch('100 0 R'), ...twice, 140: branch('20 0 R') }),
    'preflight-too-large',
    'outline-too-large',
  ],
  [
    // Mended, as others do, and said so (`repaired`).
    'a tree that leads back to its root',
    tree({ 2: branch('20 0 R 100 0 R'), 100: branch('2 0 R') }),
    'judged',
    'outline-unreadable',
  ],
  ['a tree of 5,000 levels', tree({ 2: branch('100 0 R'), ...chain(5000) }), 'pdf-too-deep', 'outline-too-deep'],
  ['a tree of 500 levels', tree({ 2: branch('100 0 R'), ...chain(500) }), 'judged', 'judged'],
])(
  '%s',
  async (_, bytes, judged, read) => {
    expect(await outcome(preflight, bytes)).toBe(judged);
    expect(await outcome(openPdf, bytes)).toBe(read);
  },
  60_000,
);

it('intervals are matched in one go', () => {
  const comb = Array.from({ length: 200_000 }, (_, n) => [n, n + 0.5] as const);
  expect(overlap(comb, comb)).toHaveLength(comb.length);
  expect(
    overlap(
      [
        [0, 2],
        [3, 5],
      ],
      [[1, 4]],
    ),
  ).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(around(comb, [10.2, 12])).toEqual([
    [10, 10.5],
    [11, 11.5],
  ]);
  expect(around(comb, [10.5, 11])).toEqual([]);
});

it('a line within curves and rectangles runs where it did', () => {
  const path: PaintPath = {
    segments: [
      { type: 'M', points: [[0, 0]] },
      {
        type: 'C',
        points: [
          [0, 10],
          [10, 10],
          [10, 0],
        ],
      },
      { type: 'Z', points: [] },
      { type: 'M', points: [[20, 0]] },
      { type: 'L', points: [[30, 0]] },
      { type: 'L', points: [[30, 9]] },
      { type: 'L', points: [[20, 9]] },
    ],
    evenOdd: false,
  };
  const [arch, box] = inside(path, 0, 5);
  // y = 30 t (1 − t) is 5 at t = 0.211, where x = 30 t² (1 − t) + 10 t³ = 1.15.
  // The curve is followed in straight pieces.
  for (const [index, x] of [1.15, 8.85].entries()) expect(Math.abs((arch?.[index] ?? 0) - x)).toBeLessThan(0.2);
  expect(box).toEqual([20, 30]);
  expect(inside(path, 0, 50)).toEqual([]);
});
