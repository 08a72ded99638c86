import { isPureBlack } from '../../finished/pdf/paint/colour.ts';
import { cornerOf, nameOf, type PressRule } from '../rule.ts';

const mend = 'Set the overprint mode to 1 (OPM 1), or turn off overprint.';

/** In mode 0 a zero of cyan, magenta, yellow or black erases that ink: what was told to overprint knocks out. */
export const overprintMode: PressRule = {
  code: 'overprint-mode',
  severity: 'warning',
  says: 'Something is set to overprint, but in a mode in which CMYK knocks out all the same.',
  mend,
  clause: 'ISO 32000-1, 8.6.7; GWG 2015, Overprint',
  *check({ file, asks, printed }) {
    if (!asks.quality) return;
    for (const sheet of file.sheets) {
      for (const { paint } of printed(sheet)) {
        if (!paint.isOverprintLost || paint.type === 'picture') continue;
        // Black text has a finding of its own.
        if (paint.type === 'text' && isPureBlack(paint.colour)) continue;
        const message = `${nameOf(paint)} is set to overprint in mode 0 (OPM 0), and knocks out`;
        yield { at: { sheet, point: cornerOf(paint.box) }, message, hints: [mend] };
      }
    }
  },
};
