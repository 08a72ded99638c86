import { isPaper, sameInks } from '../../finished/pdf/paint/colour.ts';
import type { Sheet } from '../../finished/pdf/paint/file.ts';
import {
  type Box,
  cornersOf,
  grow,
  intersect,
  isEmpty,
  map,
  mm,
  unitSquare,
} from '../../finished/pdf/paint/geometry.ts';
import type { Area, Clip, Paint } from '../../finished/pdf/paint/paint.ts';
import { around, type Interval, inside, overlap, pathOfPoints } from '../../finished/pdf/paint/path.ts';
import type { Point } from '../../matrix.ts';
import { costOf, type PageGround } from '../ground.ts';
import type { Plates } from '../plates/plates.ts';
import { nameOf, type PressRule } from '../rule.ts';
import { finishIn } from '../spots.ts';

/** Points: 0.2 mm, which no blade tells from the edge. */
const near = 0.2 * mm;

/** Pieces of paths that are looked at on a page; one with more was made to keep a reader busy. */
const mostPieces = 5_000_000;

/**
 * What is meant to reach the edge of the page goes on to the edge of the bleed: else a white line shows where the blade was
 * off. It is looked at along two lines, just within the trim and just within the bleed: what crosses the first has to cross
 * the second, as wide, but for what slants.
 */
export const bleedUnfilled: PressRule = {
  code: 'bleed-unfilled',
  severity: 'error',
  says: 'A picture, line or area ends at the trim and not at the edge of the bleed.',
  mend: 'Extend it over the trim to the edge of the bleed.',
  clause: 'ISO 15930-7, page boxes; GWG 2015',
  *check({ file, asks, ground, plates }) {
    if (asks.bleed === null) return;
    for (const sheet of file.sheets) {
      const { trim } = sheet;
      // What a BleedBox has beyond the sheet is a fault of its own.
      const bleed = sheet.bleed && intersect(sheet.bleed, sheet.media);
      if (trim === null || bleed === null || isEmpty(intersect(trim, bleed))) continue;
      let left = mostPieces;
      let drawn: Plates | null = null;
      for (const [index, paint] of sheet.paints.entries()) {
        if (left < 0) break;
        if (paint.type === 'area' && !isInked(paint)) {
          left -= costOf(paint);
          const side = sidesOf(trim, bleed).find((each) => covers(paint, index, each, sheet, ground(sheet)));
          if (side !== undefined) {
            const message = `White covers what reaches the bleed beyond the ${side.name} trim`;
            yield { at: { sheet, point: side.corner(paint.box) }, message, hints: [uncover] };
          }
        }
        if (paint.type === 'text' || !isInked(paint) || isEmpty(intersect(paint.box, grow(trim, -near)))) continue;
        // A knife ends at the trim, which is where it cuts.
        if (paint.type === 'stroke' && finishIn(paint.colour) !== null) continue;
        left -= costOf(paint);
        const gap = sidesOf(trim, bleed).find((side) => {
          if (!stopsShort(paint, side, sheet, ground(sheet))) return false;
          if (paint.type !== 'picture') return true;
          // A picture that is white along the cut leaves nothing to be seen where the blade was off.
          drawn ??= plates(sheet, 'fine');
          return !isBare(paint, side, drawn);
        });
        if (gap === undefined) continue;
        yield {
          at: { sheet, point: gap.corner(paint.box) },
          message: `${nameOf(paint)} ends at the ${gap.name} trim and not at the edge of the bleed`,
          hints: ['Extend it over the trim to the edge of the bleed.'],
        };
      }
    }
  },
};

const uncover = 'Take the white away, or let it end within the page.';

/** Whether white lies on the bleed of a side, and beside it, within the page, is seen what it hides. */
function covers(paint: Area, index: number, { axis, inner, outer }: Side, sheet: Sheet, ground: PageGround): boolean {
  const at = (along: number, across: number, below: number) =>
    ground.at(axis === 0 ? [along, across] : [across, along], below);
  const all = sheet.paints.length;
  const [low, high] = axis === 0 ? [sheet.trim?.left, sheet.trim?.right] : [sheet.trim?.bottom, sheet.trim?.top];
  return crossing(paint, axis, outer).some(([start, end]) => {
    const [from, to] = [Math.max(start, low ?? start), Math.min(end, high ?? end)];
    if (to - from < near) return false;
    return [0.1, 0.3, 0.5, 0.7, 0.9].some((share) => {
      const along = from + share * (to - from);
      const [hidden, seen, last] = [at(along, outer, index), at(along, inner, all), at(along, outer, all)];
      if (hidden === null || seen === null || last === null) return false;
      return !isPaper(hidden) && sameInks(hidden, seen) && isPaper(last);
    });
  });
}

