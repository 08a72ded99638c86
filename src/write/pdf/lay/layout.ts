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
import type { Laid, LaidOut, LayoutNode, OpeningMarks, PageSection, PlacedFill, PlacedRule } from '../set/node.ts';
import {
  type Anchor,
  type Backdrop,
  breakRuns,
  type LineExtras,
  type LineShape,
  type NoteBody,
  type PlacedMarker,
} from '../text/inlines.ts';
import { PageContext, type PagePlan } from './context.ts';
import { keepRoom, leadHeight, linesOf, marginOf, pageBreak, wholeHeight } from './heights.ts';
import { Pacing, plannedOf } from './pacing.ts';
import { type RowHost, Rows } from './rows.ts';
import { loosen, withTurned } from './turned.ts';

class Measure extends docMeasureModule.default {
  override measureLeaf(node: Laid): Laid {
    node.pieces = breakRuns(node.runs ?? [], node.lang ?? 'en');
    return Object.assign(node, { _minWidth: 0, _maxWidth: 0 });
  }
}

class Layout extends layoutBuilderModule.default implements RowHost {
  readonly rules: PlacedRule[] = [];
  readonly fills: PlacedFill[] = [];
  readonly context: PageContext;
  readonly #size: PagesAsked['size'];
  readonly #rows: Rows;
  #markers: PlacedMarker[] = [];
  #anchors: Anchor[] = [];
  #shape: LineShape | null = null;
  readonly #boxes: Backdrop[] = [];
  readonly #pacing: Pacing | null;
  /** Whether what is set stands on planned pages; within what is set whole, and how wide gaps are between such. */
  #planned = false;
  #whole = false;
  #gaps = 1;

  constructor({ size, plan = null, paced = false, filled = false }: PagesAsked) {
    const none = { left: 0, top: 0, right: 0, bottom: 0 };
    super({ ...size, orientation: 'portrait' }, none, null);
    this.context = new PageContext(plan);
    this.#size = size;
    this.#rows = new Rows(this);
    this.#pacing = paced ? new Pacing(filled) : null;
  }

