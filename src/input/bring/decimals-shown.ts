/** Zeros that the cells of a key figure show and no number has: 198.0 stays 198.0, alone and out of 400. */
import type * as z from 'zod';
import { decimalsIn, decimalsLimit } from '../../language/numerals.ts';
import { partOf } from '../kinds/parts.ts';
import type { SheetCell } from './sheet.ts';

type Cell = Omit<SheetCell, 'offset'>;

/** Whether the numbers of a record share their decimals, and are in no column with others. */
export function sharesDecimals(schema: z.ZodType): boolean {
  return partOf(schema) === 'figure';
}

/** The decimals to ask for in a record that asks for none; null where its numbers have as many. */
export function decimalsShown(record: unknown, cells: readonly Cell[]): number | null {
  const { decimals = null, ...fields } = Object(record) as Readonly<Record<string, unknown>>;
  if (decimals !== null) return null;
  const numbers = Object.values(fields).filter((value) => typeof value === 'number');
  const own = Math.max(0, ...numbers.map(decimalsIn));
  const shown = Math.max(0, ...cells.map((cell) => cell.shown?.decimals ?? 0));
  return shown > own ? Math.min(shown, decimalsLimit) : null;
}
