/** Reads a finished file back into an outline, knowing nothing of how it was written. */
import { refusal } from '../diagnostics.ts';
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

/** What a file is by its first bytes, where it is no text at all. */
function packedAs(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  return start === '%PDF-' ? 'a PDF' : start.startsWith('PK\u0003\u0004') ? 'a ZIP file, as DOCX and EPUB are' : null;
}

/** Throws Refused for a file that is not of the format or, as a PDF without tags, has no structure to read. */
export async function outlineOf(
  bytes: Uint8Array,
  format: OutlineFormat,
  notes: NotePlaces = 'gathered',
): Promise<Outline> {
  const other = packedAs(bytes);
  if (other !== null && ['html', 'txt', 'md'].includes(format)) {
    const message = `The file is ${other}, though its name ends as that of a text.`;
    throw refusal(
      'outline-unreadable',
      null,
      message,
      'Give it the ending of what it is, such as .pdf, .docx or .epub.',
    );
  }
  return readers[format](bytes, notes);
}
