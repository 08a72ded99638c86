/** Cells of a file that are no part of its table: notes beside it and below, and what a comma has parted from its cell. */

import type { Report } from '../../diagnostics.ts';
import { columnLetters } from '../../render-diagnostics.ts';
import { shortened } from '../../text.ts';
import { type FileSheet, type NamedFile, placeOf, type SheetCell, type SheetRow } from './sheet.ts';

/** The rows of the table; null with errors. */
export function rowsWithin(
  sheet: FileSheet,
  named: Pick<NamedFile, 'file' | 'sheet'>,
  report: Report,
): readonly SheetRow[] | null {
  const { head, rows } = sheet;
  const isNamed = (index: number) => (head[index]?.text.trim() ?? '') !== '';
  const strays: SheetCell[] = [];
  const kept = rows.filter((row, order) => {
    const filled = row.flatMap((cell, index) => (isFilled(cell) ? [{ cell, index }] : []));
    strays.push(...filled.filter(({ index }) => !isNamed(index)).map(({ cell }) => cell));
    const within = filled.filter(({ index }) => isNamed(index));
    const [only] = within;
    if (only !== undefined && within.length === 1 && isApart(row, rows[order - 1], sheet))
      tellNote(only.cell, sheet, { named, above: rows[order - 1] ?? head }, report);
    return only !== undefined;
  });
  let isTorn = false;
  for (const row of sheet.isWorkbook ? [] : rows) {
    const surplus = row.slice(head.length).find(isFilled);
    if (surplus === undefined) continue;
    isTorn = true;
    const message = `The row has ${row.length} cells, and the first line names ${head.length} columns.`;
    report.error('bad-cell', placeOf(surplus, sheet), message, {
      hints: ['Put a cell that has a comma or semicolon in it in quotation marks.'],
    });
  }
  if (isTorn) return null;
  const [first] = strays;
  if (first !== undefined) tellStray(first, strays.length, sheet, report);
  return kept;
}

function isFilled({ text, fault }: SheetCell): boolean {
  return text.trim() !== '' || fault !== undefined;
}

function lineOf([first]: SheetRow, sheet: FileSheet): number {
  return placeOf(first ?? { offset: 0 }, sheet).line;
}

/** Whether rows of a workbook are empty between this one and the one above. */
function isApart(row: SheetRow, above: SheetRow | undefined, sheet: FileSheet): boolean {
  const columns = sheet.head.filter(isFilled).length;
  return sheet.isWorkbook && columns > 1 && above !== undefined && lineOf(row, sheet) > lineOf(above, sheet) + 1;
}

function tellStray(cell: SheetCell, count: number, sheet: FileSheet, report: Report): void {
  const { column } = placeOf(cell, sheet);
  const others = count === 1 ? '' : count === 2 ? ', and one more cell' : `, and ${count - 1} more cells`;
  const message = `"${shortened(cell.text, 40)}" is left out: its column has no name in the first line${others}.`;
  const head = sheet.isWorkbook ? ` in cell ${columnLetters(column)}${lineOf(sheet.head, sheet)}` : '';
  report.warning('stray-cell', placeOf(cell, sheet), message, {
    hints: [`If it belongs to the table, name its column${head}. If not, empty the cell.`],
  });
}

function tellNote(
  cell: SheetCell,
  sheet: FileSheet,
  { named, above }: { readonly named: Pick<NamedFile, 'file' | 'sheet'>; readonly above: SheetRow },
  report: Report,
): void {
  const message = `"${shortened(cell.text, 40)}" is alone in its row, apart from the rows above: it is taken as a row of the table.`;
  const [from, to] = [placeOf(sheet.head[0] ?? cell, sheet), placeOf(above[0] ?? cell, sheet)];
  const last = columnLetters(from.column + sheet.head.length - 1);
  const range = `${columnLetters(from.column)}${from.line}:${last}${to.line}`;
  const within = named.sheet === null ? '' : ` "sheet": "${named.sheet}",`;
  report.warning('stray-cell', placeOf(cell, sheet), message, {
    hints: [
      `If it is a note, name the cells of the table in the data: { "file": "${named.file}",${within} "range": "${range}" }.`,
    ],
  });
}
