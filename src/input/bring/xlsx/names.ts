/** Names of columns, cells and ranges, as a spreadsheet writes them: C, C17, A3:F20. */

export interface CellName {
  readonly row: number;
  readonly column: number;
}

export const mostColumns = 16_384;
/** More columns than Excel has. */
export const step = 20_000;

/** By which a sheet knows a cell. */
export function offsetOf({ row, column }: CellName): number {
  return row * step + column;
}

/** Null for what names no cell. */
export function cellNamed(name: string): CellName | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name.trim().toUpperCase()) ?? [];
  if (letters === '') return null;
  return { row: Number(digits), column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
}

export interface CellRange {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly name: string;
}

/** Null for what is no range. */
export function rangeOf(name: string): CellRange | null {
  const [from, to, ...more] = name.split(':').map(cellNamed);
  if (!from || !to || more.length > 0) return null;
  const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)];
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)];
  return { left, top, right, bottom, name: name.trim() };
}
