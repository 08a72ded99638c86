/** What each texture stands for, where no bar has room for a name. */
import type { Board } from './board.ts';
import { linesOf, widest } from './lettering.ts';
import { fill, textureOf } from './texture.ts';

/** Above the bars, in columns, to be read line by line. */
export function drawKey(series: readonly string[], board: Board): void {
  const { canvas } = board;
  const lettering = board.series(board.roles.text);
  const needed = widest(series, lettering) + 36;
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
