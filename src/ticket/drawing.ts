/** A page in small: its paints as SVG, in tenths of a millimetre from the upper left corner of the bleed. */

import type { Sheet } from '../finished/pdf/paint/file.ts';
import { type Box, grow, intersect, isEmpty, isWithin, mm } from '../finished/pdf/paint/geometry.ts';
import {
  type Area,
  type Clip,
  isSeen,
  type Paint,
  type PaintedPicture,
  type PaintedText,
  wholeOpacity,
} from '../finished/pdf/paint/paint.ts';
import { isRectangle } from '../finished/pdf/paint/painter.ts';
import { boxOfPath, type PaintPath } from '../finished/pdf/paint/path.ts';
import type { Point } from '../matrix.ts';
import { finishIn } from '../preflight/spots.ts';
import { outlineOf } from './outline.ts';
import { safe } from './safe.ts';
import type { Shades } from './shades.ts';

/** Points of type from which words are shown as words, and not as bars. */
const legible = 11;

/** Tenths of a millimetre, below which nothing is drawn; raised until the drawing is small enough. */
const smallest = [2, 4, 8, 16, 40, 100];

/** @param limit most characters of the drawing; @param prefix that makes its ids its own on a page */
export function drawPage(sheet: Sheet, shades: Shades, limit: number, prefix: string): string {
  let drawn = '';
  for (const least of smallest) {
    drawn = new Drawing(sheet, shades, prefix, least).drawn();
    if (drawn.length <= limit) return drawn;
  }
  // A page of a hundred thousand large shapes: its form is lost, its size is not.
  return '';
}

/** What the drawing shows: the bleed, or the sheet of a file that has none. */
export function frameOf({ bleed, media }: Sheet): Box {
  return bleed ?? media;
}

interface Shape {
  /** Attributes that shapes must share to be drawn as one. */
  readonly manner: string;
  readonly path: string;
}

/** How much of a finish is seen over what it lies on. */
const veil = 0.3;

const element = (manner: string, path: string): string => `<path ${manner} d="${path}"/>`;

class Drawing {
  readonly #sheet: Sheet;
  readonly #shades: Shades;
  readonly #prefix: string;
  readonly #least: number;
  readonly #frame: Box;
  readonly #clips = new Map<Clip, string>();
  readonly #definitions: string[] = [];

