/**
 * What stands outside a side for those who cut, fold and check it, in the registration colour, which every plate prints: where
 * to cut, where to fold, whether the plates meet, what the sheet is, and a bar of the inks. Lengths in points, from the trimmed
 * side's top left.
 */

import type { Theme } from '../../../theme/theme.ts';
import type { PrintMarks } from '../../targets.ts';
import type { Canvas } from '../paint/canvas.ts';
import type { UsedSpot } from '../paint/inks.ts';
import type { Side } from '../paint/sheet.ts';
import type { RunStyle } from '../text/inlines.ts';
import { pieceOf } from '../text/piece.ts';
import { mm, Type } from '../text/type.ts';

export interface Marks {
  readonly which: 'folds' | 'all';
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  /** Where the side is folded, from its left. */
  readonly folds: readonly number[];
  /** Where it is cut besides its edges. */
  readonly cuts: readonly number[];
  /** Whether the panels' widths stand over them. */
  readonly measured: boolean;
  /** The type of all words. */
  readonly style: RunStyle;
  /** What the side is, part by part. */
  readonly slug: readonly string[];
  /** Inks of their own that the file prints: the bar shows them beside those of the press. */
  readonly spots: readonly UsedSpot[];
}

type Asked = Omit<Marks, 'which' | 'width' | 'height' | 'style'> & { readonly which: PrintMarks };

export function withMarks(side: Side, { which, ...asked }: Asked, theme: Theme): Side {
  if (which === 'none') return side;
  const { width, height } = side;
  const style = new Type(theme).style('running', { color: theme.roles.text });
  const marks = { ...asked, which, width, height, style };
  return { ...side, marks: { bleed: asked.bleed, paint: (canvas) => paintMarks(canvas, marks) } };
}

/** How far marks reach beyond the bleed. */
export const marksRoom = 7 * mm;

/** Between the bleed and the marks, so that a cut a hair aside takes none with it. */
const gap = 1 * mm;
const length = 5 * mm;
const hairline = 0.25;

function paintMarks(canvas: Canvas, marks: Marks): void {
  const { which, height, bleed, folds } = marks;
  const from = bleed + gap;
  const to = from + length;
  const lines = which === 'all' ? cropLines(marks, from, to) : [];
  const foldLines = folds.flatMap((x) => [`M ${x} ${-from} V ${-to}`, `M ${x} ${height + from} V ${height + to}`]);
  const { fill, stroke } = canvas.registration();
  canvas.write('q');
  canvas.write(`${fill} ${stroke} ${hairline} w`);
  for (const d of lines) canvas.outline(d, 'S');
  if (which === 'all') for (const center of targetsOf(marks)) paintTarget(canvas, center);
  canvas.write('[2 1.4] 0 d');
  for (const d of foldLines) canvas.outline(d, 'S');
  canvas.write('Q');
  if (which === 'all') paintBar(canvas, marks);
  if (marks.measured) paintWidths(canvas, marks, -from);
  paintSlug(canvas, marks);
}

function cropLines({ width, height, cuts }: Marks, from: number, to: number): string[] {
  return [
    ...[0, ...cuts, width].flatMap((x) => [`M ${x} ${-from} V ${-to}`, `M ${x} ${height + from} V ${height + to}`]),
    ...[0, height].flatMap((y) => [`M ${-from} ${y} H ${-to}`, `M ${width + from} ${y} H ${width + to}`]),
  ];
}

/** In the middle of each edge; beside a fold, which is marked there. */
function targetsOf({ width, height, bleed, folds, cuts }: Marks): (readonly [number, number])[] {
  const out = bleed + gap + length / 2;
  const middle = [...folds, ...cuts].some((x) => Math.abs(x - width / 2) < length) ? width / 2 + 2 * length : width / 2;
  return [
    [middle, -out],
    [middle, height + out],
    [-out, height / 2],
    [width + out, height / 2],
  ];
}

