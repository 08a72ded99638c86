/**
 * pdfmake's layout with our text: runs instead of strings, lines broken by our rules, headings kept with what follows,
 * paragraphs without widows or orphans, notes at the foot and tables over pages, all in one pass (pdfmake's own pageBreakBefore
 * lays everything out again for each break).
 */
import docMeasureModule from 'pdfmake/js/DocMeasure.js';
import docPreprocessorModule from 'pdfmake/js/DocPreprocessor.js';
import layoutBuilderModule, { type Measured } from 'pdfmake/js/LayoutBuilder.js';
import pageElementWriterModule from 'pdfmake/js/PageElementWriter.js';
import svgMeasureModule from 'pdfmake/js/SVGMeasure.js';
import { type Band, cellPlace, type Grid, type GridRow } from '../set/grid.ts';
import type { Laid, LaidOut, Node, PlacedFill, PlacedRule, Section } from '../set/node.ts';
import {
  type Anchor,
  type Box,
  breakRuns,
  type Line,
  type LineExtras,
  type LineShape,
  type NoteBody,
  type PlacedMarker,
} from '../text/inlines.ts';
import { PageContext, type PagePlan } from './context.ts';
import {
  bandsWithin,
  leadHeight,
  linesOf,
  marginOf,
  notesOf,
  pageBreak,
  rowHeights,
  rowsHeight,
  wholeHeight,
} from './heights.ts';

class Measure extends docMeasureModule.default {
  override measureLeaf(node: Laid): Laid {
    node.pieces = breakRuns(node.runs ?? [], node.lang ?? 'en');
    return Object.assign(node, { _minWidth: 0, _maxWidth: 0 });
  }
}

class Layout extends layoutBuilderModule.default {
  readonly rules: PlacedRule[] = [];
  readonly fills: PlacedFill[] = [];
  readonly #context: PageContext;
  #markers: PlacedMarker[] = [];
  #anchors: Anchor[] = [];
  #shape: LineShape | null = null;
  readonly #boxes: Box[] = [];
  readonly #shortTail: number;

  readonly #rightHand: boolean;

  constructor({ size, shortTail = 0, plan = null, rightHand = false }: PagesAsked) {
    const none = { left: 0, top: 0, right: 0, bottom: 0 };
    super({ ...size, orientation: 'portrait' }, none, null);
    this.#context = new PageContext(plan);
    this.#shortTail = shortTail;
    this.#rightHand = rightHand;
  }

