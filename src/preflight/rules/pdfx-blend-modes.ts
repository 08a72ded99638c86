import { PDFArray, PDFName } from '@cantoo/pdf-lib';
import { lookup } from '../../finished/pdf/objects.ts';
import { clause, having } from '../clause.ts';

/** Those of PDF 1.6 (ISO 32000-1, 11.3.5). */
const modes =
  /^(?:Normal|Compatible|Multiply|Screen|Overlay|Darken|Lighten|ColorDodge|ColorBurn|HardLight|SoftLight|Difference|Exclusion|Hue|Saturation|Color|Luminosity)$/;

export const pdfxBlendModes = clause({
  code: 'pdfx-blend-modes',
  severity: 'error',
  says: 'A blend mode is none that machines know.',
  mend: 'Choose a blend mode such as Normal or Multiply.',
  clause: 'ISO 15930-7, transparency',
  *find(file) {
    const unknown = new Set<string>();
    for (const owner of having(file, 'BM')) {
      const value = lookup(owner, 'BM');
      const names = value instanceof PDFArray ? value.asArray().map((_, index) => value.lookup(index)) : [value];
      for (const name of names) {
        const text = name instanceof PDFName ? name.decodeText() : '?';
        if (!modes.test(text)) unknown.add(text.slice(0, 40));
      }
    }
    if (unknown.size > 0) yield `The file uses blend modes that are not known (${[...unknown].sort().join(', ')})`;
  },
});
