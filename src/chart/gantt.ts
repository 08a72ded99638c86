/** A plan: tasks in rows over time, what was planned as an outline and what was done filled in it. */
import { languageOf } from '../language/languages.ts';
import type { ChartData } from '../model/chart.ts';
import type { Board } from './board.ts';
import { type ChartBox, circle, middle } from './canvas.ts';
import { drawLongKey } from './key.ts';
import { type Lettering, linesOf, widest, widthOf } from './lettering.ts';
import { plotSpans, type TimeSpan } from './plot.ts';
import { mostLines } from './row-frame.ts';
import { fill, type Texture, textureOf } from './texture.ts';
import { day, drawTime, monthLine, monthStart } from './time-axis.ts';

export async function drawGantt(data: ChartData, board: Board): Promise<void> {
  const { categories, series } = data;
  const spans = spansOf(data);
  const today = data.today === null ? null : Date.parse(data.today);
  const frame = frameOf(categories, board);
  const [from, to] = rangeOf(spans, today);
  const height = frame.step * categories.length;
  board.canvas.rows(frame.step, categories.length);
  const layout = { categories: categories.length, width: board.width - frame.left, height, from, to };
  const plot = await plotSpans(spans, layout);
  const at = (time: number) => frame.left + plot.at(time);
  const mark = today === null ? null : at(today + day / 2);
  board.canvas.heading(() => drawTime({ from, to, at }, height, mark, board));
  const { head } = frame;
  for (const { x, y, height: high, ...span } of plot.spans)
    drawSpan({ ...span, x: x + frame.left, y: y + head, height: high - head }, series.length, board);
  if (head === 0) drawTasks(frame, board);
  board.canvas.heading(() => {
    if (series.length > 1) drawKey(data, frame, board);
    if (mark !== null) drawToday(mark, height, frame, board);
  });
  if (head > 0) drawTasksAbove(frame, board);
}

function spansOf({ series, categories }: ChartData): readonly TimeSpan[] {
  return series.flatMap(({ points }, index) =>
    points.flatMap((point, category): TimeSpan[] => {
      if (point === null || point.type !== 'span' || category >= categories.length) return [];
      const [start, end] = [Date.parse(point.start), Date.parse(point.end) + day];
      return Number.isFinite(start) && Number.isFinite(end) ? [{ series: index, category, start, end }] : [];
    }),
  );
}

/** Whole months that hold all there is; a year where there is nothing. */
function rangeOf(spans: readonly TimeSpan[], today: number | null): readonly [number, number] {
  const moments = spans.flatMap(({ start, end }) => [start, end]).concat(today === null ? [] : [today, today + day]);
  if (moments.length === 0) return [0, 365 * day];
  return [monthStart(Math.min(...moments), 0), monthStart(Math.max(...moments) - 1, 1)];
}

interface GanttFrame {
  readonly names: readonly (readonly string[])[];
  readonly lettering: Lettering;
  /** Where time begins. */
  readonly left: number;
  /** From one row to the next. */
  readonly step: number;
  /** From the top of a row to its bars, where its name is above them; else 0. */
  readonly head: number;
}

function frameOf(categories: readonly string[], board: Board): GanttFrame {
  const before = frameBefore(categories, board);
  const whole = before.names.every((lines, row) => lines.length <= 2 && lines.join(' ') === categories[row]);
  return board.large && !whole ? frameAbove(categories, board) : before;
}

/** Names in lines of their own, over the whole width, above their bars. */
function frameAbove(categories: readonly string[], board: Board): GanttFrame {
  const lettering = board.name;
  const names = categories.map((name) => linesOf(name, lettering, board.width, mostLines(1, board)).lines);
  const head = Math.max(1, ...names.map((lines) => lines.length)) * lettering.leading + 1;
  return { names, lettering, left: 0, step: head + 22, head };
}

function frameBefore(categories: readonly string[], board: Board): GanttFrame {
  const lettering: Lettering = { ...board.tick, color: board.name.color };
  const column = Math.max(Math.min(widest(categories, lettering), board.width * 0.36), 70);
  const most = board.large
    ? 3
    : Math.max(1, Math.min(3, Math.floor(board.height / categories.length / lettering.leading)));
  const names = categories.map((name) => linesOf(name, lettering, column, most).lines);
  const tallest = Math.max(1, ...names.map((lines) => lines.length)) * lettering.leading;
  const needed = Math.max(tallest + 8, 22);
  const step = board.large ? needed : Math.min(needed, board.height / categories.length);
  return { names, lettering, left: column + 12, step, head: 0 };
}

