/** The cells of a table by the columns that they stand in, and the decimals of each column. */
import { type AskedNumber, moneyDecimals, numberDecimals } from './decimals.ts';

export interface Spanning {
  readonly columnSpan: number | null;
  readonly rowSpan: number | null;
}

export interface Numeric extends Spanning {
  readonly number: number | null;
  readonly money: number | null;
  readonly percent: number | null;
  readonly decimals: number | null;
}

interface RowOf<C> {
  readonly cells: readonly C[];
}

/** For each row the column, from 0, in which each of its cells starts: after what rows before reach down with. */
export function startColumns(rows: readonly RowOf<Spanning>[]): readonly (readonly number[])[] {
  /** How many rows more each column is taken. */
  let taken: number[] = [];
  return rows.map(({ cells }) => {
    const next = taken.map((rest) => Math.max(0, rest - 1));
    let column = 0;
    const starts = cells.map(({ columnSpan, rowSpan }) => {
      while ((taken[column] ?? 0) > 0) column += 1;
      const start = column;
      column += columnSpan ?? 1;
      for (let each = start; each < column; each += 1) next[each] = (rowSpan ?? 1) - 1;
      return start;
    });
    taken = next;
    return starts;
  });
}

const unitsOfCells = ['number', 'money', 'percent'] as const;

/** What kind of number a cell holds, and which; null of one without. */
export function numberIn(
  cell: Numeric,
): { readonly unit: (typeof unitsOfCells)[number]; readonly value: number } | null {
  for (const unit of unitsOfCells) {
    const value = cell[unit];
    if (value !== null) return { unit, value };
  }
  return null;
}

/** Says for each cell with a number how many decimals it is written with: alike in a column for numbers of one kind. */
export function columnDecimals(
  rows: readonly RowOf<Numeric>[],
  { currency, columns }: { readonly currency: string | null; readonly columns: readonly { decimals: number | null }[] },
) {
  const groups = new Map<string, AskedNumber[]>();
  const keys = new Map<Numeric, string>();
  const starts = startColumns(rows);
  for (const [index, { cells }] of rows.entries()) {
    for (const [order, cell] of cells.entries()) {
      const found = numberIn(cell);
      if (found === null) continue;
      const column = starts[index]?.[order] ?? 0;
      const key = `${found.unit} ${column}`;
      keys.set(cell, key);
      const decimals = cell.decimals ?? columns[column]?.decimals ?? null;
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push({ value: found.value, decimals });
    }
  }
  const decimals = new Map([...groups].map(([key, group]) => [key, ofGroup(key, group, currency)]));
  return <R extends RowOf<Numeric>>(row: R): R => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      decimals: cell.decimals ?? decimals.get(keys.get(cell) ?? '') ?? null,
    })),
  });
}

interface Fillable extends Numeric {
  readonly text: unknown;
  readonly missing: boolean;
}

/** Marks the empty cells of columns that hold numbers: there the reader looks for one. */
export function markMissing<R extends RowOf<Fillable> & { readonly look: string | null }>(rows: readonly R[]): R[] {
  const starts = startColumns(rows);
  const ofNumbers = new Set(
    rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, index) => (numberIn(cell) === null ? [] : [starts[row]?.[index]])),
    ),
  );
  const isMissing = (cell: Fillable, column: number | undefined) =>
    cell.text === null && numberIn(cell) === null && ofNumbers.has(column);
  return rows.map((row, index) =>
    row.look === 'group'
      ? row
      : {
          ...row,
          cells: row.cells.map((cell, order) => ({ ...cell, missing: isMissing(cell, starts[index]?.[order]) })),
        },
  );
}

function ofGroup(key: string, group: readonly AskedNumber[], currency: string | null): number {
  return key.startsWith('money') ? moneyDecimals(group, currency ?? '') : numberDecimals(group);
}
