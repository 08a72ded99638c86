/** Where the cells of an outline's table stand, spans counted. */
import type { OutlineCell, OutlineRow, OutlineTable } from './outline.ts';

interface GridCell {
  readonly cell: OutlineCell;
  readonly column: number;
}

export interface PlacedCells {
  readonly row: OutlineRow;
  readonly cells: readonly GridCell[];
  /** Those of rows above that reach into this one. */
  readonly reaching: readonly GridCell[];
}

export function gridOf({ children }: OutlineTable): { readonly rows: readonly PlacedCells[]; readonly width: number } {
  // By part, since no cell reaches out of its own.
  const rows: PlacedCells[] = [];
  let width = 0;
  let taken: number[] = [];
  let spans: readonly (GridCell & { readonly left: number })[] = [];
  let part: OutlineRow['part'] | null = null;
  for (const row of children) {
    if (row.part !== part) [taken, spans] = [[], []];
    part = row.part;
    let column = 0;
    const next = taken.map((left) => Math.max(0, left - 1));
    const cells = row.children.map((cell) => {
      while ((taken[column] ?? 0) > 0) column += 1;
      const at = column;
      for (; column < at + cell.colSpan; column += 1) next[column] = cell.rowSpan - 1;
      return { cell, column: at };
    });
    width = Math.max(width, column, taken.length);
    taken = next;
    rows.push({ row, cells, reaching: spans });
    const begun = cells.map((placed) => ({ ...placed, left: placed.cell.rowSpan }));
    spans = [...spans, ...begun].flatMap((span) => (span.left > 1 ? [{ ...span, left: span.left - 1 }] : []));
  }
  return { rows, width };
}
