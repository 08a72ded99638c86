/** Rows of a grid over pages: what stays together, heads that are seen again on each page, grounds and rules of rows. */
import type { Writer } from 'pdfmake/js/LayoutBuilder.js';
import { type Band, cellPlace, type Grid, type GridRow } from '../set/grid.ts';
import type { Laid, PlacedFill, PlacedRule } from '../set/node.ts';
import type { Line } from '../text/inlines.ts';
import type { PageContext } from './context.ts';
import { bandsWithin, gridLead, hair, leadHeight, rowHeights, rowsHeight, torn, wholeHeight } from './heights.ts';

/** The layout that rows are a part of. */
export interface RowHost {
  readonly context: PageContext;
  readonly writer: Writer;
  readonly rules: PlacedRule[];
  readonly fills: PlacedFill[];
  processNode(node: Laid): void;
  makeRoom(height: number): void;
  beginsPage(node: Laid, row: number): boolean;
}

/** So much of a page is too much to leave white before columns. */
const worthTearing = 0.4;

export class Rows {
  readonly #host: RowHost;

  constructor(host: RowHost) {
    this.#host = host;
  }

  /** Sets a grid where the layout stands, over as many pages as it needs. */
  process(node: Laid, grid: Grid): void {
    const context = this.#host.context;
    const heights = rowHeights(node);
    if (grid.inOrder === true && rowsHeight(node, 0, grid.rows.length) <= context.availableHeight + 0.01) {
      this.#processInOrder(node, grid, heights);
      return;
    }
    const head = this.#processHead(node, grid, heights);
    const bands = bandsWithin(node, grid, context.pageRoom - head.height);
    const names = new Set(bands.map(({ under }) => under));
    let name = notShown;
    const set: RowSetter = (row, height, spanning = null) => {
      if (names.has(row)) name = this.#processShown(node, grid, { from: row, to: row + 1 }, heights);
      else this.#processRow(node, grid, row, height, spanning);
    };
    for (const band of bands) {
      if (band.under === undefined) {
        name.end();
        name = notShown;
      }
      const room = context.pageRoom - head.height - name.height;
      // Where it is planned, what stays with it has its room.
      const under = band === bands.at(-1) && node.planned !== true ? (node.under ?? 0) : 0;
      const need = rowsHeight(node, band.from, band.to) + under;
      const led = band.from === grid.headRows ? (node.led ?? 0) : 0;
      if (band.from > grid.headRows && this.#host.beginsPage(node, band.from)) {
        // As it is planned.
      } else if (
        need > context.availableHeight + hair &&
        need <= room - led &&
        !context.atTop &&
        !this.#isTorn(node, room)
      )
        this.#host.writer.moveToNextPage();
      if (need > context.availableHeight + hair)
        this.#processTall(node, { ...band, under, led }, this.#isTorn(node, room) ? 0 : room, set);
      else for (let r = band.from; r < band.to; r++) set(r, heights[r]);
    }
    name.end();
    head.end();
  }

