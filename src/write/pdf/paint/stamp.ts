/** What is stamped across each side of a draft, under its text. Points. */
import type { Role, Theme } from '../../../theme/theme.ts';
import type { Job } from '../../targets.ts';
import type { RunStyle } from '../text/inlines.ts';
import { type LinePiece, pieceOf } from '../text/piece.ts';
import { Type } from '../text/type.ts';
import type { Canvas } from './canvas.ts';
import { number } from './inks.ts';

export interface Stamp {
  readonly piece: LinePiece;
  readonly style: RunStyle;
  /** How far it is turned, in radians: along the side's diagonal. */
  readonly angle: number;
}

/** How much of the diagonal it takes. */
const part = 0.56;
/** Its outlines alone are drawn, so that it takes nothing from the text over it. */
const role: Role = 'rail';

/** Null for what is no draft. */
export function stampOn(
  { width, height }: { readonly width: number; readonly height: number },
  { theme, draft, language }: Pick<Job, 'draft' | 'language'> & { readonly theme: Theme },
): Stamp | null {
  if (draft !== true) return null;
  const { draft: text } = language.chrome;
  const style = new Type(theme).style('title', { color: theme.roles[role] });
  const whole = pieceOf(text, style, null);
  const size = (style.size * part * Math.hypot(width, height)) / whole.width;
  const larger = { ...style, size, tracking: 0 };
  return { piece: pieceOf(text, larger, null), style: larger, angle: -Math.atan2(height, width) };
}

/** Outlines that are thin enough to read over. */
const pen = 1.1;

/** Across the middle of a side of this width and height. */
export function drawStamp(
  { piece, style, angle }: Stamp,
  [width, height]: readonly [number, number],
  canvas: Canvas,
): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  canvas.write(`q ${[cos, sin, -sin, cos, width / 2, height / 2].map(number).join(' ')} cm`);
  canvas.outlined(piece, style, -piece.width / 2, style.size * 0.35, pen);
  canvas.write('Q');
}
