import type { Sheet } from '../../finished/pdf/paint/file.ts';
import { type Box, isWithin } from '../../finished/pdf/paint/geometry.ts';
import { clause } from '../clause.ts';

export const pdfxBoxes = clause({
  code: 'pdfx-boxes',
  severity: 'error',
  says: 'A page has both a TrimBox and an ArtBox, or boxes that are not inside one another.',
  mend: 'Export it again, with a TrimBox within the BleedBox and without an ArtBox.',
  clause: 'ISO 15930-7, page boxes',
  *find({ sheets }) {
    for (const sheet of sheets) {
      const message = faultOf(sheet);
      if (message !== null) yield { message, at: { sheet, point: null } };
    }
  },
});

/** Points: what programs round. */
const slack = 0.05;

function faultOf({ trimBox, art, bleed, media }: Sheet): string | null {
  if (trimBox !== null && art !== null) return 'The page has a TrimBox and an ArtBox; one of them is allowed';
  const inner: readonly (readonly [string, Box | null])[] = [
    ['TrimBox', trimBox],
    ['ArtBox', art],
  ];
  for (const [name, box] of inner) {
    if (box === null) continue;
    if (bleed !== null && !isWithin(box, bleed, slack)) return `The ${name} reaches beyond the BleedBox`;
    if (!isWithin(box, media, slack)) return `The ${name} reaches beyond the sheet (MediaBox)`;
  }
  return null;
}
