import { dictionaryAt } from '../../finished/pdf/objects.ts';
import { clause, objectsOf } from '../clause.ts';

export const pdfxReference = clause({
  code: 'pdfx-reference',
  severity: 'error',
  says: 'The file shows a page of another file, which the print shop does not have.',
  mend: 'Export it again with the other page inside.',
  clause: 'ISO 15930-7, XObjects',
  *find(file) {
    for (const form of objectsOf(file, 'Form')) {
      if (dictionaryAt(form, 'Ref') === null) continue;
      yield 'The file shows a page of another file (a reference XObject)';
      return;
    }
  },
});
