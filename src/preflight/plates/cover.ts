/** Which dots a paint covers. */
import { cornersOf, map, unitSquare } from '../../finished/pdf/paint/geometry.ts';
import type { Paint } from '../../finished/pdf/paint/paint.ts';
import { barOf } from './bars.ts';
import type { DotArea, DotFrame } from './frame.ts';
import { type Emit, fillPath, fillPolygons, strokePath } from './spans.ts';

/** @param isFine whether words cover the boxes of their lines, and not as much as their letters have ink */
export function cover(paint: Paint, frame: DotFrame, part: DotArea, isFine: boolean, emit: Emit): void {
  switch (paint.type) {
    case 'area':
      fillPath(paint.path, frame, part, emit);
      return;
    case 'stroke':
      strokePath(paint.path, paint.widest, frame, part, emit);
      return;
    case 'text':
      fillPolygons([isFine ? paint.corners : barOf(paint.corners)], false, frame, part, emit);
      return;
    case 'picture':
      fillPolygons([cornersOf(unitSquare).map((corner) => map(paint.matrix, corner))], false, frame, part, emit);
  }
}
