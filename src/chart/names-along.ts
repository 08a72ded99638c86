/** Names of the parts of a lying bar, beside it in one row. */
import type { Board } from './board.ts';
import type { ChartBox } from './canvas.ts';
import { type Lettering, linesOf, widest } from './lettering.ts';
import { spread } from './spread.ts';
import type { Texture } from './texture.ts';

export interface NamedBar {
  readonly bar: ChartBox;
  readonly name: string;
  /** Its value, under its name; null where that stands elsewhere. */
  readonly text: string | null;
  readonly texture: Texture;
}
interface Words {
  readonly part: NamedBar;
  readonly lines: readonly string[];
  readonly lettering: Lettering;
  readonly width: number;
}

/** Between two names. */
const gutter = 12;
/** Between the bar and the names. */
const reach = 13;

/** Whether the names, and the values under them, can stand in one row with no word cut. */
export function namesFit(parts: readonly NamedBar[], board: Board): boolean {
  const words = setNames(parts, board);
  const total = words.reduce((sum, { width }) => sum + width + gutter, -gutter);
  return total <= board.width && words.every(({ part, lines }) => lines.join(' ') === part.name);
}

/** Each name starts where its part does, as far as the others let it, with a line that leads to it. The names fit. */
export function nameAlong(unsorted: readonly NamedBar[], side: 'above' | 'below', board: Board): void {
  const { canvas, tick } = board;
  const parts = unsorted.toSorted((a, b) => a.bar.x - b.bar.x);
  const words = setNames(parts, board);
  const wishes = words.map(({ part, width }) => ({ at: part.bar.x + (width + gutter) / 2, size: width + gutter }));
  const middles = spread(wishes, 0, board.width + gutter);
  words.forEach(({ part, lines, lettering, width }, index) => {
    const { bar, text } = part;
    const x = (middles[index] ?? 0) - (width + gutter) / 2;
    const from = Math.min(Math.max(x + 0.4, bar.x + Math.min(0.4, bar.width / 2)), bar.x + bar.width / 2);
    const to = Math.min(Math.max(from, x + 0.4), x + width - 0.4);
    const away = side === 'above' ? -1 : 1;
    const edge = side === 'above' ? bar.y - 2 : bar.y + bar.height + 2;
    const end = edge + away * reach;
    canvas.line(
      [
        [from, edge],
        [from, edge + away * 3],
        [to, end - away * 2],
        [to, end],
      ],
      board.leader,
    );
    const values = text === null ? [] : [text];
    const height = (lines.length - 1) * lettering.leading;
    const baseline = side === 'above' ? end - lettering.size * 0.4 - height : end + lettering.size * 0.95;
    canvas.lines(lines, lettering, x, baseline);
    canvas.lines(values, { ...tick, color: board.roles.text }, x, baseline + height + tick.leading);
  });
}

function setNames(parts: readonly NamedBar[], board: Board): readonly Words[] {
  const column = Math.min(140, Math.max(52, (board.width + gutter) / parts.length - gutter));
  return parts.map((part): Words => {
    const lettering = board.series(part.texture.words);
    const { lines } = linesOf(part.name, lettering, column, 3);
    const values = part.text === null ? 0 : widest([part.text], board.tick);
    return { part, lines, lettering, width: Math.max(widest(lines, lettering), values) };
  });
}
