import type { DataFinding, DataRule } from '../check/rule.ts';
import type { DataParts, Found } from '../check/sheet.ts';
import { same, sumOf } from '../check/sums.ts';

type DataTable = DataParts['table'];
type DataRow = DataTable['rows'][number];
type DataCell = DataRow['cells'][number];

export const tableSum: DataRule = {
  code: 'table-sum',
  title: 'Foot that is not the sum of its column',
  why: 'Readers add up the column and find another sum.',
  applies: 'Feet of tables.',
  severity: 'error',
  says: 'A number in the foot of a table differs from the sum of its column.',
  mend: 'Check the rows and the total.',
  *check(sheet) {
    for (const table of sheet.parts('table')) yield* wrongSums(table);
  },
};

function* wrongSums({ path, value: { rows, foot } }: Found<DataTable>): Generator<DataFinding> {
  const counted = rows.filter(({ look }) => look === null);
  if ([...counted, ...(foot ?? [])].some(({ cells }) => cells.some(({ rowSpan }) => (rowSpan ?? 1) > 1))) return;
  for (const [index, row] of (foot ?? []).entries()) {
    for (const { cell, column, order } of placed(row)) {
      const total = numberIn(cell);
      const values = counted.map((each) => numberIn(placed(each).find((other) => other.column === column)?.cell));
      if (total === null || values.some((value) => value === null)) continue;
      const sum = sumOf(values.map((value) => value ?? 0));
      if (same(sum, total)) continue;
      const at = [...path, 'foot', index, 'cells', order, cell.number === null ? 'money' : 'number'];
      yield { at, message: `The column adds up to ${sum}, not to ${total}.`, hints: ['Check the rows and the total.'] };
    }
  }
}

/** The cells of a row with the column that each starts in. */
export function placed({ cells }: DataRow): readonly { cell: DataCell; column: number; order: number }[] {
  let column = 0;
  return cells.map((cell, order) => {
    const start = column;
    column += cell.columnSpan ?? 1;
    return { cell, column: start, order };
  });
}

function numberIn(cell: DataCell | undefined): number | null {
  return cell?.number ?? cell?.money ?? null;
}
