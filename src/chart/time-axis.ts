/** The axis of a plan: years, and as many months as have room. */
import { languageOf } from '../language/languages.ts';
import type { Board } from './board.ts';
import { type Lettering, widest, widthOf } from './lettering.ts';

export const day = 24 * 60 * 60 * 1000;

/** Baselines of the months and the years above the line of the axis, which is at 0. */
export const monthLine = -9;
export const yearLine = -22;

export interface Time {
  /** The first moment, and the first one after. */
  readonly from: number;
  readonly to: number;
  /** From the left. */
  at(time: number): number;
}

/** The first moment of a month, counted from the one that a moment is in. */
export function monthStart(time: number, after: number): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + after, 1);
}

/** Not under 0.5 pt on pages of half the size (× 0.8), where a thinner line in several inks is not sharp. */
const thin = 0.65;

/** A hairline down to `height` at each tick; words give way to the line of `today`. */
export function drawTime({ from, to, at }: Time, height: number, today: number | null, board: Board): void {
  const { canvas, tick } = board;
  const { shortMonths: months } = languageOf(board.lang).dates;
  const bold: Lettering = { ...board.value, color: board.roles.quiet };
  const each = monthsApart({ from, to, at }, widest(months, tick) + 6);
  const write = (text: string, lettering: Lettering, baseline: number, x: number, end: number) => {
    const width = widthOf(text, lettering);
    const crossed = today !== null && today > x - 1.5 && today < x + 3 + width + 1;
    const start = crossed ? today + 3.5 : x + 3;
    if (start + width <= end) canvas.text(text, lettering, start, baseline);
  };
  for (const time of ticksOf({ from, to, at }, each)) {
    const [x, month] = [at(time), new Date(time).getUTCMonth()];
    const strong = month === 0 || time === from;
    const top = strong ? yearLine - 7 : monthLine - 8;
    canvas.rule(x, top, x, height, { stroke: board.looks.chart.grid, strokeWidth: strong ? 0.9 : thin });
    const after = at(monthStart(time, each));
    if (each < 12 && month % each === 0 && after <= board.width + 1)
      write(months[month] ?? '', tick, monthLine, x, after);
    const year = String(new Date(time).getUTCFullYear());
    if (strong) write(year, bold, yearLine, x, Math.min(board.width, at(monthStart(time, Math.max(each, 12) - month))));
  }
  canvas.rule(at(from), 0, board.width, 0, board.axis);
  canvas.rule(at(from), height, board.width, height, board.axis);
}

const steps = [1, 3, 6, 12, 24, 60, 120, 240, 600];

/** The fewest months from one tick to the next that leave room for its words. */
function monthsApart({ from, to, at }: Time, room: number): number {
  const month = (at(to) - at(from)) / ((to - from) / (30.4 * day));
  return steps.find((each) => each * month >= room) ?? 12_000;
}

/** The first month, and all that the steps of the calendar meet. */
function ticksOf({ from, to }: Time, each: number): readonly number[] {
  const ticks = [from];
  const date = new Date(from);
  const first = date.getUTCFullYear() * 12 + date.getUTCMonth();
  for (let time = monthStart(from, each - (first % each)), i = 1; time < to; i++) {
    ticks.push(time);
    time = monthStart(from, each - (first % each) + i * each);
  }
  return ticks;
}
