/** Reads a finished file back into an outline, knowing nothing of how it was written. */

import { readDocx } from './docx/docx.ts';
import { readEpub } from './epub/epub.ts';
import type { OutlineFormat } from './formats.ts';
import { readHtml } from './html/html.ts';
import { readMarkdown } from './markdown/markdown.ts';
import type { Outline } from './outline.ts';
import { readPdf } from './pdf/pdf.ts';
import { readText } from './text/text.ts';

/** Throws Refused for a file that is not of the format or, as a PDF without tags, has no structure to read. */
export async function outlineOf(bytes: Uint8Array, format: OutlineFormat): Promise<Outline> {
  switch (format) {
    case 'pdf':
      return readPdf(bytes);
    case 'docx':
      return readDocx(bytes);
    case 'html':
      return readHtml(bytes);
    case 'epub':
      return readEpub(bytes);
    case 'txt':
      return readText(bytes);
    case 'md':
      return readMarkdown(bytes);
  }
}