  /** Whether columns go on over the end of the page: else too much of it would be white. */
  #isTorn(node: Laid, room: number): boolean {
    return node.tearable === true && node.planned !== true && this.#host.context.availableHeight > room * worthTearing;
  }

  /** Sets all cells in the order of their nodes; heights are known, so each finds its place. */
  #processInOrder(node: Laid, grid: Grid, heights: readonly number[]): void {
    const context = this.#host.context;
    const { page, x, y, availableWidth } = context;
    const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, height) => sum + height, y));
    const end = heights.reduce((sum, height) => sum + height, y);
    const cells = grid.rows.flatMap((row, r) => row.cells.map((cell) => ({ cell, top: tops[r] ?? y })));
    for (const { cell, top } of cells.toSorted((one, other) => one.cell.child - other.cell.child)) {
      const child = node.stack?.[cell.child];
      const place = cellPlace(grid, cell);
      Object.assign(context, { page, y: top, x: x + place.x, availableWidth: place.width });
      if (child !== undefined) this.#host.processNode(child);
    }
    Object.assign(context, { page, y: end, x, availableWidth });
    for (const [r, row] of grid.rows.entries())
      this.#drawRow(row, { x, width: gridWidth(grid) }, { page, y: tops[r] ?? y }, { page, y: tops[r + 1] ?? end });
  }

  /**
   * Rows that belong together and are higher than a page. Each starts where it fits; what heads several of them is seen again
   * on every page that they come to.
   */
  #processTall(node: Laid, { from, to, under, led }: Stretch, room: number, set: RowSetter): void {
    const context = this.#host.context;
    const heights = rowHeights(node);
    const heads: SpanningHead[] = [];
    let { page } = context;
    // What stands over a row and is not parted from it.
    let over = led;
    for (let r = from; r < to; r++) {
      const below = r === to - 1 ? under : 0;
      const own = rowsHeight(node, r, r + 1);
      const need = own + below;
      const most = room - over;
      const whole = this.#namedHeight(node, r, most) + below;
      const isOver = whole > context.availableHeight + hair && !context.atTop;
      // What leads to it is left behind only where not even its first lines have room under that.
      if (isOver && (whole <= most || context.availableHeight < this.#linesLead(node, r, room)))
        this.#host.writer.moveToNextPage();
      over = node.grid?.rows[r]?.names === true ? over + own : 0;
      if (context.page !== page && r > from) this.#repeatHeads(heads, r, heights);
      page = context.page;
      const flows = need > context.availableHeight + hair;
      if (flows) context.reserve += below;
      set(r, flows ? undefined : heights[r], heads);
      if (flows) context.reserve -= below;
    }
  }

  /** The height of a row, with that of the one that it names or, if both have no room on a page, of its first lines. */
  #namedHeight(node: Laid, row: number, room: number): number {
    const own = rowsHeight(node, row, row + 1);
    if (node.grid?.rows[row]?.names !== true || row + 1 >= node.grid.rows.length) return own;
    const next = this.#namedHeight(node, row + 1, room - own);
    return own + (own + next <= room ? next : Math.min(next, room * torn));
  }

  /** The height of the first lines of a row that go together over the end of a page. */
  #linesLead(node: Laid, row: number, room: number): number {
    const { grid, stack } = node;
    const leads = (grid?.rows[row]?.cells ?? []).map((cell) => {
      const child = stack?.[cell.child];
      return grid === undefined || child === undefined ? 0 : leadHeight([child], cellPlace(grid, cell).width, room);
    });
    return Math.max(0, ...leads);
  }

  /** Shows the heads of the rows from `row` on again, where the rows that stand on this page have the height for them. */
  #repeatHeads(heads: readonly SpanningHead[], row: number, heights: readonly number[]): void {
    const context = this.#host.context;
    for (const { copies, height, end } of heads) {
      const rest = heights.slice(row, end).reduce((sum, own) => sum + own, 0);
      if (end <= row || height > Math.min(rest, context.availableHeight)) continue;
      context.pages[context.page]?.items.push(...copies.map((copy) => repeated(copy, -context.y)));
    }
  }

  /** Sets the head and has it repeated, as an artifact, on each page that the table comes to. */
  #processHead(node: Laid, grid: Grid, heights: readonly number[]): Shown {
    const context = this.#host.context;
    const height = heights.slice(0, grid.headRows).reduce((sum, row) => sum + row, 0);
    if (height === 0 || height > context.pageRoom / 2) {
      for (let r = 0; r < grid.headRows; r++) this.#processRow(node, grid, r, undefined);
      return notShown;
    }
    this.#host.makeRoom(gridLead(node, context.pageRoom - (node.led ?? 0)));
    return this.#processShown(node, grid, { from: 0, to: grid.headRows }, heights);
  }

  /** Sets rows that are seen again on each page that comes before they end. */
  #processShown(node: Laid, grid: Grid, { from, to }: Band, heights: readonly number[]): Shown {
    const context = this.#host.context;
    const { repeatables } = this.#host.writer;
    const height = heights.slice(from, to).reduce((sum, row) => sum + row, 0);
    const { x, y, page } = context;
    const items = context.pages[page]?.items ?? [];
    const before = { items: items.length, rules: this.#host.rules.length, fills: this.#host.fills.length };
    for (let r = from; r < to; r++) this.#processRow(node, grid, r, heights[r]);
    const copies = items.slice(before.items).map((item) => repeated(item, y));
    const shapes = { rules: this.#host.rules.slice(before.rules), fills: this.#host.fills.slice(before.fills) };
    const repeatable = { items: copies, xOffset: 0, height, insertedOnPages: [] as boolean[] };
    repeatable.insertedOnPages[page] = true;
    const drawn = new Set([page]);
    const onPage = (): void => {
      if (drawn.has(context.page)) return;
      drawn.add(context.page);
      // Others stand under them.
      const low = repeatables.slice(repeatables.indexOf(repeatable));
      const by = context.y - low.reduce((sum, own) => sum + own.height, 0) - y;
      for (const rule of shapes.rules) this.#host.rules.push({ ...rule, page: context.page, y: rule.y + by });
      for (const fill of shapes.fills)
        this.#host.fills.push({ ...fill, page: context.page, top: fill.top + by, bottom: fill.bottom + by });
    };
    repeatables.push(repeatable);
    this.#host.writer.addListener('pageChanged', onPage);
    context.x = x;
    return {
      height,
      end: () => {
        repeatables.pop();
        this.#host.writer.removeListener('pageChanged', onPage);
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
    const context = this.#host.context;
    const { x, availableWidth } = context;
    const start = { page: context.page, y: context.y };
    let end = { ...start, y: start.y + (height ?? 0) };
    for (const cell of row.cells) {
      const child = node.stack?.[cell.child];
      if (child === undefined) continue;
      const place = cellPlace(grid, cell);
      Object.assign(context, { page: start.page, y: start.y, x: x + place.x, availableWidth: place.width });
      const before = context.pages[start.page]?.items.length ?? 0;
      this.#host.processNode(child);
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

  #drawRow(row: GridRow, { x, width }: { x: number; width: number }, start: CellPosition, end: CellPosition): void {
    const { fill, ruleAbove, ruleBelow } = row;
    if (ruleAbove !== null) this.#host.rules.push({ page: start.page, x, y: start.y, width, ...ruleAbove });
    if (ruleBelow !== null) this.#host.rules.push({ page: end.page, x, y: end.y, width, ...ruleBelow });
    if (fill === null) return;
    for (let page = start.page; page <= end.page; page++) {
      const area = this.#host.context.pages[page];
      if (area === undefined) continue;
      const top = page === start.page ? start.y : area.pageMargins.top;
      const bottom = page === end.page ? end.y : area.pageSize.height - area.pageMargins.bottom;
      this.#host.fills.push({ page, x, top, bottom, width, color: fill });
    }
  }
}

/** Sets a row, of known height if it stands on one page whole. */
type RowSetter = (row: number, height: number | undefined, spanning?: SpanningHead[] | null) => void;

/** Rows that are seen again, as high as they are, until they end. */
interface Shown {
  readonly height: number;
  end(): void;
}
const notShown: Shown = { height: 0, end: () => {} };

/** Rows, what must follow them on their page, and what of it is taken over them by what leads to the table. */
interface Stretch extends Band {
  readonly under: number;
  readonly led: number;
}

/** What heads several rows, as it stands again on a later page. */
interface SpanningHead {
  readonly copies: readonly { readonly type: string; readonly item: unknown }[];
  readonly height: number;
  /** The row after its last. */
  readonly end: number;
}

interface CellPosition {
  readonly page: number;
  readonly y: number;
}

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