/** A day is no narrower. What was planned for so little is also higher, or what was done would hide it. */
const shortest = { planned: 5, done: 2 };

/** Two series share a row, the done inside the planned; more stand under one another. */
function drawSpan(span: TimeSpan & ChartBox, series: number, board: Board): void {
  const { canvas } = board;
  const texture = series === 1 ? textureOf(0, board) : spanTexture(span.series, board);
  if (series <= 2) {
    const planned = span.series === 0;
    const isShort = planned && span.width < shortest.planned;
    const width = Math.max(span.width, planned ? shortest.planned : shortest.done);
    const thickness = isShort ? Math.min(span.height * 0.9, 18) : Math.min(span.height * 0.64, planned ? 13 : 7);
    const x = span.x - (width - span.width) / 2;
    fill(canvas, { x, y: span.y + (span.height - thickness) / 2, width, height: thickness }, texture);
    return;
  }
  const lane = (span.height * 0.8) / series;
  fill(canvas, { ...span, y: span.y + span.height * 0.1 + span.series * lane, height: lane - 1 }, texture);
}

/** The first series is the plan: an outline to be filled. */
function spanTexture(series: number, board: Board): Texture {
  return series === 0
    ? { ...textureOf(4, board), outline: board.roles.line, words: board.roles.quiet }
    : textureOf(series - 1, board);
}

/** Each above its bars, where nothing of the axis goes through it. */
function drawTasksAbove({ names, lettering, step, head }: GanttFrame, { canvas, roles }: Board): void {
  names.forEach((lines, row) => {
    const y = row * step + 2;
    canvas.rect({ x: 0, y, width: widest(lines, lettering) + 4, height: head - 3 }, { fill: roles.page });
    canvas.lines(lines, lettering, 0, row * step + lettering.leading);
  });
}

function drawTasks({ names, lettering, step }: GanttFrame, { canvas }: Board): void {
  const each = Math.ceil((lettering.leading * 0.9) / step);
  names.forEach((lines, row) => {
    if (row % each !== 0) return;
    const first = (row + 0.5) * step - ((lines.length - 1) * lettering.leading) / 2;
    canvas.lines(lines, lettering, 0, first + lettering.size * middle);
  });
}

/** What the bars are, in the corner beside the axis: of two that lie in one another neither has a free end for its name. */
function drawKey({ series }: ChartData, { left }: GanttFrame, board: Board): void {
  const { canvas, value, tick } = board;
  const names = series.map(({ name }) => name);
  if (widest(names, value) > left - 28) {
    const entries = names.map((name, index) => ({
      ...{ name, texture: spanTexture(index, board) },
      height: heightOf(index, series.length),
    }));
    drawLongKey(entries, wordLine - 16, board);
    return;
  }
  series.forEach(({ name }, index) => {
    const y = monthLine - (series.length - 1 - index) * tick.leading;
    const texture = spanTexture(index, board);
    const height = heightOf(index, series.length);
    fill(canvas, { x: 0, y: y - value.size * middle - height / 2, width: 16, height }, texture);
    const lettering: Lettering = { ...value, color: texture.words };
    canvas.lines(linesOf(name, lettering, left - 28, 1).lines, lettering, 22, y);
  });
}

/** Of a sign in the key: what was done lies in what was planned. */
function heightOf(index: number, series: number): number {
  return index === 0 || series > 2 ? 9 : 6;
}

/** How far above the axis the word of today stands. */
const wordLine = -38;

/** The stop that the way has reached: a clay line with its word above the axis. */
function drawToday(x: number, height: number, { left }: GanttFrame, board: Board): void {
  const { canvas } = board;
  const [y, r] = [wordLine, 3.6];
  canvas.rule(x, y, x, height, { stroke: board.looks.chart.today, strokeWidth: 1.4 });
  canvas.path(circle([x, y], r), { fill: board.looks.chart.today }, [y - r, y + r]);
  const lettering: Lettering = { ...board.value, color: board.looks.chart.today };
  const word = languageOf(board.lang).charts.today;
  const room = board.width - (x + r + 4);
  const before = widthOf(word, lettering) > room && x > left;
  canvas.text(word, lettering, before ? x - r - 4 : x + r + 4, y + lettering.size * middle, before ? 'end' : 'start');
}