  run(sections: readonly Section[], host: unknown): LaidOut {
    const structure = new docPreprocessorModule.default().preprocessDocument({ stack: sections });
    const measure = new Measure(host, {}, {}, new svgMeasureModule.default(), this.tableLayouts);
    const measured = measure.measureDocument(structure);
    this.writer = new pageElementWriterModule.default(this.#context) as unknown as this['writer'];
    Object.assign(this, { linearNodeList: [] });
    this.processNode(measured as Laid);
    const { pages } = this.#context;
    // A margin under the last thing that no longer fits opens a page for nothing.
    const used = pages.findLastIndex((page) => page.items.length > 0) + 1;
    const notes = (page: number): readonly NoteBody[] => this.#context.notesOf(page);
    return { pages: pages.slice(0, used), rules: this.rules, fills: this.fills, notesOf: notes };
  }

  override processNode(node: Laid, isVerticalAlignmentAllowed?: boolean): void {
    const context = this.#context;
    const { anchor } = node;
    if (node.turned === true) {
      this.#processTurned(node);
      return;
    }
    if (node.newPage === true && context.used > this.#shortTail) this.writer.moveToNextPage();
    if (node.newPage === true && this.#rightHand && context.atTop && context.page % 2 === 1)
      this.writer.moveToNextPage();
    if (node.keepTogether === true) this.#makeRoom(wholeHeight(node, context.availableWidth) - marginOf(node)[3]);
    if (node.sink !== undefined) {
      const over = context.availableHeight - wholeHeight(node, context.availableWidth);
      const lower = Math.min((node.below ?? 0) - context.y, over + node.sink);
      if (Math.max(over, lower) > 0) context.moveDown(Math.max(over, lower));
    }
    if (node.topMargin !== undefined && context.atTop && node._margin) {
      const [left, , right, bottom] = node._margin;
      node._margin = [left, node.topMargin, right, bottom];
    }
    if (anchor !== undefined) this.#anchors.push(anchor);
    if (node.shape !== undefined) this.#shape = node.shape;
    super.processNode(node as Measured, isVerticalAlignmentAllowed);
  }

  override processVerticalContainer(node: Laid): void {
    const { box } = node;
    const context = this.#context;
    this.#mark(node);
    if (node.grid !== undefined) {
      this.#processGrid(node, node.grid);
      return;
    }
    if (box !== undefined) {
      box.x = context.x - box.padding.x;
      box.width = context.availableWidth + 2 * box.padding.x;
      this.#boxes.push(box);
    }
    const children = withTurned(node.stack ?? []);
    for (const [index, child] of children.entries()) {
      if (child.keepWithNext === true && children[index - 1]?.keepWithNext !== true) {
        this.#makeRoom(leadHeight(children.slice(index, index + longestLead), context.availableWidth));
      }
      this.processNode(child);
    }
    if (box !== undefined) this.#boxes.pop();
  }

  override processLeaf(node: Laid): void {
    const context = this.#context;
    const lines = linesOf(node, context.availableWidth);
    this.#mark(node);
    const first = pageBreak(lines, context);
    let breakAt = first;
    for (const [index, line] of lines.entries()) {
      if (index === breakAt) {
        this.writer.moveToNextPage();
        const next = pageBreak(lines.slice(index), context);
        breakAt = next > 0 ? index + next : -1;
      }
      if (node.alignment !== undefined) Object.assign(line.inlines[0] ?? {}, { alignment: node.alignment });
      if (node.tail !== undefined && index === lines.length - 1) {
        line.tail = { ...node.tail, right: context.x + context.availableWidth + node.tail.right };
      }
      this.#stamp(line);
      context.addNotes(notesOf(line));
      this.writer.addLine(line);
    }
  }

  override processImage(node: Laid): void {
    this.#stamp(node);
    super.processImage(node as Measured);
  }

  override processSVG(node: Laid): void {
    this.#stamp(node);
    super.processSVG(node as Measured);
  }

  // ---- tables and columns -----------------------------------------------------------------------------------------

  #processGrid(node: Laid, grid: Grid): void {
    const context = this.#context;
    const heights = rowHeights(node);
    const head = this.#processHead(node, grid, heights);
    const room = context.pageRoom - head.height;
    for (const band of bandsWithin(node, grid, room)) {
      const need = rowsHeight(node, band.from, band.to);
      if (need > context.availableHeight && need <= room && !context.atTop) this.writer.moveToNextPage();
      if (need > context.availableHeight + 0.01) this.#processTall(node, grid, band, room);
      else for (let r = band.from; r < band.to; r++) this.#processRow(node, grid, r, heights[r]);
    }
    head.end();
  }

  /**
   * Rows that belong together and are higher than a page. Each starts where it fits; what heads several of them is seen again
   * on every page that they come to.
   */
  #processTall(node: Laid, grid: Grid, { from, to }: Band, room: number): void {
    const context = this.#context;
    const heights = rowHeights(node);
    const heads: SpanningHead[] = [];
    let page = context.page;
    for (let r = from; r < to; r++) {
      const need = rowsHeight(node, r, r + 1);
      if (need > context.availableHeight && need <= room && !context.atTop) this.writer.moveToNextPage();
      if (context.page !== page && r > from) this.#repeatHeads(heads, r, heights);
      page = context.page;
      this.#processRow(node, grid, r, need > context.availableHeight + 0.01 ? undefined : heights[r], heads);
    }
  }

  /** Shows the heads of the rows from `row` on again, where the rows that stand on this page have the height for them. */
  #repeatHeads(heads: readonly SpanningHead[], row: number, heights: readonly number[]): void {
    const context = this.#context;
    for (const { copies, height, end } of heads) {
      const rest = heights.slice(row, end).reduce((sum, own) => sum + own, 0);
      if (end <= row || height > Math.min(rest, context.availableHeight)) continue;
      context.pages[context.page]?.items.push(...copies.map((copy) => repeated(copy, -context.y)));
    }
  }

