/**
 * What stands outside a side for those who cut, fold and check it, in the registration colour, which every plate prints: where
 * to cut, where to fold, whether the plates meet, and a bar of the inks. Lengths in points, from the trimmed side's top left.
 */

import type { Canvas } from '../paint/canvas.ts';
import type { RunStyle } from '../text/inlines.ts';
import { pieceOf } from '../text/piece.ts';
import { mm } from '../text/type.ts';

export interface Marks {
  readonly which: 'folds' | 'all';
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  /** Where the side is folded, from its left. */
  readonly folds: readonly number[];
  /** The type of the panels' widths over them. */
  readonly style: RunStyle;
}

/** How far marks reach beyond the bleed. */
export const marksRoom = 7 * mm;

/** Between the bleed and the marks, so that a cut a hair aside takes none with it. */
const gap = 1 * mm;
const length = 5 * mm;
const hairline = 0.25;

export function paintMarks(canvas: Canvas, marks: Marks): void {
  const { which, width, height, bleed, folds } = marks;
  const from = bleed + gap;
  const to = from + length;
  const lines = which === 'all' ? cropLines(width, height, from, to) : [];
  const foldLines = folds.flatMap((x) => [`M ${x} ${-from} V ${-to}`, `M ${x} ${height + from} V ${height + to}`]);
  const { fill, stroke } = canvas.registration();
  canvas.write('q');
  canvas.write(`${fill} ${stroke} ${hairline} w`);
  for (const d of lines) canvas.outline(d, 'S');
  if (which === 'all') for (const center of targetsOf(width, height, bleed)) paintTarget(canvas, center);
  canvas.write('[2 1.4] 0 d');
  for (const d of foldLines) canvas.outline(d, 'S');
  canvas.write('Q');
  if (which === 'all') paintBar(canvas, { x: 24 * mm, y: height + bleed + gap, end: width / 2 - 8 * mm });
  if (folds.length > 0) paintWidths(canvas, marks, -from);
}

function cropLines(width: number, height: number, from: number, to: number): string[] {
  return [
    ...[0, width].flatMap((x) => [`M ${x} ${-from} V ${-to}`, `M ${x} ${height + from} V ${height + to}`]),
    ...[0, height].flatMap((y) => [`M ${-from} ${y} H ${-to}`, `M ${width + from} ${y} H ${width + to}`]),
  ];
}

function targetsOf(width: number, height: number, bleed: number): (readonly [number, number])[] {
  const out = bleed + gap + length / 2;
  return [
    [width / 2, -out],
    [width / 2, height + out],
    [-out, height / 2],
    [width + out, height / 2],
  ];
}

function paintTarget(canvas: Canvas, [x, y]: readonly [number, number]): void {
  const [r, cross] = [1.5 * mm, length / 2];
  canvas.outline(`M ${x - r} ${y} A ${r} ${r} 0 1 1 ${x + r} ${y} A ${r} ${r} 0 1 1 ${x - r} ${y} Z`, 'S');
  canvas.outline(`M ${x - cross} ${y} h ${2 * cross} M ${x} ${y - cross} v ${2 * cross}`, 'S');
}

/** Solids and half tones of each ink, and what two of them make: for the eye and for the densitometer. */
const bar = [
  ...[0, 1, 2, 3].map((ink) => [0, 1, 2, 3].map((each) => (each === ink ? 1 : 0))),
  ...[0, 1, 2, 3].map((ink) => [0, 1, 2, 3].map((each) => (each === ink ? 0.5 : 0))),
  [1, 1, 0, 0],
  [0, 1, 1, 0],
  [1, 0, 1, 0],
];

function paintBar(canvas: Canvas, { x, y, end }: { x: number; y: number; end: number }): void {
  const size = 4 * mm;
  canvas.write('q');
  for (const [index, inks] of bar.entries()) {
    const left = x + index * size;
    if (left + size > end) break;
    canvas.write(`${inks.join(' ')} k`);
    canvas.outline(`M ${left} ${y} h ${size} v ${size} h ${-size} Z`, 'f');
  }
  canvas.write('Q');
}

function paintWidths(canvas: Canvas, { folds, width, style }: Marks, bottom: number): void {
  const edges = [0, ...folds, width];
  for (const [index, left] of edges.slice(0, -1).entries()) {
    const right = edges[index + 1] ?? width;
    const part = pieceOf(`${Math.round(((right - left) / mm) * 10) / 10} mm`, style, null);
    canvas.text([part], style, left + (right - left) * 0.36 - part.width / 2, bottom - 1 * mm);
  }
}
