import type { PressRule } from '../rule.ts';

/** A stream that cannot be unpacked prints as nothing, or stops the machine. */
export const contentDamaged: PressRule = {
  code: 'content-damaged',
  severity: 'error',
  says: 'A part of the content of a page is damaged.',
  mend: 'Make the PDF again, or get another copy.',
  *check({ file }) {
    for (const sheet of file.sheets) {
      if (sheet.damaged === 0) continue;
      const hint = 'Make the PDF again, or get another copy.';
      yield { at: { sheet, point: null }, message: 'A part of the content of the page is damaged', hints: [hint] };
    }
  },
};