  /** Sets the head and has it repeated, as an artifact, on each page that the table comes to. */
  #processHead(node: Laid, grid: Grid, heights: readonly number[]): { height: number; end(): void } {
    const context = this.#context;
    const height = heights.slice(0, grid.headRows).reduce((sum, row) => sum + row, 0);
    if (height === 0 || height > context.pageRoom / 2) {
      for (let r = 0; r < grid.headRows; r++) this.#processRow(node, grid, r, undefined);
      return { height: 0, end: () => {} };
    }
    const [first] = bandsWithin(node, grid, context.pageRoom - height);
    this.#makeRoom(height + (first === undefined ? 0 : rowsHeight(node, first.from, first.to)));
    const { x, y, page } = context;
    const items = context.pages[page]?.items ?? [];
    const before = { items: items.length, rules: this.rules.length, fills: this.fills.length };
    for (let r = 0; r < grid.headRows; r++) this.#processRow(node, grid, r, heights[r]);
    const copies = items.slice(before.items).map((item) => repeated(item, y));
    const shapes = { rules: this.rules.slice(before.rules), fills: this.fills.slice(before.fills) };
    const repeatable = { items: copies, xOffset: 0, height, insertedOnPages: [] as boolean[] };
    repeatable.insertedOnPages[page] = true;
    const drawn = new Set([page]);
    const onPage = (): void => {
      if (drawn.has(context.page)) return;
      drawn.add(context.page);
      const by = context.y - height - y;
      for (const rule of shapes.rules) this.rules.push({ ...rule, page: context.page, y: rule.y + by });
      for (const fill of shapes.fills)
        this.fills.push({ ...fill, page: context.page, top: fill.top + by, bottom: fill.bottom + by });
    };
    this.writer.repeatables.push(repeatable);
    this.writer.addListener('pageChanged', onPage);
    context.x = x;
    return {
      height,
      end: () => {
        this.writer.repeatables.pop();
        this.writer.removeListener('pageChanged', onPage);
      },
    };
  }

  /** Sets a row: of known height if it stands on one page whole, else each cell flows over pages as far as it must. */
  #processRow(
    node: Laid,
    grid: Grid,
    index: number,
    height: number | undefined,
    heads: SpanningHead[] | null = null,
  ): void {
    const row = grid.rows[index];
    if (row === undefined) return;
    const context = this.#context;
    const { x, availableWidth } = context;
    const start = { page: context.page, y: context.y };
    let end = { ...start, y: start.y + (height ?? 0) };
    for (const cell of row.cells) {
      const child = node.stack?.[cell.child];
      if (child === undefined) continue;
      const place = cellPlace(grid, cell);
      Object.assign(context, { page: start.page, y: start.y, x: x + place.x, availableWidth: place.width });
      const before = context.pages[start.page]?.items.length ?? 0;
      this.processNode(child);
      if (heads !== null && cell.head === true && cell.rowSpan > 1 && context.page === start.page) {
        const copies = (context.pages[start.page]?.items ?? []).slice(before).map((item) => repeated(item, start.y));
        heads.push({ copies, height: wholeHeight(child, place.width), end: index + cell.rowSpan });
      }
      const later = context.page > end.page || (context.page === end.page && context.y > end.y);
      if (later && (height === undefined || context.page > start.page)) end = { page: context.page, y: context.y };
    }
    Object.assign(context, { page: end.page, y: end.y, x, availableWidth });
    this.#drawRow(row, { x, width: gridWidth(grid) }, start, end);
  }

  #drawRow(row: GridRow, { x, width }: { x: number; width: number }, start: Spot, end: Spot): void {
    const { fill, ruleAbove, ruleBelow } = row;
    if (ruleAbove !== null) this.rules.push({ page: start.page, x, y: start.y, width, ...ruleAbove });
    if (ruleBelow !== null) this.rules.push({ page: end.page, x, y: end.y, width, ...ruleBelow });
    if (fill === null) return;
    for (let page = start.page; page <= end.page; page++) {
      const area = this.#context.pages[page];
      if (area === undefined) continue;
      const top = page === start.page ? start.y : area.pageMargins.top;
      const bottom = page === end.page ? end.y : area.pageSize.height - area.pageMargins.bottom;
      this.fills.push({ page, x, top, bottom, width, color: fill });
    }
  }

  /** A table too wide for an upright page: on pages of its own, turned. */
  #processTurned(node: Laid): void {
    const context = this.#context;
    const { pageSize, pageMargins } = context.pages[context.page] ?? {};
    if (pageSize === undefined || pageMargins === undefined) return;
    this.writer.addPage({ width: pageSize.height, height: pageSize.width }, 'landscape', pageMargins);
    this.processNode({ ...node, turned: false } as Laid);
    this.writer.addPage({ width: pageSize.width, height: pageSize.height }, 'portrait', pageMargins);
  }

  /** A marker stands beside the first thing of its node, as far left of the node's text as it says. */
  #mark({ marker }: Laid): void {
    if (marker !== undefined) this.#markers.push({ marker, x: this.#context.x - marker.offset });
  }

  /** Hangs on the first thing of a node what belongs to the node. */
  #stamp(item: LineExtras): void {
    if (this.#markers.length > 0) item.markers = this.#markers;
    if (this.#anchors.length > 0) item.anchors = this.#anchors;
    if (this.#boxes.length > 0) item.boxes = [...this.#boxes];
    if (this.#shape !== null) item.shape = this.#shape;
    this.#markers = [];
    this.#anchors = [];
    this.#shape = null;
  }

  #makeRoom(height: number): void {
    const context = this.#context;
    if (!context.atTop && height > context.availableHeight && height <= context.pageRoom) this.writer.moveToNextPage();
  }
}

/** What heads several rows, as it stands again on a later page. */
interface SpanningHead {
  readonly copies: readonly { readonly type: string; readonly item: unknown }[];
  readonly height: number;
  /** The row after its last. */
  readonly end: number;
}

interface Spot {
  readonly page: number;
  readonly y: number;
}

/** What is kept with a turned table, its headings and caption, turns with it. */
function withTurned(children: readonly Laid[]): readonly Laid[] {
  if (!children.some(({ turned }) => turned)) return children;
  const kept: Laid[] = [];
  for (const child of children) {
    if (child.turned !== true) {
      kept.push(child);
      continue;
    }
    const first = kept.findLastIndex(({ keepWithNext }) => keepWithNext !== true) + 1;
    kept.push({ turned: true, stack: [...kept.splice(first), { ...child, turned: false }] } as Laid);
  }
  return kept;
}

/** Nodes that a lead can reach over: headings under headings, captions, the beginning of what they name. */
const longestLead = 12;

function gridWidth({ widths, gap }: Grid): number {
  return widths.reduce((sum, width) => sum + width, gap * (widths.length - 1));
}

/** A head's line or picture as it stands on later pages: seen again, said once. */
function repeated({ type, item }: { type: string; item: unknown }, top: number): { type: string; item: unknown } {
  const copy = type === 'line' ? (item as Line & { clone(): Line }).clone() : { ...(item as object) };
  const { y = 0 } = copy as { y?: number };
  return {
    type,
    item: Object.assign(copy, { y: y - top, artifact: true, markers: undefined, anchors: undefined, slot: null }),
  };
}

/** The pages that text is laid out on. */
export interface PagesAsked {
  /** In points; of pages that the plan says nothing of. */
  readonly size: { readonly width: number; readonly height: number };
  readonly plan?: PagePlan | null;
  /** What starts a page does not if no more than this part of the page (0 to 1) is taken. */
  readonly shortTail?: number;
  /** What starts a page starts a right-hand one, as the first page is. */
  readonly rightHand?: boolean;
}

/** Lays sections out on pages. The nodes are used up by it. */
export function layOut(sections: readonly Section[], host: unknown, asked: PagesAsked): LaidOut {
  return new Layout(asked).run(sections, host);
}

/** The height of each node in a column of `width` points; the nodes stay as they are. */
export function heightsOf(nodes: readonly Node[], host: unknown, width: number): number[] {
  const structure = new docPreprocessorModule.default().preprocessDocument({ stack: nodes.map(copyOf) });
  const measure = new Measure(host, {}, {}, new svgMeasureModule.default(), {});
  const measured = measure.measureDocument(structure) as Laid;
  return (measured.stack ?? []).map((node) => wholeHeight(node, width));
}

/** Layout uses nodes up; a copy of one leaves it as it is. */
export function copyOf(node: Node): Node {
  return 'stack' in node ? { ...node, stack: node.stack.map(copyOf) } : { ...node };
}
