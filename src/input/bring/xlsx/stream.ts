/** The rows of a sheet of any length, one after the other: the part of the sheet is never unpacked as a whole. */
import { Unzip, UnzipInflate } from 'fflate';
import type { Place } from '../../../diagnostics.ts';
import type { SheetCell } from '../sheet.ts';
import { CellReader } from './cells.ts';
import { HiddenColumns } from './columns.ts';
import { Links } from './links.ts';
import type { CellRange } from './names.ts';
import { damaged, openParts, type PartListener, partNamed, partParser, Unreadable } from './parts.ts';
import { isTrue, readRelations, readWorkbook, type SheetEntry, type Workbook } from './workbook.ts';
import { addMerged, chosenSheet, markMerged, offsetsOf, placesIn, rowOf } from './xlsx.ts';

export interface StreamedSheet {
  readonly name: string;
  readonly place: (offset: number) => Place;
  /** Cells that have comments, which are left out. */
  readonly commented: readonly Pick<SheetCell, 'offset'>[];
  /** Rows that the sheet hides, which are left out. */
  readonly hiddenRows: readonly number[];
  /** The cells of the first row in columns that the sheet hides, which are left out; none before that row was read. */
  hiddenHead(): readonly SheetCell[];
  /** The other sheets that are shown, each with its first row. */
  others(): readonly { readonly name: string; readonly head: readonly SheetCell[] }[];
  /** Each row with something in it; `read` is the part of the rows that was read, from 0 to 1. */
  rows(): Generator<{ readonly cells: readonly SheetCell[]; readonly read: number }>;
}

/** Bytes, packed: what they unpack to is held. */
const portion = 16 * 1024;
/** Sheets of which the first row is looked at. */
const mostOthers = 100;
/** Characters of a cell; Excel has 32,767. */
const longest = 1_000_000;

/** Throws `Unreadable` with the reason. `file` is as findings name it. */
export function streamXlsx(bytes: Uint8Array, file: string, sheet: string | null): StreamedSheet {
  const parts = openParts(bytes, (name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  const book = readWorkbook(parts);
  const entry = chosenSheet(book, sheet);
  // What is merged is said after the rows.
  const merged: CellRange[] = [];
  const relations = readRelations(entry, parts);
  const links = new Links(relations);
  const hiddenRows: number[] = [];
  let [last, isHidden] = [0, false];
  let hiddenHead: readonly SheetCell[] | null = null;
  const survey: PartListener = {
    open(name, attribute) {
      if (name === 'mergeCell') addMerged(merged, attribute);
      if (name === 'hyperlink') links.add(attribute);
      if (name === 'row') {
        last = Number(attribute('r') ?? last + 1);
        isHidden = isTrue(attribute('hidden'));
      }
      // With something in it: a value, or a text of its own.
      if ((name !== 'v' && name !== 'is') || !isHidden) return;
      hiddenRows.push(last);
      isHidden = false;
    },
  };
  for (const _ of unpacked(bytes, entry.part, survey));
  return {
    name: `${file}, sheet "${entry.name}"`,
    place: placesIn(file, entry),
    commented: offsetsOf(relations.commented).map((offset) => ({ offset })),
    hiddenRows,
    hiddenHead: () => hiddenHead ?? [],
    others: () =>
      book.sheets
        .filter((each) => !each.isHidden && each !== entry)
        .slice(0, mostOthers)
        .map((each) => ({ name: each.name, head: firstRow(bytes, book, each) })),
    *rows() {
      let found: { readonly cells: SheetCell[]; readonly row: number }[] = [];
      const hidden = new HiddenColumns();
      const give: ConstructorParameters<typeof CellReader>[2] = (cells, row, isLeftOut) => {
        const there = cells.filter(({ column }) => !hidden.has(column));
        if (isLeftOut || !there.some(({ cell }) => cell.text.trim() !== '' || cell.fault !== undefined)) return;
        found.push({ cells: rowOf(there, row, 1), row });
        const covered = cells.filter(({ column }) => hidden.has(column));
        hiddenHead ??= covered.flatMap(({ column, cell }) => rowOf([{ column, cell }], row, column));
      };
      const reader = new CellReader(book, null, give, Number.POSITIVE_INFINITY);
      const listener: PartListener = {
        open(name, attribute) {
          if (name === 'col') hidden.read(attribute);
          reader.open(name, attribute);
        },
        text: (text) => reader.text(text),
        close: (name) => reader.close(name),
      };
      for (const _ of unpacked(bytes, entry.part, listener)) {
        const rows = found.map(({ cells }) => cells);
        links.mark(rows);
        markMerged(rows, merged);
        for (const { cells, row } of found) yield { cells, read: Math.min(1, row / last) };
        found = [];
      }
    },
  };
}

function firstRow(bytes: Uint8Array, book: Workbook, { part }: SheetEntry): readonly SheetCell[] {
  let found: readonly SheetCell[] | null = null;
  const reader = new CellReader(
    book,
    null,
    (cells, row) => {
      if (cells.some(({ cell }) => cell.text.trim() !== '')) found ??= rowOf(cells, row, 1);
    },
    Number.POSITIVE_INFINITY,
  );
  const listener: PartListener = {
    open: (name, attribute) => reader.open(name, attribute),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  };
  for (const _ of unpacked(bytes, part, listener)) if (found !== null) break;
  return found ?? [];
}

/** Reads a part portion by portion, and waits after each. */
function* unpacked(bytes: Uint8Array, part: string, listener: PartListener): Generator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let length = 0;
  const parser = partParser({
    ...listener,
    open(name, attribute) {
      length = 0;
      listener.open?.(name, attribute);
    },
    text(text) {
      length += text.length;
      if (length > longest) throw new Unreadable('A cell has more than a million characters.', 'Shorten its text.');
      listener.text?.(text);
    },
  });
  let [isEnded, texts] = [false, [] as string[]];
  const unzip = new Unzip((file) => {
    if (partNamed(file.name) !== part) return;
    file.ondata = (error, data, isLast) => {
      if (error !== null) throw damaged();
      texts.push(decoder.decode(data, { stream: !isLast }));
      isEnded ||= isLast;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length && !isEnded; at += portion) {
    try {
      unzip.push(bytes.subarray(at, at + portion), at + portion >= bytes.length);
      for (const text of texts) parser.write(text);
      if (isEnded) parser.close();
    } catch (error) {
      throw error instanceof Unreadable ? error : damaged();
    }
    texts = [];
    yield;
  }
  if (!isEnded) throw damaged();
}
