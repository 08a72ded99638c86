/**
 * White, varnish and cuts on a side, over all that is printed: each in an ink of its own, which leaves the others as they are, and
 * in a layer that says what it is (ISO 19593-1). Points from the trimmed side's top left.
 */
import type { Report } from '../../../diagnostics.ts';
import type { Hole, ProcessStep, StepPart } from '../../../theme/process-steps.ts';
import { outlineOf } from '../../../theme/shaping.ts';
import type { LinkRectangle } from '../file/links.ts';
import { circle } from '../page/ornament.ts';
import type { Canvas } from '../paint/canvas.ts';
import { number, type PressInks } from '../paint/inks.ts';
import type { Side } from '../paint/sheet.ts';
import type { ShownParts, TitleWords } from '../paint/shown.ts';
import { mm } from '../text/type.ts';
import type { PressPdf } from './file.ts';

/** A side as what is done to it sees it. */
export interface StepRoom {
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  /** Of the front cover, with its bleed; null where it is not on this side. */
  readonly cover: LinkRectangle | null;
  /** The edge at which leaves hang together: no knife goes there. */
  readonly bound: 'left' | 'right' | null;
  /** From where holes are measured, and whether to the right: on a back to the left, so that they lie on those of the front. */
  readonly origins: readonly { readonly x: number; readonly right: boolean }[];
  /** The side, in words of findings. */
  readonly where: string;
}

interface StepTools {
  readonly steps: readonly ProcessStep[];
  readonly file: PressPdf;
  readonly inks: PressInks;
  readonly report: Report;
  /** Cuts whose fault was reported already. */
  readonly reported: Set<string>;
  /** Where those are kept that the side turns out to have. */
  readonly done?: Set<ProcessStep> | undefined;
}

type Cut = ProcessStep & { readonly step: 'cut' };

export function withSteps(side: Side, room: StepRoom, tools: StepTools): Side {
  if (tools.steps.length === 0) return side;
  return { ...side, finish: { paint: (canvas, shown) => paintSteps(canvas, shown, room, tools) } };
}

/** Thick enough to be seen, thin enough to follow. */
const line = 0.5;

function paintSteps(
  canvas: Canvas,
  shown: ShownParts,
  room: StepRoom,
  { steps, file, inks, report, reported, done }: StepTools,
): void {
  for (const step of steps) {
    const isCut = step.step === 'cut';
    const areas = isCut ? cutsOf(step, room) : areasOf(step.on, shown, room);
    const letters = !isCut && step.on.includes('title') && !step.on.includes('sheet') ? shown.title : [];
    if (areas.length + letters.length === 0) continue;
    done?.add(step);
    if (isCut) checkCut(step, room, shown.words, { report, reported });
    canvas.write(`/OC /${file.layers.use(step.step, file)} BDC`);
    const space = inks.steps.use(step.ink, file);
    canvas.write(`q /${canvas.overprinting()} gs`);
    canvas.write(isCut ? `/${space} CS 1 SCN ${line} w` : `/${space} cs 1 scn`);
    for (const d of areas) canvas.outline(d, isCut ? 'S' : 'f');
    for (const words of letters) paintLetters(canvas, words);
    canvas.write('Q');
    canvas.close();
  }
}

function areasOf(
  parts: readonly StepPart[],
  { pictures }: ShownParts,
  { width, height, bleed, cover }: StepRoom,
): string[] {
  if (parts.includes('sheet')) return [rectangle([-bleed, -bleed, width + bleed, height + bleed])];
  return [
    ...(parts.includes('cover') && cover !== null ? [cover] : []),
    ...(parts.includes('pictures') ? pictures : []),
  ].map(rectangle);
}

const rectangle = ([left, top, right, bottom]: LinkRectangle): string =>
  `M ${left} ${top} H ${right} V ${bottom} H ${left} Z`;

/** Letters as shapes: text would be read and copied twice. */
function paintLetters(canvas: Canvas, { pieces, style, x, baseline }: TitleWords): void {
  let start = x;
  for (const piece of pieces) {
    let at = start;
    start += piece.width;
    for (const glyph of piece.shape.glyphs) {
      const { path, unitsPerEm } = outlineOf(glyph);
      const part = style.size / 1000;
      const [left, up] = [at + glyph.xOffset * part, baseline - style.rise - glyph.yOffset * part];
      const scale = style.size / unitsPerEm;
      at += glyph.xAdvance * part + style.tracking;
      const d = path.toSVG();
      if (d === '') continue;
      canvas.write(`q ${scale.toFixed(6)} 0 0 ${(-scale).toFixed(6)} ${number(left)} ${number(up)} cm`);
      canvas.outline(d, 'f');
      canvas.write('Q');
    }
  }
}

