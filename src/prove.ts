/** Whether a finished file says what its document says: read back as anybody's file, and compared node by node. */
import type { Report } from './diagnostics.ts';
import type { Document } from './model/document.ts';
import { type Difference, differencesOf } from './outline/compare.ts';
import { countNodes } from './outline/comparison.ts';
import { expectedOutline } from './outline/expected.ts';
import { formatOfFile } from './outline/formats.ts';
import type { Unread } from './outline/outline.ts';
import { bookmarkDifferences } from './outline/pdf/bookmarks.ts';
import { readPdfAndBookmarks } from './outline/pdf/pdf.ts';
import { leftOut, projections } from './outline/projection.ts';
import { outlineOf } from './outline/read.ts';
import { withoutEditions } from './write/editions.ts';
import type { Format } from './write/targets.ts';

/** What was found of one file. */
export interface Proof {
  /** The file's name. */
  readonly file: string;
  readonly lang: string;
  /** How many nodes were compared. */
  readonly nodes: number;
  readonly differences: readonly Difference[];
  /** What the format cannot say, so that nothing is claimed of it. */
  readonly notCompared: readonly string[];
  readonly unread: readonly Unread[];
}

/** A file as an engine hands it out. */
interface MadeFile {
  readonly name: string;
  readonly format: Format;
  readonly lang: string;
  readonly bytes: Uint8Array;
}

/**
 * Null for a file of which nothing can be proved: one that no reader of ours reads, and the print edition, which has
 * addresses and pages in the place of links. Throws `Refused` for one that cannot be read back.
 */
export async function prove(document: Document, { name, format, lang, bytes }: MadeFile): Promise<Proof | null> {
  const readAs = format === 'print' ? null : formatOfFile(name);
  if (readAs === null) return null;
  const [, base = name, extension = ''] = /^(.*)\.[^.]+\.([^.]+)$/.exec(name) ?? [];
  const { outline: found, bookmarks } =
    readAs === 'pdf' ? await readPdfAndBookmarks(bytes) : { outline: await outlineOf(bytes, readAs), bookmarks: null };
  const projection = projections[readAs];
  // A book of one language leads to no other.
  const written = format === 'epub' ? withoutEditions(document, () => true) : document;
  const expected = expectedOutline(written, { name: base, extension });
  return {
    ...{ file: name, lang, nodes: countNodes(found), unread: found.unread },
    differences: [
      ...differencesOf(expected, found, projection),
      ...(bookmarks === null ? [] : bookmarkDifferences(expected.nodes, bookmarks)),
    ],
    notCompared: leftOut(projection),
  };
}

/** What a failed proof says; null for one that holds. */
export function failureOf({ file, differences }: Proof): string | null {
  const [first] = differences;
  if (first === undefined) return null;
  const places = differences.length === 1 ? 'one place' : `${differences.length} places`;
  return `"${file}" does not say what its document says, in ${places}; first at ${first.path}: ${first.message}.`;
}

/** Reads a file back, and reports where it says something else than its document. */
export async function proofOf(document: Document, output: MadeFile, report: Report): Promise<readonly Proof[]> {
  const proof = await prove(document, output);
  const failed = proof && failureOf(proof);
  const hints = ['This is a fault of Etrati: please report it. Without --prove the files are written.'];
  if (failed !== null) report.error('formats-part', null, failed, { hints });
  return proof === null ? [] : [proof];
}
