import { dictionaryAt, lookup } from '../../finished/pdf/objects.ts';
import { clause } from '../clause.ts';

export const pdfxXfa = clause({
  code: 'pdfx-xfa',
  severity: 'error',
  says: 'The file contains an XFA form, which a press cannot print.',
  mend: 'Print the filled form to a PDF, or flatten it.',
  clause: 'ISO 15930-7, interactive forms',
  *find({ parts: { catalog } }) {
    const form = dictionaryAt(catalog, 'AcroForm');
    if (form !== null && lookup(form, 'XFA') !== undefined) yield 'The file contains an XFA form';
    if (lookup(catalog, 'NeedsRendering') !== undefined)
      yield 'The file has pages that a form makes when it is opened (NeedsRendering)';
  },
});
