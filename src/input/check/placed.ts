/** Cells of a table in their columns. */
import type { DataParts } from './sheet.ts';

type DataRow = DataParts['table']['rows'][number];
type DataCell = DataRow['cells'][number];

/** The cells of a row with the column that each starts in. */
export function placed({ cells }: DataRow): readonly { cell: DataCell; column: number; order: number }[] {
  let column = 0;
  return cells.map((cell, order) => {
    const start = column;
    column += cell.columnSpan ?? 1;
    return { cell, column: start, order };
  });
}
