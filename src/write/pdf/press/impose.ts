/**
 * Pages put together as a press prints them for saddle stitch: two on each side of a sheet, so that the sheets, folded within
 * each other, read on. The pages' content is embedded as it is; of the file, what spoke of its pages one by one (structure,
 * bookmarks, names) ends here, and the file says so: it is PDF/X-4 and no longer PDF/A or PDF/UA.
 */
import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { uuid } from '../../uuid.ts';
import { type Facts, xmp } from '../file/xmp.ts';
import { mm } from '../text/type.ts';

export interface Saddle {
  /** How far each sheet pushes the one within it out, in points. */
  readonly creep: number;
  /** Of the sheets, in points; that of the pages is larger by what the innermost sheet is pushed out. */
  readonly bleed: number;
  readonly facts: Facts;
  /** Whether lines outside the sheet say where to cut and fold. */
  readonly marks: boolean;
}

/** The pages (from 0) of each side of the sheets, outermost first: front and back, left and right. */
export function saddleOrder(pages: number): (readonly [left: number, right: number])[] {
  return Array.from({ length: pages / 4 }, (_, sheet): (readonly [number, number])[] => {
    const [first, last] = [2 * sheet, pages - 1 - 2 * sheet];
    return [
      [last, first],
      [first + 1, last - 1],
    ];
  }).flat();
}

/** Outside the trim: the bleed, and room for the marks. */
const slug = 10 * mm;

/** Imposes a print file whose pages are all alike and make whole sheets. */
export async function imposeSaddle(bytes: Uint8Array, { creep, bleed, facts, marks }: Saddle): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = pdf.getPages();
  const [first] = pages;
  if (first === undefined || pages.length % 4 !== 0) throw new Error(`${pages.length} pages make no whole sheets`);
  const { width, height } = first.getTrimBox();
  const ink = marks ? registrationColor(pdf) : null;
  for (const [side, [left, right]] of saddleOrder(pages.length).entries()) {
    // The knife cuts all sheets at once: the inner ones, pushed out, lose this much, so their pages move to the fold by it.
    const shift = Math.floor(side / 2) * creep;
    const sheet = pdf.addPage([2 * width + 2 * slug, height + 2 * slug]);
    const fold = slug + width;
    for (const [number, x] of [
      [left, fold - width + shift],
      [right, fold - shift],
    ] as const) {
      const page = pages[number];
      // An empty page has nothing to place.
      if (page?.node.Contents() !== undefined)
        await place(pdf, sheet, page, { x, fold, isLeft: x < fold - width / 2, bleed, shift });
    }
    const trim = { x: slug, y: slug, width: 2 * width, height };
    sheet.setTrimBox(trim.x, trim.y, trim.width, trim.height);
    sheet.setBleedBox(trim.x - bleed, trim.y - bleed, trim.width + 2 * bleed, trim.height + 2 * bleed);
    if (ink !== null) paintLines(sheet, ink, { ...trim, bleed, fold });
  }
  for (let index = pages.length - 1; index >= 0; index--) pdf.removePage(index);
  const id = createHash('sha256').update(bytes).update(`saddle ${creep} ${marks}`).digest();
  closeCatalog(pdf, { ...facts, standard: null, press: uuid(id) }, id.subarray(0, 16));
  sweep(pdf);
  return pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

interface PanelPosition {
  /** Where the page's left edge stands on the sheet, and where the sheet is folded. */
  readonly x: number;
  readonly fold: number;
  readonly isLeft: boolean;
  readonly bleed: number;
  readonly shift: number;
}

/** A page on a sheet, with its bleed but at the fold, where the other page begins. */
async function place(
  pdf: PDFDocument,
  sheet: PDFPage,
  page: PDFPage,
  { x, fold, isLeft, bleed, shift }: PanelPosition,
): Promise<void> {
  const trim = page.getTrimBox();
  const by = x - trim.x;
  // What has moved away from the edge leaves room, which the wider bleed of the page fills.
  const box = {
    left: isLeft ? trim.x - bleed - shift : fold - by,
    right: isLeft ? fold - by : trim.x + trim.width + bleed + shift,
    bottom: trim.y - bleed,
    top: trim.y + trim.height + bleed,
  };
  const embedded = await pdf.embedPage(page, box);
  // Now, and not when the file is saved: by then the page is gone.
  await embedded.embed();
  sheet.drawPage(embedded, { x: box.left + by, y: slug - bleed });
}

/** Separation "All", which every plate prints (ISO 32000-1, 8.6.6.4). */
function registrationColor(pdf: PDFDocument): PDFRef {
  const { context } = pdf;
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 });
  return context.register(context.obj([PDFName.of('Separation'), PDFName.of('All'), PDFName.of('DeviceCMYK'), tint]));
}

interface Lines {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  readonly fold: number;
}

function paintLines(sheet: PDFPage, ink: PDFRef, { x, y, width, height, bleed, fold }: Lines): void {
  const [from, to] = [bleed + 1 * mm, bleed + 6 * mm];
  const [right, top] = [x + width, y + height];
  const upright = [x, right].flatMap((at) => [
    `${at} ${y - from} m ${at} ${y - to} l`,
    `${at} ${top + from} m ${at} ${top + to} l`,
  ]);
  const level = [y, top].flatMap((at) => [
    `${x - from} ${at} m ${x - to} ${at} l`,
    `${right + from} ${at} m ${right + to} ${at} l`,
  ]);
  const folds = `${fold} ${y - from} m ${fold} ${y - to} l ${fold} ${top + from} m ${fold} ${top + to} l`;
  const operators = `q /All CS 1 SCN 0.25 w ${[...upright, ...level].join(' ')} S [2 1.4] 0 d ${folds} S Q`;
  const { context } = sheet.doc;
  sheet.node.normalizedEntries();
  const resources = sheet.node.Resources() ?? context.obj({});
  resources.set(PDFName.of('ColorSpace'), context.obj({ All: ink }));
  sheet.node.addContentStream(context.register(context.stream(operators)));
}

/** What the catalog says of single pages goes; metadata, intent and identifier become the sheets'. */
function closeCatalog(pdf: PDFDocument, facts: Facts, id: Uint8Array): void {
  const { catalog, context } = pdf;
  for (const key of ['StructTreeRoot', 'MarkInfo', 'Outlines', 'Names', 'PageMode', 'PageLabels'])
    catalog.delete(PDFName.of(key));
  const metadata = context.stream(Buffer.from(xmp(facts), 'utf8'), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  const own = context.obj([]);
  for (const intent of catalog.lookup(PDFName.of('OutputIntents'), PDFArray).asArray()) {
    const kind = context.lookup(intent, PDFDict).lookup(PDFName.of('S'));
    if (kind === PDFName.of('GTS_PDFX')) own.push(intent);
  }
  catalog.set(PDFName.of('OutputIntents'), own);
  const hex = PDFHexString.of(Buffer.from(id).toString('hex'));
  context.trailerInfo.ID = context.obj([hex, hex]);
}

/** Leaves out what nothing leads to any more: the pages that were and their structure. */
function sweep({ context }: PDFDocument): void {
  const kept = new Set<PDFRef>();
  const open: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info];
  while (open.length > 0) {
    const next = open.pop();
    if (next instanceof PDFRef) {
      if (kept.has(next)) continue;
      kept.add(next);
      open.push(context.lookup(next));
    } else if (next instanceof PDFDict || next instanceof PDFArray) {
      for (const value of next instanceof PDFDict ? next.values() : next.asArray()) open.push(value);
    } else if (next instanceof PDFStream) open.push(next.dict);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!kept.has(ref)) context.delete(ref);
}
