import { isWithin } from '../../finished/pdf/paint/geometry.ts';
import type { PressRule } from '../rule.ts';

const mend = 'Export it again without a CropBox, or with one as large as the sheet.';

/** Many programs place and print what the CropBox shows, and nothing beyond. */
export const cropBox: PressRule = {
  code: 'crop-box',
  severity: 'error',
  says: 'The CropBox of a page hides a part of what is to be printed.',
  mend,
  clause: 'ISO 15930-7, page boxes; GWG 2015, Crop Box',
  *check({ file }) {
    for (const sheet of file.sheets) {
      const { crop, trim } = sheet;
      if (crop === null || trim === null || isWithin(trim, crop, 0.05)) continue;
      yield {
        at: { sheet, point: null },
        message: 'The CropBox of the page cuts into its finished size',
        hints: [mend],
      };
    }
  },
};
