/** The compositions of the theme's lanes that documents open with. */
import type { Point } from '../matrix.ts';
import { type Drawing, disc, drawLanes, halfRing, laneWidth, rectangle, ring } from './lanes.ts';
import type { ColorName, PageGrid } from './theme.ts';

const tint = (name: string) => name as ColorName;

const onPaper: readonly ColorName[] = [tint('pale'), tint('mid'), tint('clay'), tint('blue'), tint('deep')];
const onField: readonly ColorName[] = [tint('mid'), tint('pale'), tint('clayL'), tint('white'), tint('l5')];
const sevenOnPaper: readonly ColorName[] = [
  tint('pale'),
  tint('mid'),
  tint('blue'),
  tint('clay'),
  tint('deep'),
  tint('blue'),
  tint('pale'),
];
const sevenOnField: readonly ColorName[] = [
  tint('l6'),
  tint('mid'),
  tint('pale'),
  tint('clayL'),
  tint('white'),
  tint('l5'),
  tint('l6'),
];

/** Where the navy field of a cover begins, from the top of the page. */
export function coverEdge(page: PageGrid): number {
  return (page.height * 158) / 297;
}

/** Where the lanes on the navy field of a cover end, from the top of the page. */
export function lanesEnd(page: PageGrid): number {
  return coverEdge(page) + ((42 + 3.5 * 6.6) * page.width) / 210;
}

/**
 * The cover of a document, the size of its page in points: white above, navy below, and seven lanes that come in at the
 * left, cross the edge and go out at the right; a ring stands on the edge. Text stands left of the bend above the edge
 * (to 0.6 of the width) and under the lanes below it (from 0.76 of the height). What touches the page's edge goes on for the
 * bleed, which the printer cuts off.
 */
export function coverArt(page: PageGrid, bleed = 0): Drawing {
  const { width, height } = page;
  const mm = width / 210;
  const pitch = 6.6 * mm;
  const out = Math.max(pitch, bleed);
  const radius = 42 * mm;
  const edge = coverEdge(page);
  const x = 152 * mm;
  // The lower lanes reach a hair over the edge, under the upper ones, so that no line of paper shines through.
  const lower: Point[] = [
    [-out, edge + radius],
    [x, edge + radius],
    [x, edge - 0.1 * mm],
  ];
  const upper: Point[] = [
    [x, edge],
    [x, edge - radius],
    [width + out, edge - radius],
  ];
  const stop = { r: 6.8 * mm, stroke: 2.95 * mm };
  return {
    width,
    height,
    shapes: [
      rectangle(-bleed, edge, width + 2 * bleed, height - edge + bleed, tint('field')),
      ...drawLanes({ centreline: lower, radius, pitch, colors: sevenOnField }),
      ...drawLanes({ centreline: upper, radius, pitch, colors: sevenOnPaper }),
      ...halfRing([x, edge], stop.r, stop.stroke, { side: 'lower', color: tint('clayL'), fill: tint('field') }),
      ...halfRing([x, edge], stop.r, stop.stroke, { side: 'upper', color: tint('clay'), fill: tint('paper') }),
    ],
  };
}

/** The opening of a section: five lanes that turn out at the top right corner, where the drawing belongs. Points. */
export function cornerArt(page: PageGrid, bleed = 0): Drawing {
  const mm = page.width / 210;
  const pitch = 4.43 * mm;
  const radius = 22.3 * mm;
  const x = 2 * pitch + laneWidth(pitch) / 2;
  const y = 24 * mm;
  const out = Math.max(pitch, bleed);
  const width = 57 * mm;
  const centreline: Point[] = [
    [x, -out],
    [x, y],
    [width + out, y],
  ];
  return { width, height: y + x, shapes: drawLanes({ centreline: centreline, radius, pitch, colors: onPaper }) };
}

/** The end of a document: five lanes that come in at the left and turn down, out of the foot of the last page. Points. */
export function closingArt(page: PageGrid, bleed = 0): Drawing {
  const mm = page.width / 210;
  const pitch = 4.43 * mm;
  const radius = 22.3 * mm;
  const height = 47 * mm;
  const x = 158 * mm;
  const out = Math.max(pitch, bleed);
  const y = 2 * pitch + laneWidth(pitch) / 2;
  const centreline: Point[] = [
    [-out, y],
    [x, y],
    [x, height + out],
  ];
  return { width: page.width, height, shapes: drawLanes({ centreline: centreline, radius, pitch, colors: onPaper }) };
}

