/** A finished PDF as print shops look at it: sheets with their boxes and paints, and what the file says of itself. */
import { PDFArray, type PDFDict, PDFName, PDFNumber, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import { type Refused, refusal } from '../../../diagnostics.ts';
import { dictionaryAt, dictionaryOf, lookup, membersAt, nameAt, stringAt } from '../objects.ts';
import { appearanceOf, prints } from './appearance.ts';
import { readContent } from './content.ts';
import type { PageContent } from './found.ts';
import { type Box, grow, type Matrix, mapBox } from './geometry.ts';
import { knocksOut } from './groups.ts';
import { type Intent, readIntents } from './intent.ts';
import { Layers } from './layers.ts';
import { openPdf } from './open.ts';
import { type FileParts, partsOfFile } from './parts.ts';
import { inherited, Shared } from './shared.ts';
import { groupSpace, type Space } from './spaces.ts';
import { bytesOf } from './streams.ts';
import { boxOf, number } from './values.ts';

export interface Annotation {
  readonly kind: string;
  readonly box: Box | null;
  /** Whether it is printed; its appearance is then among the paints. */
  readonly isPrinted: boolean;
}

/** Boxes are told as the page is seen: turned, and in points whatever its unit. */
export interface Sheet extends PageContent {
  /** From 1. */
  readonly page: number;
  readonly media: Box;
  /** Whether the page tells that size: else it is what viewers take. */
  readonly hasMedia: boolean;
  /** What viewers show, if the page tells it. */
  readonly crop: Box | null;
  readonly bleed: Box | null;
  /** Where it is cut: the TrimBox, or the ArtBox of a page that has that alone. */
  readonly trim: Box | null;
  readonly trimBox: Box | null;
  readonly art: Box | null;
  /** How much larger the page is than its numbers say; 1 at rest. */
  readonly unit: number;
  readonly annotations: readonly Annotation[];
  /** The space in which the page is blended. */
  readonly blending: Space | null;
  /** Whether each of its paints replaces those before it. */
  readonly isKnockout: boolean;
}

export interface PrintFile {
  readonly version: string;
  readonly title: string | null;
  /** Of its text, as it says itself (14.9.2). */
  readonly lang: string | null;
  readonly sheets: readonly Sheet[];
  readonly intents: readonly Intent[];
  /** As the file claims it, such as `PDF/X-4`. */
  readonly standard: string | null;
  readonly hasScripts: boolean;
  /** Blending spaces of forms anywhere in the file. */
  readonly groups: readonly Space[];
  readonly parts: FileParts;
  /** What had to be mended before the file could be read, each as a sentence. */
  readonly repairs: readonly string[];
}

/** Throws `Refused` for what is no PDF, damaged or encrypted. */
export async function readFile(bytes: Uint8Array): Promise<PrintFile> {
  const { document, catalog, pages, repairs } = await openPdf(bytes);
  const shared = new Shared(new Layers(catalog), { work: 5_000_000, refuse: tooMuch });
  const parts = partsOfFile(document, catalog);
  const dictionaries = parts.dictionaries.map(({ dictionary }) => dictionary);
  return {
    version: versionOf(bytes, catalog),
    title: parts.info && stringAt(parts.info, 'Title'),
    lang: stringAt(catalog, 'Lang'),
    sheets: pages.map((page, index) => sheetOf(page, index + 1, shared)),
    intents: readIntents(catalog),
    standard: standardOf(catalog, parts),
    hasScripts: dictionaries.some(hasScript),
    groups: dictionaries.flatMap((dictionary) => groupSpace(dictionary, dictionaryAt(dictionary, 'Resources')) ?? []),
    parts,
    repairs,
  };
}

function tooMuch(): Refused {
  const message = 'The file has more than 5 million drawing operators, which is the limit.';
  const hint = 'Split the file, or save drawings of so many lines as images of pixels.';
  return refusal('preflight-too-large', null, message, hint);
}

function sheetOf(node: PDFDict, page: number, shared: Shared): Sheet {
  const own = (key: string) => boxOf(node.context.lookup(inherited(node, key)));
  const media = own('MediaBox') ?? { left: 0, bottom: 0, right: 612, top: 792 };
  const matrix = viewOf(node, media);
  const seen = (box: Box | null) => box && mapBox(matrix, box);
  const sheet = mapBox(matrix, media);
  const contents = lookup(node, 'Contents');
  const list = contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents];
  const streams = list.filter((stream) => stream instanceof PDFStream);
  // What lies beyond the sheet may be cut off by the shop, and is looked at all the same.
  const members = membersAt(node, 'Annots').flatMap((member) => dictionaryOf(node.context.lookup(member)) ?? []);
  const printed = new Set(members.filter((each) => prints(each, shared.layers)));
  const appearances = [...printed].flatMap((each) => appearanceOf(each) ?? []);
  const content = readContent(node, streams, matrix, grow(sheet, 72), shared, appearances);
  const annotations = members.map((annotation) => ({
    kind: nameAt(annotation, 'Subtype') ?? 'Annot',
    box: seen(boxOf(lookup(annotation, 'Rect'))),
    isPrinted: printed.has(annotation),
  }));
  const blending = groupSpace(node, dictionaryOf(node.context.lookup(inherited(node, 'Resources'))));
  // TrimBox, BleedBox and ArtBox are no inherited entries (Table 30).
  const [trimBox, bleed, art] = ['TrimBox', 'BleedBox', 'ArtBox'].map((key) => seen(boxOf(lookup(node, key))));
  const boxes = {
    media: sheet,
    crop: seen(own('CropBox')),
    bleed: bleed ?? null,
    trimBox: trimBox ?? null,
    art: art ?? null,
  };
  return {
    page,
    ...boxes,
    trim: boxes.trimBox ?? boxes.art,
    hasMedia: own('MediaBox') !== null,
    unit: unitOf(node),
    ...content,
    annotations,
    blending,
    isKnockout: knocksOut(node),
  };
}

