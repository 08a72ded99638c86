import { totalOf } from '../../finished/pdf/paint/colour.ts';
import { type Paint, wholeBlend } from '../../finished/pdf/paint/paint.ts';
import { polygonsOf } from '../../finished/pdf/paint/path.ts';
import type { Point } from '../../matrix.ts';
import type { PageGround } from '../ground.ts';
import { cornerOf, type PressRule } from '../rule.ts';
import { finishIn } from '../spots.ts';

const mend = 'Turn on overprint for it.';

/** A cut line or a varnish is no colour: where it knocks out, the picture has a hole as wide as the line. */
export const finishKnocksOut: PressRule = {
  code: 'finish-knocks-out',
  severity: 'error',
  says: 'A cut line, varnish or white ink does not overprint, and removes the colours under it.',
  mend,
  clause: 'ISO 19593-1; GWG processing steps',
  *check({ file, ground, printed }) {
    for (const sheet of file.sheets) {
      for (const { paint, index } of printed(sheet)) {
        const name = paint.keeps !== 'nothing' || wholeBlend(paint) !== 'Normal' ? null : finishIn(paint.colour);
        if (name === null || !removes(paint, index, ground(sheet))) continue;
        const message = `‘${name}’ does not overprint, and removes the colours under it`;
        yield { at: { sheet, point: cornerOf(paint.box) }, message, hints: [mend] };
      }
    }
  },
};

/** Whether inks lie under it, at its corners and along its middle. */
function removes(paint: Paint, index: number, ground: PageGround): boolean {
  return placesOf(paint).some((place) => {
    const under = ground.at(place, index);
    // What cannot be known, a picture or light, is ink in all likelihood.
    return under === null || totalOf(under) > 0;
  });
}

const most = 64;

function placesOf(paint: Paint): readonly Point[] {
  const { left, right, bottom, top } = paint.box;
  const y = (bottom + top) / 2;
  const middle = [0.1, 0.5, 0.9].map((share): Point => [left + share * (right - left), y]);
  if (paint.type !== 'area' && paint.type !== 'stroke') return middle;
  const corners = polygonsOf(paint.path).flat();
  const step = Math.max(1, Math.ceil(corners.length / most));
  return [...corners.filter((_, at) => at % step === 0), ...(paint.type === 'area' ? middle : [])];
}
