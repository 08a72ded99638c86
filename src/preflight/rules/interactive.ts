import { intersect, isEmpty } from '../../finished/pdf/paint/geometry.ts';
import { cornerOf, type PressRule } from '../rule.ts';

/** A file that does something by itself is none for a press. */
export const script: PressRule = {
  code: 'script',
  severity: 'error',
  says: 'The file contains JavaScript.',
  mend: 'Export it for print, without actions.',
  clause: 'ISO 15930-7, actions',
  *check({ file }) {
    if (!file.hasScripts) return;
    yield { at: null, message: 'The file carries JavaScript', hints: ['Export it for print, without actions.'] };
  },
};

/** Annotations that are themselves marks of a press (ISO 15930-7, annotations). */
const forPress = ['TrapNet', 'PrinterMark'];

/** Whether a link or a note is printed is up to each machine. */
export const annotation: PressRule = {
  code: 'annotation-in-bleed',
  severity: 'error',
  says: 'A link, a note or a field is on the printed page.',
  mend: 'Export the file for print, without links, notes and fields.',
  clause: 'ISO 15930-7, annotations',
  *check({ file }) {
    for (const sheet of file.sheets) {
      const printed = sheet.bleed ?? sheet.trim ?? sheet.media;
      for (const { kind, box, isPrinted } of sheet.annotations) {
        if (forPress.includes(kind) || (box !== null && isEmpty(intersect(box, printed)))) continue;
        const point = box && cornerOf(box);
        const hint = 'Export the file for print, without links, notes and fields.';
        const where = isPrinted ? 'is on the printed page' : 'lies over the page, though it is not to be printed';
        yield { at: { sheet, point }, message: `An annotation (${kind}) ${where}`, hints: [hint] };
      }
    }
  },
};
