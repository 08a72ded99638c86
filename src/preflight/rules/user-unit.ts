import { type PressRule, round } from '../rule.ts';

const mend = 'Export it again in its true size, without UserUnit.';

/** Programs that do not know the unit print the page at another size. */
export const userUnit: PressRule = {
  code: 'user-unit',
  severity: 'error',
  says: 'A page is scaled by its unit (UserUnit), which some programs do not know.',
  mend,
  clause: 'GWG 2015, Page Scaling',
  *check({ file, asks }) {
    if (!asks.quality) return;
    for (const sheet of file.sheets) {
      if (sheet.unit === 1) continue;
      const message = `The page is scaled by ${round(sheet.unit, 3)} (UserUnit)`;
      yield { at: { sheet, point: null }, message, hints: [mend] };
    }
  },
};
