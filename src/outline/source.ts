/** The data that a finished file was made from, where it carries it: byte by byte. */
import { parse } from 'parse5';
import { refusal } from '../diagnostics.ts';
import { hashOfData, originOf } from '../finished/docx/origin.ts';
import { openPackage } from '../finished/docx/package.ts';
import { attribute, elementsOf, measure } from '../finished/html/tree.ts';
import { damagedSource, type EmbeddedSource, withoutSource } from './embedded.ts';
import { readPdfSource } from './pdf/source.ts';

export type { EmbeddedSource } from './embedded.ts';

/**
 * The data file in a PDF, DOCX or HTML file, told apart by their first bytes. Throws Refused: for a file that is none of them,
 * `source-missing` if it carries none, `source-damaged` if what it carries is not whole.
 */
export async function readSource(bytes: Uint8Array): Promise<EmbeddedSource> {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (start.startsWith('PK') && Buffer.from(bytes).includes('word/')) return readDocxSource(bytes);
  if (/^\uFEFF?\s*<(?:!doctype|html)/i.test(start.replace(/^\xEF\xBB\xBF/, ''))) return readHtmlSource(bytes);
  if (start.includes('%PDF-')) return readPdfSource(bytes);
  const message = 'The file is not a PDF, DOCX or HTML file: only those can carry the data that they are made from.';
  throw refusal('outline-unreadable', null, message, 'Name a file that was made with --embed-source.');
}

function readDocxSource(bytes: Uint8Array): EmbeddedSource {
  const origin = originOf(openPackage(bytes));
  if (origin?.data == null) throw withoutSource('DOCX', '--format docx --embed-source');
  if (hashOfData(origin.data) !== origin.sha256) throw damagedSource('DOCX');
  return { name: origin.file, description: '', bytes: origin.data };
}

const address = /^data:application\/json;base64,([A-Za-z0-9+/]*={0,2})$/;

function readHtmlSource(bytes: Uint8Array): EmbeddedSource {
  const document = parse(Buffer.from(bytes).toString('utf8'));
  measure(document);
  const page = document.childNodes.find((node) => 'tagName' in node);
  const head =
    page !== undefined && 'tagName' in page ? elementsOf(page).find(({ tagName }) => tagName === 'head') : undefined;
  for (const link of head === undefined ? [] : elementsOf(head)) {
    if (link.tagName !== 'link' || attribute(link, 'type') !== 'application/json') continue;
    const [, data] = address.exec(attribute(link, 'href') ?? '') ?? [];
    if (data === undefined || data.length % 4 !== 0) throw damagedSource('page');
    return {
      name: attribute(link, 'title') ?? '',
      description: '',
      bytes: new Uint8Array(Buffer.from(data, 'base64')),
    };
  }
  throw withoutSource('page', '--format html --embed-source');
}
