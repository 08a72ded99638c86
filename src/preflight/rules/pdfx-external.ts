import { lookup, nameAt } from '../../finished/pdf/objects.ts';
import { clause } from '../clause.ts';

export const pdfxExternal = clause({
  code: 'pdfx-external',
  severity: 'error',
  says: 'A part of the file is in another file.',
  mend: 'Export it again with all its parts inside.',
  clause: 'ISO 15930-7, streams',
  *find({ parts: { dictionaries } }) {
    for (const { dictionary, stream } of dictionaries) {
      // The F of a form is no file; a stream's own is one where it is a name of a file.
      if (stream === null || lookup(dictionary, 'F') === undefined || nameAt(dictionary, 'Type') === 'Metadata')
        continue;
      yield 'A part of the file (a stream) is in another file';
      return;
    }
  },
});
