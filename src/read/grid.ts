/** Whether the cells of rows fill a grid: HTML's algorithm for forming a table, but strict. */
import type { Report } from '../diagnostics.ts';
import type { Cell, Row } from '../model/document.ts';

/** Reports rows of one part of a table that are not as wide as its columns, cells that overlap or hang out below. */
export function fitRows(rows: readonly Row[], width: number, report: Report): boolean {
  const before = report.diagnostics.length;
  /** For each column, how many rows from here on a cell from above still takes, and that cell. */
  let above: readonly Taken[] = Array.from({ length: width }, () => ({ rows: 0, cell: null }));
  for (const row of rows) {
    const placed = placeCells(row, above, width, report);
    // One row out of step pulls those below it after it.
    if (placed === null) return false;
    above = placed;
  }
  const hanging = new Set(above.flatMap(({ rows: left, cell }) => (left > 0 && cell !== null ? [cell] : [])));
  for (const { at } of hanging)
    report.error('span-outside', at, 'The cell spans more rows than there are in its part of the table.', {
      hints: ['Make rowspan smaller: a cell must not reach from <body> into <foot>.'],
    });
  return report.diagnostics.length === before;
}

interface Taken {
  readonly rows: number;
  readonly cell: Cell | null;
}

/** What is taken below the row; null if it does not fit. */
function placeCells(row: Row, above: readonly Taken[], width: number, report: Report): readonly Taken[] | null {
  const taken = above.map((one) => ({ ...one }));
  const fill: boolean[] = above.map(({ rows }) => rows > 0);
  if (row.cells.length === 0) return misfit(row, 0, width, report);
  const found = fill.filter(Boolean).length + row.cells.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
  let column = 0;
  for (const cell of row.cells) {
    while (fill[column]) column += 1;
    const end = column + cell.columnSpan;
    if (end > width) return misfit(row, found, width, report);
    for (; column < end; column += 1) {
      const other = above[column];
      if (fill[column] && other?.cell) return overlap(cell, other.cell, report);
      fill[column] = true;
      taken[column] = { rows: cell.rowSpan, cell };
    }
  }
  if (fill.includes(false)) return misfit(row, found, width, report);
  return taken.map(({ rows, cell }) => ({ rows: rows - 1, cell }));
}

function overlap({ at }: Cell, other: Cell, report: Report): null {
  report.error('cells-overlap', at, 'The cell overlaps a cell from a row above.', {
    hints: ['Check colspan and rowspan.'],
    related: [{ at: other.at, message: 'The other cell is here.' }],
  });
  return null;
}

function misfit({ at, cells }: Row, found: number, width: number, report: Report): null {
  const columns = (count: number) => `${count} ${count === 1 ? 'column' : 'columns'}`;
  const spanned = cells.some(({ columnSpan, rowSpan }) => columnSpan > 1 || rowSpan > 1) ? ', spans counted' : '';
  report.error('row-width', at, `The row takes ${columns(found)}${spanned}, and the table has ${columns(width)}.`, {
    hints: ['Each row fills all columns; write <td/> for an empty cell.'],
  });
  return null;
}
