/** Transformations, and boxes under them. */
import { identity, type Matrix, multiply, type Point } from '../../matrix.ts';
import { damaged, type SvgPosition, shown, unsupported } from './flaw.ts';
import { checked, length, number, text } from './number.ts';

/** First `inner`, then `outer`. */
export const times = (outer: Matrix, inner: Matrix): Matrix => multiply(inner, outer);

export const moved = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y];
export const scaled = (x: number, y: number): Matrix => [x, 0, 0, y, 0, 0];

export function turned(degrees: number): Matrix {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] =
    degrees % 90 === 0
      ? [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))]
      : [Math.cos(angle), Math.sin(angle)];
  return [cos, sin, -sin, cos, 0, 0];
}

export const isIdentity = (matrix: Matrix): boolean => matrix.every((part, index) => part === identity[index]);

/** Whether all that is painted under it falls into a line. */
export const isFlat = ([a, b, c, d]: Matrix): boolean => Math.abs(a * d - b * c) < 1e-12;

export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const area = a * d - b * c;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

export const matrixText = (matrix: Matrix): string => `matrix(${matrix.map(text).join(' ')})`;

export const at = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f];

/** Upright, in user units. */
export interface SvgBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function boxOf(points: readonly Point[]): SvgBox | null {
  if (points.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export const corners = ({ x, y, width, height }: SvgBox): readonly Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

export function under(matrix: Matrix, box: SvgBox | null): SvgBox | null {
  return box === null ? null : boxOf(corners(box).map((corner) => at(matrix, corner)));
}

export function union(boxes: readonly (SvgBox | null)[]): SvgBox | null {
  return boxOf(boxes.flatMap((box) => (box === null ? [] : corners(box))));
}

/** From the units of a box, 0 to 1, to user units. */
export const ofBox = ({ x, y, width, height }: SvgBox): Matrix => [width, 0, 0, height, x, y];

/**
 * A list of transform functions, of the attribute or of CSS (CSS Transforms 1).
 * @param box what percentages of `translate()` are of
 */
export function parseTransform(value: string, box: SvgBox, fontSize: number, spot: SvgPosition): Matrix {
  let result = identity;
  const next = /[\s,]*([a-z0-9]+)\s*\(([^()]*)\)/iy;
  while (next.lastIndex < value.length) {
    const from = next.lastIndex;
    const match = next.exec(value);
    if (match === null) {
      if (/^[\s,]*$/.test(value.slice(from))) break;
      throw damaged(`"${shown(value)}" is not a transformation`, spot);
    }
    const words = (match[2] ?? '').split(/[\s,]+|(?<=[\d.])(?=[+-])/).filter((word) => word !== '');
    result = times(result, functionOf(match[1] ?? '', words, { box, fontSize, spot }));
  }
  for (const part of result) checked(part, spot);
  return result;
}

interface Around {
  readonly box: SvgBox;
  readonly fontSize: number;
  readonly spot: SvgPosition;
}

function functionOf(name: string, words: readonly string[], { box, fontSize, spot }: Around): Matrix {
  const [first = '', second] = words;
  const along = (word: string, whole: number): number => length(word, { whole, fontSize }, spot);
  const scale = (word: string): number =>
    word.endsWith('%') ? number(word.slice(0, -1), spot) / 100 : number(word, spot);
  const count = words.length;
  const [x, y, z] = [first, second ?? '', words[2] ?? ''];
  switch (`${name.toLowerCase()} ${count}`) {
    case 'matrix 6':
      return words.map((word) => number(word, spot)) as unknown as Matrix;
    case 'translate 1':
    case 'translatex 1':
      return moved(along(x, box.width), 0);
    case 'translate 2':
      return moved(along(x, box.width), along(y, box.height));
    case 'translatey 1':
      return moved(0, along(x, box.height));
    case 'scale 1':
      return scaled(scale(x), scale(x));
    case 'scale 2':
      return scaled(scale(x), scale(y));
    case 'scalex 1':
      return scaled(scale(x), 1);
    case 'scaley 1':
      return scaled(1, scale(x));
    case 'rotate 1':
      return turned(degrees(x, spot));
    case 'rotate 3': {
      const centre: Point = [number(y, spot), number(z, spot)];
      return times(times(moved(...centre), turned(degrees(x, spot))), moved(-centre[0], -centre[1]));
    }
    case 'skewx 1':
      return [1, 0, Math.tan((degrees(x, spot) * Math.PI) / 180), 1, 0, 0];
    case 'skewy 1':
      return [1, Math.tan((degrees(x, spot) * Math.PI) / 180), 0, 1, 0, 0];
    default:
      throw unsupported(`it has the transformation "${shown(`${name}(${words.join(' ')})`)}"`, spot);
  }
}

const angles: Readonly<Record<string, number>> = { '': 1, deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 };

export function degrees(word: string, spot: SvgPosition): number {
  const found = /^(.*?)(deg|grad|rad|turn)?$/i.exec(word.trim());
  return number(found?.[1] ?? word, spot) * (angles[(found?.[2] ?? '').toLowerCase()] ?? 1);
}

const places: Readonly<Record<string, string>> = {
  left: '0%',
  top: '0%',
  center: '50%',
  right: '100%',
  bottom: '100%',
};

/** The point that a transformation turns around, from the corner of `box`. */
export function parseOrigin(value: string, box: SvgBox, fontSize: number, spot: SvgPosition): Point {
  const words = value.trim().toLowerCase().split(/\s+/);
  const [first = '50%', second = '50%'] =
    /^(top|bottom)$/.test(words[0] ?? '') || /^(left|right)$/.test(words[1] ?? '') ? [words[1], words[0]] : words;
  const along = (word: string, whole: number): number => length(places[word] ?? word, { whole, fontSize }, spot);
  return [box.x + along(first, box.width), box.y + along(second, box.height)];
}
