/** Zeros that cells show and no number has: 198.0 stays 198.0, alone, out of 400 and in its column. */
import { decimalsLimit } from '../../language/numerals.ts';
import { startColumns } from '../kinds/columns.ts';
import { sharedDecimals } from '../kinds/decimals.ts';
import type { AskedColumn, BroughtValue } from './rows.ts';
import type { SheetCell } from './sheet.ts';

/** A number that was read of a cell. */
export interface ReadCell {
  readonly cell: Omit<SheetCell, 'offset'>;
  readonly value: unknown;
}

/** The decimals to ask for in a record that asks for none; null where its numbers have as many. */
export function decimalsShown(record: unknown, cells: readonly ReadCell[]): number | null {
  const { decimals = null } = Object(record) as Readonly<Record<string, unknown>>;
  return decimals === null ? decimalsBeyond(numbersIn(record), cells) : null;
}

/** As many as the cells show, where that is more than any of the numbers has; else null. */
function decimalsBeyond(numbers: readonly number[], cells: readonly ReadCell[]): number | null {
  const own = sharedDecimals(numbers, null);
  const shown = Math.min(decimalsLimit, Math.max(0, ...cells.map(shownIn)));
  return shown > own ? shown : null;
}

/** Rows of a table whose columns show zeros that none of their numbers has, those of `foot` among them: each cell asks for them. */
export function withDecimals(
  rows: readonly (readonly BroughtValue[])[],
  asked: readonly AskedColumn[],
  foot: unknown,
): readonly (readonly BroughtValue[])[] {
  const below = numbersBelow(foot, asked.length);
  const decimals = asked.map(({ as, numbers }, index) => {
    if (as === 'text' || as === 'plain' || numbers.decimals !== null) return null;
    const cells = rows.flatMap((row) => row[index] ?? []).map(({ cell, value }) => ({ cell, value: value[as] }));
    return decimalsBeyond([...cells.flatMap(({ value }) => numbersIn(value)), ...(below[index] ?? [])], cells);
  });
  if (decimals.every((each) => each === null)) return rows;
  return rows.map((row) =>
    row.map((brought, index) => {
      const own = numbersIn(brought.value).length > 0 ? (decimals[index] ?? null) : null;
      return own === null ? brought : { ...brought, value: { ...brought.value, decimals: own } };
    }),
  );
}

/** Those that stand below each column, as the data has them before it is checked: no more than there are columns and rows. */
function numbersBelow(foot: unknown, columns: number): readonly (readonly number[])[] {
  const rows = listOf(foot).map((row) => ({ cells: listOf(Object(row).cells).slice(0, columns) }));
  const starts = startColumns(
    rows.map(({ cells }, index) => ({
      cells: cells.map((cell) => ({
        columnSpan: spanOf(Object(cell).columnSpan, columns),
        rowSpan: spanOf(Object(cell).rowSpan, rows.length - index),
      })),
    })),
  );
  const below: number[][] = Array.from({ length: columns }, () => []);
  for (const [index, { cells }] of rows.entries())
    for (const [order, cell] of cells.entries()) below[starts[index]?.[order] ?? columns]?.push(...numbersOf(cell));
  return below;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function spanOf(value: unknown, most: number): number | null {
  return typeof value === 'number' && value >= 1 ? Math.min(Math.trunc(value), most) : null;
}

/** Without its spans, which are no numbers of the table. */
function numbersOf(cell: unknown): readonly number[] {
  const { columnSpan, rowSpan, ...rest } = Object(cell) as Readonly<Record<string, unknown>>;
  return numbersIn(rest);
}

export function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/**
 * How many decimals a cell shows: by its format, or as it is written in digits. Three and more of these say that no thousands are
 * meant: 3,1250 is how a file is asked to write 3,125.
 */
function shownIn({ cell: { shown, number, text }, value }: ReadCell): number {
  if (typeof value !== 'number') return 0;
  if (number !== undefined) return shown?.least ?? 0;
  const [, part = ''] = /[.,](\d?0)[^\d.,]*$/.exec(text) ?? [];
  // What parts thousands leaves a number of other digits.
  const isDecimals = Number(`${text.replaceAll(/\D/g, '')}e-${part.length}`) === Math.abs(value);
  return isDecimals ? part.length : 0;
}
