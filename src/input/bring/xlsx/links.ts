/** The links of a sheet's cells (18.3.1.47), which it says after its rows. */
import type { SheetCell } from '../sheet.ts';
import { offsetOf, rangeOf } from './names.ts';
import type { PartAttributes } from './parts.ts';
import type { SheetRelations } from './workbook.ts';

/** Cells: far more than a table that is printed has. */
const most = 500_000;

export class Links {
  readonly #addresses: SheetRelations['links'];
  readonly #byCell = new Map<number, string>();
  #count = 0;

  constructor({ links }: SheetRelations) {
    this.#addresses = links;
  }

  /** A link of one cell or of all in a range; those within the workbook lead nowhere in a document. */
  add(attribute: PartAttributes): void {
    const [ref = '', location] = [attribute('ref'), attribute('location')];
    const outside = this.#addresses.get(attribute('id') ?? '');
    const range = rangeOf(ref.includes(':') ? ref : `${ref}:${ref}`);
    if (outside === undefined || outside.startsWith('#') || range === null) return;
    const address = location === undefined ? outside : `${outside}#${location}`;
    for (let { top: row } = range; row <= range.bottom; row += 1)
      for (let { left: column } = range; column <= range.right; column += 1) {
        this.#count += 1;
        if (this.#count > most) return;
        this.#byCell.set(offsetOf({ row, column }), address);
      }
  }

  mark(rows: readonly SheetCell[][]): void {
    for (const row of rows)
      for (const [index, cell] of row.entries()) {
        const link = this.#byCell.get(cell.offset);
        if (link !== undefined) row[index] = { ...cell, link };
      }
  }
}
