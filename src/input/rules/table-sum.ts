import type { DataFinding, DataRule } from '../check/rule.ts';
import type { DataParts, Found } from '../check/sheet.ts';
import { same, sumOf } from '../check/sums.ts';
import { startColumns } from '../kinds/columns.ts';

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

interface PlacedCell {
  readonly cell: DataCell;
  /** The column that it starts in. */
  readonly column: number;
  /** Of its row. */
  readonly order: number;
}

/** The cells of the rows of one part of a table in their columns: beside those that reach down from rows before. */
export function placed(rows: readonly DataRow[]): readonly (readonly PlacedCell[])[] {
  const starts = startColumns(rows);
  return rows.map(({ cells }, index) =>
    cells.map((cell, order) => ({ cell, column: starts[index]?.[order] ?? order, order })),
  );
}

function numberIn(cell: DataCell | undefined): number | null {
  return cell?.number ?? cell?.money ?? null;
}
