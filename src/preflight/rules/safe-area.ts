import { isWithin, mm } from '../../finished/pdf/paint/geometry.ts';
import { isOutlineToo, isSeen } from '../../finished/pdf/paint/paint.ts';
import { cornerOf, type PressRule, quote, round } from '../rule.ts';

export const safeArea: PressRule = {
  code: 'safe-area',
  severity: 'warning',
  says: 'A text is so close to the trim that it may be cut.',
  mend: 'Move it inwards.',
  *check({ file, asks: { margin } }) {
    // Blades and folders are off by one or two millimetres; the rest keeps a text from looking so.
    if (margin === null) return;
    for (const sheet of file.sheets) {
      const { trim } = sheet;
      if (trim === null) continue;
      for (const paint of sheet.paints) {
        if (paint.type !== 'text' || !isSeen(paint) || isOutlineToo(paint)) continue;
        const { left, right, bottom, top } = paint.box;
        // Words of a printer's slug or of marks lie outside as a whole.
        if (right <= trim.left || left >= trim.right || top <= trim.bottom || bottom >= trim.top) continue;
        if (isWithin(paint.box, trim, -margin * mm + 0.05)) continue;
        const distance = Math.min(left - trim.left, trim.right - right, bottom - trim.bottom, trim.top - top) / mm;
        const where = distance < 0 ? 'reaches over the trim' : `is ${round(distance, 1)} mm from the trim`;
        yield {
          at: { sheet, point: cornerOf(paint.box) },
          message: `The text ${quote(paint.text)} ${where}; text must be at least ${margin} mm from it`,
          hints: ['Move it inwards.'],
        };
      }
    }
  },
};
