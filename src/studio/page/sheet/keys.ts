/** Where a key leads in a sheet. */

export interface CellAt {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey?: boolean;
}

/** Rows that Page Up and Page Down pass over. */
const pageRows = 10;

/** Null for a key that leads nowhere. */
export function cellAfter(
  { key, ctrlKey, metaKey = false }: Key,
  { row, column }: CellAt,
  size: GridSize,
): CellAt | null {
  const isFar = ctrlKey || metaKey;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const to = (next: CellAt): CellAt => ({
    row: Math.max(0, Math.min(last.row, next.row)),
    column: Math.max(0, Math.min(last.column, next.column)),
  });
  switch (key) {
    case 'ArrowUp':
      return to({ row: isFar ? 0 : row - 1, column });
    case 'ArrowDown':
      return to({ row: isFar ? last.row : row + 1, column });
    case 'ArrowLeft':
      return to({ row, column: isFar ? 0 : column - 1 });
    case 'ArrowRight':
      return to({ row, column: isFar ? last.column : column + 1 });
    case 'Home':
      return isFar ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return isFar ? last : { row, column: last.column };
    case 'PageUp':
      return to({ row: row - pageRows, column });
    case 'PageDown':
      return to({ row: row + pageRows, column });
    default:
      return null;
  }
}

/** Whether a key begins to write over a cell: one sign, and no command. */
export function isTyped({ key, ctrlKey, metaKey = false, altKey }: Key & { readonly altKey: boolean }): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

/** Of the whole page, not of the sheet: Ctrl+Enter goes to what is heard of a field. */
export function isCommand({ ctrlKey, metaKey = false }: Key): boolean {
  return ctrlKey || metaKey;
}
