import { nameAt } from '../../finished/pdf/objects.ts';
import { clause, objectsOf } from '../clause.ts';

export const pdfxPostScript = clause({
  code: 'pdfx-postscript',
  severity: 'error',
  says: 'The file contains PostScript, which most machines of today do not print.',
  mend: 'Export it again without PostScript XObjects.',
  clause: 'ISO 15930-7, XObjects',
  *find(file) {
    const forms = [...objectsOf(file, 'Form')].some((form) => nameAt(form, 'Subtype2') === 'PS');
    if (forms || !objectsOf(file, 'PS').next().done) yield 'The file contains PostScript (a PostScript XObject)';
  },
});
