/** Upright bars: beside one another or stacked, each series named beside its last bar. */
import type { Board } from './board.ts';
import { type ChartBox, type Label, middle, textBox } from './canvas.ts';
import type { ChartGrid } from './grid.ts';
import { drawInside } from './inside.ts';
import { type Lettering, linesOf, widest } from './lettering.ts';
import { type Bar, plotBars } from './plot.ts';
import { spread } from './spread.ts';
import { fill, type Texture, textureOf } from './texture.ts';

/** Between two categories, at the least, as a part of a step. */
const leastGap = 0.28;
const widestBar = 40;
const plotHeight = 126;
/** Between a bar and its value. */
const rise = 4;

interface ColumnFrame {
  /** Room for the bars. */
  readonly plot: number;
  /** From one category to the next, and the part of it that is left free. */
  readonly step: number;
  readonly gap: number;
  /** Height of the bars. */
  readonly height: number;
  /** Room for the names of the series, at the right, and where it begins. */
  readonly names: number;
  readonly start: number;
}

/** The most lines that the name of a series has. */
const nameLines = 3;

/** Between the bars and the names of the series, for leaders. */
const bridge = 34;

function frameOf({ categories, series }: ChartGrid, stacked: boolean, board: Board): ColumnFrame {
  const most = board.width * 0.28;
  const names = series.length < 2 || board.headed ? 0 : Math.min(most, widest(series, board.series(board.roles.text)));
  const room = board.width - (names === 0 ? 0 : names + bridge);
  const bars = stacked ? 1.5 : series.length;
  const even = room / categories.length;
  const step = board.headed ? even : Math.min(even, (bars + 1.6) * widestBar);
  const plot = step * categories.length;
  const usual = stacked ? Math.max(plotHeight, Math.min(2 * plotHeight, series.length * 20)) : plotHeight;
  const height = usual * board.plot;
  const gap = Math.max(leastGap, 1 - (bars * widestBar) / step);
  return { plot, step, gap, height, names, start: plot + bridge };
}

/** Whether upright bars leave room for every name under them and every value on or in them. */
export function columnsFit(grid: ChartGrid, stacked: boolean, board: Board): boolean {
  const { categories, series, values } = grid;
  const { step, gap, names } = frameOf(grid, stacked, board);
  const lettering = board.series(board.roles.text);
  if (names > 0 && !series.every((name) => linesOf(name, lettering, names, nameLines).whole)) return false;
  if (!board.headed && !categories.every((name) => linesOf(name, board.tick, step - 6, 2).whole)) return false;
  const texts = values.map(({ text }) => text);
  const widestValue = widest(texts, board.value);
  if (stacked) return widestValue + 7 <= step * (1 - gap) && isLastTall(grid);
  return widestValue <= (series.length === 1 ? step - 6 : (step * (1 - gap)) / series.length);
}

/** Whether the last stack has parts tall enough to be named beside it. */
function isLastTall({ categories, series, values }: ChartGrid): boolean {
  const heights = categories.map((_, index) =>
    values.reduce((sum, { category, value }) => sum + (category === index ? Math.abs(value) : 0), 0),
  );
  return series.length < 2 || (heights.at(-1) ?? 0) >= 0.3 * Math.max(...heights);
}

/** Draws them, and says how high their plot is. */
export async function drawColumns(grid: ChartGrid, stacked: boolean, board: Board): Promise<number> {
  const { categories, series, values } = grid;
  const frame = frameOf(grid, stacked, board);
  const layout = { categories: categories.length, series: series.length, upright: true, stacked, gap: frame.gap };
  const { bars, zero } = await plotBars(values, { ...layout, width: frame.plot, height: frame.height });
  if (!board.headed) drawCategories(categories, bars, frame, board);
  if (stacked) {
    const ends = drawStacks(bars, frame, board);
    if (series.length > 1 && !board.headed) nameStacks(series, bars, ends, frame, board);
  } else {
    drawBars(bars, board);
    if (series.length > 1 && !board.headed) nameBars(series, bars, zero, frame, board);
  }
  board.canvas.rule(0, zero, frame.plot, zero, board.axis);
  return frame.height;
}

function drawBars(bars: readonly Bar[], board: Board): void {
  const { canvas, value } = board;
  for (const bar of bars) {
    fill(canvas, bar, textureOf(bar.series, board));
    const baseline = bar.value < 0 ? bar.y + bar.height + rise + value.size * 0.72 : bar.y - rise;
    canvas.text(bar.text, value, bar.x + bar.width / 2, baseline, 'center');
  }
}

/** Values in their parts of a stack, or else beside them; where those stand that may begin on their right. */
function drawStacks(bars: readonly Bar[], { step, gap }: ColumnFrame, board: Board): ReadonlyMap<Bar, number> {
  const { canvas, value } = board;
  for (const bar of bars) fill(canvas, parted(bar), textureOf(bar.series, board));
  const ends = new Map<Bar, number>();
  const taken: Label[] = [];
  for (const bar of bars) {
    const right = bar.x + bar.width + 3;
    ends.set(bar, right);
    if (drawInside(bar, board) || bar.height === 0) continue;
    const baseline = bar.y + bar.height / 2 + value.size * middle;
    const box = textBox(bar.text, value, right, baseline, 'start');
    if (
      box.width > step * gap - 5 ||
      box.x + box.width > board.width ||
      taken.some((other) => other.x === right && Math.abs(other.y - box.y) < value.size)
    )
      continue;
    canvas.text(bar.text, value, right, baseline);
    taken.push(box);
    ends.set(bar, right + box.width + 3);
  }
  return ends;
}

