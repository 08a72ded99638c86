import { isPaper } from '../../finished/pdf/paint/colour.ts';
import type { Sheet } from '../../finished/pdf/paint/file.ts';
import { boxAround, centreOf } from '../../finished/pdf/paint/geometry.ts';
import { type Area, isOutlineToo, type Paint } from '../../finished/pdf/paint/paint.ts';
import { polygonsOf } from '../../finished/pdf/paint/path.ts';
import type { Point } from '../../matrix.ts';
import type { PageGround } from '../ground.ts';
import type { PreflightSubject } from '../press.ts';
import { cornerOf, type PressRule, round } from '../rule.ts';

/** Points. */
const shortest = 2;

/** What is so short is a dot or a corner of a drawing, not a line. */
const isShort = ({ box: { left, right, bottom, top } }: Paint): boolean =>
  Math.max(right - left, top - bottom) < shortest;

export const hairline: PressRule = {
  code: 'hairline',
  severity: 'warning',
  says: 'A line is thinner than a press can print.',
  mend: 'Make it 0.25 pt or more.',
  clause: 'GWG 2015, Effective Line Width',
  *check(press) {
    const { file, asks, ground } = press;
    // Plates and blankets lose thinner lines; a pen of width 0 is one dot of the imagesetter, 1/2400 inch.
    const thinnest = asks.line?.one;
    if (thinnest === undefined) return;
    for (const sheet of file.sheets) {
      for (const { paint, width, index, point } of linesOf(press, sheet, thinnest)) {
        const isWhite = paint.colour !== null && isPaper(paint.colour);
        // White on paper is not there; on inks it is a gap, which they run into.
        if (isWhite && (index === null || isBare(paint, ground(sheet), index))) continue;
        yield {
          at: { sheet, point },
          message: `A ${isWhite ? 'white ' : ''}line is ${round(width, 3)} pt thick; the thinnest line that prints is ${thinnest} pt`,
          hints: [`Make it ${thinnest} pt or more.`],
        };
      }
    }
  },
};

interface ThinLine {
  readonly paint: Paint;
  readonly width: number;
  /** In the sheet's list; null within a tiling, under which nothing is known. */
  readonly index: number | null;
  readonly point: Point;
}

/** Lines on the paper that are thinner than so many points, those of hatchings too. */
export function* linesOf({ printed, tiled }: PreflightSubject, sheet: Sheet, under: number): Generator<ThinLine> {
  const placed = printed(sheet).map(({ index, paint }) => ({ index, paint, on: paint }));
  const repeated = tiled(sheet).map(({ paint, on }) => ({ index: null, paint, on }));
  for (const { index, paint, on } of [...placed, ...repeated]) {
    const width = widthOf(paint);
    // A tolerance for producers that round their numbers.
    if (width === null || width >= under - 0.005 || isShort(paint)) continue;
    yield { paint, width, index, point: cornerOf(on.box) };
  }
}

/** How thin a line is; null for what is no line. */
function widthOf(paint: Paint): number | null {
  if (paint.type === 'stroke') return paint.width;
  // Around glyphs that are filled as well a thin line is a part of their stems.
  if (paint.type === 'text') return isOutlineToo(paint) ? null : paint.line;
  return paint.type === 'area' ? barWidth(paint) : null;
}

/** Whether there is nothing but paper under the middle of a line. */
function isBare(paint: Paint, ground: PageGround, index: number): boolean {
  const [from, to] = paint.type === 'stroke' ? (polygonsOf(paint.path)[0] ?? []) : [];
  const middle = centreOf(from === undefined || to === undefined ? paint.box : boxAround([from, to]));
  const under = ground.at(middle, index);
  return paint.keeps === 'others' || (under !== null && isPaper(under));
}

/** Of an area that is one narrow bar, as tables and charts draw their lines. */
function barWidth({ path }: Area): number | null {
  if (path.segments.some(({ type }) => type === 'C')) return null;
  const [polygon, another] = polygonsOf(path).filter(({ length }) => length > 2);
  if (polygon === undefined || another !== undefined) return null;
  const corners = polygon.filter((point, index) => distance(point, following(polygon, index)) > 1e-6);
  if (corners.length > 4 || !isConvex(corners)) return null;
  const longest = Math.max(...corners.map((point, index) => distance(point, following(corners, index))));
  return longest < shortest ? null : areaOf(corners) / longest;
}

const following = (polygon: readonly Point[], index: number): Point => polygon[(index + 1) % polygon.length] ?? [0, 0];

/** Sides that cross, as those of two triangles tip to tip, have areas that cancel each other out. */
function isConvex(corners: readonly Point[]): boolean {
  const turns = corners.map((point, index) => {
    const [x, y] = following(corners, index);
    const [nextX, nextY] = following(corners, index + 1);
    return (x - point[0]) * (nextY - y) - (y - point[1]) * (nextX - x);
  });
  return Math.min(...turns) > -1e-6 || Math.max(...turns) < 1e-6;
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function areaOf(polygon: readonly Point[]): number {
  const twice = polygon.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = following(polygon, index);
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}
