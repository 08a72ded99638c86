/** One sheet of an XLSX workbook (ECMA-376, 18.3) as rows of cells. */
import { columnLetters } from '../../../render-diagnostics.ts';
import type { GridFile, SheetCell } from '../sheet.ts';
import { CellReader } from './cells.ts';
import { HiddenColumns } from './columns.ts';
import { Links } from './links.ts';
import { type CellRange, cellNamed, offsetOf, rangeOf, step } from './names.ts';
import { openParts, type PartAttributes, readPart, Unreadable } from './parts.ts';
import { readRelations, readWorkbook, type SheetEntry, type SheetRelations, type Workbook } from './workbook.ts';

/** Which part of a workbook is asked for: the first sheet that is shown, and all of it, if nothing is said. */
export interface AskedSheet {
  readonly sheet: string | null;
  /** Such as A3:F20. */
  readonly range: string | null;
}

export interface ReadSheet {
  readonly grid: GridFile;
  /** Rows with something in them that the file hides; they are left out. */
  readonly hiddenRows: readonly number[];
}

/** Throws `Unreadable` with the reason. `file` is as findings name it. */
export function readXlsx(bytes: Uint8Array, file: string, asked: AskedSheet): ReadSheet {
  const parts = openParts(bytes);
  const book = readWorkbook(parts);
  const entry = chosenSheet(book, asked.sheet);
  const range = asked.range === null ? null : rangeOf(asked.range);
  if (range === null && asked.range !== null)
    throw new Unreadable(
      `"${asked.range}" is not a range of cells.`,
      'Write its first and last cell, such as "A3:F20".',
    );
  const rows: SheetCell[][] = [];
  const hiddenRows: number[] = [];
  const merged: CellRange[] = [];
  const relations = readRelations(entry, parts);
  const links = new Links(relations);
  const hidden = new HiddenColumns();
  const reader = new CellReader(book, range, (cells, row, isHidden) => {
    const there = cells.filter(({ column }) => !hidden.has(column));
    if (!there.some(({ cell }) => cell.text.trim() !== '' || cell.fault !== undefined)) return;
    if (isHidden) hiddenRows.push(row);
    else rows.push(rowOf(there, row, range?.left ?? 1));
  });
  readPart(parts[entry.part] ?? new Uint8Array(), {
    open(name, attribute) {
      if (name === 'mergeCell') addMerged(merged, attribute);
      if (name === 'hyperlink') links.add(attribute);
      if (name === 'col') hidden.read(attribute);
      reader.open(name, attribute);
    },
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  markMerged(rows, merged);
  links.mark(rows);
  const grid: GridFile = {
    name: `${file}, sheet "${entry.name}"`,
    rows,
    decimal: null,
    isWorkbook: true,
    commented: commentedIn(relations, rows),
    hidden: [...hidden].slice(0, 100).map(columnLetters),
    place: placesIn(file, entry),
  };
  return { grid, hiddenRows };
}

/** Where the cells of a sheet are, by their offsets. */
export function placesIn(file: string, { name }: SheetEntry): GridFile['place'] {
  return (offset) => ({ file, line: Math.floor(offset / step), column: offset % step, sheet: name });
}

/** The cells that are read and have comments. */
function commentedIn(
  { commented }: Pick<SheetRelations, 'commented'>,
  rows: readonly (readonly SheetCell[])[],
): readonly Pick<SheetCell, 'offset'>[] {
  const asked = new Set(offsetsOf(commented));
  return asked.size === 0 ? [] : rows.flat().filter(({ offset }) => asked.has(offset));
}

/** @param names of cells */
export function offsetsOf(names: readonly string[]): readonly number[] {
  return names.flatMap((name) => {
    const cell = cellNamed(name);
    return cell === null ? [] : [offsetOf(cell)];
  });
}

export function chosenSheet({ sheets }: Workbook, asked: string | null): SheetEntry {
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const found = asked === null ? shown[0] : sheets.find(({ name }) => sameName(name, asked));
  if (found !== undefined) return found;
  const names = shown.map(({ name }) => `"${name}"`).join(', ');
  throw asked === null
    ? new Unreadable('The workbook has no sheet that is shown.', 'Unhide its sheet in Excel.')
    : new Unreadable(`The workbook has no sheet "${asked}".`, `Write the name of one of its sheets: ${names}.`);
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

export function rowOf(
  cells: readonly { readonly column: number; readonly cell: Omit<SheetCell, 'offset'> }[],
  row: number,
  first: number,
): SheetCell[] {
  const filled = new Map(cells.map(({ column, cell }) => [column, cell]));
  const last = Math.max(...filled.keys());
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    ...(filled.get(first + index) ?? { text: '' }),
    offset: offsetOf({ row, column: first + index }),
  }));
}

/** Far more than people merge in a sheet: each is held against each row. */
const mostMerged = 20_000;

/** Throws `Unreadable` where there are too many. */
export function addMerged(ranges: CellRange[], attribute: PartAttributes): void {
  const range = rangeOf(attribute('ref') ?? '');
  if (range !== null) ranges.push(range);
  if (ranges.length > mostMerged)
    throw new Unreadable(
      `The sheet has more than ${mostMerged.toLocaleString('en')} merged cells.`,
      'Unmerge them in Excel: select the whole sheet (Ctrl+A), then Home, Merge & Center.',
    );
}

/** A value that stands for several rows or columns is said to: which of them it is meant for, a file cannot say. */
export function markMerged(rows: SheetCell[][], ranges: readonly CellRange[]): void {
  const first = new Map(rows.map((row, index) => [Math.floor((row[0]?.offset ?? 0) / step), index]));
  for (const { left, top, right, bottom, name } of ranges) {
    const fault = {
      message: `The cells ${name} are merged.`,
      hint: 'Unmerge them in Excel (Home, Merge & Center), and write the value in each cell that has it.',
    };
    // No more rows than there are.
    for (const [line, index] of first)
      if (line >= top && line <= bottom)
        for (const [at, cell] of (rows[index] ?? []).entries()) {
          const column = cell.offset % step;
          if (column >= left && column <= right)
            (rows[index] as SheetCell[])[at] = { ...cell, fault: cell.fault ?? fault };
        }
  }
}
