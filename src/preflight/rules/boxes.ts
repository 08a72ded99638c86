import { isWithin, mm } from '../../finished/pdf/paint/geometry.ts';
import { sizeOf } from '../facts.ts';
import { type PressRule, round } from '../rule.ts';

/** Without a TrimBox nobody knows where to cut. */
export const noTrimBox: PressRule = {
  code: 'no-trim-box',
  severity: 'error',
  says: 'A page does not say where it is cut.',
  mend: 'Set the finished size when you export the PDF.',
  clause: 'ISO 15930-7, page boxes',
  *check({ file }) {
    for (const sheet of file.sheets) {
      if (sheet.trim !== null) continue;
      const hint = 'Set the finished size when you export the PDF.';
      yield {
        at: { sheet, point: null },
        message: 'The TrimBox of the page is missing, so its finished size is not known',
        hints: [hint],
      };
    }
  },
};

const mediaMend = 'Make the PDF again; a program that writes pages without a size cannot be trusted with the rest.';

/** Without a MediaBox no machine knows what is on the page: some take a size of their own, others refuse the file. */
export const noMediaBox: PressRule = {
  code: 'no-media-box',
  severity: 'error',
  says: 'A page does not say how large its sheet is.',
  mend: mediaMend,
  clause: 'ISO 32000-1, 7.7.3.3; ISO 15930-7, page boxes',
  *check({ file }) {
    for (const sheet of file.sheets) {
      if (sheet.hasMedia) continue;
      const message = 'The MediaBox of the page is missing, so the size of its sheet is not known';
      yield { at: { sheet, point: null }, message, hints: [mediaMend] };
    }
  },
};

export const bleedTooSmall: PressRule = {
  code: 'bleed-too-small',
  severity: 'error',
  says: 'The bleed of a page is missing, too small, or larger than the sheet.',
  mend: 'Export with 3 mm of bleed on each side.',
  clause: 'ISO 15930-7, page boxes; GWG 2015',
  *check({ file, asks: { bleed: required } }) {
    if (required === null) return;
    for (const sheet of file.sheets) {
      const { trim, media } = sheet;
      if (trim === null) continue;
      const bleed = sheet.bleed ?? media;
      const sides = [
        trim.left - bleed.left,
        trim.bottom - bleed.bottom,
        bleed.right - trim.right,
        bleed.top - trim.top,
      ];
      const least = Math.min(...sides) / mm;
      const hint = `Export with ${required} mm of bleed on each side.`;
      if (least < required - 0.05) {
        const found = least <= 0 ? 'no bleed' : `${round(least, 2)} mm of bleed`;
        yield {
          at: { sheet, point: null },
          message: `The page has ${found} on one side; ${required} mm are needed`,
          hints: [hint],
        };
      } else if (!isWithin(bleed, media, 0.05)) {
        yield {
          at: { sheet, point: null },
          message: 'The BleedBox reaches beyond the sheet (MediaBox)',
          hints: [hint],
        };
      }
    }
  },
};

/** A shop imposes pages of one size; another one among them is a cover, or an accident. */
export const pageCount: PressRule = {
  code: 'page-count',
  severity: 'warning',
  says: 'A page has another size than the first one.',
  mend: 'Put pages of another size in a separate file, or inform the print shop.',
  clause: 'GWG 2015, Page Size and Orientation',
  *check({ file, asks }) {
    const first = asks.quality ? file.sheets[0]?.trim : null;
    if (first == null) return;
    const size = sizeOf(first);
    for (const sheet of file.sheets) {
      if (sheet.trim === null) continue;
      const own = sizeOf(sheet.trim);
      if (Math.abs(own.width - size.width) < 0.1 && Math.abs(own.height - size.height) < 0.1) continue;
      yield {
        at: { sheet, point: null },
        message: `The page is ${own.width} × ${own.height} mm, the first one ${size.width} × ${size.height} mm`,
        hints: ['Put pages of another size in a separate file, or inform the print shop.'],
      };
    }
  },
};
