/**
 * Pages put together on the sheets of a press. The sheets are pages of the same file, drawn with their marks, after the pages that
 * come onto them. The pages' content is embedded as it is; of the file, what spoke of its pages one by one (structure,
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
import type { PlacedOnForm, PressForm } from './forms.ts';

interface Imposed {
  readonly forms: readonly PressForm[];
  /** Of the sheets, in points; that of the pages may be larger. */
  readonly bleed: number;
  readonly facts: Facts;
}

/** @param bytes a print file whose last pages are those of the forms */
export async function impose(bytes: Uint8Array, { forms, bleed, facts }: Imposed): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const all = pdf.getPages();
  const pages = all.slice(0, all.length - forms.length);
  const sheets = all.slice(pages.length);
  for (const [index, { placed }] of forms.entries()) {
    const sheet = sheets[index];
    if (sheet === undefined) throw new Error('a form has no sheet');
    const trim = sheet.getTrimBox();
    for (const each of placed) {
      const page = pages[each.page];
      // An empty page has nothing to place.
      if (page?.node.Contents() !== undefined) await place(pdf, sheet, page, each, bleed);
    }
    // What is drawn on the sheet itself, such as words on a spine, stands over its pages.
    const contents = sheet.node.Contents();
    if (placed.length > 0 && contents instanceof PDFArray && contents.size() > 1) {
      const last = contents.size() - 1;
      contents.insert(0, contents.get(last));
      contents.remove(last + 1);
    }
    sheet.setBleedBox(trim.x - bleed, trim.y - bleed, trim.width + 2 * bleed, trim.height + 2 * bleed);
    for (const key of ['StructParents', 'Tabs']) sheet.node.delete(PDFName.of(key));
  }
  for (let index = pages.length - 1; index >= 0; index--) pdf.removePage(index);
  const id = createHash('sha256').update(bytes).update(JSON.stringify(forms)).digest();
  closeCatalog(pdf, { ...facts, standard: null, press: uuid(id) }, id.subarray(0, 16));
  sweep(pdf);
  return pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

/** A page on a sheet, with its bleed but not over its neighbour. */
async function place(pdf: PDFDocument, sheet: PDFPage, page: PDFPage, at: PlacedOnForm, bleed: number): Promise<void> {
  const [trim, around] = [page.getTrimBox(), sheet.getTrimBox()];
  const box = {
    left: trim.x + at.from - at.x,
    right: trim.x + at.to - at.x,
    bottom: trim.y - bleed,
    top: trim.y + trim.height + bleed,
  };
  const embedded = await pdf.embedPage(page, box);
  // Now, and not when the file is saved: by then the page is gone.
  await embedded.embed();
  sheet.drawPage(embedded, { x: around.x + at.from, y: around.y - bleed });
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