interface Side {
  readonly name: string;
  /** The axis along which the side runs. */
  readonly axis: 0 | 1;
  /** Just within the trim, and just within the bleed. */
  readonly inner: number;
  readonly outer: number;
  corner(box: Box): Point;
}

function sidesOf(trim: Box, bleed: Box): readonly Side[] {
  const side = (name: string, axis: 0 | 1, inner: number, outer: number, corner: Side['corner']): Side[] =>
    Math.abs(outer - inner) > 2 * near ? [{ name, axis, inner, outer, corner }] : [];
  return [
    ...side('left', 1, trim.left + near, bleed.left + near, (box) => [trim.left, box.top]),
    ...side('right', 1, trim.right - near, bleed.right - near, (box) => [trim.right, box.top]),
    ...side('upper', 0, trim.top - near, bleed.top - near, (box) => [box.left, trim.top]),
    ...side('lower', 0, trim.bottom + near, bleed.bottom + near, (box) => [box.left, trim.bottom]),
  ];
}

function isInked(paint: Paint): boolean {
  return paint.colour === null || !isPaper(paint.colour);
}

function stopsShort(paint: Paint, { axis, inner, outer }: Side, sheet: Sheet, ground: PageGround): boolean {
  const within = crossing(paint, axis, inner);
  const beyond = crossing(paint, axis, outer);
  // What slants by up to 45 degrees moves along by as much as it goes out.
  const slant = Math.abs(outer - inner);
  const [low, high] = axis === 0 ? [sheet.trim?.left, sheet.trim?.right] : [sheet.trim?.bottom, sheet.trim?.top];
  return within.some(([from, to]) => {
    const [start, end] = [Math.max(from, low ?? from), Math.min(to, high ?? to)];
    if (end - start < near) return false;
    const window = [start - slant, end + slant] as const;
    const met = overlap(around(beyond, window), [window]);
    const length = met.reduce((sum, [f, t]) => sum + t - f, 0);
    if (length >= end - start - 2 * slant && met.length > 0) return false;
    return !isContinued(paint, [start, end], axis, outer, ground, sheet.paints.length);
  });
}

/** Percent of ink that nobody sees: what a JPEG makes of white. */
const unseen = 3;

/** Whether no ink is seen on the page where a paint crosses the trim of a side. */
function isBare(paint: Paint, { axis, inner }: Side, plates: Plates): boolean {
  const { box, scale, width, height } = plates.frame;
  return crossing(paint, axis, inner).every(([from, to]) => {
    for (let along = from; along < to; along += 1 / scale) {
      const [x, y] = axis === 0 ? [along, inner] : [inner, along];
      const [column, row] = [Math.floor((x - box.left) * scale), Math.floor((box.top - y) * scale)];
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      if (plates.wet(row * width + column) > unseen) return false;
    }
    return true;
  });
}

/** Where a paint crosses a line, with its clips. */
function crossing(paint: Paint, axis: 0 | 1, at: number): readonly Interval[] {
  const { left, right, bottom, top } = paint.box;
  const [low, high, from, to] = axis === 0 ? [bottom, top, left, right] : [left, right, bottom, top];
  if (at < low || at > high) return [];
  const own = shapeOf(paint);
  let found: readonly Interval[] = own === null ? [[from, to]] : overlap(inside(own, axis, at), [[from, to]]);
  for (let clip: Clip | null = paint.clip; clip !== null; clip = clip.within) {
    found = overlap(found, inside(clip.path, axis, at));
  }
  return found;
}

/** Null for a line, which is taken to fill its box. */
function shapeOf(paint: Paint) {
  if (paint.type === 'area') return paint.path;
  if (paint.type !== 'picture') return null;
  return pathOfPoints(cornersOf(unitSquare).map((corner) => map(paint.matrix, corner)));
}

/** Whether other paint of the same inks takes over in the bleed; that a picture goes on nobody can tell. */
function isContinued(
  paint: Paint,
  [from, to]: Interval,
  axis: 0 | 1,
  outer: number,
  ground: PageGround,
  all: number,
): boolean {
  const { colour } = paint;
  if (colour === null) return false;
  return [0.1, 0.3, 0.5, 0.7, 0.9].every((share) => {
    const along = from + share * (to - from);
    const found = ground.at(axis === 0 ? [along, outer] : [outer, along], all);
    return found !== null && sameInks(found, colour);
  });
}
