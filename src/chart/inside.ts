/** Values that stand in the part of the bar that they measure. */
import type { Board } from './board.ts';
import { middle, textBox } from './canvas.ts';
import type { Bar } from './plot.ts';
import { textureOf } from './texture.ts';

/**
 * The value in the middle of its bar, on a ground of its own where the bar has a pattern. What does not fit is left to the
 * table: a value that hangs out of its part would seem to belong to the next.
 */
export function drawInside(bar: Bar, board: Board): boolean {
  const { canvas, value } = board;
  const texture = textureOf(bar.series, board);
  const inside = texture.inside !== null && board.readable(texture.inside, texture.ground) ? texture.inside : null;
  const [x, y] = [bar.x + bar.width / 2, bar.y + bar.height / 2];
  const baseline = y + value.size * middle;
  const box = textBox(bar.text, value, x, baseline, 'center');
  const plate = { x: box.x - 2.5, y: y - value.size * 0.56, width: box.width + 5, height: value.size * 1.12 };
  if (plate.width > bar.width - 2 || plate.height > bar.height) return false;
  // A plate leaves enough of the pattern to know it by.
  const covered = plate.width > bar.width - 12 && plate.height > bar.height - 8;
  if (inside === null && covered) return false;
  if (inside === null) canvas.rect(plate, { fill: board.roles.page });
  canvas.text(bar.text, { ...value, color: inside ?? board.roles.text }, x, baseline, 'center');
  return true;
}
