/** Rows of a table as records: some columns say which document, the others what differs in it. */
import { type Diagnostic, type Place, Refused, Report } from '../diagnostics.ts';
import { decimalOf, readCsv, type Separator, warnOfRows } from '../input/bring/csv.ts';
import type { SheetCell, SheetRow } from '../input/bring/sheet.ts';
import type { ChangedCell } from '../input/changes.ts';
import { checkColumnsOf } from '../input/load.ts';
import { pieceSource } from '../json/source.ts';
import type { World } from '../world.ts';
import { Blanks, warnOfBlanks } from './blanks.ts';
import { type ManifestColumn, readColumns } from './columns.ts';
import { recordFields, rowHead } from './fields.ts';
import { textOfPiece } from './items.ts';
import { fieldsOfName } from './names.ts';
import type { Piece } from './pieces.ts';
import { type Entry, orderOf, type RecordDefaults } from './record.ts';

export interface ManifestRow {
  readonly cells: SheetRow;
  readonly place: (offset: number) => Place;
}
export interface RowFaults {
  readonly faults: readonly Diagnostic[];
}

/** The cells of one row of CSV; or why it has none. */
export function rowOfPiece(
  piece: Piece,
  { file, separator }: { readonly file: string; readonly separator: Separator },
): ManifestRow | RowFaults {
  const text = textOfPiece(piece, file);
  if ('faults' in text) return text;
  const source = pieceSource(text);
  const rows = readCsv(text.text, separator);
  const place = (offset: number) => source.place(offset);
  if (!('message' in rows)) return { cells: rows[0] ?? [], place };
  const report = new Report();
  report.error('bad-manifest', place(rows.offset), rows.message, { hints: [rows.hint] });
  return { faults: report.diagnostics };
}

interface RowOptions extends RecordDefaults {
  readonly world: World;
  readonly place: ManifestRow['place'];
  /** Null in a workbook. */
  readonly separator: Separator | null;
}

export class RowReader {
  readonly #columns: readonly ManifestColumn[];
  readonly #options: RowOptions;
  readonly #blanks: Blanks;
  #number = 0;

  /** Throws `Refused` where the first line does not name the columns. */
  constructor(head: SheetRow, options: RowOptions) {
    const report = new Report();
    const columns = readColumns(head, options.place, report);
    if (columns === null) throw new Refused(report.diagnostics);
    this.#columns = columns;
    this.#options = options;
    this.#blanks = new Blanks(columns);
  }

  /** Notes what a row fills, before it or one of those before it is an entry. */
  see(row: ManifestRow | RowFaults): void {
    if (!('faults' in row)) this.#blanks.see(row.cells);
  }

