import { decimalsIn, machineNumber, minorUnits } from '../../language/numerals.ts';
import { budgetAmounts } from '../check/budgets.ts';
import type { DataRule } from '../check/rule.ts';

/** The sums of a budget are computed, and printed beside its amounts: none of them is rounded, so that they agree. */
export const oddCents: DataRule = {
  code: 'odd-cents',
  title: 'Budget with parts of a cent',
  why: 'Nobody can pay a part of a cent: it is left over from a formula, and makes every amount of the budget longer.',
  applies: 'Amounts of budgets.',
  severity: 'warning',
  says: 'An amount of a budget has more decimals than its currency has cents, and so have all others then.',
  mend: 'Write the amount that is in the accounts.',
  *check(sheet) {
    for (const { path, value, money } of budgetAmounts(sheet)) {
      const cents = minorUnits(money.currency);
      if (decimalsIn(value) <= cents) continue;
      yield {
        at: path,
        message: `${value} has parts of a cent: all amounts of the budget are written with ${money.decimals.value} decimals.`,
        hints: [`Write the amount that is in the accounts, such as ${machineNumber(value, cents)}.`],
      };
    }
  },
};
