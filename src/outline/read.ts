/** Reads a finished file back into an outline, knowing nothing of how it was written. */
import { readDocx } from './docx/docx.ts';
import { readEpub } from './epub/epub.ts';
import { readHtml } from './html/html.ts';
import { readMarkdown } from './markdown/markdown.ts';
import type { Outline } from './outline.ts';
import { readPdf } from './pdf/pdf.ts';
import type { NotePlaces } from './settle.ts';
import { readText } from './text/text.ts';

type Read = (bytes: Uint8Array, notes: NotePlaces) => Outline | Promise<Outline>;

/** A format that is added here can be shown, compared, listened to and proved; `projections` says what it leaves unsaid. */
const readers = {
  pdf: readPdf,
  docx: readDocx,
  html: readHtml,
  epub: readEpub,
  txt: readText,
  md: readMarkdown,
} satisfies Readonly<Record<string, Read>>;

/** By the endings of files. */
export type OutlineFormat = keyof typeof readers;
export const outlineFormats = Object.keys(readers) as readonly OutlineFormat[];

/** The format of a file by its ending; null for one that cannot be read. */
export function formatOfFile(name: string): OutlineFormat | null {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return outlineFormats.find((format) => format === ending) ?? null;
}

/** Throws Refused for a file that is not of the format or, as a PDF without tags, has no structure to read. */
export async function outlineOf(
  bytes: Uint8Array,
  format: OutlineFormat,
  notes: NotePlaces = 'gathered',
): Promise<Outline> {
  return readers[format](bytes, notes);
}