  constructor(sheet: Sheet, shades: Shades, prefix: string, least: number) {
    [this.#sheet, this.#shades, this.#prefix, this.#least] = [sheet, shades, prefix, least];
    this.#frame = frameOf(sheet);
  }

  drawn(): string {
    const parts: string[] = [];
    /** Shapes of one manner, one after the other, are one path: most of a page is like that. */
    let alike: Shape[] = [];
    const add = (shapes: readonly Shape[]) => {
      const path = shapes.map((shape) => shape.path).join('');
      if (shapes[0] !== undefined && path !== '') parts.push(element(shapes[0].manner, path));
    };
    for (const paint of this.#sheet.paints) {
      if (!isSeen(paint) || isEmpty(intersect(paint.box, this.#frame)) || this.#isTiny(paint)) continue;
      const shape = this.#shapeOf(paint);
      if (typeof shape !== 'string' && shape.manner === alike[0]?.manner) {
        alike.push(shape);
        continue;
      }
      add(alike);
      alike = typeof shape === 'string' ? [] : [shape];
      if (typeof shape === 'string') parts.push(shape);
    }
    add(alike);
    const definitions = this.#definitions.length === 0 ? '' : `<defs>${this.#definitions.join('')}</defs>`;
    return definitions + parts.join('');
  }

  #isTiny({ box, type }: Paint): boolean {
    const { left, right, bottom, top } = box;
    const size = (Math.max(right - left, top - bottom) / mm) * 10;
    return size < (type === 'text' ? this.#least * 2 : this.#least);
  }

  #shapeOf(paint: Paint): Shape | string {
    if (paint.type === 'picture') return this.#picture(paint);
    const colour = this.#shades.of(paint.colour);
    if (paint.type === 'text') return this.#text(paint, colour);
    // Varnish and white ink are seen through: under them is what the side shows.
    const opacity = wholeOpacity(paint) * (paint.type === 'area' && finishIn(paint.colour) !== null ? veil : 1);
    const see = opacity < 1 ? ` opacity="${Math.round(opacity * 100) / 100}"` : '';
    const shared = `${see}${this.#clipOf(paint)}`;
    if (paint.type === 'area') return this.#area(paint, `fill="${colour}"`, shared, opacity);
    const width = Math.max(1, Math.round((paint.widest / mm) * 10));
    const dash = paint.dash.map((length) => Math.round((length / mm) * 10)).join(' ');
    const dashed = /[1-9]/.test(dash) ? ` stroke-dasharray="${dash}"` : '';
    const manner = `fill="none" stroke="${colour}" stroke-width="${width}"${dashed}${shared}`;
    return { manner, path: this.#path(paint.path) };
  }

  /** Only boxes are drawn together, all in one direction: other shapes that overlap could cut holes into each other. */
  #area({ path }: Area, fill: string, shared: string, opacity: number): Shape | string {
    if (isRectangle(path) && opacity === 1) {
      const { left, right, bottom, top } = boxOfPath(path);
      const [[x, y], [toX, toY]] = [this.#numbers([left, top]), this.#numbers([right, bottom])];
      return { manner: `${fill}${shared}`, path: `M${x} ${y}h${toX - x}v${toY - y}h${x - toX}z` };
    }
    const outline = this.#path(path);
    const rule = path.evenOdd ? ' fill-rule="evenodd"' : '';
    return outline === '' ? '' : element(`${fill}${rule}${shared}`, outline);
  }

  #picture({ matrix, colour }: PaintedPicture): string {
    const [a, b, c, d, e, f] = matrix;
    const corners: readonly Point[] = [
      [e, f],
      [a + e, b + f],
      [a + c + e, b + d + f],
      [c + e, d + f],
    ];
    const [first, second, third, fourth] = corners.map((corner) => this.#point(corner));
    const fill = colour === null ? '#d5dbe4' : this.#shades.of(colour);
    const diagonals = colour === null ? `M${first}L${third}M${second}L${fourth}` : '';
    const outline = `M${first}L${second}L${third}L${fourth}z`;
    return `<path fill="${fill}" stroke="#5b6980" stroke-width="3" d="${outline}${diagonals}"/>`;
  }

  /** Words where they can be read; else a bar as high as small letters are. */
  #text(text: PaintedText, colour: string): Shape | string {
    const [start, end, , up] = text.corners;
    if (start === undefined || end === undefined || up === undefined) return '';
    const isUpright = Math.abs(start[1] - end[1]) < 0.01 && end[0] > start[0] && up[1] > start[1];
    if (text.size >= legible && isUpright && text.mode === 0) return this.#words(text, colour, start, end, up);
    const along = (share: number, from: Point, to: Point): Point => [
      from[0] + share * (to[0] - from[0]),
      from[1] + share * (to[1] - from[1]),
    ];
    const opposite: Point = [end[0] + up[0] - start[0], end[1] + up[1] - start[1]];
    const [low, high] = [0.27, 0.62];
    const points = [
      along(low, start, up),
      along(low, end, opposite),
      along(high, end, opposite),
      along(high, start, up),
    ].map((point) => this.#point(point));
    return { manner: `fill="${colour}" fill-opacity=".55"`, path: `M${points.join('L')}z` };
  }

  #words(text: PaintedText, colour: string, start: Point, end: Point, up: Point): string {
    // The baseline stands a quarter above the foot of a font's box, near enough at this size.
    const baseline: Point = [start[0], start[1] + 0.22 * (up[1] - start[1])];
    const [x, y] = this.#numbers(baseline);
    const length = Math.round(((end[0] - start[0]) / mm) * 10);
    const size = Math.round((text.size / mm) * 10);
    const weight = /bold|black|heavy/i.test(text.font.name) ? ' font-weight="600"' : '';
    const place = `x="${x}" y="${y}" font-size="${size}" textLength="${length}" lengthAdjust="spacingAndGlyphs"`;
    return `<text ${place} fill="${colour}"${weight}>${safe(text.text)}</text>`;
  }

  #path(path: PaintPath, least = this.#least): string {
    return outlineOf(path, (point) => this.#numbers(point), least);
  }

  #point(point: Point): string {
    const [x, y] = this.#numbers(point);
    return `${x} ${y}`;
  }

  #numbers([x, y]: Point): readonly [number, number] {
    const scale = 10 / mm;
    return [Math.round((x - this.#frame.left) * scale), Math.round((this.#frame.top - y) * scale)];
  }

  /** The attribute that cuts a paint; none where its clips cut nothing off that shows. */
  #clipOf(paint: Exclude<Paint, PaintedText | PaintedPicture>): string {
    const own = boxOfPath(paint.path);
    const whole = intersect(grow(own, paint.type === 'stroke' ? paint.widest / 2 : 0), this.#frame);
    const cuts = !isWithin(whole, paint.box, 0.1) || !isPlain(paint.clip);
    return paint.clip === null || !cuts ? '' : ` clip-path="url(#${this.#clip(paint.clip)})"`;
  }

  #clip(clip: Clip): string {
    const known = this.#clips.get(clip);
    if (known !== undefined) return known;
    const around = clip.within === null ? '' : ` clip-path="url(#${this.#clip(clip.within)})"`;
    const name = `${this.#prefix}c${this.#clips.size}`;
    this.#clips.set(clip, name);
    const rule = clip.path.evenOdd ? ' clip-rule="evenodd"' : '';
    this.#definitions.push(`<clipPath id="${name}"${around}><path${rule} d="${this.#path(clip.path, 0)}"/></clipPath>`);
    return name;
  }
}

/** Only upright rectangles: what they cut off the box of a paint tells. */
function isPlain(clip: Clip | null): boolean {
  for (let each = clip; each !== null; each = each.within) if (!isRectangle(each.path)) return false;
  return true;
}
