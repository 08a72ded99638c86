/** The amounts of budgets, as the data has them: what is computed of them is in the document alone. */
import type { Path } from '../../json/path.ts';
import type { DataParts, DataSheet } from './sheet.ts';

export interface BudgetAmount {
  readonly path: Path;
  readonly value: number;
  readonly money: DataParts['money'];
}

export function* budgetAmounts(sheet: DataSheet): Generator<BudgetAmount> {
  for (const { path, value: money } of sheet.parts('money')) {
    for (const [index, { amount }] of (money.received ?? []).entries())
      yield { path: [...path, 'received', index, 'amount'], value: amount, money };
    for (const [category, { lines }] of money.categories.entries()) {
      for (const [index, line] of lines.entries()) {
        const at = [...path, 'categories', category, 'lines', index];
        for (const key of ['budget', 'before', 'spent'] as const) yield { path: [...at, key], value: line[key], money };
      }
    }
  }
}
