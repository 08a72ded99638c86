import type { DataRule } from '../check/rule.ts';

export const missingCurrency: DataRule = {
  code: 'missing-currency',
  title: 'Money without a currency',
  why: 'Readers cannot know whether lari or euros are meant.',
  applies: 'Tables and charts with amounts.',
  severity: 'error',
  says: 'An amount of money in a table or chart has no currency.',
  mend: 'Add "currency" to the table or chart.',
  *check(sheet) {
    for (const { path, value: table } of sheet.parts('table')) {
      if (table.currency !== null) continue;
      // Where one amount lacks it, all in the table do.
      const first = (['rows', 'foot'] as const)
        .flatMap((list) =>
          (table[list] ?? []).flatMap(({ cells }, row) =>
            cells.flatMap(({ money }, index) =>
              money === null ? [] : [[...path, list, row, 'cells', index, 'money']],
            ),
          ),
        )
        .at(0);
      const hint = 'Add "currency": "EUR", or the letters of another, to the table: beside "columns".';
      const message = 'The amount has no currency: the field "currency" of the table is missing.';
      if (first !== undefined) yield { at: first, message, hints: [hint] };
    }
    for (const { path, value: chart } of sheet.parts('chart')) {
      if (chart.unit !== 'money' || chart.currency !== null) continue;
      const hint = 'Add "currency": "EUR", or the letters of another, to the chart: beside "unit".';
      yield {
        at: [...path, 'unit'],
        message: 'The unit is money, and the field "currency" of the chart is missing.',
        hints: [hint],
      };
    }
  },
};
