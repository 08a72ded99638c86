/** A plan: tasks in rows over time, what was planned as an outline and what was done filled in it. */
import { languageOf } from '../language/languages.ts';
import type { ChartData } from '../model/chart.ts';
import type { Board } from './board.ts';
import { type ChartBox, circle, middle } from './canvas.ts';
import { type Lettering, linesOf, widest, widthOf } from './lettering.ts';
import { plotSpans, type TimeSpan } from './plot.ts';
import { fill, type Texture, textureOf } from './texture.ts';
import { day, drawTime, monthLine, monthStart } from './time-axis.ts';

export async function drawGantt(data: ChartData, board: Board): Promise<void> {
  const { categories, series } = data;
  const spans = spansOf(data);
  const today = data.today === null ? null : Date.parse(data.today);
  const frame = frameOf(categories, board);
  const [from, to] = rangeOf(spans, today);
  const height = frame.step * categories.length;
  const layout = { categories: categories.length, width: board.width - frame.left, height, from, to };
  const plot = await plotSpans(spans, layout);
  const at = (time: number) => frame.left + plot.at(time);
  const mark = today === null ? null : at(today + day / 2);
  drawTime({ from, to, at }, height, mark, board);
  for (const span of plot.spans) drawSpan({ ...span, x: span.x + frame.left }, series.length, board);
  drawTasks(frame, board);
  if (series.length > 1) drawKey(data, frame, board);
  if (mark !== null) drawToday(mark, height, frame, board);
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
}

function frameOf(categories: readonly string[], board: Board): GanttFrame {
  const lettering: Lettering = { ...board.tick, color: board.name.color };
  const column = Math.max(Math.min(widest(categories, lettering), board.width * 0.36), 70);
  const most = Math.max(1, Math.min(3, Math.floor(board.height / categories.length / lettering.leading)));
  const names = categories.map((name) => linesOf(name, lettering, column, most).lines);
  const tallest = Math.max(1, ...names.map((lines) => lines.length)) * lettering.leading;
  const step = Math.min(Math.max(tallest + 8, 22), board.height / categories.length);
  return { names, lettering, left: column + 12, step };
}

/** Two series share a row, the done inside the planned; more stand under one another. */
function drawSpan(span: TimeSpan & ChartBox, series: number, board: Board): void {
  const { canvas } = board;
  const texture = series === 1 ? textureOf(0, board) : spanTexture(span.series, board);
  if (series <= 2) {
    const thickness = Math.min(span.height * 0.64, span.series === 0 ? 13 : 7);
    fill(canvas, { ...span, y: span.y + (span.height - thickness) / 2, height: thickness }, texture);
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
  series.forEach(({ name }, index) => {
    const y = monthLine - (series.length - 1 - index) * tick.leading;
    const texture = spanTexture(index, board);
    const height = index === 0 || series.length > 2 ? 9 : 6;
    fill(canvas, { x: 0, y: y - value.size * middle - height / 2, width: 16, height }, texture);
    const lettering: Lettering = { ...value, color: texture.words };
    canvas.lines(linesOf(name, lettering, left - 28, 1).lines, lettering, 22, y);
  });
}

/** The stop that the way has reached: a clay line with its word above the axis. */
function drawToday(x: number, height: number, { left }: GanttFrame, board: Board): void {
  const { canvas } = board;
  const [y, r] = [-38, 3.6];
  canvas.rule(x, y, x, height, { stroke: board.looks.chart.today, strokeWidth: 1.4 });
  canvas.path(circle([x, y], r), { fill: board.looks.chart.today }, [y - r, y + r]);
  const lettering: Lettering = { ...board.value, color: board.looks.chart.today };
  const word = languageOf(board.lang).charts.today;
  const room = board.width - (x + r + 4);
  const before = widthOf(word, lettering) > room && x > left;
  canvas.text(word, lettering, before ? x - r - 4 : x + r + 4, y + lettering.size * middle, before ? 'end' : 'start');
}
