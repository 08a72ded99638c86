/** Reads a finished file back into an outline, knowing nothing of how it was written. */
import { readDocx } from './docx/docx.ts';
import { readEpub } from './epub/epub.ts';
import type { OutlineFormat } from './formats.ts';
import { readHtml } from './html/html.ts';
import { readMarkdown } from './markdown/markdown.ts';
import type { Outline } from './outline.ts';
import { readPdf } from './pdf/pdf.ts';
import type { NotePlaces } from './settle.ts';
import { readText } from './text/text.ts';

type Read = (bytes: Uint8Array, notes: NotePlaces) => Outline | Promise<Outline>;

const readers: Readonly<Record<OutlineFormat, Read>> = {
  pdf: readPdf,
  docx: readDocx,
  html: readHtml,
  epub: readEpub,
  txt: readText,
  md: readMarkdown,
};

/** Throws Refused for a file that is not of the format or, as a PDF without tags, has no structure to read. */
export async function outlineOf(
  bytes: Uint8Array,
  format: OutlineFormat,
  notes: NotePlaces = 'gathered',
): Promise<Outline> {
  return readers[format](bytes, notes);
}
