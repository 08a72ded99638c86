/**
 * pdfmake's layout with our text: runs instead of strings, lines broken by our rules, headings kept with what follows and
 * paragraphs without widows or orphans, all in one pass (pdfmake's own pageBreakBefore lays everything out again for each break).
 */
import docMeasureModule from 'pdfmake/js/DocMeasure.js';
import docPreprocessorModule from 'pdfmake/js/DocPreprocessor.js';
import documentContextModule from 'pdfmake/js/DocumentContext.js';
import layoutBuilderModule, { type Context, type Measured, type PageItems } from 'pdfmake/js/LayoutBuilder.js';
import pageElementWriterModule from 'pdfmake/js/PageElementWriter.js';
import svgMeasureModule from 'pdfmake/js/SVGMeasure.js';
import {
  type Anchor,
  type Box,
  breakLines,
  breakRuns,
  type Line,
  type Marker,
  type Piece,
  type Run,
} from './inlines.ts';
import type { Slot } from './structure.ts';

type Margin = readonly [left: number, top: number, right: number, bottom: number];

interface NodeExtras {
  readonly margin?: Margin;
  readonly width?: number;
  readonly absolutePosition?: { readonly x: number; readonly y: number };
  /** Stays on the page of what follows. */
  readonly keepWithNext?: boolean;
  /** Stays on one page if a page is high enough for it. */
  readonly keepTogether?: boolean;
  /** The margin above it at the top of a page, in place of its own. */
  readonly topMargin?: number;
  /** Stands at the foot of the page, this much above the end of the text area. */
  readonly sink?: number;
  readonly marker?: Marker;
  readonly box?: Box;
  readonly anchor?: Anchor;
}

/** What content is made of, in pdfmake's terms. Margins and sizes in points. */
export type Node = NodeExtras &
  (
    | {
        readonly text: '';
        readonly runs: readonly Run[];
        readonly lang: string;
        readonly alignment?: 'left' | 'center' | 'right';
      }
    | { readonly stack: Node[] }
    | { readonly columns: Node[]; readonly columnGap: number }
    | { readonly image: string; readonly slot: Slot | null; readonly width: number; readonly height: number }
    | { readonly svg: string; readonly slot: Slot | null; readonly width: number; readonly height: number }
  );

/** A part of the document with page margins of its own; it starts a page. */
export interface Section {
  readonly section: Node;
  readonly pageMargins: Margin;
}

type Laid = Measured &
  NodeExtras & { runs?: Run[]; lang?: string; alignment?: string; pieces?: Piece[]; _height?: number };

class Measure extends docMeasureModule.default {
  override measureLeaf(node: Laid): Laid {
    node.pieces = breakRuns(node.runs ?? [], node.lang ?? 'en');
    node._minWidth = 0;
    node._maxWidth = breakLines(node.pieces, Number.POSITIVE_INFINITY).reduce(
      (most, line) => Math.max(most, line.getWidth()),
      0,
    );
    return node;
  }
}

/** Lines that must stand together at the end and at the start of a page. */
const fewest = 2;

class Layout extends layoutBuilderModule.default {
  #marker: Marker | null = null;
  #anchors: Anchor[] = [];
  readonly #boxes: Box[] = [];

  run(sections: readonly Section[], host: unknown): PageItems[] {
    const structure = new docPreprocessorModule.default().preprocessDocument({ stack: sections });
    const measure = new Measure(host, {}, {}, new svgMeasureModule.default(), this.tableLayouts);
    const measured = measure.measureDocument(structure);
    const context = new documentContextModule.default();
    this.writer = new pageElementWriterModule.default(context) as unknown as this['writer'];
    Object.assign(this, { linearNodeList: [] });
    this.processNode(measured);
    const { pages } = context as unknown as { pages: PageItems[] };
    // A margin under the last thing that no longer fits opens a page for nothing.
    return pages.slice(0, pages.findLastIndex((page) => page.items.length > 0) + 1);
  }

  override processNode(node: Laid, isVerticalAlignmentAllowed?: boolean): void {
    const { marker, anchor } = node;
    if (node.keepTogether === true) this.#makeRoom(wholeHeight(node, this.#context.availableWidth));
    if (node.sink !== undefined) {
      const { availableWidth, availableHeight } = this.#context;
      const over = availableHeight - wholeHeight(node, availableWidth);
      if (over > 0) this.#context.moveDown(over);
    }
    if (node.topMargin !== undefined && this.#atTop && node._margin) {
      const [left, , right, bottom] = node._margin;
      node._margin = [left, node.topMargin, right, bottom];
    }
    if (marker !== undefined) this.#marker = marker;
    if (anchor !== undefined) this.#anchors.push(anchor);
    super.processNode(node, isVerticalAlignmentAllowed);
  }

