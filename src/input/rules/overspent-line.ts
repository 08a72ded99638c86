import type { DataRule } from '../check/rule.ts';

export const overspentLine: DataRule = {
  code: 'overspent-line',
  title: 'Overspending without a reason',
  why: 'The donor asks for the reason, and may not pay.',
  applies: 'Lines of budgets.',
  severity: 'error',
  says: 'More was spent than budgeted, and the line does not give the reason.',
  mend: 'Add "note" with the reason and the donor’s consent, or check the amounts.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('line')) {
      if (value.total.value <= value.budget || value.note !== null) continue;
      const message = `More was spent (${value.total.value}) than budgeted (${value.budget}), but the reason is missing.`;
      yield { at: path, message, hints: ['Add "note" with the reason and the donor’s consent, or check the amounts.'] };
    }
  },
};