export interface Masthead {
  /** Where the lanes climb, from the left. */
  readonly bend?: number;
  /** The height of the middle lane at the right and at the left. */
  readonly upper?: number;
  readonly lower?: number;
  readonly pitch?: number;
  /** How far what touches the edge goes on beyond it. */
  readonly bleed?: number;
}

/**
 * The navy head of a page or sheet: five lanes climb from the lower left to the upper right, with a ring half-way.
 * In any unit. Text stands left of the bend and above the lower lanes.
 */
export function mastheadArt(width: number, height: number, options: Masthead = {}): Drawing {
  const { bend = width * 0.71, upper = height * 0.4, lower = height * 0.866 } = options;
  const radius = (lower - upper) / 2;
  const { pitch = radius / 4.9, bleed = 0 } = options;
  const out = Math.max(pitch, bleed);
  const centreline: Point[] = [
    [-out, lower],
    [bend, lower],
    [bend, upper],
    [width + out, upper],
  ];
  return {
    width,
    height,
    shapes: [
      rectangle(-bleed, -bleed, width + 2 * bleed, height + bleed, tint('field')),
      ...drawLanes({ centreline: centreline, radius, pitch, colors: onField }),
      ring([bend, (upper + lower) / 2], pitch * 0.75, pitch * 0.35, tint('clayL'), tint('field')),
    ],
  };
}

/** One mark of a list: an open stop, or the filled one that a reader is at. As large as its ring; any unit. */
export function markArt(diameter: number, stroke: number, color: ColorName, filled = false): Drawing {
  const r = diameter / 2;
  const shape = filled ? disc([r, r], r, color) : ring([r, r], r, stroke, color, null);
  return { width: diameter, height: diameter, shapes: [shape] };
}

/**
 * The back of a cover: the white and the navy of the front go on around the fold, with the seven lanes that come in there.
 * Points.
 */
export function backArt(page: PageGrid, bleed = 0): Drawing {
  const { width, height } = page;
  const mm = width / 210;
  const pitch = 6.6 * mm;
  const out = Math.max(pitch, bleed);
  const edge = coverEdge(page);
  const y = edge + 42 * mm;
  const centreline: Point[] = [
    [-out, y],
    [width + out, y],
  ];
  return {
    width,
    height,
    shapes: [
      rectangle(-bleed, edge, width + 2 * bleed, height - edge + bleed, tint('field')),
      ...drawLanes({ centreline: centreline, radius: 42 * mm, pitch, colors: sevenOnField }),
    ],
  };
}

/** Half of the lanes of a report's cover on a screen: the edge that they cross lies between two drawings. In units of its own. */
const crossingLanes = { width: 6000, half: 184, bend: 3000, radius: 114, pitch: 19 } as const;

/**
 * The lanes of a report's cover (`coverArt`, laid on its side): seven of them come in at the left under the edge and go
 * out at the right over it, each half in the colours of its own ground, and a ring stands on the edge.
 */
export function crossingArt(): readonly Drawing[] {
  const { width, half, bend, radius, pitch } = crossingLanes;
  const stop = { r: pitch * 1.03, stroke: pitch * 0.45 };
  const upper: Point[] = [
    [bend, half],
    [bend, half - radius],
    [width + pitch, half - radius],
  ];
  const lower: Point[] = [
    [-pitch, radius],
    [bend, radius],
    [bend, 0],
  ];
  const draw = (shapes: Drawing['shapes']): Drawing => ({ width, height: half, shapes });
  return [
    draw([
      ...drawLanes({ centreline: upper, radius, pitch, colors: sevenOnPaper }),
      ...halfRing([bend, half], stop.r, stop.stroke, { side: 'upper', color: tint('clay'), fill: tint('paper') }),
    ]),
    draw([
      ...drawLanes({ centreline: lower, radius, pitch, colors: sevenOnField }),
      ...halfRing([bend, 0], stop.r, stop.stroke, { side: 'lower', color: tint('clayL'), fill: tint('field') }),
    ]),
  ];
}
