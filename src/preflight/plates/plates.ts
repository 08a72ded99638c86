/** What a page prints, as the plates of its inks: paints laid on one another in their order, dot by dot. */
import { black, type Colour } from '../../finished/pdf/paint/colour.ts';
import { boxAround } from '../../finished/pdf/paint/geometry.ts';
import { type Clip, isSeen, type Paint, type SoftMask } from '../../finished/pdf/paint/paint.ts';
import { isRectangle } from '../../finished/pdf/paint/painter.ts';
import { boxOfPath, polygonsOf } from '../../finished/pdf/paint/path.ts';
import { isFinish } from '../spots.ts';
import { barOf, inkedPart } from './bars.ts';
import { coursePainter, type Dots } from './courses.ts';
import { type DotArea, type DotFrame, partOf } from './frame.ts';
import type { PictureGrid } from './grid.ts';
import { keepsOthers, PlateNames } from './inks.ts';
import type { Lights } from './lights.ts';
import { fillPath, fillPolygons, strokePath } from './spans.ts';

export type Grids = ReadonlyMap<object, PictureGrid>;

export interface PlateSources {
  readonly grids: Grids;
  readonly lights: Lights;
  /** Words are finer than a dot, and hide nothing; or bars of as much ink as their letters have. */
  readonly words?: 'fine' | 'bars';
}

/** Masks in masks, at most. */
const mostMasks = 3;

/** Dots of clips that are kept at a time. */
const mostClipDots = 16_000_000;

/** What of an area a clip lets through. */
interface CutDots {
  readonly area: DotArea;
  readonly width: number;
  readonly dots: Uint8Array;
}

const nowhere: DotArea = { left: 0, top: 0, right: 0, bottom: 0 };

const isIn = ({ area, width, dots }: CutDots, column: number, row: number): boolean =>
  column >= area.left &&
  column < area.right &&
  row >= area.top &&
  row < area.bottom &&
  dots[(row - area.top) * width + column - area.left] === 1;

export class Plates {
  readonly frame: DotFrame;
  readonly inks: PlateNames;
  readonly planes: Float32Array[] = [];
  /** The paint of the sheet's list that was laid on each dot last; -1 for none. */
  readonly owner: Int32Array;
  /** Where text or something finer than a dot adds ink to the plates: how much there is with it, and whose it is. */
  readonly fine: Float32Array;
  readonly fineOwner: Int32Array;
  readonly #stamp: Int32Array;
  readonly #clips = new Map<Clip, CutDots>();
  #clipDots = 0;
  readonly #masks = new Map<SoftMask, Float32Array>();
  readonly #lights: Lights;
  readonly #grids: Grids;
  readonly #depth: number;
  readonly #words: 'fine' | 'bars';
  #turn = 0;

