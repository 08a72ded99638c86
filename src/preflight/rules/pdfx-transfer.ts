import { type PDFDict, PDFName, PDFNull } from '@cantoo/pdf-lib';
import { dictionaryOf, lookup, nameAt, numberAt, textOfName } from '../../finished/pdf/objects.ts';
import type { PrintFile } from '../../finished/pdf/paint/file.ts';
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
    for (const whose of halftonesWithTransfer(file))
      yield `A halftone ${whose}has a transfer function (TransferFunction)`;
  },
});

/** Inks and lights that devices print and show with: their halftones need no function (ISO 32000-1, table 134). */
const primary: readonly string[] = ['Cyan', 'Magenta', 'Yellow', 'Black', 'Red', 'Green', 'Blue', 'Gray'];

/**
 * In a halftone of type 5 those of other colorants must have a function, and that of the rest may; no other halftone may have one.
 * Of each that has, for which colorant it is, with a space behind it, or nothing.
 */
function halftonesWithTransfer(file: PrintFile): ReadonlySet<string> {
  const found = new Set<string>();
  const parts = new Set<PDFDict>();
  for (const halftone of having(file, 'HalftoneType')) {
    if (numberAt(halftone, 'HalftoneType') !== 5) continue;
    for (const [name, value] of halftone.entries()) {
      const part = dictionaryOf(halftone.context.lookup(value));
      if (part === null) continue;
      parts.add(part);
      const colorant = textOfName(name);
      if (primary.includes(colorant) && hasTransfer(part)) found.add(`for ${colorant} `);
    }
  }
  for (const halftone of having(file, 'HalftoneType')) {
    if (!parts.has(halftone) && hasTransfer(halftone)) found.add('');
  }
  return found;
}

const hasTransfer = (halftone: PDFDict): boolean => {
  const value = lookup(halftone, 'TransferFunction');
  return value !== undefined && value !== PDFNull;
};
