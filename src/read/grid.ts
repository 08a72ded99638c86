/** Whether the cells of rows fill a grid: HTML's algorithm for forming a table, but strict. */

import { placeOf } from '../model/place.ts';
import type { Cell, Row } from '../model/table.ts';
import { forTemplates, type Reading } from './reading.ts';

/** Reports rows of one part of a table that are not as wide as its columns, cells that overlap or hang out below. */
export function fitRows(rows: readonly Row[], width: number, reading: Reading): boolean {
  const before = reading.report.diagnostics.length;
  /** For each column, how many rows from here on a cell from above still takes, and that cell. */
  let above: readonly Taken[] = Array.from({ length: width }, () => ({ rows: 0, cell: null }));
  for (const row of rows) {
    const placed = placeCells(row, above, width, reading);
    // One row out of step pulls those below it after it.
    if (placed === null) return false;
    above = placed;
  }
  const hanging = new Set(above.flatMap(({ rows: left, cell }) => (left > 0 && cell !== null ? [cell] : [])));
  for (const cell of hanging)
    reading.fault('span-outside', cell, 'The cell spans more rows than there are in its part of the table.', [
      'Let it span fewer rows; no cell reaches from the head into the rows, or from the rows into the totals.',
    ]);
  return reading.report.diagnostics.length === before;
}

interface Taken {
  readonly rows: number;
  readonly cell: Cell | null;
}

/** What is taken below the row; null if it does not fit. */
function placeCells(row: Row, above: readonly Taken[], width: number, reading: Reading): readonly Taken[] | null {
  const taken = above.map((one) => ({ ...one }));
  const fill: boolean[] = above.map(({ rows }) => rows > 0);
  const full = fill.every(Boolean);
  if (full && row.cells.length > 0) return crowded(row, above, reading);
  if (row.cells.length === 0) return misfit(row, 0, width, reading);
  const found = fill.filter(Boolean).length + row.cells.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
  let column = 0;
  for (const cell of row.cells) {
    while (fill[column]) column += 1;
    const end = column + cell.columnSpan;
    if (end > width) return misfit(row, found, width, reading);
    for (; column < end; column += 1) {
      const other = above[column];
      if (fill[column] && other?.cell) return overlap(cell, other.cell, reading);
      fill[column] = true;
      taken[column] = { rows: cell.rowSpan, cell };
    }
  }
  if (fill.includes(false)) return misfit(row, found, width, reading);
  return taken.map(({ rows, cell }) => ({ rows: rows - 1, cell }));
}

function overlap(cell: Cell, other: Cell, { report }: Reading): null {
  report.error('cells-overlap', placeOf(cell), 'The cell overlaps a cell from a row above.', {
    hints: ['Check how many columns and rows each of them spans.'],
    related: [{ at: placeOf(other), message: 'The other cell is here.' }],
  });
  return null;
}

/** Cells from above take the whole row: no cell of its own has a place. */
function crowded(row: Row, above: readonly Taken[], reading: Reading): null {
  const cells = [...new Set(above.flatMap(({ cell }) => (cell === null ? [] : [cell])))];
  const message = 'Cells from the rows above take all columns of the row: its own cells have no place.';
  reading.report.error('row-width', placeOf(row), message, {
    hints: ['Let the cells from above span fewer rows, so that they end before this row.'],
    related: cells.map((cell) => ({ at: placeOf(cell), message: 'This cell reaches into the row.' })),
  });
  return null;
}

function misfit(row: Row, found: number, width: number, reading: Reading): null {
  const columns = (count: number) => `${count} ${count === 1 ? 'column' : 'columns'}`;
  const spanned = row.cells.some(({ columnSpan, rowSpan }) => columnSpan > 1 || rowSpan > 1) ? ', spans counted' : '';
  reading.fault('row-width', row, `The row takes ${columns(found)}${spanned}, and the table has ${columns(width)}.`, [
    found < width
      ? `Add cells for ${columns(width - found)}; {} is an empty one.`
      : `Take out cells for ${columns(found - width)}, or give the table more columns.`,
    ...forTemplates(row, 'Write <td/> for an empty cell.'),
  ]);
  return null;
}
