/** Several cells of a sheet at once: from the one where Shift was pressed to the one that has the focus. */
import { contentOf, type SheetColumn } from './columns.ts';
import type { CellAt } from './keys.ts';

export interface ChosenCells {
  readonly from: CellAt;
  /** With it. */
  readonly to: CellAt;
}

export function rangeOf(anchor: CellAt, current: CellAt): ChosenCells {
  return {
    from: { row: Math.min(anchor.row, current.row), column: Math.min(anchor.column, current.column) },
    to: { row: Math.max(anchor.row, current.row), column: Math.max(anchor.column, current.column) },
  };
}

export function isIn({ from, to }: ChosenCells, { row, column }: CellAt): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
}

export function sizeOf({ from, to }: ChosenCells): { readonly rows: number; readonly columns: number } {
  return { rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
}

/** What the cells hold, row by row. */
export function cellsOf(
  rows: readonly unknown[],
  columns: readonly SheetColumn[],
  { from, to }: ChosenCells,
): readonly (readonly string[])[] {
  const among = columns.slice(from.column, to.column + 1);
  return rows.slice(from.row, to.row + 1).map((row) => among.map((column) => contentOf(row, column)));
}

/** As Excel takes cells: tabs between them, quotation marks around what has a tab, a line end or one of these itself. */
export function tabbed(cells: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return cells.map((row) => row.map(quoted).join('\t')).join('\n');
}

/** As many rows of the same cells. */
export function repeated(cells: readonly string[], count: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, () => cells);
}
