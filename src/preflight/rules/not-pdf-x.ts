import type { PressRule } from '../rule.ts';

/** PDF/X is the promise that all of this was thought of; without it a shop has to look at everything. */
export const notPdfX: PressRule = {
  code: 'not-pdf-x',
  severity: 'warning',
  says: 'The file is not marked as PDF/X.',
  mend: 'Export it as PDF/X-4.',
  clause: 'ISO 15930-7, identification',
  *check({ file }) {
    if (file.standard !== null) return;
    yield { at: null, message: 'The file is not marked as PDF/X', hints: ['Export it as PDF/X-4.'] };
  },
};
