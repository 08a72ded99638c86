/**
 * Tables and columns: nodes in rows and columns of set widths. Ours, not pdfmake's: its tables draw a row that is higher than a
 * page over itself, and its columns forget their margins when they cross a page.
 */
export interface Grid {
  /** Of each column, in points. */
  readonly widths: readonly number[];
  /** Between columns. */
  readonly gap: number;
  readonly rows: readonly GridRow[];
  /** Rows from the first that are repeated on later pages. */
  readonly headRows: number;
  /** The fields of a record that is higher than this may go on over the end of a page, under its name again; in points. */
  readonly highestRecord?: number;
  /** Whether its cells are set in the order of their nodes, not row by row: they are read so. It stands on one page. */
  readonly inOrder?: boolean;
}
export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly fill: string | null;
  readonly ruleAbove: GridRule | null;
  readonly ruleBelow: GridRule | null;
  /** Stays on the page of the next row. */
  readonly keepWithNext: boolean;
  /** Names the rows under it: those of a group, the fields of a record. */
  readonly names?: boolean;
}
export interface GridRule {
  readonly color: string;
  readonly thickness: number;
}
export interface GridCell {
  /** Index of its node among the grid node's children. */
  readonly child: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Whether it heads its rows: then it is shown again on each page that they come to. */
  readonly head?: boolean;
}

/** The left edge and the width of a cell, from the grid's left edge. */
export function cellPlace({ widths, gap }: Grid, { column, columnSpan }: GridCell): { x: number; width: number } {
  const before = widths.slice(0, column).reduce((sum, width) => sum + width + gap, 0);
  const own = widths.slice(column, column + columnSpan);
  return { x: before, width: own.reduce((sum, width) => sum + width, gap * (own.length - 1)) };
}

export interface Band {
  readonly from: number;
  /** The row after its last. */
  readonly to: number;
  /** The row that names the record which it goes on with: on a page that it begins, that row is seen again. */
  readonly under?: number;
}

/** Runs of rows that stay together: those that a cell joins, and a group's row with the first that it names. */
export function bandsOf({ rows, headRows }: Grid): Band[] {
  const bands: Band[] = [];
  for (let from = headRows; from < rows.length; ) {
    let to = from + 1;
    for (let r = from; r < to; r++) {
      const row = rows[r];
      const reach =
        Math.max(1, ...(row?.cells ?? []).map((cell) => cell.rowSpan)) + (row?.keepWithNext === true ? 1 : 0);
      to = Math.min(rows.length, Math.max(to, r + reach));
    }
    bands.push({ from, to });
    from = to;
  }
  return bands;
}

/** Cells of one width in as many rows as they need, `across` of them in each. */
export function evenGrid(cells: number, across: number, width: number, gap: number): Grid {
  const rows = Array.from({ length: Math.ceil(cells / across) }, (_, row): GridRow => {
    const length = Math.min(across, cells - row * across);
    const inRow = Array.from({ length }, (_, column) => ({
      child: row * across + column,
      column,
      columnSpan: 1,
      rowSpan: 1,
    }));
    return { ...plainRow, cells: inRow };
  });
  return { widths: Array.from({ length: across }, () => width), gap, rows, headRows: 0 };
}

export const plainRow: Omit<GridRow, 'cells'> = { fill: null, ruleAbove: null, ruleBelow: null, keepWithNext: false };
