/** What each texture stands for, where no bar has room for a name. */
import type { Board } from './board.ts';
import { middle } from './canvas.ts';
import { linesOf, widest } from './lettering.ts';
import { mostLines } from './row-frame.ts';
import { fill, type Texture, textureOf } from './texture.ts';

/** Above the bars, in columns, to be read line by line. */
export function drawKey(series: readonly string[], board: Board): void {
  board.canvas.heading(() => drawEntries(series, board));
}

function drawEntries(series: readonly string[], board: Board): void {
  const { canvas } = board;
  const lettering = board.series(board.roles.text);
  const needed = widest(series, lettering) + 36;
  if (needed > board.width) {
    const entries = series.map((name, index) => ({ name, texture: textureOf(index, board), height: 9 }));
    drawLongKey(entries, -lettering.leading, board);
    return;
  }
  const columns = Math.max(1, Math.min(series.length, Math.floor(board.width / needed)));
  const room = columns === 1 ? board.width : needed;
  const lines = Math.ceil(series.length / columns);
  series.forEach((name, index) => {
    const x = (index % columns) * room;
    const y = (Math.floor(index / columns) - lines) * lettering.leading;
    const texture = textureOf(index, board);
    fill(canvas, { x, y: y - 8, width: 16, height: 9 }, texture);
    const words = board.series(texture.words);
    canvas.lines(linesOf(name, words, room - 32, 1).lines, words, x + 22, y);
  });
}

interface KeyEntry {
  readonly name: string;
  readonly texture: Texture;
  /** Of its sign. */
  readonly height: number;
}

/** In lines of their own, each name as long as it is; `bottom` is the baseline of the last. */
export function drawLongKey(entries: readonly KeyEntry[], bottom: number, board: Board): void {
  const { canvas, value } = board;
  const set = entries.map(({ name, texture, height }) => {
    const lettering = board.series(texture.words);
    return { texture, height, lettering, lines: linesOf(name, lettering, board.width - 22, mostLines(3, board)).lines };
  });
  const under = set.map((_, index) => set.slice(index).reduce((sum, { lines }) => sum + lines.length, 0));
  set.forEach(({ texture, height, lettering, lines }, index) => {
    const y = bottom - ((under[index] ?? 1) - 1) * lettering.leading;
    fill(canvas, { x: 0, y: y - value.size * middle - height / 2, width: 16, height }, texture);
    canvas.lines(lines, lettering, 22, y);
  });
}