  /** Throws `Refused` where the base that all rows share has no such fields. A base that cannot be read is for each row to say. */
  async check(): Promise<void> {
    const { base, world } = this.#options;
    if (base === undefined || this.#columns.some(({ use }) => use.type === 'field' && use.field === 'base')) return;
    const cells = this.#columns.flatMap((column) => changedCell(column, { text: '', offset: 0 }, column.at));
    const report = new Report();
    await checkColumnsOf(base, cells, { world, report, beside: recordFields });
    if (report.failed) throw new Refused(report.diagnostics);
  }

  /** Null for a row with nothing in it. */
  entry(row: ManifestRow | RowFaults, at: Place): Entry | null {
    if ('faults' in row) {
      this.#number += 1;
      return { number: this.#number, at, faults: row.faults };
    }
    if (row.cells.every(({ text, fault }) => text.trim() === '' && fault === undefined)) return null;
    this.#number += 1;
    const number = this.#number;
    const cells = this.#columns.flatMap((column, index) => {
      const cell = row.cells[index];
      const isThere = cell !== undefined && (cell.text.trim() !== '' || cell.fault !== undefined);
      return isThere ? [{ column, cell, at: row.place(cell.offset) }] : [];
    });
    const fields = cells.flatMap(({ column: { use }, cell, at: place }) =>
      use.type === 'field' ? [[use.field, { text: cell.text, at: place }] as const] : [],
    );
    const changed = cells.flatMap(({ column, cell, at: place }) => changedCell(column, cell, place));
    const isForNote = changed.length === 0 && fields.every(([field]) => field === 'name');
    // Whatever is wrong with it: who mends that reads the row but once.
    const warnings = [...this.#swallowed(row), ...this.#kept(row, { at, isForNote })];
    const read = warnings.length === 0 ? { number, at } : { number, at, warnings };
    const pattern = fields.find(([field]) => field === 'name')?.[1].text ?? this.#options.name ?? '';
    const faults = [this.#surplus(row), this.#formulas(cells, pattern), overlapping(cells)].find(
      (found) => found.length > 0,
    );
    if (faults !== undefined) return { ...read, faults };
    const fieldValue = (field: string): string | null => {
      const asked = field.toLowerCase();
      const found = cells.find(({ column: { name } }) => [asked, `#${asked}`].includes(name.toLowerCase()));
      return found?.cell.text.trim() ?? null;
    };
    const head = rowHead(new Map(fields), at);
    const { separator } = this.#options;
    const decimal = separator && decimalOf(separator);
    const order = orderOf({ number, at, head, text: null, cells: { changed, decimal }, fieldValue }, this.#options);
    return { ...order, ...read };
  }

  /** The first formula in a cell that names something; those of values are for the document to say. */
  #formulas(cells: readonly FilledCell[], pattern: string): readonly Diagnostic[] {
    const inName = new Set(fieldsOfName(pattern).flatMap((field) => [field, `#${field}`]));
    const broken = cells.find(
      ({ column: { name, use }, cell }) => (use.type === 'field' || inName.has(name.toLowerCase())) && isFormula(cell),
    );
    return broken === undefined ? [] : [formula(broken.cell, broken.at)];
  }

  #swallowed({ cells, place }: ManifestRow): readonly Diagnostic[] {
    const { separator } = this.#options;
    const report = new Report();
    if (separator !== null) warnOfRows(cells, { separator, columns: this.#columns.length, place, report });
    return report.diagnostics;
  }

  /** What a row leaves as the base has it, though other rows change it. */
  #kept({ cells }: ManifestRow, { at, isForNote }: { at: Place; isForNote: boolean }): readonly Diagnostic[] {
    const report = new Report();
    if (!isForNote) warnOfBlanks(this.#blanks.of(cells), at, report);
    else if (this.#columns.some(({ use }) => use.type === 'path'))
      report.warning('row-keeps-base', at, 'The row changes nothing: its document is the base as it is.', {
        hints: ['If the row is a note, delete it, or write it on another sheet.'],
      });
    return report.diagnostics;
  }

  /** Cells that no column is named for. */
  #surplus({ cells, place }: ManifestRow): readonly Diagnostic[] {
    const report = new Report();
    for (const [index, cell] of cells.entries()) {
      const use = this.#columns[index]?.use.type ?? 'empty';
      if (use !== 'empty' || cell.text.trim() === '') continue;
      report.error('bad-cell', place(cell.offset), 'The cell is in a column that has no name in the first line.', {
        hints: [
          'Name the column, or empty the cell; put a cell that has a comma or semicolon in it in quotation marks.',
        ],
      });
    }
    return report.diagnostics.slice(0, 1);
  }
}

interface FilledCell {
  readonly column: ManifestColumn;
  readonly cell: SheetCell;
  readonly at: Place;
}

/** Cells of which one says a value whole, and another a part of it: whichever came last would be all that is left. */
function overlapping(cells: readonly FilledCell[]): readonly Diagnostic[] {
  const report = new Report();
  for (const { column: inner, at } of cells) {
    const outer = cells.find(({ column }) => isWithin(inner, column));
    if (outer === undefined) continue;
    const message = `The row fills "${inner.name}", and "${outer.column.name}", which holds it, as well.`;
    report.error('bad-cell', at, message, { hints: ['Empty one of the two cells.'] });
  }
  return report.diagnostics;
}

function isWithin({ use: inner }: ManifestColumn, { use: outer }: ManifestColumn): boolean {
  if (inner.type !== 'path' || outer.type !== 'path' || inner.path.length <= outer.path.length) return false;
  return outer.path.every((key, index) => key === inner.path[index]);
}

function changedCell({ name, at: head, use }: ManifestColumn, cell: SheetCell, at: Place): readonly ChangedCell[] {
  if (use.type !== 'path') return [];
  const { offset: _, ...rest } = cell;
  return [{ ...rest, path: use.path, name, head, at }];
}

/** Names of files are told in the first pass: a formula of a spreadsheet is never one. */
function isFormula({ text, number, fault }: SheetCell): boolean {
  return fault !== undefined || (/^\s*=/.test(text) && number === undefined);
}

function formula({ fault }: SheetCell, at: Place): Diagnostic {
  const report = new Report();
  const message = fault?.message ?? 'The cell has a formula in the place of its result.';
  const hint = fault?.hint ?? 'In Excel copy the cell and choose Paste Special, Values.';
  report.error('bad-cell', at, message, { hints: [hint] });
  return report.diagnostics[0] as Diagnostic;
}