  run(sections: readonly PageSection[], host: unknown): LaidOut {
    const structure = new docPreprocessorModule.default().preprocessDocument({ stack: sections });
    const measure = new Measure(host, {}, {}, new svgMeasureModule.default(), this.tableLayouts);
    const measured = measure.measureDocument(structure);
    this.writer = new pageElementWriterModule.default(this.context) as unknown as this['writer'];
    Object.assign(this, { linearNodeList: [] });
    this.processNode(measured as Laid);
    const { pages } = this.context;
    // A margin under the last thing that no longer fits opens a page for nothing.
    const filled = pages.findLastIndex((page) => page.items.length > 0) + 1;
    const used = Math.max(filled, this.context.notedPages);
    while (pages.length < used) this.context.addPage(this.context.pages[this.context.page]?.pageSize ?? this.#size);
    const notes = (page: number): readonly NoteBody[] => this.context.notesOf(page);
    return { pages: pages.slice(0, used), rules: this.rules, fills: this.fills, notesOf: notes };
  }

  override processNode(node: Laid, isVerticalAlignmentAllowed?: boolean): void {
    const context = this.context;
    if (node.section !== undefined) this.#foresee(node);
    if (node.turned === true) {
      this.#processTurned(node);
      return;
    }
    this.#beginAsPlanned(node);
    if (node.newPage === true && !this.#planned && !context.atTop) this.writer.moveToNextPage();
    if (node.keepTogether === true && node.whole !== true) {
      const height = wholeHeight(node, context.availableWidth) - marginOf(node)[3] + (node.under ?? 0);
      if (height + (node.led ?? 0) <= context.pageRoom) this.makeRoom(height);
    }
    if (node.sink !== undefined) {
      const over = context.availableHeight - wholeHeight(node, context.availableWidth);
      const lower = Math.min((node.below ?? 0) - context.y, over + node.sink);
      if (Math.max(over, lower) > 0) context.moveDown(Math.max(over, lower));
    }
    if (node.opening?.collapses === true && context.atTop) return;
    if (node.anchor !== undefined) this.#anchors.push(node.anchor);
    if (node.shape !== undefined) this.#shape = node.shape;
    const [outer, margin] = [this.#whole, node._margin];
    const gaps = outer || node.box !== undefined ? 1 : this.#gaps;
    if (margin && node.absolutePosition === undefined) {
      const top = context.atTop ? (node.topMargin ?? margin[1]) : margin[1] * gaps;
      // Room over and under a thing is no reason for a page of its own.
      if (top > context.availableHeight) this.writer.moveToNextPage();
      else context.moveDown(top);
      node._margin = [margin[0], 0, margin[2], 0];
    }
    this.#whole ||= node.whole === true || node.grid !== undefined;
    super.processNode(node as Measured, isVerticalAlignmentAllowed);
    this.#whole = outer;
    if (!margin || node.absolutePosition !== undefined) return;
    node._margin = margin;
    // Gaps may differ from page to page.
    const below = margin[3] * (outer || node.box !== undefined ? 1 : this.#gaps);
    context.moveDown(Math.min(below, Math.max(0, context.availableHeight)));
  }

  /** Takes in what is to be planned: pages are as wide and high as the section says. */
  #foresee({ section, pageMargins }: Laid): void {
    if (section === undefined || pageMargins === undefined) return;
    const [left, top, right, bottom] = pageMargins;
    const { width, height } = this.#size;
    this.#pacing?.foresee(section, width - left - right, height - top - bottom);
  }

  #beginAsPlanned(node: Laid): void {
    if (this.#pacing === null) return;
    const context = this.context;
    const begun = this.#pacing.begin(node, () =>
      context.hasLateNotes
        ? null
        : { room: context.pageRoom, used: context.atTop ? 0 : context.pageRoom - context.availableHeight },
    );
    const gaps = begun?.gaps ?? this.#pacing.startsAt(node, 0);
    if (gaps !== undefined) {
      if (begun?.anew !== false && !context.atTop) this.writer.moveToNextPage();
      this.#gaps = gaps;
    }
    if (node.planned !== undefined) this.#planned = node.planned;
    if (!this.#planned) this.#gaps = 1;
  }

  override processVerticalContainer(node: Laid): void {
    const { box } = node;
    const context = this.context;
    this.#mark(node);
    if (node.grid !== undefined) {
      this.#rows.process(node, node.grid);
      return;
    }
    if (box !== undefined) {
      box.x = context.x - box.padding.x;
      box.width = context.availableWidth + 2 * box.padding.x;
      this.#boxes.push(box);
    }
    if (node.opening !== undefined) this.#open(node.opening);
    const children = withTurned(node.stack ?? []);
    keepRoom(node, children, context.availableWidth, context.pageRoom);
    for (const [index, child] of children.entries()) {
      const planned = child.keepWithNext === true ? plannedOf(child) : undefined;
      const before = children[index - 1];
      // What is led to has its room from there.
      if (child.keepWithNext === true && child.led === 0 && before?.keepWithNext !== true && planned !== true) {
        // What stands before it may have been planned.
        this.#planned = planned ?? this.#planned;
        this.makeRoom(leadHeight(children.slice(index, index + longestLead), context.availableWidth, context.pageRoom));
      }
      this.processNode(child);
    }
    if (box !== undefined) this.#boxes.pop();
  }

  override processLeaf(node: Laid): void {
    const context = this.context;
    const lines = linesOf(node, context.availableWidth);
    this.#mark(node);
    const starts = this.#pacing?.starts(node);
    let breakAt = pageBreak(lines, context);
    for (const [index, line] of lines.entries()) {
      const gaps = index === 0 ? undefined : starts?.get(index);
      if (index === breakAt || gaps !== undefined) {
        this.writer.moveToNextPage();
        this.#gaps = gaps ?? this.#gaps;
        const next = pageBreak(lines.slice(index), context);
        breakAt = next > 0 ? index + next : -1;
      }
      line.align(node.alignment, context.availableWidth);
      if (node.tail !== undefined && index === lines.length - 1) {
        line.tail = { ...node.tail, right: context.x + context.availableWidth + node.tail.right };
      }
      this.#stamp(line);
      context.addNotes(line.notes, line.getHeight());
      this.writer.addLine(line);
    }
  }

  override processImage(node: Laid): void {
    this.#clearNotes(node);
    this.#stamp(node);
    super.processImage(node as Measured);
  }

  override processSVG(node: Laid): void {
    this.#clearNotes(node);
    this.#stamp(node);
    super.processSVG(node as Measured);
  }

  /** pdfmake sets a picture at the top of a page whatever room notes to the pages before leave there. */
  #clearNotes({ absolutePosition, _height: height = 0 }: Laid): void {
    while (absolutePosition === undefined && this.context.isFullFor(height)) this.writer.moveToNextPage();
  }

  #processTurned(node: Laid): void {
    const context = this.context;
    const { pageSize, pageMargins } = context.pages[context.page] ?? {};
    if (pageSize === undefined || pageMargins === undefined) return;
    this.#planned = false;
    this.#gaps = 1;
    context.dropBlank();
    this.writer.addPage({ width: pageSize.height, height: pageSize.width }, 'landscape', pageMargins);
    const upright = { ...node, turned: false } as Laid;
    loosen(upright, context.availableWidth, context.pageRoom);
    this.processNode(upright);
    context.dropBlank();
    this.writer.addPage({ width: pageSize.width, height: pageSize.height }, 'portrait', pageMargins);
  }

  /** A marker stands beside the first thing of its node, as far left of the node's text as it says. */
  #mark({ marker }: Laid): void {
    if (marker !== undefined) this.#markers.push({ marker, x: this.context.x - marker.offset });
  }

