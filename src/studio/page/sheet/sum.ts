/** What the numbers of a sheet's columns add up to. */
import { valueAt } from '../edits.ts';
import type { SheetColumn } from './columns.ts';

export interface SummedColumn {
  readonly column: SheetColumn;
  readonly sum: number;
}

/** Of the columns of numbers that have two numbers at least. Decimals add up as they are written: 0.1 + 0.2 is 0.3. */
export function sumsOf(rows: readonly unknown[], columns: readonly SheetColumn[]): readonly SummedColumn[] {
  return columns.flatMap((column) => {
    if (column.kind !== 'number') return [];
    const numbers = rows.map((row) => valueAt(row, column.path)).filter((value) => typeof value === 'number');
    const decimals = Math.max(0, ...numbers.map((number) => String(number).split('.')[1]?.length ?? 0));
    const sum = Number(numbers.reduce((all, number) => all + number, 0).toFixed(Math.min(decimals, 15)));
    return numbers.length < 2 ? [] : [{ column, sum }];
  });
}