function paintTarget(canvas: Canvas, [x, y]: readonly [number, number]): void {
  const [r, cross] = [1.5 * mm, length / 2];
  canvas.outline(`M ${x - r} ${y} A ${r} ${r} 0 1 1 ${x + r} ${y} A ${r} ${r} 0 1 1 ${x - r} ${y} Z`, 'S');
  canvas.outline(`M ${x - cross} ${y} h ${2 * cross} M ${x} ${y - cross} v ${2 * cross}`, 'S');
}

/** Solids and half tones of each ink of the press, and what two of them make: for the eye and for the densitometer. */
const patches = [
  ...[0, 1, 2, 3].map((ink) => [0, 1, 2, 3].map((each) => (each === ink ? 1 : 0))),
  ...[0, 1, 2, 3].map((ink) => [0, 1, 2, 3].map((each) => (each === ink ? 0.5 : 0))),
  [1, 1, 0, 0],
  [0, 1, 1, 0],
  [1, 0, 1, 0],
].map((inks) => `${inks.join(' ')} k`);

const largest = 4 * mm;

/** Along the foot, and on narrow sides with many inks in smaller patches: none is left out. */
function paintBar(canvas: Canvas, marks: Marks): void {
  const { height, bleed } = marks;
  const all = [...patches, ...marks.spots.flatMap(({ color }) => [1, 0.5].map((tint) => canvas.tint(color, tint)))];
  let [size, places] = [largest, placesAlong(marks, largest)];
  while (places.length < all.length) {
    size *= 0.9;
    places = placesAlong(marks, size);
  }
  const y = height + bleed + gap;
  canvas.write('q');
  for (const [index, ink] of all.entries()) {
    canvas.write(ink);
    canvas.outline(`M ${places[index]} ${y} h ${size} v ${size} h ${-size} Z`, 'f');
  }
  canvas.write('Q');
}

/** Where patches of a size have room along the foot: clear of the lines and the target that stand there. */
function placesAlong(marks: Marks, size: number): readonly number[] {
  const { width, folds, cuts } = marks;
  const target = targetsOf(marks)[1]?.[0] ?? 0;
  const clear = length / 2 + 2 * mm;
  const taken = [0, width, target, ...folds, ...cuts].sort((a, b) => a - b);
  return taken.slice(0, -1).flatMap((left, index) => {
    const room = (taken[index + 1] ?? width) - left - 2 * clear;
    return Array.from({ length: Math.max(0, Math.floor(room / size)) }, (_, at) => left + clear + at * size);
  });
}

function paintWidths(canvas: Canvas, { folds, width, style }: Marks, bottom: number): void {
  const edges = [0, ...folds, width];
  for (const [index, left] of edges.slice(0, -1).entries()) {
    const right = edges[index + 1] ?? width;
    const part = pieceOf(`${Math.round(((right - left) / mm) * 10) / 10} mm`, style, null);
    canvas.text([part], style, left + (right - left) * 0.36 - part.width / 2, bottom - 1 * mm);
  }
}

/** Points of type: no smaller one is read on a sheet. */
const sizes = [6, 5.5, 5, 4.5, 4];

/** Up the left edge, from the foot to the target: where no bar and no width stands. */
function paintSlug(canvas: Canvas, { height, bleed, style, slug }: Marks): void {
  if (slug.length === 0) return;
  const room = height / 2 - 12 * mm;
  for (const size of sizes) {
    const small = { ...style, size, tracking: 0 };
    const lines = linesOf(slug, small, room);
    const fits = lines.length * size * 1.15 <= length && lines.every(({ width }) => width <= room);
    if (!fits && size !== sizes.at(-1)) continue;
    for (const [index, line] of lines.entries()) {
      const x = -bleed - gap - (lines.length - 1 - index) * size * 1.15;
      canvas.write(`q 0 -1 1 0 ${x} ${height - 6 * mm} cm`);
      canvas.text([line], small, 0, 0);
      canvas.write('Q');
    }
    return;
  }
}

/** Parts beside each other as long as a line has room. */
function linesOf(parts: readonly string[], style: RunStyle, room: number): ReturnType<typeof pieceOf>[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = [...lines.slice(-1), part].join(' · ');
    if (lines.length > 0 && pieceOf(longer, style, null).width <= room) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.map((line) => pieceOf(line, style, null));
}
