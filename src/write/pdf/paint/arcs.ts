import { arcOf, curvesOf, type SvgSegment } from '../../../picture/svg/path.ts';

/** A curve is at most a sixth of a circle. */
const widest = Math.PI / 3;

/** An arc by its ends, cut where svg-to-pdfkit cuts it: files stay the same whichever of the two draws. */
export function arcsBetween(...[from, to, radii, ...manner]: Parameters<typeof arcOf>): readonly SvgSegment[] {
  if (Math.min(Math.abs(radii[0]), Math.abs(radii[1])) < 1e-10) return [{ type: 'line', to }];
  if (from[0] === to[0] && from[1] === to[1]) return [];
  const arc = arcOf(from, to, radii, ...manner);
  return curvesOf(arc, Math.ceil(Math.abs(arc.end - arc.start) / widest));
}
