/** A piece of JSON as a record. */
import { type Diagnostic, type Place, Report } from '../diagnostics.ts';
import { readJson } from '../json/json.ts';
import { decode, pieceSource, placeFrom, type TextPiece } from '../json/source.ts';
import { type Piece, recordLimit } from './pieces.ts';
import { type Entry, orderOf, type RecordDefaults, valueInRecord } from './record.ts';

/** Its text and place; or why it has none. */
export function textOfPiece(
  { bytes, line, column, isTooLong }: Piece,
  file: string,
): TextPiece | { readonly faults: readonly Diagnostic[] } {
  const at: Place = { file, line, column };
  const report = new Report();
  if (isTooLong) {
    const message = `The record has more than ${recordLimit / 2 ** 20} MB, the most that one may have.`;
    report.error('record-too-long', at, message, {
      hints: ['Put its document into a file of its own, and name it as "data".'],
    });
    return { faults: report.diagnostics };
  }
  const source = decode(bytes, file, report);
  if (source !== null) return { ...at, text: source.text };
  return { faults: report.diagnostics.map((fault) => ({ ...fault, at: fault.at && placeFrom(at, fault.at) })) };
}

export function readItem(piece: Piece, number: number, options: RecordDefaults & { readonly file: string }): Entry {
  const at: Place = { file: options.file, line: piece.line, column: piece.column };
  const text = textOfPiece(piece, options.file);
  if ('faults' in text) return { number, at, faults: text.faults };
  const report = new Report();
  if (text.text.trim() === '') {
    report.error('bad-record', at, 'A record is missing between two commas, or after the last one.', {
      hints: ['Remove the comma, or write a record.'],
    });
    return { number, at, faults: report.diagnostics };
  }
  const head = readJson(pieceSource(text), report);
  if (head === null) return { number, at, faults: report.diagnostics };
  const fieldValue = (field: string) => valueInRecord(head.value, field);
  return orderOf({ number, at, head, text, cells: null, fieldValue }, options);
}
