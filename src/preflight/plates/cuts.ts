/** What clips let through, dot by dot. */
import type { Clip } from '../../finished/pdf/paint/paint.ts';
import { isRectangle } from '../../finished/pdf/paint/painter.ts';
import { boxOfPath } from '../../finished/pdf/paint/path.ts';
import { type DotArea, type DotFrame, partOf } from './frame.ts';
import { fillPath } from './spans.ts';

/** Dots of clips that are kept at a time. */
const mostClipDots = 16_000_000;

/** What of an area a clip lets through. */
export interface CutDots {
  readonly area: DotArea;
  readonly width: number;
  readonly dots: Uint8Array;
}

const nowhere: DotArea = { left: 0, top: 0, right: 0, bottom: 0 };

export const isIn = ({ area, width, dots }: CutDots, column: number, row: number): boolean =>
  column >= area.left &&
  column < area.right &&
  row >= area.top &&
  row < area.bottom &&
  dots[(row - area.top) * width + column - area.left] === 1;

export class Cuts {
  readonly #frame: DotFrame;
  readonly #clips = new Map<Clip, CutDots>();
  #clipDots = 0;

  constructor(frame: DotFrame) {
    this.#frame = frame;
  }

  /** Null for clips that are upright boxes: those have cut the paint's own box. */
  of(clip: Clip): CutDots | null {
    const known = this.#clips.get(clip);
    if (known !== undefined) return known;
    const around = clip.within === null ? null : this.of(clip.within);
    if (isRectangle(clip.path)) return around;
    const area = clip.path.segments.length > 0 ? partOf(boxOfPath(clip.path), this.#frame) : nowhere;
    const width = Math.max(0, area.right - area.left);
    const dots = new Uint8Array(width * Math.max(0, area.bottom - area.top));
    const cut = { area, width, dots };
    fillPath(clip.path, this.#frame, area, (row, from, to) => {
      const start = (row - area.top) * width - area.left;
      for (let column = from; column < to; column += 1) {
        if (around === null || isIn(around, column, row)) dots[start + column] = 1;
      }
    });
    this.#clipDots += dots.length;
    if (this.#clipDots > mostClipDots) {
      this.#clips.clear();
      this.#clipDots = dots.length;
    }
    this.#clips.set(clip, cut);
    return cut;
  }
}