/** From a page's own space to what is seen: Rotate turns clockwise by quarters, UserUnit makes larger (Table 30). */
function viewOf(page: PDFDict, media: Box): Matrix {
  const rotate = page.context.lookup(inherited(page, 'Rotate'));
  const scale = unitOf(page);
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

function unitOf(page: PDFDict): number {
  const unit = lookup(page, 'UserUnit');
  return unit instanceof PDFNumber && unit.asNumber() > 0 ? number(unit.asNumber()) || 1 : 1;
}

/** The catalog's version wins over the header's where it is later (7.5.2, 7.7.2). */
function versionOf(bytes: Uint8Array, catalog: PDFDict): string {
  const header = /%PDF-(\d\.\d)/.exec(Buffer.from(bytes.subarray(0, 1100)).toString('latin1'))?.[1] ?? '';
  const own = nameAt(catalog, 'Version') ?? '';
  return own > header ? own : header;
}

/** PDF/X-4 says itself in XMP (ISO 15930-7, identification), X-1a and X-3 in the Info dictionary. */
function standardOf(catalog: PDFDict, { xmp, info }: FileParts): string | null {
  const given = xmp?.property('pdfx', 'GTS_PDFXVersion') ?? claimIn(catalog);
  return (given ?? (info && stringAt(info, 'GTS_PDFXVersion')))?.slice(0, 40).trim() || null;
}

/** A claim in metadata that are no sound XMP is one all the same. */
function claimIn(catalog: PDFDict): string | null {
  const stream = lookup(catalog, 'Metadata');
  const bytes = stream instanceof PDFRawStream ? bytesOf(stream) : null;
  if (bytes === null) return null;
  const text = Buffer.from(bytes).toString('utf8');
  return /pdfxid:GTS_PDFXVersion(?:\s*=\s*["']|\s*>)\s*([^<"']+)/.exec(text)?.[1]?.trim() ?? null;
}

/** An action with a script, or a list of them (12.6.4.16). */
function hasScript(dictionary: PDFDict): boolean {
  return dictionary.get(PDFName.of('S')) === PDFName.of('JavaScript') || dictionary.has(PDFName.of('JavaScript'));
}
