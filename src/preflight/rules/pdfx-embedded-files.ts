import { dictionaryAt } from '../../finished/pdf/objects.ts';
import { clause, having } from '../clause.ts';

export const pdfxEmbeddedFiles = clause({
  code: 'pdfx-embedded-files',
  severity: 'error',
  says: 'The file contains other files, which are not printed.',
  mend: 'Export it again without attachments.',
  clause: 'ISO 15930-7, embedded files',
  *find(file) {
    const names = dictionaryAt(file.parts.catalog, 'Names');
    const listed = names !== null && dictionaryAt(names, 'EmbeddedFiles') !== null;
    if (listed || !having(file, 'EF').next().done) yield 'The file contains other files (embedded files)';
  },
});
