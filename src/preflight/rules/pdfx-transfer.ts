import { PDFName } from '@cantoo/pdf-lib';
import { nameAt } from '../../finished/pdf/objects.ts';
import { clause, having } from '../clause.ts';

export const pdfxTransfer = clause({
  code: 'pdfx-transfer',
  severity: 'error',
  says: 'A transfer function changes the inks on their way to the plate.',
  mend: 'Export it again without transfer functions.',
  clause: 'ISO 15930-7, graphics state',
  *find(file) {
    // A soft mask has a TR of its own, which is no way to a plate.
    const own = [...having(file, 'TR')].filter((owner) => !owner.has(PDFName.of('G')));
    if (own.length > 0) yield 'A graphics state has a transfer function (TR)';
    if ([...having(file, 'TR2')].some((owner) => nameAt(owner, 'TR2') !== 'Default')) {
      yield 'A graphics state has a transfer function (TR2)';
    }
  },
});