  /** @param depth how many masks are around */
  constructor(
    paints: readonly Paint[],
    frame: DotFrame,
    { grids, lights, words = 'fine' }: PlateSources,
    depth = 0,
    ground = 0,
  ) {
    this.#words = words;
    [this.frame, this.#grids, this.#lights, this.#depth] = [frame, grids, lights, depth];
    this.inks = new PlateNames(lights);
    const dots = frame.width * frame.height;
    this.owner = new Int32Array(dots).fill(-1);
    this.fineOwner = new Int32Array(dots).fill(-1);
    this.fine = new Float32Array(dots);
    this.#stamp = new Int32Array(dots);
    for (let plate = 0; plate < 4; plate += 1) this.planes.push(new Float32Array(dots));
    this.planes[3]?.fill(ground);
    for (const [index, paint] of paints.entries()) if (isSeen(paint)) this.#lay(paint, index);
  }

  /** Percent of ink that has to dry on a dot. */
  wet(dot: number): number {
    let total = 0;
    for (const [plate, plane] of this.planes.entries()) if (this.#isWet(plate)) total += plane[dot] ?? 0;
    return total;
  }

  readonly #dry = new Map<number, boolean>();
  #isWet(plate: number): boolean {
    if (plate < 4) return true;
    const known = this.#dry.get(plate) ?? isFinish(this.inks.names[plate] ?? '');
    this.#dry.set(plate, known);
    return !known;
  }

  #lay(paint: Paint, index: number): void {
    const part = partOf(paint.box, this.frame);
    if (part.left >= part.right || part.top >= part.bottom) return;
    const lets = this.#lets(paint);
    const { width } = this.frame;
    this.#turn += 1;
    let covered = 0;
    const isWord = paint.type === 'text';
    const isFine = isWord && this.#words === 'fine';
    const inked = isWord && !isFine ? inkedPart : 1;
    const colours = this.#coloursOf(paint);
    if (colours === null) return;
    const dotted = (row: number, from: number, to: number): void => {
      for (let at = row * width + from, column = from; column < to; at += 1, column += 1) {
        if (this.#stamp[at] === this.#turn) continue;
        this.#stamp[at] = this.#turn;
        const seen = lets === null ? 1 : lets(column, row);
        if (seen <= 0) continue;
        covered += 1;
        const colour = colours.at(column, row);
        if (colour === null) continue;
        if (isFine) this.#over(at, colour.inks, paint, seen * colour.alpha, index);
        else this.#put(at, colour.inks, paint, seen * colour.alpha * inked, index);
      }
    };
    this.#cover(paint, part, dotted);
    // A line is as wide as a dot at least: one that covers none is not on the page.
    if (covered > 0 || isFine || paint.type === 'stroke') return;
    // Finer than a dot: it adds to where it is, and hides nothing.
    for (const { left, top, right, bottom } of this.#slipsOf(paint)) {
      const [column, row] = [(left + right) >> 1, (top + bottom) >> 1];
      const at = Math.min(row, this.frame.height - 1) * width + Math.min(column, width - 1);
      const colour = colours.at(column, row);
      if (colour !== null && (lets === null || lets(column, row) > 0))
        this.#over(at, colour.inks, paint, colour.alpha, index);
    }
  }

  /** The parts of what is painted that are in the frame and so thin that they may lie between its dots. */
  #slipsOf(paint: Paint): readonly DotArea[] {
    const boxes =
      paint.type === 'area' ? [...polygonsOf(paint.path)].map((polygon) => boxAround(polygon)) : [paint.box];
    return boxes
      .map((box) => partOf(box, this.frame))
      .filter(
        ({ left, top, right, bottom }) => left < right && top < bottom && Math.min(right - left, bottom - top) <= 2,
      );
  }

  #cover(paint: Paint, part: DotArea, emit: (row: number, from: number, to: number) => void): void {
    switch (paint.type) {
      case 'area':
        fillPath(paint.path, this.frame, part, emit);
        return;
      case 'stroke':
        strokePath(paint.path, paint.widest, this.frame, part, emit);
        return;
      case 'text':
        fillPolygons([this.#words === 'fine' ? paint.corners : barOf(paint.corners)], false, this.frame, part, emit);
        return;
      case 'picture': {
        const [a, b, c, d, e, f] = paint.matrix;
        const corners = [
          [e, f],
          [a + e, b + f],
          [a + c + e, b + d + f],
          [c + e, d + f],
        ] as const;
        fillPolygons([corners], false, this.frame, part, emit);
      }
    }
  }

  #coloursOf(paint: Paint): Dots | null {
    const grid =
      paint.type === 'picture' && paint.image.stream !== null ? this.#grids.get(paint.image.stream) : undefined;
    if (paint.type === 'picture' && grid === undefined && paint.colour === null) return null;
    return coursePainter(paint, this.frame, this.inks, grid ?? null);
  }

