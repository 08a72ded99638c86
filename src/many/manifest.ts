/** A manifest of many documents: JSON Lines, a JSON list, CSV or a workbook, read as a stream of records with their places. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Diagnostic, Refused, Report, refusal } from '../diagnostics.ts';
import { type Separator, separatorOf } from '../input/bring/csv.ts';
import { warnOfHidden } from '../input/bring/file.ts';
import { Unreadable } from '../input/bring/xlsx/parts.ts';
import { streamXlsx } from '../input/bring/xlsx/stream.ts';
import { foreignEncoding } from '../json/source.ts';
import { locateFile, type World } from '../world.ts';
import { readItem } from './items.ts';
import { fillName } from './names.ts';
import { type Cutter, Cutting, itemCutter, lineCutter, type Piece, rowCutter } from './pieces.ts';
import type { Entry, RecordDefaults } from './record.ts';
import { RowReader, rowOfPiece } from './rows.ts';

export interface ManifestOptions extends RecordDefaults {
  /** Relative to the root, with `/`. */
  readonly file: string;
  /** Of a workbook; else its first one that is shown. */
  readonly sheet?: string | undefined;
  readonly world: World;
}

export interface ReadEntry {
  readonly entry: Entry;
  /** How much of the manifest was read, from 0 to 1. */
  readonly read: number;
  /** Warnings that are about the manifest and none of its records, with the first of these. */
  readonly notes?: readonly Diagnostic[];
}

const separators: readonly Separator[] = [',', ';', '\t'];
/** A workbook is held packed while it is read; all other manifests are of any length. */
const workbookLimit = 64 * 2 ** 20;

/**
 * The records, in their order; those with an error among them. Throws `Refused` where the manifest as a whole cannot be read: its
 * name, its encoding, the names of its columns. What the caller does not ask for is not read.
 */
export async function* readManifest(options: ManifestOptions): AsyncGenerator<ReadEntry> {
  const { file, world, base, name } = options;
  const located = await locateFile(world, file);
  // What is wrong with the options is told once, and not of each record.
  if (base !== undefined) await locateFile(world, base);
  const filled = name === undefined ? '' : fillName(name, () => 'x');
  if (typeof filled !== 'string') throw refusal(filled.code, null, filled.message, filled.hint);
  let count = 0;
  const ending = path.posix.extname(file).toLowerCase();
  const entries =
    ending === '.jsonl' || ending === '.ndjson'
      ? linesOf(located, options)
      : ending === '.json'
        ? itemsOf(located, options)
        : ending === '.csv' || ending === '.tsv'
          ? rowsOf(located, options)
          : ending === '.xlsx' || ending === '.xlsm'
            ? sheetRowsOf(options)
            : null;
  if (entries === null)
    throw refusal(
      'bad-manifest',
      null,
      `"${file}" is not the name of a manifest.`,
      'Name a file of JSON Lines (.jsonl), JSON (.json), CSV (.csv) or Excel (.xlsx).',
    );
  if (options.sheet !== undefined && !/^\.xls[xm]$/.test(ending))
    throw refusal('bad-manifest', null, 'Only a workbook has sheets.', 'Leave --sheet away.');
  for await (const each of entries) {
    count += 1;
    yield each;
  }
  if (count > 0) return;
  // A workbook has no lines to show.
  const place = ending.startsWith('.xls') ? null : { file, line: 1, column: 1 };
  throw refusal('bad-manifest', place, 'The manifest has no records.', 'Write a record for each document.');
}

type Entries = AsyncGenerator<ReadEntry>;

async function* linesOf(located: string, options: ManifestOptions): Entries {
  let number = 0;
  for await (const { piece, read } of piecesOf(located, options.file, () => lineCutter())) {
    if (!piece.isTooLong && isBlank(piece.bytes)) continue;
    number += 1;
    yield { entry: readItem(piece, number, options), read };
  }
}

