/** Which header cells head each cell of a table that is more than rows under one line of heads. */
import type { Cell, Row, Table } from '../model/table.ts';

/** For each cell that has them, its heads: of its group, of the row that it is a part of, of its own row, of its columns. */
export type Heads = ReadonlyMap<Cell, readonly Cell[]>;

const none: Heads = new Map();

/**
 * Readers find the heads of a plain table by themselves: up the column, along the row. They do not find the group that rows
 * stand under, nor the row that others are parts of; so in such a table every cell names all its heads (Matterhorn 15-005).
 * A plain table has none.
 */
export function headsOf(table: Table): Heads {
  if (isPlain(table)) return none;
  const heads = new Map<Cell, readonly Cell[]>();
  const columns = table.columns.map((): readonly Cell[] => []);
  for (const { cells } of placed(table.head, table.columns.length)) {
    for (const { cell, column } of cells) {
      const above = unique(columns.slice(column, column + cell.columnSpan).flat());
      if (above.length > 0) heads.set(cell, above);
    }
    for (const { cell, column } of cells) {
      if (cell.scope !== 'column' && cell.scope !== 'column-group') continue;
      for (let at = column; at < column + cell.columnSpan; at++) columns[at] = [...(columns[at] ?? []), cell];
    }
  }
  for (const part of [table.body, table.foot]) {
    let group: readonly Cell[] = [];
    let whole: readonly Cell[] = [];
    let record: readonly Cell[] = [];
    for (const { row, cells, reaching } of placed(part, table.columns.length)) {
      const named = [...reaching, ...cells].map(({ cell }) => cell).filter(isRowHead);
      const isRecord = row.look === 'record';
      const opens =
        row.look === 'group' || (!isRecord && named.some((cell) => cell.columnSpan === table.columns.length));
      if (opens) {
        group = named;
        whole = [];
        record = [];
      }
      if (isRecord) record = [];
      const around = opens ? [] : row.look === 'sub' ? [...group, ...whole] : [...group, ...record];
      for (const { cell, column } of cells) {
        const own = isRowHead(cell) ? named.slice(0, named.indexOf(cell)) : named;
        const over =
          cell.columnSpan === table.columns.length ? [] : columns.slice(column, column + cell.columnSpan).flat();
        const all = unique([...around, ...own, ...over]);
        if (all.length > 0) heads.set(cell, all);
      }
      if (!opens && row.look !== 'sub') whole = named;
      if (isRecord) record = named;
    }
  }
  return heads;
}

function isPlain({ head, body, foot }: Table): boolean {
  if (head.length > 1) return false;
  return [...head, ...body, ...foot].every(
    ({ look, cells }) =>
      look !== 'group' &&
      look !== 'sub' &&
      look !== 'record' &&
      cells.every(({ scope, rowSpan }) => scope === null || isOne(scope, rowSpan)),
  );
}

const isOne = (scope: Cell['scope'], rowSpan: number): boolean =>
  (scope === 'column' || scope === 'row') && rowSpan === 1;

const isRowHead = ({ scope }: Cell): boolean => scope === 'row' || scope === 'row-group';

export interface CellInGrid {
  readonly row: Row;
  readonly cell: Cell;
  readonly column: number;
}

export interface PlacedRow {
  readonly row: Row;
  readonly cells: readonly CellInGrid[];
  /** Cells of earlier rows that reach into this one. */
  readonly reaching: readonly CellInGrid[];
}

/** Rows with the column of each of their cells. */
export function placed(rows: readonly Row[], columns: number): PlacedRow[] {
  /** For each column, the cell above and how many more rows it reaches into. */
  const reach = Array.from({ length: columns }, (): { placed: CellInGrid; rows: number } | null => null);
  return rows.map((row) => {
    const reaching = [...new Set(reach.flatMap((above) => (above === null ? [] : [above.placed])))];
    let column = 0;
    const next = [...reach].map((above) =>
      above === null || above.rows === 1 ? null : { ...above, rows: above.rows - 1 },
    );
    const cells = row.cells.map((cell) => {
      while (reach[column] != null) column += 1;
      const at = column;
      column += cell.columnSpan;
      const placed = { row, cell, column: at };
      if (cell.rowSpan > 1) next.fill({ placed, rows: cell.rowSpan - 1 }, at, column);
      return placed;
    });
    reach.splice(0, columns, ...next);
    return { row, cells, reaching };
  });
}

/** What stands over a column. */
export interface OverColumn<T> {
  readonly words: T;
  /** Whether its cell begins in this column: what spans several stands over each, and its notes are called in the first. */
  readonly isFirst: boolean;
}

/** For each column what stands over it, from all rows of heads; the words of a cell are made once. */
export function headsOver<T>(
  { head, columns }: Pick<Table, 'head' | 'columns'>,
  wordsOf: (head: CellInGrid) => T,
): readonly (readonly OverColumn<T>[])[] {
  const over = columns.map((): OverColumn<T>[] => []);
  for (const { cells } of placed(head, columns.length))
    for (const each of cells) {
      const words = wordsOf(each);
      for (let at = each.column; at < each.column + each.cell.columnSpan; at += 1)
        over[at]?.push({ words, isFirst: at === each.column });
    }
  return over;
}

function unique(cells: readonly Cell[]): readonly Cell[] {
  return [...new Set(cells)];
}
