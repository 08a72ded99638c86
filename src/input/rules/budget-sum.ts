import { withoutDust } from '../../language/numerals.ts';
import type { DataRule } from '../check/rule.ts';

export const budgetSum: DataRule = {
  code: 'budget-sum',
  title: 'Budget that is not the sum of its lines',
  why: 'Donors and auditors add up the lines and find another sum.',
  applies: 'Budgets of reports.',
  severity: 'error',
  says: 'The budget in the grant agreement differs from the sum of its lines.',
  mend: 'Check the lines against the grant agreement.',
  *check(sheet) {
    for (const { path, value } of sheet.parts('money')) {
      if (withoutDust(value.agreed) === value.budget.value) continue;
      const message = `The lines add up to ${value.budget.value}, not to ${value.agreed}.`;
      yield { at: [...path, 'agreed'], message, hints: ['Check the lines against the grant agreement.'] };
    }
  },
};
