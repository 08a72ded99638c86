/** A manifest of many documents: JSON Lines, a JSON list, CSV or a workbook, read as a stream of records with their places. */
import path from 'node:path';
import { refusal } from '../diagnostics.ts';
import { isList } from '../work/inputs.ts';
import type { OptionUse } from '../work/unused-options.ts';
import { locateFile } from '../world.ts';
import { piecesOf } from './file.ts';
import { readItem } from './items.ts';
import { fillName } from './names.ts';
import { itemCutter, lineCutter } from './pieces.ts';
import type { Entries, ManifestOptions, ReadEntry } from './record.ts';
import { rowsOf, sheetRowsOf } from './tables.ts';

/**
 * The records, in their order; those with an error among them. Throws `Refused` where the manifest as a whole cannot be read: its
 * name, its encoding, the names of its columns. What the caller does not ask for is not read.
 */
export async function* readManifest(options: ManifestOptions): AsyncGenerator<ReadEntry> {
  const { file, world, base, name, use } = options;
  const located = await locateFile(world, file);
  // What is wrong with the options is told once, and not of each record.
  if (base !== undefined) {
    if (isList(base))
      throw refusal(
        'unknown-format',
        null,
        `"${base}" cannot be the base: a base is a data file (JSON).`,
        /\.json$/i.test(file)
          ? `Name the list first: etrati batch ${base} --base ${file}`
          : 'Name the data file that all records begin with.',
      );
    await locateFile(world, base);
  }
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
      'unknown-format',
      null,
      `"${file}" is not the name of a manifest.`,
      'Name a file of JSON Lines (.jsonl), JSON (.json), CSV (.csv) or Excel (.xlsx).',
    );
  if (options.sheet !== undefined && !/^\.xls[xm]$/.test(ending))
    throw refusal('bad-manifest', null, 'Only a workbook has sheets.', 'Leave --sheet away.');
  for await (const each of use === undefined ? entries : toldAtEnd(entries, use)) {
    count += 1;
    yield each;
  }
  if (count > 0) return;
  // A workbook has no lines to show.
  const place = ending.startsWith('.xls') ? null : { file, line: 1, column: 1 };
  throw refusal('bad-manifest', place, 'The manifest has no records.', 'Write a record for each document.');
}

/** The last entry is kept back until it is known to be the last. */
async function* toldAtEnd(entries: Entries, use: OptionUse): Entries {
  let last: ReadEntry | null = null;
  for await (const each of entries) {
    if (last !== null) yield last;
    last = each;
    if (!('faults' in each.entry)) use.add(each.entry.formats);
  }
  if (last !== null) yield { ...last, notes: [...(last.notes ?? []), ...use.unused()] };
}

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

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09);
}
