import { clause } from '../clause.ts';

export const pdfxPdfVersion = clause({
  code: 'pdfx-pdf-version',
  severity: 'error',
  says: 'The file is of a version of PDF that PDF/X-4 does not have.',
  mend: 'Save it as PDF 1.6.',
  clause: 'ISO 15930-7, file structure',
  *find({ version, standard }) {
    // PDF/X-6 is made of PDF 2.0.
    if (version.startsWith('2') && !/X-6/.test(standard ?? '')) yield `The file is PDF ${version}; PDF/X-4 is PDF 1.6`;
  },
});
