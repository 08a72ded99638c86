/** The lanes of folded sheets (pictures 01 and 02). Lengths in points, from the top left of the trimmed side. */
import type { Point } from '../matrix.ts';
import { type ArtShape, type Drawing, disc, drawLanes, laneWidth, measure, rectangle, ring } from './lanes.ts';
import type { ColorName } from './theme.ts';

const tint = (name: string) => name as ColorName;

const mm = 72 / 25.4;
const onPaper: readonly ColorName[] = [tint('pale'), tint('mid'), tint('clay'), tint('blue'), tint('deep')];
const onField: readonly ColorName[] = [tint('mid'), tint('pale'), tint('clayL'), tint('white'), tint('l5')];
/** The navy runs on over the fold, so that a fold a hair aside shows no white edge. */
const overFold = 0.7 * mm;
/** Both sides of a change of colour meet under the navy's edge. */
const hair = 0.1 * mm;

export interface FoldedSide {
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  /** Where the navy panel begins and ends; null where there is none. */
  readonly navy: readonly [number, number] | null;
}

/** The lanes of the outside: where they run under the text, and where beside the title, from the top of a sheet this high. */
export function outsideLanes(height: number): FoldLanes {
  return { pitch: 5.6 * mm, lower: height - 22 * mm, upper: height - 79 * mm };
}

export interface FoldLanes {
  readonly pitch: number;
  readonly lower: number;
  readonly upper: number;
}

/** The outside: five lanes run under the text of the white panels, and climb on the navy cover to the edge of the sheet. */
export function outsideArt(side: FoldedSide): Drawing {
  const { width, height, bleed, navy } = side;
  const { pitch, lower, upper } = outsideLanes(height);
  const out = bleed + pitch;
  if (navy === null)
    return {
      width,
      height,
      shapes: lanes(
        [
          [-out, lower],
          [width + out, lower],
        ],
        0,
        pitch,
        onPaper,
      ),
    };
  const [from, to] = navy;
  const radius = (lower - upper) / 2;
  const atRight = to >= width;
  const bend = atRight
    ? from + Math.max(radius, (to - from) * 0.49)
    : from + Math.min(to - from - radius, (to - from) * 0.51);
  const edge = atRight ? from - overFold : to + overFold;
  const paper: Point[] = atRight
    ? [
        [-out, lower],
        [edge + hair, lower],
      ]
    : [
        [edge - hair, lower],
        [width + out, lower],
      ];
  const field: Point[] = atRight
    ? [
        [edge, lower],
        [bend, lower],
        [bend, upper],
        [width + out, upper],
      ]
    : [
        [-out, upper],
        [bend, upper],
        [bend, lower],
        [edge, lower],
      ];
  return {
    width,
    height,
    shapes: [
      ...lanes(paper, 0, pitch, onPaper),
      ground(side, atRight ? edge : -bleed, atRight ? width + bleed : edge),
      ...lanes(field, radius, pitch, onField),
      ring([bend, (lower + upper) / 2], 4.4 * mm, 2 * mm, tint('clayL'), tint('field')),
    ],
  };
}

/** The lanes of the inside: where they run, and where they climb to. */
export function insideLanes(height: number): FoldLanes {
  return { pitch: 4.7 * mm, lower: height - 16 * mm, upper: height - 50 * mm };
}

/** The way over the heads of the panels inside. */
const wayHeight = 14.8 * mm;

export interface InsideArt extends FoldedSide {
  /** The left edges of the text of the panels: a ring stands over each. */
  readonly stops: readonly number[];
  /** Whether the lanes climb on the navy panel; else its text needs the room. */
  readonly climbs: boolean;
}

/**
 * The inside: one way over all panels with a stop over each, and from the second panel on five lanes under the text, which
 * climb on the navy panel.
 */
export function insideArt(side: InsideArt): Drawing {
  const { width, height, bleed, navy, stops, climbs } = side;
  const { pitch, lower, upper } = insideLanes(height);
  const out = bleed + pitch;
  const start = stops[1] ?? stops[0] ?? 0;
  const edge = navy === null ? width + out : navy[0] - overFold;
  const thin = 1.4 * mm;
  const stop = { r: 2.65 * mm, stroke: 1.3 * mm };
  const middle = (onPaper.length - 1) / 2;
  const shapes: ArtShape[] = [
    line([-bleed, wayHeight], edge + (navy === null ? 0 : hair), thin, tint('clay')),
    ...lanes(
      [
        [start + laneWidth(pitch) / 2, lower],
        [edge + (navy === null ? 0 : hair), lower],
      ],
      0,
      pitch,
      onPaper,
    ),
    ...onPaper.map((color, i) =>
      disc([start + laneWidth(pitch) / 2, lower + (i - middle) * pitch], laneWidth(pitch) / 2, color),
    ),
  ];
  if (navy !== null) {
    const radius = (lower - upper) / 2;
    const bend = navy[0] + Math.max(radius, (navy[1] - navy[0]) * 0.46);
    const field: Point[] = climbs
      ? [
          [edge, lower],
          [bend, lower],
          [bend, upper],
          [width + out, upper],
        ]
      : [
          [edge, lower],
          [width + out, lower],
        ];
    shapes.push(
      ground(side, edge, width + bleed),
      line([edge, wayHeight], width + bleed, thin, tint('clayL')),
      ...lanes(field, climbs ? radius : 0, pitch, onField),
    );
    if (climbs) shapes.push(ring([bend, (lower + upper) / 2], 3.6 * mm, 1.7 * mm, tint('clayL'), tint('field')));
  }
  for (const x of stops) {
    const dark = navy !== null && x > navy[0];
    shapes.push(
      ring(
        [x + stop.r, wayHeight],
        stop.r,
        stop.stroke,
        dark ? tint('clayL') : tint('clay'),
        dark ? tint('field') : tint('paper'),
      ),
    );
  }
  return { width, height, shapes };
}

function ground({ height, bleed }: FoldedSide, from: number, to: number): ArtShape {
  return rectangle(from, -bleed, to - from, height + 2 * bleed, tint('field'));
}

function line([x, y]: Point, to: number, strokeWidth: number, stroke: ColorName): ArtShape {
  return { d: `M${measure(x)} ${measure(y)} L${measure(to)} ${measure(y)}`, fill: null, stroke, strokeWidth };
}

/** Lanes along a way with bends, or straight ones, which have no radius. */
function lanes(centreline: readonly Point[], radius: number, pitch: number, colors: readonly ColorName[]): ArtShape[] {
  return drawLanes({
    centreline: centreline,
    radius: centreline.length > 2 ? radius : Number.POSITIVE_INFINITY,
    pitch,
    colors,
  });
}
