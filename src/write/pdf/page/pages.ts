/** A document on its pages, before anything is drawn. */
import pdfDocumentModule from 'pdfmake/js/PDFDocument.js';
import type { ChartDrawing } from '../../../chart/chart.ts';
import { Report } from '../../../diagnostics.ts';
import type { Blocks, Chart, Document } from '../../../model/document.ts';
import type { Theme } from '../../../theme/theme.ts';
import type { Job } from '../../targets.ts';
import { heightsOf, layOut } from '../lay/layout.ts';
import { chartWidth } from '../set/charts.ts';
import { setDocument } from '../set/content.ts';
import { type Form, formOf } from '../set/form.ts';
import type { LaidOut, LayoutNode } from '../set/node.ts';
import { type Paper, roomAtFirst } from '../set/paper.ts';
import type { ChartDrawings } from '../set/setting.ts';
import { columnWidth } from '../set/terms.ts';
import { StructureTree } from '../tag/structure.ts';
import { fillNumbers } from './numbers.ts';
import { placedOn } from './ornament.ts';

export interface Pages extends LaidOut {
  readonly tree: StructureTree;
  /** Picture files by the names that nodes use. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  /** The numbers of the pages that named places stand on, as pages are numbered. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** Less of a page than this, left over from a chapter, would look lost alone: the next chapter opens below it. */
const shortTail = 1 / 3;

interface Asked {
  /** What paper says in place of links; without it they lead. */
  readonly paper?: Paper;
  readonly tail?: number;
  readonly rightHand?: boolean;
  readonly form?: Form;
}

/** Sets a document and lays it out on the theme's pages. */
export async function setPages(document: Document, job: Job, asked: Asked = {}): Promise<Pages> {
  const { paper = null, tail = shortTail, rightHand = false, form = formOf(document, job.theme) } = asked;
  const charts = await drawCharts(document, job.theme);
  const set = (on: Paper | null, report: Report): Pages => {
    const tree = new StructureTree(on === null);
    const made = { tree, charts, form, paper: on, heightOf: measureHeight };
    const { sections, images } = setDocument(document, { ...job, report }, made);
    const laid = layOut(sections, measuringHost(images), { size: job.theme.page, shortTail: tail, rightHand });
    return { ...laid, tree, images, numbers: numbersOf(laid) };
  };
  return paper === null ? set(null, job.report) : numbered(paper, set, job.report);
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

/** Draws the document's charts; what draws them is big and is read only if there is one. */
export async function drawCharts(document: Document, theme: Theme): Promise<ChartDrawings> {
  const drawings = new Map<Chart, ChartDrawing>();
  const charts = [...chartsIn(document.body, chartWidth(theme), theme)];
  if (charts.length === 0) return drawings;
  const { drawChart } = await import('../../../chart/chart.ts');
  for (const { chart, width } of charts) {
    drawings.set(chart, await drawChart(chart, theme, { width, lang: chart.lang ?? document.lang }));
  }
  return drawings;
}

/** The charts of blocks, each with the width that it has: the page's text width, or that of its column. */
function* chartsIn(blocks: Blocks, width: number, theme: Theme): Generator<{ chart: Chart; width: number }> {
  for (const block of blocks) {
    if (block.type === 'chart') yield { chart: block, width };
    else if (block.type === 'section') yield* chartsIn(block.blocks, width, theme);
    else if (block.type === 'list') for (const item of block.items) yield* chartsIn(item.blocks, width, theme);
    else if (block.type === 'columns') {
      for (const column of block.columns)
        yield* chartsIn(column, columnWidth(width, block.columns.length, theme), theme);
    }
  }
}

function numbersOf(laid: LaidOut): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const [index, page] of laid.pages.entries()) {
    for (const { anchors } of placedOn(page)) for (const { id } of anchors) numbers.set(id, String(index + 1));
  }
  return numbers;
}

/** What pdfmake's measuring asks of a document: the sizes of pictures. */
export function measuringHost(images: Readonly<Record<string, Uint8Array>>): object {
  const reader = new pdfDocumentModule.default({}, {}, {}, {}, { autoFirstPage: false, font: null }, null);
  return {
    images: {},
    provideImage: (name: string): unknown => {
      const bytes = images[name];
      if (bytes === undefined) throw new Error(`no picture "${name}"`);
      return reader.openImage(Buffer.from(bytes));
    },
  };
}
