import { isPaper } from '../../finished/pdf/paint/colour.ts';
import { isOutlineToo, isSeen } from '../../finished/pdf/paint/paint.ts';
import { cornerOf, type PressRule, quote, round } from '../rule.ts';

/** Points. Stems of smaller type are thinner than the thinnest line, and its counters fill with ink. */
const smallest = 4;

const mend = 'Make it larger: 6 pt or more can be read.';

export const tinyText: PressRule = {
  code: 'tiny-text',
  severity: 'warning',
  says: 'Text is so small that its letters fill in or break.',
  mend,
  *check({ file, asks, printed }) {
    if (!asks.quality) return;
    for (const sheet of file.sheets) {
      for (const { paint } of printed(sheet)) {
        if (paint.type !== 'text' || !isSeen(paint) || isOutlineToo(paint) || paint.size >= smallest - 0.01) continue;
        const how = isPaper(paint.colour) ? 'white and ' : '';
        const message = `The text ${quote(paint.text)} is ${how}${round(paint.size, 1)} pt large; under ${smallest} pt letters fill in or break`;
        yield { at: { sheet, point: cornerOf(paint.box) }, message, hints: [mend] };
      }
    }
  },
};
