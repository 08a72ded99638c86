/** Manifests that are tables: CSV and workbooks. */
import { open } from 'node:fs/promises';
import { type Diagnostic, type Place, Refused, Report, refusal } from '../diagnostics.ts';
import { type Separator, separatorOf } from '../input/bring/csv.ts';
import { warnOfComments, warnOfHidden } from '../input/bring/file.ts';
import type { SheetRow } from '../input/bring/sheet.ts';
import { Unreadable } from '../input/bring/xlsx/parts.ts';
import { type StreamedSheet, streamXlsx } from '../input/bring/xlsx/stream.ts';
import { shortened } from '../text.ts';
import { piecesOf } from './file.ts';
import { type Piece, rowCutter } from './pieces.ts';
import type { Entries, ManifestOptions, ReadEntry } from './record.ts';
import { type ManifestRow, type RowFaults, RowReader, rowOfPiece } from './rows.ts';

const separators: readonly Separator[] = [',', ';', '\t'];
/** A workbook is held packed while it is read; all other manifests are of any length. */
const workbookLimit = 64 * 2 ** 20;

export async function* rowsOf(located: string, options: ManifestOptions): Entries {
  const { file } = options;
  const separator = await separatorIn(located);
  const cutterOf = () => rowCutter(separator.charCodeAt(0));
  const rows = async function* () {
    for await (const { piece, read } of piecesOf(located, file, cutterOf)) {
      if (isBlank(piece)) continue;
      yield { row: rowOfPiece(piece, { file, separator }), at: { file, line: piece.line, column: piece.column }, read };
    }
  };
  const open = (row: ManifestRow) => new RowReader(row.cells, { ...options, place: row.place, separator });
  yield* recordsOf(rows(), open);
}

/** The first line of a file of Excel may say what parts its cells; else the names of the columns tell. */
async function separatorIn(located: string): Promise<Separator> {
  const handle = await open(located);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2 ** 16), 0, 2 ** 16, 0);
    const start = buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
    const [, given = ''] = /^sep=([,;\t])(?=[\r\n])/i.exec(start) ?? [];
    return separators.find((each) => each === given) ?? separatorOf(start);
  } finally {
    await handle.close();
  }
}

export async function* sheetRowsOf(options: ManifestOptions): Entries {
  const { file, sheet = null, world } = options;
  try {
    const book = streamXlsx(await world.read(file, workbookLimit), file, sheet);
    const { place } = book;
    const rows = async function* () {
      for (const { cells, read } of book.rows())
        yield { row: { cells, place }, at: place(cells[0]?.offset ?? 0), read };
    };
    let head: SheetRow = [];
    const open = (row: ManifestRow) => {
      head = row.cells;
      return new RowReader(head, { ...options, place, separator: null });
    };
    let notes: readonly Diagnostic[] | null = null;
    for await (const each of recordsOf(rows(), open)) {
      const beside = notes === null && sheet === null ? sheetsBeside(book, head, file) : [];
      yield { ...each, notes: notes === null ? [...hiddenIn(book), ...beside] : [] };
      notes = [];
    }
    const hidden = (notes ?? hiddenIn(book)).find(({ code }) => code === 'hidden-rows');
    if (hidden !== undefined) throw refusal('bad-manifest', hidden.at, hidden.message, hidden.hints[0] ?? '');
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw refusal('bad-manifest', null, `${file}: ${error.message}`, error.hint);
  }
}

/** What the sheet hides is left out, which is told. */
function hiddenIn({ name, place, commented, hiddenRows, hiddenHead }: StreamedSheet): readonly Diagnostic[] {
  const report = new Report();
  warnOfComments(commented, { name, place }, report);
  const [line = 1] = hiddenRows;
  warnOfHidden(hiddenRows, name, { report, at: { ...place(0), line, column: 1 } });
  // A note changes nothing, wherever it is.
  const [first, ...others] = hiddenHead().filter(({ text }) => !/^(?:#|$)/.test(text.trim()));
  if (first === undefined) return report.diagnostics;
  const names = [first, ...others].slice(0, 5).map(({ text }) => `"${shortened(text.trim(), 40)}"`);
  const all = `${names.join(', ')}${others.length > 4 ? ' …' : ''}`;
  const message =
    others.length === 0
      ? `A hidden column of ${name} is left out: ${all}.`
      : `${others.length + 1} hidden columns of ${name} are left out: ${all}.`;
  report.warning('hidden-columns', place(first.offset), message, {
    hints: ['To take them too, unhide them in Excel. If they are not needed, delete them.'],
  });
  return report.diagnostics;
}

/** Other sheets with the same columns: a region each, or a year, of which one alone is read. */
function sheetsBeside(book: StreamedSheet, head: SheetRow, file: string): readonly Diagnostic[] {
  const namesIn = (row: SheetRow) =>
    row.map(({ text }) => text.trim().toLowerCase()).filter((name) => !/^(?:#|$)/.test(name));
  const known = new Set(namesIn(head));
  const report = new Report();
  for (const { name, head: other } of book.others()) {
    const names = namesIn(other);
    const alike = names.filter((each) => known.has(each)).length;
    if (alike === 0 || alike * 2 < names.length) continue;
    const at: Place = { file, line: 1, column: 1, sheet: name };
    report.warning('sheet-left-out', at, `The sheet "${name}" has the same columns, and is left out.`, {
      hints: [`Make its documents too, with --sheet "${name}", or write all rows on one sheet.`],
    });
  }
  return report.diagnostics;
}

interface ReadRow {
  readonly row: ManifestRow | RowFaults;
  readonly at: Place;
  /** How much of the manifest was read, from 0 to 1. */
  readonly read: number;
}

/** Rows that are read before the first of them is a record: what is usual among them shows what is missing in one. */
const ahead = 50;
/** Characters of them. */
const mostAhead = 1_000_000;

/** The rows below the first, which names the columns. */
async function* recordsOf(rows: AsyncGenerator<ReadRow>, open: (head: ManifestRow) => RowReader): Entries {
  let reader: RowReader | null = null;
  const held: ReadRow[] = [];
  let size = 0;
  const next = (): ReadEntry | null => {
    const first = held.shift();
    if (first === undefined || reader === null) return null;
    size -= sizeOf(first);
    const entry = reader.entry(first.row, first.at);
    return entry && { entry, read: first.read };
  };
  let failure: { readonly error: unknown } | null = null;
  try {
    for await (const each of rows) {
      if (reader === null) {
        if ('faults' in each.row) throw new Refused(each.row.faults);
        reader = open(each.row);
        await reader.check();
        continue;
      }
      reader.see(each.row);
      held.push(each);
      size += sizeOf(each);
      while (held.length > ahead || size > mostAhead) {
        const made = next();
        if (made !== null) yield made;
      }
    }
  } catch (error) {
    // Where the file ends in a fault, what was read before it is made all the same.
    failure = { error };
  }
  while (held.length > 0) {
    const made = next();
    if (made !== null) yield made;
  }
  if (failure !== null) throw failure.error;
}

function sizeOf({ row }: ReadRow): number {
  return 'faults' in row ? 0 : row.cells.reduce((sum, { text }) => sum + text.length, 0);
}

/** Spreadsheets save rows with nothing but the signs between their cells. */
function isBlank({ bytes, isTooLong }: Piece): boolean {
  return !isTooLong && bytes.length < 1000 && /^(?:sep=)?[\s,;]*$/i.test(new TextDecoder().decode(bytes));
}
