import { PDFArray, PDFDict } from '@cantoo/pdf-lib';
import { lookup } from '../../finished/pdf/objects.ts';
import { boolAt } from '../../finished/pdf/paint/values.ts';
import { clause, objectsOf } from '../clause.ts';

export const pdfxAlternates = clause({
  code: 'pdfx-alternates',
  severity: 'error',
  says: 'A picture has another one beside it that is to be printed in its place.',
  mend: 'Export it again without alternate images.',
  clause: 'ISO 15930-7, images',
  *find(file) {
    for (const image of objectsOf(file, 'Image')) {
      const list = lookup(image, 'Alternates');
      const alternates = list instanceof PDFArray ? list.asArray().map((_, index) => list.lookup(index)) : [];
      if (alternates.some((each) => each instanceof PDFDict && boolAt(each, 'DefaultForPrinting') === true)) {
        yield 'A picture has an alternate image that is printed in its place (DefaultForPrinting)';
        return;
      }
    }
  },
});
