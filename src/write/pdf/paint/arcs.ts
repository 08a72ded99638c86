/** Arcs as curves, in the very numbers that svg-to-pdfkit has for them: files stay the same whichever of the two draws. */
import type { Point } from '../../../matrix.ts';
import type { SvgSegment } from '../../../picture/svg/path.ts';

/** A curve is at most a sixth of a circle. */
const widest = Math.PI / 3;

/** An arc by its ends (SVG 2, B.2). */
export function arcsBetween(
  from: Point,
  to: Point,
  radii: Point,
  turn: number,
  large: boolean,
  sweep: boolean,
): readonly SvgSegment[] {
  let [rx, ry] = [Math.abs(radii[0]), Math.abs(radii[1])];
  if (rx < 1e-10 || ry < 1e-10) return [{ type: 'line', to }];
  const angle = turn * (Math.PI / 180);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const x = (cos * (from[0] - to[0])) / 2 + (sin * (from[1] - to[1])) / 2;
  const y = (cos * (from[1] - to[1])) / 2 - (sin * (from[0] - to[0])) / 2;
  const lack = (x * x) / (rx * rx) + (y * y) / (ry * ry);
  if (lack > 1) [rx, ry] = [rx * Math.sqrt(lack), ry * Math.sqrt(lack)];
  const rest = rx * rx * ry * ry - rx * rx * y * y - ry * ry * x * x;
  const share = Math.sqrt(Math.max(0, rest) / (rx * rx * y * y + ry * ry * x * x));
  const [cx, cy] = [
    ((large === sweep ? -1 : 1) * share * rx * y) / ry,
    ((large === sweep ? 1 : -1) * share * ry * x) / rx,
  ];
  const [middleX, middleY] = [cos * cx - sin * cy + (from[0] + to[0]) / 2, sin * cx + cos * cy + (from[1] + to[1]) / 2];
  const start = Math.atan2((y - cy) / ry, (x - cx) / rx);
  let end = Math.atan2((-y - cy) / ry, (-x - cx) / rx);
  if (!sweep && end - start > 0) end -= 2 * Math.PI;
  if (sweep && end - start < 0) end += 2 * Math.PI;
  const place = (px: number, py: number): Point => [
    middleX + cos * rx * px - sin * ry * py,
    middleY + sin * rx * px + cos * ry * py,
  ];
  const pieces = Math.ceil(Math.abs(end - start) / widest);
  return Array.from({ length: pieces }, (_, index): SvgSegment => {
    const a = start + (index * (end - start)) / pieces;
    const b = start + ((index + 1) * (end - start)) / pieces;
    const reach = (4 / 3) * Math.tan((b - a) / 4);
    return {
      type: 'curve',
      first: place(Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a)),
      second: place(Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b)),
      to: place(Math.cos(b), Math.sin(b)),
    };
  });
}
