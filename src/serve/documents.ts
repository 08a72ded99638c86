/** A document that is asked for: from the body of a request to its files. */
import { failure } from '../diagnostics.ts';
import { readItem } from '../many/items.ts';
import type { MadeRecord, OrderSettings } from '../many/made.ts';
import type { OrderMaking } from '../many/making.ts';
import type { RecordOrder } from '../many/record.ts';
import { ThreadLost, TooSlow } from '../threads.ts';
import { Problem } from './problem.ts';
import { checkNames, requestFile, unquoted } from './quoting.ts';

/** What files are called that are given no name. */
export const usualName = 'document';

/** The body as an order. Throws a `Problem` with what is wrong with it. */
export function orderIn(bytes: Uint8Array): RecordOrder {
  if (bytes.length === 0) throw new Problem('bad-request', 'The body is empty.');
  const piece = { bytes: withoutMark(bytes), line: 1, column: 1, isTooLong: false };
  const entry = readItem(piece, 1, { file: requestFile, name: usualName });
  if ('faults' in entry)
    throw new Problem('bad-request', 'The body does not say which document to make.', { findings: entry.faults });
  checkNames(entry);
  return entry;
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Throws a `Problem` for a document that has errors, or that took too much. */
export async function madeOf(
  order: RecordOrder,
  settings: OrderSettings,
  { making, fileOf }: { readonly making: OrderMaking; readonly fileOf: (file: string) => string },
): Promise<MadeRecord> {
  const made = await making.make({ order, settings }).catch((error: unknown) => {
    if (error instanceof TooSlow) throw new Problem('too-slow', `The work on it was ended: ${error.message}.`);
    if (!(error instanceof ThreadLost && error.isMemory)) throw error;
    const finding = failure('record-stopped', order.at, 'The document needs more memory than it may have.');
    throw new Problem('faulty-document', finding.message, { findings: [finding] });
  });
  if (made.files.length === 0)
    throw new Problem('faulty-document', 'Nothing was made of it.', {
      findings: await unquoted(made.diagnostics, order, fileOf),
    });
  return made;
}
