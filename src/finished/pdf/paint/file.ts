/** A finished PDF as print shops look at it: sheets with their boxes and paints, and what the file says of itself. */
import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { Refused, refusal } from '../../../diagnostics.ts';
import { dictionaryAt, dictionaryOf, lookup, membersAt, nameAt, stringAt } from '../objects.ts';
import { deepestPage, pageTreeFault } from '../page-tree.ts';
import { readContent } from './content.ts';
import { type Box, grow, type Matrix, mapBox } from './geometry.ts';
import { type Intent, readIntents } from './intent.ts';
import { Layers } from './layers.ts';
import type { Paint } from './paint.ts';
import { inherited, Shared } from './shared.ts';
import { groupSpace, type Space } from './spaces.ts';
import { bytesOf } from './streams.ts';
import { boxOf, number } from './values.ts';

export interface Annotation {
  readonly kind: string;
  readonly box: Box | null;
}

/** Boxes are told as the page is seen: turned, and in points whatever its unit. */
export interface Sheet {
  /** From 1. */
  readonly page: number;
  readonly media: Box;
  readonly bleed: Box | null;
  readonly trim: Box | null;
  readonly paints: readonly Paint[];
  /** What cells of tilings and soft masks paint, at no place of their own. */
  readonly inner: readonly Paint[];
  /** How many streams of its content could not be unpacked. */
  readonly damaged: number;
  readonly annotations: readonly Annotation[];
  /** The space in which the page is blended. */
  readonly blending: Space | null;
}

export interface PrintFile {
  readonly version: string;
  readonly title: string | null;
  readonly sheets: readonly Sheet[];
  readonly intents: readonly Intent[];
  /** As the file claims it, such as `PDF/X-4`. */
  readonly standard: string | null;
  readonly hasScripts: boolean;
  /** Blending spaces of forms anywhere in the file. */
  readonly groups: readonly Space[];
}

/** Throws `Refused` for what is no PDF, damaged or encrypted. */
export async function readFile(bytes: Uint8Array): Promise<PrintFile> {
  const { document, pages } = await open(bytes);
  const { catalog, context } = document;
  const shared = new Shared(new Layers(catalog), { work: 5_000_000, refuse: tooMuch });
  const dictionaries = context.enumerateIndirectObjects().flatMap(([, object]) => dictionaryOf(object) ?? []);
  return {
    version: versionOf(bytes, catalog),
    title: titleOf(document),
    sheets: pages.map((page, index) => sheetOf(page, index + 1, shared)),
    intents: readIntents(catalog),
    standard: standardOf(document),
    hasScripts: dictionaries.some((dictionary) => hasScript(dictionary, 0)),
    groups: dictionaries.flatMap((dictionary) => groupSpace(dictionary, dictionaryAt(dictionary, 'Resources')) ?? []),
  };
}

/** A thick book has some 1,500; a shop splits what is longer. */
const mostPages = 10_000;

/** The pages are asked for here: a damaged file may have a catalogue and no whole tree of pages. */
async function open(bytes: Uint8Array): Promise<{ document: PDFDocument; pages: readonly PDFPage[] }> {
  // Bytes before the header are tolerated by all readers (Annex H, note 13).
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) {
    throw refusal('not-a-pdf', null, 'The file is not a PDF.', 'Name a PDF file.');
  }
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
    if (!(document.catalog instanceof PDFDict)) throw new Error('no catalogue');
    const fault = pageTreeFault(document.catalog, mostPages);
    if (fault === 'large') throw tooManyPages();
    if (fault === 'deep') throw tooDeep();
    if (fault !== null) throw new Error('no tree of pages');
    const pages = document.getPages();
    if (pages.length === 0) throw new Error('no pages');
    return { document, pages };
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

function tooDeep(): Refused {
  const message = `The PDF lists its pages in a tree of more than ${deepestPage} levels.`;
  return refusal('pdf-too-deep', null, message, 'Make the PDF again with the program that the document is from.');
}

function tooMuch(): Refused {
  const message = 'The file has more than 5 million drawing operators, which is the limit.';
  const hint = 'Split the file, or save drawings of so many lines as images of pixels.';
  return refusal('preflight-too-large', null, message, hint);
}

function tooManyPages(): Refused {
  const limit = mostPages.toLocaleString('en');
  const message = `The PDF has more than ${limit} pages, the most that are judged at a time.`;
  return refusal('preflight-too-large', null, message, `Split the file into parts of at most ${limit} pages.`);
}

