/** Opens a PDF that may be damaged, encrypted or made to harm. */
import { EncryptedPDFError, ParseSpeeds, PDFDict, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { parseFragment } from 'parse5';
import { Refused, refusal } from '../../diagnostics.ts';
import { lookup, streamBytes } from '../../finished/pdf/objects.ts';
import { deepestPage, pageTreeFault } from '../../finished/pdf/page-tree.ts';

const mostPages = 100_000;

/** Throws Refused for a file that is no PDF, is encrypted or has too many pages. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
    // pdf-lib also gives a document where it found no catalogue, against its own type, or no whole tree of pages.
    if (!(document.catalog instanceof PDFDict)) throw new Error('no catalogue');
    const fault = pageTreeFault(document.catalog, mostPages);
    if (fault === 'large') {
      const limit = mostPages.toLocaleString('en');
      throw refusal('outline-too-large', null, `The PDF has more than ${limit} pages.`, 'Split the file into parts.');
    }
    if (fault === 'deep') {
      const message = `The PDF lists its pages in a tree of more than ${deepestPage} levels.`;
      throw refusal(
        'outline-too-deep',
        null,
        message,
        'Make the PDF again with the program that the document is from.',
      );
    }
    if (fault !== null) throw new Error('no tree of pages');
    document.getPages();
    return document;
  } catch (error) {
    if (error instanceof EncryptedPDFError) {
      throw refusal('outline-encrypted', null, 'The PDF is encrypted.', 'Save it without a password.');
    }
    if (error instanceof Refused) throw error;
    throw refusal(
      'outline-unreadable',
      null,
      'The file is not a PDF that can be read.',
      'Open it in a PDF reader to see whether it is whole.',
    );
  }
}

/** The title that readers show: that of the metadata, or else of the document information (ISO 32000-2, 14.3). */
export function titleOf(document: PDFDocument): string | null {
  const xmp = metadataOf(document.catalog);
  const title = between(xmp ?? '', '<dc:title', '</dc:title>');
  const item = between(between(title, '<rdf:li', '</rdf:li>'), '>', '<');
  const written = parseFragment(item)
    .childNodes.map((node) => ('value' in node ? node.value : ''))
    .join('');
  return written.trim() === '' ? infoTitle(document) : written;
}

/** The text behind the first of one mark, up to the next of another; or to its end. */
function between(text: string, opening: string, closing: string): string {
  const start = text.indexOf(opening);
  if (start < 0) return '';
  const rest = text.slice(start + opening.length);
  const end = rest.indexOf(closing);
  return end < 0 ? rest : rest.slice(0, end);
}

function infoTitle(document: PDFDocument): string | null {
  try {
    return document.getTitle() ?? null;
  } catch {
    // What stands there is no text.
    return null;
  }
}

function metadataOf(catalog: PDFDict): string | null {
  const metadata = lookup(catalog, 'Metadata');
  return metadata instanceof PDFRawStream ? Buffer.from(streamBytes(metadata)).toString('utf8') : null;
}

/** Whether the file's metadata says that it is PDF/UA, of whatever part (ISO 14289-1, 5). */
export function claimsUa(catalog: PDFDict): boolean {
  return /pdfuaid:part\b/.test(metadataOf(catalog) ?? '');
}
