import { lookup, numberAt } from '../../finished/pdf/objects.ts';
import { clause, having } from '../clause.ts';

export const pdfxHalftones = clause({
  code: 'pdfx-halftones',
  severity: 'error',
  says: 'A halftone is of a kind, or has a name or a phase, that PDF/X-4 does not allow.',
  mend: 'Export it again without halftones: the machine of the print shop has its own.',
  clause: 'ISO 15930-7, graphics state',
  *find(file) {
    const faults = new Set<string>();
    for (const halftone of having(file, 'HalftoneType')) {
      const kind = numberAt(halftone, 'HalftoneType');
      if (kind !== 1 && kind !== 5) faults.add(`a halftone of type ${kind}; types 1 and 5 are allowed`);
      if (lookup(halftone, 'HalftoneName') !== undefined) faults.add('a halftone with a name (HalftoneName)');
    }
    if (!having(file, 'HTP').next().done) faults.add('a graphics state with a phase of halftones (HTP)');
    for (const fault of faults) yield `The file has ${fault}`;
  },
});