function sheetOf({ node }: PDFPage, page: number, shared: Shared): Sheet {
  const own = (key: string) => boxOf(node.context.lookup(inherited(node, key)));
  const media = own('MediaBox') ?? { left: 0, bottom: 0, right: 612, top: 792 };
  const matrix = viewOf(node, media);
  const seen = (box: Box | null) => box && mapBox(matrix, box);
  const sheet = mapBox(matrix, media);
  const contents = lookup(node, 'Contents');
  const list = contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents];
  const streams = list.filter((stream) => stream instanceof PDFStream);
  // What lies beyond the sheet may be cut off by the shop, and is looked at all the same.
  const { paints, inner, damaged } = readContent(node, streams, matrix, grow(sheet, 72), shared);
  const annotations = membersAt(node, 'Annots').flatMap((member) => {
    const annotation = dictionaryOf(node.context.lookup(member));
    if (annotation === null) return [];
    return [{ kind: nameAt(annotation, 'Subtype') ?? 'Annot', box: seen(boxOf(lookup(annotation, 'Rect'))) }];
  });
  const blending = groupSpace(node, dictionaryOf(node.context.lookup(inherited(node, 'Resources'))));
  // TrimBox and BleedBox are no inherited entries (Table 30).
  const [trim, bleed] = [seen(boxOf(lookup(node, 'TrimBox'))), seen(boxOf(lookup(node, 'BleedBox')))];
  return { page, media: sheet, bleed, trim, paints, inner, damaged, annotations, blending };
}

/** From a page's own space to what is seen: Rotate turns clockwise by quarters, UserUnit makes larger (Table 30). */
function viewOf(page: PDFDict, media: Box): Matrix {
  const rotate = page.context.lookup(inherited(page, 'Rotate'));
  const unit = lookup(page, 'UserUnit');
  const scale = unit instanceof PDFNumber && unit.asNumber() > 0 ? number(unit.asNumber()) || 1 : 1;
  const quarters = rotate instanceof PDFNumber ? ((Math.round(rotate.asNumber() / 90) % 4) + 4) % 4 : 0;
  const { left, bottom, right, top } = media;
  const turned: readonly Matrix[] = [
    [scale, 0, 0, scale, 0, 0],
    [0, -scale, scale, 0, -bottom * scale, right * scale],
    [-scale, 0, 0, -scale, right * scale, top * scale],
    [0, scale, -scale, 0, top * scale, -left * scale],
  ];
  return turned[quarters] ?? [scale, 0, 0, scale, 0, 0];
}

/** The catalog's version wins over the header's where it is later (7.5.2, 7.7.2). */
function versionOf(bytes: Uint8Array, catalog: PDFDict): string {
  const header = /%PDF-(\d\.\d)/.exec(Buffer.from(bytes.subarray(0, 1100)).toString('latin1'))?.[1] ?? '';
  const own = nameAt(catalog, 'Version') ?? '';
  return own > header ? own : header;
}

function xmpOf(catalog: PDFDict): string {
  const stream = lookup(catalog, 'Metadata');
  const bytes = stream instanceof PDFRawStream ? bytesOf(stream) : null;
  return bytes === null ? '' : Buffer.from(bytes).toString('utf8');
}

/** PDF/X-4 says itself in XMP (ISO 15930-7, identification), X-1a and X-3 in the Info dictionary. */
function standardOf(document: PDFDocument): string | null {
  const key = /pdfxid:GTS_PDFXVersion(?:\s*=\s*["']|\s*>)\s*([^<"']+)/.exec(xmpOf(document.catalog))?.[1]?.trim();
  if (key) return key;
  const info = dictionaryOf(document.context.lookup(document.context.trailerInfo.Info));
  return info && stringAt(info, 'GTS_PDFXVersion');
}

function titleOf(document: PDFDocument): string | null {
  const info = dictionaryOf(document.context.lookup(document.context.trailerInfo.Info));
  return info && stringAt(info, 'Title');
}

/** An action with a script, in a dictionary or in those that stand in it directly (12.6.4.16). */
function hasScript(object: PDFObject, depth: number): boolean {
  if (depth > 32 || object instanceof PDFRef) return false;
  if (object instanceof PDFArray) return object.asArray().some((member) => hasScript(member, depth + 1));
  if (!(object instanceof PDFDict)) return false;
  if (object.get(PDFName.of('S')) === PDFName.of('JavaScript') || object.has(PDFName.of('JavaScript'))) return true;
  return object.values().some((value) => hasScript(value, depth + 1));
}
