/** The file of a list: which one the data names, and its rows below those that name the columns. */
import path from 'node:path';
import { type Place, Refused, type Report } from '../../diagnostics.ts';
import { decode } from '../../json/source.ts';
import type { World } from '../../world.ts';
import { decimalOf, readCsv, separatorOf, warnOfRows } from './csv.ts';
import { type FileSheet, type GridFile, headOf, type NamedFile } from './sheet.ts';
import { rowsWithin } from './stray.ts';
import { limits as most } from './xlsx/cells.ts';
import { Unreadable } from './xlsx/parts.ts';
import { readXlsx } from './xlsx/xlsx.ts';

/** 8 MiB, rows, columns: far more than any table that is printed. */
const limits = { bytes: 8 * 2 ** 20, ...most };

const fields: ReadonlySet<string> = new Set(['file', 'sheet', 'range']);

/** Null for a value that names no file: then it is what the schema says, or wrong. */
export function fileNamed(value: unknown): NamedFile | null {
  if (typeof value === 'string') return { file: value, sheet: null, range: null };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { file, sheet = null, range = null } = value as Readonly<Record<string, unknown>>;
  const isText = (given: unknown): given is string | null => given === null || typeof given === 'string';
  if (typeof file !== 'string' || !isText(sheet) || !isText(range)) return null;
  return Object.keys(value).every((name) => fields.has(name)) ? { file, sheet, range } : null;
}

interface FileContext {
  readonly world: World;
  readonly report: Report;
  readonly languages: readonly string[];
  /** Where the data names the file. */
  readonly at: Place;
  /** Whether a text, in small letters, is the name of a column that is asked for. */
  readonly isName: (text: string) => boolean;
}

/** Null with errors. */
export async function readSheet(named: NamedFile, context: FileContext): Promise<FileSheet | null> {
  const { at, report, world, languages } = context;
  const { file } = named;
  const refuse = (place: Place, message: string, hint: string) => {
    report.error('bad-table-file', place, message, { hints: [hint] });
    return null;
  };
  const wrong = wrongName(named);
  if (wrong !== null) return refuse(at, ...wrong);
  const relative = path.posix.normalize(path.posix.join(path.posix.dirname(at.file), file));
  try {
    const bytes = await world.read(relative, limits.bytes, at);
    const grid = isWorkbook(file) ? openWorkbook(bytes, relative, named, context) : openCsv(bytes, relative, report);
    if (grid === null) return null;
    const top = headOf(grid.rows, context.isName);
    const [head, rows] = [grid.rows[top], grid.rows.slice(top + 1)];
    const noRows = () =>
      refuse(
        at,
        `The file ${grid.name} has no rows.`,
        'Write the names of the columns in its first line, and the rows below.',
      );
    if (head === undefined || rows.length === 0) return noRows();
    if (rows.length > limits.rows || head.length > limits.columns) {
      const message = `The file ${grid.name} has ${rows.length} rows and ${head.length} columns.`;
      return refuse(at, message, `Give a table ${limits.rows} rows and ${limits.columns} columns at most.`);
    }
    const sheet = { ...grid, head, rows, languages };
    const within = rowsWithin(sheet, named, report);
    return within?.length === 0 ? noRows() : within && { ...sheet, rows: within };
  } catch (error) {
    if (error instanceof Unreadable) return refuse(at, `${relative}: ${error.message}`, error.hint);
    if (!(error instanceof Refused)) throw error;
    for (const diagnostic of error.diagnostics) report.add(diagnostic);
    return null;
  }
}

/** Reports a picture that is not there. */
export async function reportMissing(
  { src, at }: { readonly src: string; readonly at: Place },
  { world, report }: Pick<FileContext, 'world' | 'report'>,
): Promise<void> {
  // Addresses and paths of one computer are refused in words of their own when pictures are opened.
  if (/^[a-z][a-z0-9+.-]*:|\\|^\//i.test(src)) return;
  const relative = path.posix.normalize(path.posix.join(path.posix.dirname(at.file), src));
  try {
    if (!(await world.exists(relative))) await world.read(relative, limits.bytes, at);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const diagnostic of error.diagnostics) report.add(diagnostic);
  }
}

function wrongName({ file, sheet, range }: NamedFile): readonly [message: string, hint: string] | null {
  if (!/\.(?:csv|xlsx|xlsm)$/i.test(file))
    return [
      `"${file}" is not the name of a CSV or XLSX file.`,
      'In Excel choose "Save as" and "Excel Workbook (.xlsx)" or "CSV UTF-8", then write that name, such as "courses.xlsx".',
    ];
  if (/^[/\\]|^[a-z]:|\\/i.test(file))
    return [
      `"${file}" is not a path in the project.`,
      'Put the file beside the data, and write its name, such as "courses.xlsx".',
    ];
  if (!isWorkbook(file) && (sheet !== null || range !== null))
    return ['A CSV file has no sheets and no ranges.', `Write the name of the file alone: "${file}".`];
  return null;
}

function isWorkbook(file: string): boolean {
  return !/\.csv$/i.test(file);
}

function openCsv(bytes: Uint8Array, name: string, report: Report): GridFile | null {
  const source = decode(bytes, name, report);
  if (source === null) return null;
  const separator = separatorOf(source.text);
  const rows = readCsv(source.text, separator);
  if ('message' in rows) {
    report.error('bad-table-file', source.place(rows.offset), rows.message, { hints: [rows.hint] });
    return null;
  }
  const place = (offset: number) => source.place(offset);
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 0);
  for (const row of rows) warnOfRows(row, { separator, columns, place, report });
  return { name, rows, decimal: decimalOf(separator), hidden: [], commented: [], isWorkbook: false, place };
}

function openWorkbook(bytes: Uint8Array, name: string, named: NamedFile, { report, at }: FileContext): GridFile {
  const { grid, hiddenRows } = readXlsx(bytes, name, named);
  warnOfHidden(hiddenRows, grid.name, { report, at });
  warnOfComments(grid.commented, grid, report);
  return grid;
}

export function warnOfComments(
  cells: GridFile['commented'],
  { name, place }: Pick<GridFile, 'name' | 'place'>,
  report: Report,
): void {
  const [first] = cells;
  if (first === undefined) return;
  const message =
    cells.length === 1
      ? `A comment of ${name} is left out.`
      : `The comments of ${cells.length} cells of ${name} are left out.`;
  report.warning('comment-left-out', place(first.offset), message, {
    hints: ['Write into the cells what readers need of them, and delete the comments in Excel (Review, Delete).'],
  });
}

/** @param rows their numbers, from 1, in a sheet of this name */
export function warnOfHidden(
  rows: readonly number[],
  name: string,
  { report, at }: Pick<FileContext, 'report' | 'at'>,
): void {
  if (rows.length === 0) return;
  const count = rows.length;
  const message = `${count === 1 ? 'A hidden row' : `${count} hidden rows`} of ${name} ${count === 1 ? 'is' : 'are'} left out: ${listed(rows)}.`;
  report.warning('hidden-rows', at, message, {
    hints: ['To take them too, show them in Excel (Data, Clear, or Unhide). If they are not needed, delete them.'],
  });
}

/** Rows in a row as one: 4–6, 9. */
function listed(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  const shown = runs.slice(0, 5).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return `${shown.join(', ')}${runs.length > 5 ? ' …' : ''}`;
}