async function* itemsOf(located: string, options: ManifestOptions): Entries {
  const { file } = options;
  const { cut, state } = itemCutter();
  let [number, isClosed] = [0, false];
  for await (const { piece, read } of piecesOf(located, file, () => cut)) {
    const at = { file, line: piece.line, column: piece.column };
    if (state() === 'before')
      throw refusal('bad-manifest', at, 'The manifest is not a JSON list.', 'Start the file with [ and end it with ].');
    if (isClosed) throw refusal('bad-manifest', at, 'There is text after the end of the list.', 'Remove it.');
    isClosed = state() === 'after';
    // Nothing between the brackets.
    if (isClosed && number === 0 && piece.bytes.length === 0 && !piece.isTooLong) continue;
    number += 1;
    yield { entry: readItem(piece, number, options), read };
  }
  if (state() !== 'within') return;
  throw refusal(
    'bad-manifest',
    { file, line: 1, column: 1 },
    'The list that starts the file is not closed: a "]" is missing at its end.',
    'Write ] at the end of the file, if none of its records are lost.',
  );
}

async function* rowsOf(located: string, options: ManifestOptions): Entries {
  const { file } = options;
  let reader: RowReader | null = null;
  const separator = await separatorIn(located);
  const cutterOf = () => rowCutter(separator.charCodeAt(0));
  for await (const { piece, read } of piecesOf(located, file, cutterOf)) {
    if (!piece.isTooLong && /^(?:sep=)?[\s,;]*$/i.test(beginningOf(piece.bytes))) continue;
    const row = rowOfPiece(piece, { file, separator });
    if (reader === null) {
      if ('faults' in row) throw new Refused(row.faults);
      reader = new RowReader(row.cells, { ...options, place: row.place, separator });
      await reader.check();
      continue;
    }
    const entry = reader.entry(row, { file, line: piece.line, column: piece.column });
    if (entry !== null) yield { entry, read };
  }
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

async function* sheetRowsOf(options: ManifestOptions): Entries {
  const { file, sheet = null, world } = options;
  try {
    const book = streamXlsx(await world.read(file, workbookLimit), file, sheet);
    const report = new Report();
    const [line = 1] = book.hiddenRows;
    warnOfHidden(book.hiddenRows, book.name, { report, at: { ...book.place(0), line, column: 1 } });
    let notes = report.diagnostics;
    let reader: RowReader | null = null;
    for (const { cells, read } of book.rows()) {
      const [first] = cells;
      if (reader === null) {
        reader = new RowReader(cells, { ...options, place: book.place, separator: null });
        await reader.check();
        continue;
      }
      const entry = reader.entry({ cells, place: book.place }, book.place(first?.offset ?? 0));
      if (entry === null) continue;
      yield { entry, read, notes };
      notes = [];
    }
    const [hidden] = notes;
    if (hidden !== undefined) throw refusal('bad-manifest', hidden.at, hidden.message, hidden.hints[0] ?? '');
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw refusal('bad-manifest', null, `${file}: ${error.message}`, error.hint);
  }
}

/** The pieces of a file, with how much of it was read when each ended. */
async function* piecesOf(
  located: string,
  file: string,
  cutterOf: () => Cutter,
): AsyncGenerator<{ readonly piece: Piece; readonly read: number }> {
  const { size } = await stat(located);
  const whole = Math.max(1, size);
  let cutting: Cutting | null = null;
  for await (const chunk of createReadStream(located, { highWaterMark: 2 ** 18 }) as AsyncIterable<Buffer>) {
    let bytes: Uint8Array = chunk;
    if (cutting === null) {
      const foreign = foreignEncoding(bytes);
      const place = { file, line: 1, column: 1 };
      if (foreign !== null)
        throw refusal(
          'not-utf8',
          place,
          `The file is written in ${foreign}, not UTF-8.`,
          'Save the file as UTF-8; in Excel choose "CSV UTF-8".',
        );
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
      cutting = new Cutting(cutterOf());
    }
    for (const piece of cutting.feed(bytes)) yield { piece, read: Math.min(1, cutting.read / whole) };
  }
  const last = cutting?.end() ?? null;
  if (last !== null) yield { piece: last, read: 1 };
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09);
}

/** Enough to see whether a row has anything in it; a blank one is short. */
function beginningOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 1000));
}
