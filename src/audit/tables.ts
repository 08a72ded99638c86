/** The tables of a document; those of charts are written from their data, and are not among them. */
import type { Document } from '../model/document.ts';
import type { Cell, Table } from '../model/table.ts';
import { blocksOf, descend, inlinesOf, plain } from '../model/walk.ts';

export function* tablesOf(document: Document): Generator<Table> {
  for (const block of blocksOf(document)) if (block.type === 'table') yield block;
}

/** The cells of the bodies and feet of all tables. */
export function* dataCellsOf(document: Document): Generator<Cell> {
  for (const { body, foot } of tablesOf(document)) for (const { cells } of [...body, ...foot]) yield* cells;
}

/** All words of a cell. */
export function textOf({ blocks }: Cell): string {
  return descend(blocks)
    .map((block) => plain(inlinesOf(block)))
    .join(' ')
    .trim();
}

/** The head cells over each column, from the top; one that spans stands over each of its columns. */
export function headsOf({ head, columns }: Table): readonly (readonly Cell[])[] {
  const grid: (Cell | undefined)[][] = head.map(() => []);
  for (const [order, { cells }] of head.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[order]?.[column] !== undefined) column++;
      for (const row of grid.slice(order, order + cell.rowSpan))
        row.splice(column, cell.columnSpan, ...Array.from({ length: cell.columnSpan }, () => cell));
      column += cell.columnSpan;
    }
  }
  return columns.map((_, column) => grid.flatMap((row) => row[column] ?? []));
}

/** The columns with the cells of the body that start in them. */
export function columnsOf({ body, columns }: Table): readonly (readonly Cell[])[] {
  const filled: Cell[][] = columns.map(() => []);
  const open: number[] = columns.map(() => 0);
  for (const { cells } of body) {
    let column = 0;
    for (const cell of cells) {
      while ((open[column] ?? 0) > 0) column++;
      filled[column]?.push(cell);
      for (let along = 0; along < cell.columnSpan; along++) open[column + along] = cell.rowSpan;
      column += cell.columnSpan;
    }
    for (const [index, rows] of open.entries()) open[index] = Math.max(0, rows - 1);
  }
  return filled;
}
