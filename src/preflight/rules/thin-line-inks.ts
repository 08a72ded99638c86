import { wordsOf } from '../../finished/pdf/paint/colour.ts';
import { type PressRule, round } from '../rule.ts';
import { linesOf } from './hairline.ts';

const mend = 'Make it thicker, or print it in one ink.';

/** Percent. A lighter tint has no edge that shows. */
const faint = 10;

/** The usual misfit of plates is a tenth of a millimetre: a thin line in two inks becomes two lines. */
export const thinLineInks: PressRule = {
  code: 'thin-line-inks',
  severity: 'warning',
  says: 'A thin line is printed in several inks, and may show as several lines.',
  mend,
  *check(press) {
    const { file, asks } = press;
    const { line } = asks;
    if (line === null) return;
    for (const sheet of file.sheets) {
      for (const { paint, width, point } of linesOf(press, sheet, line.several)) {
        if (paint.colour?.type !== 'inks') continue;
        const { cmyk, spots } = paint.colour;
        const count = [...cmyk, ...spots.map(({ tint }) => tint)].filter((percent) => percent > faint).length;
        if (count < 2) continue;
        const message = `A line of ${round(width, 2)} pt is printed in ${count} inks (${wordsOf(paint.colour)}); ${line.several} pt or more stay sharp`;
        yield { at: { sheet, point }, message, hints: [mend] };
      }
    }
  },
};
