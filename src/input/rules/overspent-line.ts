import type { Rule } from './rule.ts';

export const overspentLine: Rule = {
  code: 'overspent-line',
  severity: 'error',
  says: 'Where more was spent than budgeted, the reason stands in the line.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('line')) {
      if (value.total.value <= value.budget || value.note !== null) continue;
      const message = `More was spent (${value.total.value}) than budgeted (${value.budget}), and it is not said why.`;
      yield { path, message, hint: 'Add "note" with the reason and the donor’s consent, or check the amounts.' };
    }
  },
};