/** A hair of paper between the parts of a stack. */
function parted(bar: Bar): ChartBox {
  return bar.height > 3 ? { ...bar, y: bar.y + 0.6, height: bar.height - 0.6 } : bar;
}

function drawCategories(
  categories: readonly string[],
  bars: readonly Bar[],
  { step, height }: ColumnFrame,
  board: Board,
): void {
  const { canvas, tick, value } = board;
  const lowest = bars.some((bar) => bar.value < 0) ? height + rise + value.size + 2 : height;
  categories.forEach((name, index) => {
    const { lines } = linesOf(name, tick, step - 6, 2);
    canvas.lines(lines, tick, (index + 0.5) * step, lowest + 8 + tick.size * 0.8, 'center');
  });
}

// ---- names of series ----------------------------------------------------------------------------------------

function nameRoom(name: string, texture: Texture, room: number, board: Board): NameLines {
  const lettering = board.series(texture.words);
  const { lines } = linesOf(name, lettering, room, nameLines);
  return { lines, lettering, height: lines.length * lettering.leading };
}
interface NameLines {
  readonly lines: readonly string[];
  readonly lettering: Lettering;
  readonly height: number;
}

/** The name with its first line level with `y`. */
function drawName({ lines, lettering }: NameLines, y: number, frame: ColumnFrame, board: Board): void {
  board.canvas.lines(lines, lettering, frame.start, y + lettering.size * middle);
}

/**
 * Beside the bars of the last category: the last series by a line from its side, those before it by lines that rise over
 * the values of all bars to their right, so that no two cross.
 */
function nameBars(
  series: readonly string[],
  bars: readonly Bar[],
  zero: number,
  frame: ColumnFrame,
  board: Board,
): void {
  const { canvas, value } = board;
  const end = frame.start - 5;
  const slot = (frame.step * (1 - frame.gap)) / series.length;
  const first = frame.plot - frame.step * (1 - frame.gap / 2);
  const last = Math.max(...bars.map(({ category }) => category), 0);
  let ceiling = frame.height;
  let lowest = Number.POSITIVE_INFINITY;
  for (const [index, name] of [...series.entries()].reverse()) {
    const texture = textureOf(index, board);
    const bar = bars.find((one) => one.series === index && one.category === last);
    const words = nameRoom(name, texture, frame.names, board);
    const label = bar && textBox(bar.text, value, bar.x + bar.width / 2, bar.y - rise, 'center');
    const top = bar !== undefined && bar.value >= 0 && label !== undefined ? label.y : zero;
    ceiling = Math.min(ceiling, top);
    const beside = index === series.length - 1 && bar !== undefined && bar.value > 0 && bar.height > 14;
    const y = beside
      ? bar.y + Math.min(bar.height - 8, Math.max(12, bar.height * 0.18))
      : Math.min(ceiling - 7, lowest - words.height);
    lowest = y;
    const x = bar === undefined ? first + (index + 0.5) * slot : bar.x + bar.width / 2;
    if (beside) canvas.rule(bar.x + bar.width + 3, y, end, y, board.leader);
    else
      canvas.line(
        [
          [x, top - 3],
          [x, y],
          [end, y],
        ],
        board.leader,
      );
    drawName(words, y, frame, board);
  }
}

/** Beside the parts of the last stack, moved apart where the parts are thin. */
function nameStacks(
  series: readonly string[],
  bars: readonly Bar[],
  ends: ReadonlyMap<Bar, number>,
  frame: ColumnFrame,
  board: Board,
): void {
  const last = Math.max(...bars.map(({ category }) => category), 0);
  const parts = series
    .map((name, index) => {
      const bar = bars.find((one) => one.series === index && one.category === last);
      const words = nameRoom(name, textureOf(index, board), frame.names, board);
      return { words, bar, at: bar === undefined ? frame.height : bar.y + bar.height / 2 };
    })
    .sort((a, b) => a.at - b.at);
  const wishes = parts.map(({ words, at }) => ({
    at: at + (words.height - words.lettering.leading) / 2,
    size: words.height + 2,
  }));
  const middles = spread(wishes, Number.NEGATIVE_INFINITY, frame.height + 4);
  const start = frame.start;
  parts.forEach(({ words, bar, at }, index) => {
    const y = (middles[index] ?? at) - (words.height - words.lettering.leading) / 2;
    const from = bar === undefined ? frame.plot - frame.step / 2 : (ends.get(bar) ?? 0);
    // Bent where the name had to move; each bend in a place of its own would be worse than all in one.
    const bend = start - 16;
    board.canvas.line(
      [
        [from, at],
        [bend, at],
        [start - 9, y],
        [start - 5, y],
      ],
      board.leader,
    );
    drawName(words, y, frame, board);
  });
}
