import { clause } from '../clause.ts';

/** The values of GTS_PDFXVersion that standards define (ISO 15930-1 to -9). */
const versions = /^PDF\/X-(?:1:2001|1a:200[13]|2:2003|3:200[23]|4|4p|5g|5n|5pg|6|6p|6n)$/;

export const isPdfX = (version: string): boolean => versions.test(version);

export const pdfxVersion = clause({
  code: 'pdfx-version',
  severity: 'error',
  says: 'The file claims a version of PDF/X that does not exist.',
  mend: 'Export it as PDF/X-4.',
  clause: 'ISO 15930-7, identification',
  *find({ standard }) {
    if (standard !== null && !isPdfX(standard)) yield `The file claims ${standard}, which is not a version of PDF/X`;
  },
});
