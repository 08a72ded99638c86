import { cornerOf, type PressRule } from '../rule.ts';

const mend = 'Export the PDF again from the document, with the picture as it was.';

/** A press prints as much as it can read, and leaves the rest white or grey, or stops. */
export const pictureDamaged: PressRule = {
  code: 'picture-damaged',
  severity: 'error',
  says: 'A picture is damaged: all or a part of it cannot be read.',
  mend,
  *check({ file, printed, isDamaged }) {
    for (const sheet of file.sheets) {
      const placed = printed(sheet).map(({ paint }) => ({ paint, point: cornerOf(paint.box) }));
      for (const { paint, point } of [...placed, ...sheet.inner.map((paint) => ({ paint, point: null }))]) {
        if (paint.type !== 'picture' || !isDamaged(paint)) continue;
        const size = `${paint.image.width} × ${paint.image.height} pixels`;
        yield {
          at: { sheet, point },
          message: `A picture of ${size} is damaged, and does not print as a whole`,
          hints: [mend],
        };
      }
    }
  },
};
