/** The raster that a page is looked at in: so many dots to a point, from the upper left corner of what is printed. */
import type { Sheet } from '../../finished/pdf/paint/file.ts';
import { type Box, intersect } from '../../finished/pdf/paint/geometry.ts';
import type { Paint, PaintGroup } from '../../finished/pdf/paint/paint.ts';

export interface DotFrame {
  /** The printed part of the page, in points. */
  readonly box: Box;
  /** Dots to a point. */
  readonly scale: number;
  /** In dots. */
  readonly width: number;
  readonly height: number;
}

/** Dots of a page: half a millimetre each on A4. Ink has to dry on areas that are larger (GWG 2015: 15 mm²). */
const mostDots = 350_000;

/** Dots that all paints of a page may cover one after the other; busier pages are looked at more coarsely. */
const mostWork = 40_000_000;

const finest = 2;
const coarsest = 0.1;

export function frameFor(sheet: Sheet): DotFrame {
  const box = sheet.bleed ?? sheet.media;
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  const usual = Math.min(finest, Math.sqrt(mostDots / Math.max(1, width * height)));
  const work = workOf(sheet.paints, box) * usual * usual;
  const scale = Math.max(coarsest, work > mostWork ? usual * Math.sqrt(mostWork / work) : usual);
  // A page may be told as large as a town.
  const bounded = Math.min(scale, 4000 / Math.max(width, height, 1));
  return {
    box,
    scale: bounded,
    width: Math.max(1, Math.ceil(width * bounded)),
    height: Math.max(1, Math.ceil(height * bounded)),
  };
}

/** Square points that are painted in all, and those of groups, which are laid again as wholes. */
function workOf(paints: readonly Paint[], frame: Box): number {
  const groups = new Map<PaintGroup, Box>();
  let work = 0;
  for (const { box, group } of paints) {
    work += areaOf(box, frame);
    for (let each = group; each !== null; each = each.within) {
      const known = groups.get(each);
      groups.set(each, known === undefined ? box : union(known, box));
    }
  }
  for (const box of groups.values()) work += areaOf(box, frame);
  return work;
}

function areaOf(box: Box, frame: Box): number {
  const { left, bottom, right, top } = intersect(box, frame);
  return Math.max(0, right - left) * Math.max(0, top - bottom);
}

const union = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  bottom: Math.min(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
  top: Math.max(a.top, b.top),
});

/** A part of a frame in dots; the ends are not in it. */
export interface DotArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function partOf(box: Box, { box: whole, scale, width, height }: DotFrame): DotArea {
  return {
    left: Math.max(0, Math.floor((box.left - whole.left) * scale)),
    top: Math.max(0, Math.floor((whole.top - box.top) * scale)),
    right: Math.min(width, Math.ceil((box.right - whole.left) * scale)),
    bottom: Math.min(height, Math.ceil((whole.top - box.bottom) * scale)),
  };
}
