import { clause } from '../clause.ts';

export const pdfxFileId = clause({
  code: 'pdfx-file-id',
  severity: 'error',
  says: 'The file has no identifier of its own.',
  mend: 'Save it again with a program that writes one (ID in the trailer).',
  clause: 'ISO 15930-7, file structure',
  *find({ parts: { hasId } }) {
    if (!hasId) yield 'The identifier of the file (ID in its trailer) is missing';
  },
});
