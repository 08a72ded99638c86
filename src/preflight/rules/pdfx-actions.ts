import { PDFArray, PDFDict, type PDFObject } from '@cantoo/pdf-lib';
import { dictionaryAt, lookup, nameAt } from '../../finished/pdf/objects.ts';
import { clause, having } from '../clause.ts';

export const pdfxActions = clause({
  code: 'pdfx-actions',
  severity: 'error',
  says: 'The file does something when it is opened or clicked; PDF/X-4 has no actions.',
  mend: 'Export it for print, without actions, links and buttons.',
  clause: 'ISO 15930-7, actions',
  *find(file) {
    const kinds = new Set<string>();
    for (const key of ['A', 'AA', 'OpenAction', 'PA']) {
      for (const owner of having(file, key)) for (const kind of kindsOf(lookup(owner, key), key)) kinds.add(kind);
    }
    kinds.delete('JavaScript');
    if (kinds.size > 0) yield `The file contains actions (${[...kinds].sort().join(', ')})`;
  },
});

/** Those of which the standard of PDF tells (ISO 32000-1, Table 198). `A` is an entry of other dictionaries too. */
const all =
  /^(?:GoTo|GoToR|GoToE|Launch|Thread|URI|Sound|Movie|Hide|Named|SubmitForm|ResetForm|ImportData|JavaScript|SetOCGState|Rendition|Trans|GoTo3DView)$/;

function* kindsOf(value: PDFObject | undefined, key: string): Generator<string> {
  // A destination at opening is a place, and no action.
  if (!(value instanceof PDFDict) || value instanceof PDFArray) return;
  const actions = key === 'AA' ? value.keys().map((event) => dictionaryAt(value, event.decodeText())) : [value];
  for (const action of actions) {
    const kind = action && nameAt(action, 'S');
    if (kind && all.test(kind)) yield kind;
  }
}
