import { PDFName } from '@cantoo/pdf-lib';
import { lookup, nameAt } from '../../finished/pdf/objects.ts';
import { clause } from '../clause.ts';

export const pdfxTrapped = clause({
  code: 'pdfx-trapped',
  severity: 'error',
  says: 'The file does not say whether it is trapped already (Trapped: True or False).',
  mend: 'Export it as PDF/X-4 again, with Trapped set to False unless it has been trapped.',
  clause: 'ISO 15930-7, trapping',
  *find({ parts: { info, xmp } }) {
    const stated = xmp?.property('pdf', 'Trapped') ?? null;
    const own = info && nameAt(info, 'Trapped');
    const entry = info && lookup(info, 'Trapped');
    if (entry && !(entry instanceof PDFName)) {
      yield 'Trapped in the Info dictionary is not a name, and not read as True or False';
    } else if (stated === null && own === null) yield 'The file does not say whether it is trapped (Trapped)';
    for (const value of new Set([stated, own])) {
      if (value !== null && value !== 'True' && value !== 'False') {
        yield `Trapped is ‘${value.slice(0, 20)}’; a print shop must know whether it is True or False`;
      }
    }
    const isClear = (value: string | null) => value === 'True' || value === 'False';
    if (isClear(stated) && isClear(own) && stated !== own) {
      yield `Trapped is ${stated} in the XMP metadata and ${own} in the Info dictionary`;
    }
  },
});
