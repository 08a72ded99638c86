import type { PressRule } from '../rule.ts';

const mend = 'Export the PDF again from the document.';

/** What is named and is not there is left out by one machine, and stops another. */
export const resourceMissing: PressRule = {
  code: 'resource-missing',
  severity: 'error',
  says: 'A page uses a picture, font, colour or setting that is not in the file.',
  mend,
  clause: 'ISO 32000-1, 7.8.3',
  *check({ file }) {
    for (const sheet of file.sheets) {
      for (const what of sheet.missing) {
        const message = `The page uses ${what}, which is not in the file or cannot be read`;
        yield { at: { sheet, point: null }, message, hints: [mend] };
      }
    }
  },
};
