/** A document on its pages, before anything is drawn. */
import pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import { Report } from '../../../diagnostics.ts';
import type { Document } from '../../../model/document.ts';
import { once } from '../../../once.ts';
import type { Job } from '../../targets.ts';
import { heightsOf, layOut } from '../lay/layout.ts';
import { setDocument } from '../set/content.ts';
import { type Form, formOf } from '../set/form.ts';
import type { LaidOut, LayoutNode } from '../set/node.ts';
import { type Paper, roomAtFirst } from '../set/paper.ts';
import { StructureTree } from '../tag/structure.ts';
import { drawCharts, redrawLowered } from './charts.ts';
import { checkSheet } from './fullness.ts';
import { fillNumbers } from './numbers.ts';
import { placedOn } from './ornament.ts';

export interface Pages extends LaidOut {
  readonly tree: StructureTree;
  /** Picture files by the names that nodes use. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  /** The numbers of the pages that named places stand on, as pages are numbered. */
  readonly numbers: ReadonlyMap<string, string>;
}

interface Asked {
  /** What paper says in place of links; without it they lead. */
  readonly paper?: Paper;
  readonly form?: Form;
  /** Pages at the start that are not counted. */
  readonly covers?: number;
}

/** Sets a document and lays it out on the theme's pages. */
export async function setPages(document: Document, job: Job, asked: Asked = {}): Promise<Pages> {
  const { paper = null, form = formOf(document, job.theme), covers = 0 } = asked;
  const charts = await drawCharts(document, job.theme, { arranged: true });
  const set = (on: Paper | null, report: Report): Pages => {
    const tree = new StructureTree(on === null);
    const made = { tree, charts, form, paper: on, heightOf: measureHeight };
    const { sections, images } = setDocument(document, { ...job, report }, made);
    const laid = layOut(sections, measuringHost(images), {
      size: job.theme.page,
      paced: true,
      filled: job.theme.large !== null,
    });
    return { ...laid, tree, images, numbers: numbersOf(laid, covers) };
  };
  const pages = paper === null ? set(null, job.report) : numbered(paper, set, job.report);
  await redrawLowered(pages);
  checkSheet(document, pages, job);
  return pages;
}

/** Sets pages that say their own numbers: anew with the numbers found, until all have the room that they need. */
function numbered(paper: Paper, set: (on: Paper, report: Report) => Pages, report: Report): Pages {
  let held = new Map<string, string>();
  for (let turn = 0; ; turn += 1) {
    const own = new Report();
    const pages = set({ ...paper, numbers: held }, own);
    const asked = [...paper.links.values()].flatMap((each) => (each.type === 'page' ? [each.id] : []));
    const next = new Map(asked.map((id) => [id, roomOf(pages.numbers.get(id) ?? '', held.get(id), turn)]));
    if (asked.every((id) => next.get(id)?.length === (held.get(id) ?? roomAtFirst).length)) {
      for (const found of own.diagnostics) report.add(found);
      fillNumbers(pages, pages.numbers);
      return pages;
    }
    held = next;
  }
}

/** From the third turn on room only grows, so that there is a last one. */
function roomOf(number: string, held: string | undefined, turn: number): string {
  return turn < 2 || held === undefined || number.length > held.length ? number : held;
}

/** Measures nodes before they are laid out. */
export function measureHeight(nodes: readonly LayoutNode[], width: number, images: Pages['images']): number {
  return heightsOf(nodes, measuringHost(images), width).reduce((sum, height) => sum + height, 0);
}

function numbersOf(laid: LaidOut, covers: number): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const [index, page] of laid.pages.entries()) {
    for (const { anchors } of placedOn(page)) for (const { id } of anchors) numbers.set(id, String(index + 1 - covers));
  }
  return numbers;
}

/** What pdfmake's measuring asks of a document: the sizes of pictures. */
export function measuringHost(images: Readonly<Record<string, Uint8Array>>): object {
  // Most of what is measured has no picture.
  const reader = once(() => new pdfDocumentModule.default({}, {}, {}, {}, { autoFirstPage: false, font: null }, null));
  return {
    images: {},
    provideImage: (name: string): unknown => {
      const bytes = images[name];
      if (bytes === undefined) throw new Error(`no picture "${name}"`);
      return reader().openImage(Buffer.from(bytes));
    },
  };
}
