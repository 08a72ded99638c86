/** Which header cells are said before a data cell (HTML, 4.9.12.2; readers of PDF and Word do the same). */
import type { OutlineCell, OutlineTable, Scope } from '../outline/outline.ts';

export interface HeardCell {
  readonly cell: OutlineCell;
  /** Those of its column from above, then those of its row from before. */
  readonly headers: readonly OutlineCell[];
}

export interface HeardRow {
  readonly cells: readonly HeardCell[];
}

/** How many columns a table has, spans counted. */
export function widthOf({ children }: OutlineTable): number {
  return Math.max(0, ...gridOf(children.map((row) => row.children)).map((row) => row.length));
}

/** Each cell with the headers that are for it. */
export function heardRows({ children }: OutlineTable): HeardRow[] {
  const grid = gridOf(children.map((row) => row.children));
  const firsts = new Map<OutlineCell, readonly [row: number, column: number]>();
  for (const [row, cells] of grid.entries())
    for (const [column, cell] of cells.entries())
      if (cell !== undefined && !firsts.has(cell)) firsts.set(cell, [row, column]);
  const width = Math.max(0, ...grid.map((row) => row.length));
  // What heads a group of rows stands over all columns: their headers say nothing of it.
  const isOverAll = (cell: OutlineCell) => cell.header && cell.colSpan >= width;
  return children.map((row) => ({
    cells: row.children.map((cell) => {
      return { cell, headers: isOverAll(cell) ? [] : headersOf(cell, grid, firsts.get(cell) ?? [0, 0]) };
    }),
  }));
}

type Grid = readonly (readonly (OutlineCell | undefined)[])[];

/** More than any table that people made; a file may claim a span of millions. */
const mostSpan = 1000;

/** The cell at each place, spans filled in. */
function gridOf(rows: readonly (readonly OutlineCell[])[]): Grid {
  const grid: (OutlineCell | undefined)[][] = rows.map(() => []);
  for (const [index, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[index]?.[column] !== undefined) column += 1;
      const [height, width] = [Math.min(cell.rowSpan, mostSpan), Math.min(cell.colSpan, mostSpan)];
      for (const row of grid.slice(index, index + height))
        for (let offset = 0; offset < width; offset += 1) row[column + offset] ??= cell;
      column += width;
    }
  }
  return grid;
}

function headersOf(cell: OutlineCell, grid: Grid, [row, column]: readonly [number, number]): OutlineCell[] {
  const isFor = (header: OutlineCell | undefined, scope: Scope): header is OutlineCell =>
    header !== undefined && header !== cell && header.header && (header.scope === scope || header.scope === 'both');
  const found = new Set<OutlineCell>();
  for (let offset = 0; offset < Math.min(cell.colSpan, mostSpan); offset += 1)
    for (const above of grid.slice(0, row)) {
      const header = above[column + offset];
      if (isFor(header, 'column')) found.add(header);
    }
  for (const before of (grid[row] ?? []).slice(0, column)) if (isFor(before, 'row')) found.add(before);
  return [...found];
}