function cutsOf({ corners, holes }: Cut, room: StepRoom): string[] {
  const circles = holes.flatMap((hole) => placesOf(hole, room).map(({ x, y, radius }) => circle(x, y, radius)));
  return corners === 0 ? circles : [edgeOf(corners, room), ...circles];
}

/** The edge with its round corners; open where leaves hang together. */
function edgeOf(r: number, { width, height, bound }: StepRoom): string {
  const right = `H ${width - r} A ${r} ${r} 0 0 1 ${width} ${r} V ${height - r} A ${r} ${r} 0 0 1 ${width - r} ${height}`;
  const left = `H ${r} A ${r} ${r} 0 0 1 0 ${height - r} V ${r} A ${r} ${r} 0 0 1 ${r} 0`;
  if (bound === 'left') return `M 0 0 ${right} H 0`;
  if (bound === 'right') return `M ${width} ${height} ${left} H ${width}`;
  return `M ${r} 0 ${right} ${left} Z`;
}

function placesOf({ x, y, radius }: Hole, { origins }: StepRoom): Hole[] {
  return origins.map((origin) => ({ x: origin.right ? origin.x + x : origin.x - x, y, radius }));
}

/** Between words and a knife, which misses by half a millimetre. */
const clear = 1 * mm;

/** The error `cut-misplaced` for holes that are not wholly on the side, and for cuts through words. */
function checkCut(
  { corners, holes, at }: Cut,
  room: StepRoom,
  words: readonly LinkRectangle[],
  { report, reported }: Pick<StepTools, 'report' | 'reported'>,
): void {
  const tell = (what: string, wrong: string, hint: string): void => {
    if (reported.has(what)) return;
    reported.add(what);
    report.error('cut-misplaced', at, `${what} ${wrong} (${room.where}).`, { hints: [hint] });
  };
  const length = (points: number): string => String(Math.round((points / mm) * 10) / 10);
  for (const [index, hole] of holes.entries()) {
    const what = `The hole ${length(hole.x)} mm from the left and ${length(hole.y)} mm from the top`;
    const meets = holes
      .slice(0, index)
      .some(({ x, y, radius }) => Math.hypot(hole.x - x, hole.y - y) < hole.radius + radius);
    if (meets)
      tell(
        `${what} of ${length(2 * hole.radius)} mm`,
        'meets another hole',
        'Leave one out, or move it: knives cannot cross.',
      );
    for (const { x, y, radius } of placesOf(hole, room)) {
      if (x < radius || y < radius || x > room.width - radius || y > room.height - radius)
        tell(what, 'is not wholly on the paper', 'Move it, or choose another layout.');
      else if (isBeyondCorner({ x, y, radius }, corners, room))
        tell(what, 'is not wholly within the round corners', 'Move it, or give "corners" a smaller radius.');
      else if (words.some((area) => distance(x, y, area) < radius + clear))
        tell(what, 'goes through words', 'Move it to where no words are, such as into the margin.');
    }
  }
  const inRound = (x: number, y: number): boolean => {
    const beyond = (place: number, end: number) => Math.max(0, corners - place, place - (end - corners));
    const [across, down] = [beyond(x, room.width), beyond(y, room.height)];
    return across === 0 || down === 0 || Math.hypot(across, down) <= Math.max(0, corners - clear);
  };
  const edges = words.filter(([left, top, right, bottom]) => {
    const [first, last] = [room.bound !== 'left', room.bound !== 'right'];
    return [left, right].some((x) => (x < room.width / 2 ? first : last) && [top, bottom].some((y) => !inRound(x, y)));
  });
  if (corners > 0 && edges.length > 0) tell('A round corner', 'goes through words', 'Give "corners" a smaller radius.');
}

/** Whether a hole reaches over the curve of a round corner; where leaves hang together corners are square. */
function isBeyondCorner({ x, y, radius }: Hole, corners: number, { width, height, bound }: StepRoom): boolean {
  if (x < width / 2 ? bound === 'left' : bound === 'right') return false;
  const [across, down] = [Math.max(corners - x, x - (width - corners)), Math.max(corners - y, y - (height - corners))];
  return across > 0 && down > 0 && Math.hypot(across, down) > corners - radius;
}

/** From a point to the nearest of an area; 0 within it. */
function distance(x: number, y: number, [left, top, right, bottom]: LinkRectangle): number {
  return Math.hypot(Math.max(0, left - x, x - right), Math.max(0, top - y, y - bottom));
}
