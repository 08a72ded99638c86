/** Cells of a table in their columns. */
import { startColumns } from '../kinds/columns.ts';
import type { DataParts } from './sheet.ts';

type DataRow = DataParts['table']['rows'][number];
type DataCell = DataRow['cells'][number];

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