  #open({ rule, bar }: OpeningMarks): void {
    const { page, x, y, availableWidth: width } = this.context;
    this.rules.push({ page, x, y, width, ...rule });
    if (bar === null) return;
    // The bar hangs from the rule's upper edge.
    const middle = y + (bar.thickness - rule.thickness) / 2;
    const { color, thickness } = bar;
    this.rules.push({ page, x, y: middle, width: Math.min(bar.length, width), color, thickness });
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

  /** Whether a row is planned to begin a page; then it does. */
  beginsPage(node: Laid, row: number): boolean {
    const gaps = this.#pacing?.startsAt(node, row);
    if (gaps === undefined) return false;
    this.writer.moveToNextPage();
    this.#gaps = gaps;
    return true;
  }

  /** Goes on to the next page unless so much is left of this one; not for what no page has room for. */
  makeRoom(height: number): void {
    if (!this.#planned && this.context.isFullFor(height)) this.writer.moveToNextPage();
  }
}

/** Nodes that a lead can reach over: headings under headings, captions, the beginning of what they name. */
const longestLead = 12;

/** The pages that text is laid out on. */
export interface PagesAsked {
  /** In points; of pages that the plan says nothing of. */
  readonly size: { readonly width: number; readonly height: number };
  readonly plan?: PagePlan | null;
  /** Whether pages are planned as a whole; else text goes on where the page before is full. */
  readonly paced?: boolean;
  /** Whether planned pages end only where what follows has no room on them, or a part begins. */
  readonly filled?: boolean;
}

/** Lays sections out on pages. The nodes are used up by it. */
export function layOut(sections: readonly PageSection[], host: unknown, asked: PagesAsked): LaidOut {
  return new Layout(asked).run(sections, host);
}

/** The height of each node in a column of `width` points; the nodes stay as they are. */
export function heightsOf(nodes: readonly LayoutNode[], host: unknown, width: number): number[] {
  const structure = new docPreprocessorModule.default().preprocessDocument({ stack: nodes.map(copyOf) });
  const measure = new Measure(host, {}, {}, new svgMeasureModule.default(), {});
  const measured = measure.measureDocument(structure) as Laid;
  return (measured.stack ?? []).map((node) => wholeHeight(node, width));
}

/** Layout uses nodes up; a copy of one leaves it as it is. */
export function copyOf(node: LayoutNode): LayoutNode {
  return 'stack' in node ? { ...node, stack: node.stack.map(copyOf) } : { ...node };
}
