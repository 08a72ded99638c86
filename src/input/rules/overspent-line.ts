import type { Rule } from '../check/rule.ts';

export const overspentLine: Rule = {
  code: 'overspent-line',
  severity: 'error',
  says: 'If more was spent than budgeted, the line gives the reason.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('line')) {
      if (value.total.value <= value.budget || value.note !== null) continue;
      const message = `More was spent (${value.total.value}) than budgeted (${value.budget}), but the reason is missing.`;
      yield { path, message, hint: 'Add "note" with the reason and the donor’s consent, or check the amounts.' };
    }
  },
};