  /** How much of a paint its clips and its mask let through at a dot; null for all. */
  #lets({ clip, mask }: Paint): ((column: number, row: number) => number) | null {
    const cut = clip === null ? null : this.#clip(clip);
    const veil = mask === null ? null : this.#mask(mask);
    if (cut === null && veil === null) return null;
    const { width } = this.frame;
    return (column, row) => {
      if (cut !== null && !isIn(cut, column, row)) return 0;
      return veil === null ? 1 : (veil[row * width + column] ?? 0);
    };
  }

  /** Null for clips that are upright boxes: those have cut the paint's own box. */
  #clip(clip: Clip): CutDots | null {
    const known = this.#clips.get(clip);
    if (known !== undefined) return known;
    const around = clip.within === null ? null : this.#clip(clip.within);
    if (isRectangle(clip.path)) return around;
    const area = clip.path.segments.length > 0 ? partOf(boxOfPath(clip.path), this.frame) : nowhere;
    const width = Math.max(0, area.right - area.left);
    const dots = new Uint8Array(width * Math.max(0, area.bottom - area.top));
    const cut = { area, width, dots };
    fillPath(clip.path, this.frame, area, (row, from, to) => {
      const start = (row - area.top) * width - area.left;
      for (let column = from; column < to; column += 1) {
        if (around === null || isIn(around, column, row)) dots[start + column] = 1;
      }
    });
    this.#clipDots += dots.length;
    if (this.#clipDots > mostClipDots) {
      this.#clips.clear();
      this.#clipDots = dots.length;
    }
    this.#clips.set(clip, cut);
    return cut;
  }

  #mask(mask: SoftMask): Float32Array {
    const known = this.#masks.get(mask) ?? this.#veil(mask);
    this.#masks.set(mask, known);
    return known;
  }

  /** The group of a mask on plates of its own: light is where no ink is, and where it is at all is told in black. */
  #veil(mask: SoftMask): Float32Array {
    if (this.#depth >= mostMasks) return new Float32Array(this.owner.length).fill(1);
    const isLight = mask.kind === 'Luminosity';
    const paints = isLight ? mask.paints : mask.paints.map((paint) => ({ ...paint, colour: black, overprints: false }));
    const ground = isLight ? 100 * (1 - mask.backdrop) : 0;
    const sources = { grids: this.#grids, lights: this.#lights };
    const { planes } = new Plates(paints, this.frame, sources, this.#depth + 1, ground);
    const [c, m, y, k] = planes;
    return new Float32Array(this.owner.length).map((_, dot) => {
      const dark = (0.3 * (c?.[dot] ?? 0) + 0.59 * (m?.[dot] ?? 0) + 0.11 * (y?.[dot] ?? 0) + (k?.[dot] ?? 0)) / 100;
      const value = isLight ? 1 - Math.min(1, dark) : Math.min(1, (k?.[dot] ?? 0) / 100);
      return mask.transfer?.([value])?.[0] ?? value;
    });
  }

  #plane(plate: number): Float32Array {
    while (this.planes.length <= plate) this.planes.push(new Float32Array(this.owner.length));
    return this.planes[plate] as Float32Array;
  }

  #put(dot: number, inks: Float32Array, paint: Paint, alpha: number, index: number): void {
    const opacity = alpha * paint.opacity;
    if (opacity <= 0) return;
    const keeps = keepsOthers(paint.colour ?? pictured, paint.overprints);
    const count = Math.max(this.planes.length, inks.length);
    for (let plate = 0; plate < count; plate += 1) {
      const ink = inks[plate] ?? 0;
      if (keeps && ink <= 0) continue;
      const plane = this.#plane(plate);
      plane[dot] = blended(plane[dot] ?? 0, ink, opacity, paint.blend);
    }
    this.owner[dot] = index;
    if (!keeps && opacity > 0.9 && paint.blend === 'Normal') this.fine[dot] = 0;
  }

  /** What lies on a dot without covering it. */
  #over(dot: number, inks: Float32Array, paint: Paint, alpha: number, index: number): void {
    const keeps = keepsOthers(paint.colour ?? pictured, paint.overprints);
    let total = 0;
    for (let plate = 0; plate < Math.max(this.planes.length, inks.length); plate += 1) {
      const [ink, under] = [inks[plate] ?? 0, this.planes[plate]?.[dot] ?? 0];
      if (!this.#isWet(plate)) continue;
      total += keeps && ink <= 0 ? under : blended(under, ink, alpha * paint.opacity, paint.blend);
    }
    if (total < (this.fine[dot] ?? 0)) return;
    this.fine[dot] = total;
    this.fineOwner[dot] = index;
  }
}

/** A picture's samples replace all inks. */
const pictured: Colour = { type: 'inks', cmyk: [0, 0, 0, 0], spots: [], look: null, reach: 'all' };

/** Blend modes (11.3.5) told in inks; those that mix in other ways are near to being laid over. */
function blended(under: number, ink: number, opacity: number, mode: string): number {
  switch (mode) {
    case 'Multiply':
    case 'ColorBurn':
      return Math.min(100, under + ink * opacity - (under * ink * opacity) / 100);
    case 'Darken':
      return under + (Math.max(under, ink) - under) * opacity;
    case 'Screen':
    case 'ColorDodge':
      return under + ((under * ink) / 100 - under) * opacity;
    case 'Lighten':
      return under + (Math.min(under, ink) - under) * opacity;
    default:
      return under + (ink - under) * opacity;
  }
}
