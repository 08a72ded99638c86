/** Opens a PDF as viewers and presses do: what is damaged is mended where it can be, and it is told what was mended. */
import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { Refused, refusal } from '../../../diagnostics.ts';
import { dictionaryAt, dictionaryOf, lookup } from '../objects.ts';
import { deepestPage, pageTreeFault } from '../page-tree.ts';
import { wrongLengths } from './lengths.ts';
import { lostIn } from './lost.ts';
import { cutStreams, isXrefSound, rebuilt } from './rebuilt.ts';

export interface OpenedPdf {
  readonly document: PDFDocument;
  readonly catalog: PDFDict;
  readonly pages: readonly PDFDict[];
  /** What was mended, each as a sentence without its full stop. */
  readonly repairs: readonly string[];
}

/** A thick book has some 1,500; a shop splits what is longer. */
const mostPages = 10_000;

/** Throws `Refused` for what is no PDF, encrypted, or damaged beyond repair. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  // Bytes before the header are tolerated by all readers (Annex H, note 13).
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) {
    throw refusal('not-a-pdf', null, 'The file is not a PDF.', 'Name a PDF file.');
  }
  try {
    const repairs: string[] = [];
    const document = await parsed(bytes, repairs);
    repairs.push(...wrongLengths(document.context));
    const catalog = catalogOf(document, repairs);
    const pages = pagesOf(document, catalog, repairs);
    if (repairs.length > 0) repairs.push(...lostIn(document.context, cutStreams(bytes)));
    // Nothing can be lost by them: readers pass over them.
    const before = Buffer.from(bytes.subarray(0, 1024)).indexOf('%PDF-');
    if (before > 0)
      repairs.push(`${before} ${before === 1 ? 'byte' : 'bytes'} before its beginning (%PDF) were passed over`);
    return { document, catalog, pages, repairs };
  } catch (error) {
    if (error instanceof EncryptedPDFError) {
      throw refusal(
        'encrypted',
        null,
        'The PDF is encrypted: no print shop can impose it.',
        'Save it without a password.',
      );
    }
    if (error instanceof Refused) throw error;
    throw refusal(
      'pdf-damaged',
      null,
      'The PDF is damaged and cannot be read.',
      'Make the PDF again, or get another copy.',
    );
  }
}

const load = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });

async function parsed(bytes: Uint8Array, repairs: string[]): Promise<PDFDocument> {
  try {
    const document = await load(bytes);
    if (!isXrefSound(bytes)) repairs.push('Its table of objects (xref) was wrong and was made again');
    if (document.context.enumerateIndirectObjects().length > 0) return document;
  } catch (error) {
    if (error instanceof EncryptedPDFError) throw error;
  }
  repairs.length = 0;
  const document = await load(rebuilt(bytes));
  repairs.push('Its objects were gathered one by one, as its table of objects or its end is damaged');
  return document;
}

function catalogOf({ context }: PDFDocument, repairs: string[]): PDFDict {
  const own = dictionaryOf(context.lookup(context.trailerInfo.Root));
  if (own !== null && dictionaryAt(own, 'Pages') !== null) return own;
  const all = dictionariesOf(context);
  const other =
    all.find(
      (each) => each.get(PDFName.of('Type')) === PDFName.of('Catalog') && dictionaryAt(each, 'Pages') !== null,
    ) ?? all.find((each) => dictionaryAt(each, 'Pages')?.has(PDFName.of('Kids')) === true);
  if (other !== undefined) {
    repairs.push('Its catalogue was not where the file says, and was looked for');
    return other;
  }
  if (!all.some(isPage)) throw new Error('no pages');
  repairs.push('Its catalogue is missing; its pages were looked for');
  return own ?? PDFDict.withContext(context);
}

const dictionariesOf = (context: PDFDocument['context']): readonly PDFDict[] =>
  context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));

const isPage = (each: PDFDict): boolean => each.get(PDFName.of('Type')) === PDFName.of('Page');

function pagesOf({ context }: PDFDocument, catalog: PDFDict, repairs: string[]): readonly PDFDict[] {
  const fault = pageTreeFault(catalog, mostPages);
  if (fault === 'large') throw tooManyPages();
  if (fault === 'deep') throw tooDeep();
  const listed = fault === null ? leavesOf(catalog) : [];
  if (listed.length > 0) return listed;
  const found = dictionariesOf(context).filter(isPage);
  if (found.length === 0) throw new Error('no pages');
  if (found.length > mostPages) throw tooManyPages();
  repairs.push('Its list of pages is damaged; its pages were found one by one, in the order of the file');
  return found;
}

/** The pages of a sound tree, in order. What is no dictionary is passed over, as viewers do. */
function leavesOf(catalog: PDFDict): readonly PDFDict[] {
  const leaves: PDFDict[] = [];
  const walk = (object: PDFObject | undefined): void => {
    const node = dictionaryOf(object instanceof PDFRef ? catalog.context.lookup(object) : object);
    if (node === null) return;
    const kids = lookup(node, 'Kids');
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) walk(kid);
    else if (isPage(node) || !node.has(PDFName.of('Kids'))) leaves.push(node);
  };
  walk(lookup(catalog, 'Pages'));
  return leaves;
}

function tooDeep(): Refused {
  const message = `The PDF lists its pages in a tree of more than ${deepestPage} levels.`;
  return refusal('pdf-too-deep', null, message, 'Make the PDF again with the program that the document is from.');
}

function tooManyPages(): Refused {
  const limit = mostPages.toLocaleString('en');
  const message = `The PDF has more than ${limit} pages, the most that are judged at a time.`;
  return refusal('preflight-too-large', null, message, `Split the file into parts of at most ${limit} pages.`);
}
