import { placed } from '../check/placed.ts';
import type { DataFinding, DataRule } from '../check/rule.ts';
import type { DataParts, Found } from '../check/sheet.ts';
import { same, sumOf } from '../check/sums.ts';

type DataTable = DataParts['table'];
type DataCell = DataTable['rows'][number]['cells'][number];

export const tableSum: DataRule = {
  code: 'table-sum',
  title: 'Foot that is not the sum of its column, or end of a row that is not its sum',
  why: 'Readers add up the column, or the row, and find another sum.',
  applies: 'Feet of tables; columns that are the sum of those before them in most rows.',
  severity: 'error',
  says: 'A number in the foot of a table differs from the sum of its column, or one in a row from that of the row.',
  mend: 'Check the rows and the total.',
  *check(sheet) {
    for (const table of sheet.parts('table')) {
      yield* wrongSums(table);
      yield* wrongRows(table);
    }
  },
};

function* wrongSums({ path, value: { rows, foot } }: Found<DataTable>): Generator<DataFinding> {
  const places = placed(rows);
  const counted = places.filter((_, index) => rows[index]?.look === null);
  for (const [index, row] of placed(foot ?? []).entries()) {
    for (const { cell, column, order } of row) {
      const total = numberIn(cell);
      const values = counted.map((each) => numberIn(each.find((other) => other.column === column)?.cell));
      if (total === null || values.some((value) => value === null)) continue;
      const sum = sumOf(values.map((value) => value ?? 0));
      if (same(sum, total)) continue;
      const at = [...path, 'foot', index, 'cells', order, cell.number === null ? 'money' : 'number'];
      yield { at, message: `The column adds up to ${sum}, not to ${total}.`, hints: ['Check the rows and the total.'] };
    }
  }
}

/** Rows that do not add up, where those before a column add up to it in most others: women and men, and all. */
function* wrongRows({ path, value: { rows, foot } }: Found<DataTable>): Generator<DataFinding> {
  const grid = [
    ...placed(rows).map((cells, index) => ({ cells, at: ['rows', index] })),
    ...placed(foot ?? []).map((cells, index) => ({ cells, at: ['foot', index] })),
  ];
  const width = Math.max(0, ...grid.flatMap(({ cells }) => cells.map(({ column }) => column + 1)));
  for (let column = 2; column < width; column++) {
    for (const first of [column - 2, column - 3]) {
      const sums = grid.flatMap(({ cells, at }) => {
        const parts = cells
          .filter((each) => each.column >= first && each.column < column)
          .map(({ cell }) => numberIn(cell));
        const whole = cells.find((each) => each.column === column);
        const total = numberIn(whole?.cell);
        if (whole === undefined || total === null || parts.length !== column - first || parts.includes(null)) return [];
        return [
          { sum: sumOf(parts.map((each) => each ?? 0)), total, at: [...at, 'cells', whole.order], cell: whole.cell },
        ];
      });
      const wrong = sums.filter(({ sum, total }) => !same(sum, total));
      // Two small numbers may add up to a third by chance; those of most rows do not.
      const right = sums.filter(({ sum, total }) => same(sum, total) && total >= 10);
      if (wrong.length === 0 || right.length < 2 || wrong.length > right.length) continue;
      for (const { sum, total, at, cell } of wrong)
        yield {
          at: [...path, ...at, cell.number === null ? 'money' : 'number'],
          message: `The numbers before it in the row add up to ${sum}, as in the other rows, not to ${total}.`,
          hints: ['Check the row and its total.'],
        };
      return;
    }
  }
}

function numberIn(cell: DataCell | undefined): number | null {
  return cell?.number ?? cell?.money ?? null;
}
