import { placed } from '../check/placed.ts';
import type { DataRule } from '../check/rule.ts';
import { exceeds } from '../check/sums.ts';

/** Rows of the look `sub` are parts of the row before them. */
export const subRowSum: DataRule = {
  code: 'sub-row-sum',
  title: 'Part greater than the row before',
  why: 'A part cannot be more than its whole: one of the numbers is wrong.',
  applies: 'Rows of tables that are parts of the row before.',
  severity: 'error',
  says: 'A row that is a part of the row before it has a greater value than that.',
  mend: 'Check both values against the source.',
  *check(sheet) {
    for (const { path, value: table } of sheet.parts('table')) {
      let whole: ReadonlyMap<number, number> = new Map();
      const places = placed(table.rows);
      for (const [index, row] of table.rows.entries()) {
        const values = (places[index] ?? []).flatMap(({ cell, column, order }) => {
          const value = cell.number ?? cell.money ?? null;
          return value === null ? [] : [{ value, column, order }];
        });
        if (row.look !== 'sub') whole = new Map(values.map(({ column, value }) => [column, value]));
        else
          for (const { value, column, order } of values) {
            const most = whole.get(column);
            if (most === undefined || !exceeds(value, most)) continue;
            yield {
              at: [...path, 'rows', index, 'cells', order],
              message: `${value} is a part of the row before, and greater than its ${most}.`,
              hints: ['Check both values against the source.'],
            };
          }
      }
    }
  },
};
