/**
 * Which header cells are said before a cell: those that are for it (HTML, 4.9.12.2; readers of PDF and Word find the same) and
 * were not said just now. Going along a row, readers say the header of each new column; that of the row was heard as its cell.
 */
import type { OutlineCell, OutlineTable, Scope } from '../outline/outline.ts';

export interface HeardCell {
  readonly cell: OutlineCell;
  /** Those of its column from above, then those of its row that stand in rows above. */
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
  // What stands over all columns heads a group of rows, or belongs to none of them: their headers say nothing of it.
  const isOverAll = (cell: OutlineCell) => cell.colSpan >= width && (cell.header || width > 1);
  return children.map((row) => {
    let alreadyHeard: ReadonlySet<OutlineCell> = new Set(row.children);
    return {
      cells: row.children.map((cell) => {
        const all = isOverAll(cell) ? [] : headersOf(cell, grid, firsts.get(cell) ?? [0, 0]);
        const headers = all.filter((header) => !alreadyHeard.has(header) && header.children.length > 0);
        alreadyHeard = new Set([...row.children, ...all]);
        return { cell, headers };
      }),
    };
  });
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
  const isFor = (header: OutlineCell | undefined, scope: Scope, at: readonly [number, number]): header is OutlineCell =>
    header !== undefined &&
    header !== cell &&
    header.header &&
    ((header.scope ?? byPlace(at)) === scope || header.scope === 'both');
  const found = new Set<OutlineCell>();
  for (let offset = 0; offset < Math.min(cell.colSpan, mostSpan); offset += 1)
    for (const [index, above] of grid.slice(0, row).entries()) {
      const header = above[column + offset];
      if (isFor(header, 'column', [index, column + offset])) found.add(header);
    }
  for (const [index, before] of (grid[row] ?? []).slice(0, column).entries())
    if (isFor(before, 'row', [row, index])) found.add(before);
  return [...found];
}

/** What a header cell that does not say it is for: its column in the first row, its row in the first column. */
const byPlace = ([row, column]: readonly [number, number]): Scope => (row > 0 && column === 0 ? 'row' : 'column');
