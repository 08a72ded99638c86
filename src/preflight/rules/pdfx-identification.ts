import { clause } from '../clause.ts';

export const pdfxIdentification = clause({
  code: 'pdfx-identification',
  severity: 'error',
  says: 'The file does not name its version of PDF/X in its XMP metadata.',
  mend: 'Export it as PDF/X-4 again; an entry in the Info dictionary is not enough.',
  clause: 'ISO 15930-7, identification',
  *find({ standard, parts: { hasXmp, xmp } }) {
    if (standard !== null && !/^PDF\/X-[456]/.test(standard)) return;
    if (!hasXmp) yield 'The XMP metadata of the file is missing, in which PDF/X-4 is identified';
    else if (xmp === null) yield 'The XMP metadata of the file cannot be read';
    else if (xmp.property('pdfx', 'GTS_PDFXVersion') === null) {
      yield 'The XMP metadata does not say that the file is PDF/X-4 (pdfxid:GTS_PDFXVersion)';
    }
  },
});