  override processVerticalContainer(node: Laid): void {
    const { box } = node;
    if (box !== undefined) {
      box.x = this.#context.x - box.padding.x;
      box.width = this.#context.availableWidth + 2 * box.padding.x;
      this.#boxes.push(box);
    }
    const children: Laid[] = node.stack ?? [];
    children.forEach((child, index) => {
      if (child.keepWithNext === true && children[index - 1]?.keepWithNext !== true) {
        this.#makeRoom(leadHeight(children.slice(index), this.#context.availableWidth));
      }
      this.processNode(child);
      node.positions.push(...child.positions);
    });
    if (box !== undefined) this.#boxes.pop();
  }

  override processLeaf(node: Laid): void {
    const lines = breakLines(node.pieces ?? [], this.#context.availableWidth);
    const breakAt = pageBreak(lines, this.#context);
    lines.forEach((line, index) => {
      if (index === breakAt) this.writer.moveToNextPage();
      if (node.alignment !== undefined) Object.assign(line.inlines[0] ?? {}, { alignment: node.alignment });
      this.#stamp(line);
      node.positions.push(this.writer.addLine(line));
    });
  }

  override processImage(node: Laid): void {
    this.#stamp(node);
    super.processImage(node);
  }

  override processSVG(node: Laid): void {
    this.#stamp(node);
    super.processSVG(node);
  }

  get #atTop(): boolean {
    const context = this.#context;
    return context.getCurrentPage() !== null && context.y <= context.pageMargins.top;
  }

  get #context(): Context {
    return this.writer.context();
  }

  /** Hangs on the first thing of a node what belongs to the node. */
  #stamp(item: { marker?: Marker; anchors?: Anchor[]; boxes?: Box[] }): void {
    if (this.#marker !== null) item.marker = this.#marker;
    if (this.#anchors.length > 0) item.anchors = this.#anchors;
    if (this.#boxes.length > 0) item.boxes = [...this.#boxes];
    this.#marker = null;
    this.#anchors = [];
  }

  #makeRoom(height: number): void {
    const context = this.#context;
    const page = context.availableHeight + context.y - context.pageMargins.top;
    if (!this.#atTop && height > context.availableHeight && height <= page) this.writer.moveToNextPage();
  }
}

/** The index of the line that must start a new page, or -1: at least two lines stay behind and two go on. */
function pageBreak(lines: readonly Line[], context: Context): number {
  let room = context.availableHeight;
  const fitting = lines.findIndex((line) => {
    room -= line.getHeight();
    return room < 0;
  });
  if (fitting === -1) return -1;
  const kept = Math.min(fitting, lines.length - fewest);
  const atTop = context.y <= context.pageMargins.top;
  if (kept < fewest) return atTop ? fitting : 0;
  return kept;
}

function marginOf(node: Laid): Margin {
  return node._margin ?? [0, 0, 0, 0];
}

/** The height of a whole node in a column of `width` points. */
function wholeHeight(node: Laid, width: number): number {
  const [left, top, right, bottom] = marginOf(node);
  const inner = width - left - right;
  let height = 0;
  if (node.pieces !== undefined) for (const line of breakLines(node.pieces, inner)) height += line.getHeight();
  else if (node.stack !== undefined) for (const child of node.stack) height += wholeHeight(child, inner);
  else if (node.columns !== undefined)
    for (const child of node.columns as Laid[]) height = Math.max(height, wholeHeight(child, child.width ?? inner));
  else height = node._height ?? 0;
  return top + height + bottom + (node.sink ?? 0);
}

/** The height that the first node needs so that it is not parted from the beginning of what follows it. */
function leadHeight(nodes: readonly Laid[], width: number): number {
  let height = 0;
  for (const node of nodes) {
    const [left, top, right, bottom] = marginOf(node);
    const inner = width - left - right;
    if (node.keepWithNext === true) {
      height += wholeHeight(node, width);
      continue;
    }
    if (node.keepTogether === true || (node.pieces === undefined && node.stack === undefined))
      return height + wholeHeight(node, width) - bottom;
    if (node.stack !== undefined) return height + top + leadHeight(node.stack, inner);
    const lines = breakLines(node.pieces ?? [], inner);
    const first = lines.length <= fewest + 1 ? lines : lines.slice(0, fewest);
    return height + top + first.reduce((sum, line) => sum + line.getHeight(), 0);
  }
  return height;
}

/** Lays sections out on pages of `size` points. The nodes are used up by it. */
export function layOut(
  sections: readonly Section[],
  size: { width: number; height: number },
  host: unknown,
): PageItems[] {
  const none = { left: 0, top: 0, right: 0, bottom: 0 };
  return new Layout({ ...size, orientation: 'portrait' }, none, null).run(sections, host);
}
