import { nameAt } from '../../finished/pdf/objects.ts';
import { clause, having } from '../clause.ts';

export const pdfxOpi = clause({
  code: 'pdfx-opi',
  severity: 'error',
  says: 'A picture stands for another one that the print shop would have to put in its place (OPI).',
  mend: 'Export it again with the pictures themselves, without OPI comments.',
  clause: 'ISO 15930-7, images',
  *find(file) {
    for (const owner of having(file, 'OPI')) {
      const kind = nameAt(owner, 'Subtype');
      if (kind !== 'Image' && kind !== 'Form') continue;
      yield 'A picture stands for another one, by OPI';
      return;
    }
  },
});
