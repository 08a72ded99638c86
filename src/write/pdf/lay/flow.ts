/**
 * The flow of text as what pages are planned from: one strip after another, each of a known height, and what it would cost to
 * begin a page with it. Lengths in points.
 */
import type { Band } from '../set/grid.ts';
import type { Laid } from '../set/node.ts';
import {
  bandsWithin,
  isDivided,
  isOverNoted,
  keepRoom,
  linesOf,
  marginOf,
  noteRoom,
  rowHeights,
  rowsHeight,
  wholeHeight,
  wholeLine,
} from './heights.ts';
import { shrinkOf } from './lowering.ts';
import { withTurned } from './turned.ts';

/** What no page break parts: a line, rows of a table, a picture, a thing that is kept together. */
export interface Strip {
  /** The node that a page break before it is written on, and its line or row there. */
  readonly node: Laid;
  readonly at: number;
  /** What it is of, where that node is the opening of a part. */
  readonly opened?: Laid;
  /** The room over it: of its own, with that of what begins with it, and at the top of a page. */
  readonly own: number;
  readonly above: number;
  readonly head: number;
  readonly height: number;
  /** Under it, if more follows on its page. */
  below: number;
  /** How far the ground that it stands on reaches under it. */
  overhang: number;
  /** What of the room over and under it may stretch. */
  readonly gap: number;
  gapBelow: number;
  /** Whether it brings notes to the page's foot; their height is in its own. */
  readonly noted: boolean;
  /** What it costs to begin a page with it; `Infinity`: never. */
  readonly parting: number;
  /** By how much its charts may be lower. */
  readonly shrink: number;
  /** Whether it begins a part, which may run on where the one before ends. */
  readonly opens: boolean;
  /** Whether a section of the first level begins with it. */
  readonly heads: boolean;
  /** Whether it is drawn as the beginning of a part, also of one that no page need begin with. */
  readonly starts: boolean;
}

/** Strips from one place that text must begin anew at to the next: before and after what is turned or higher than a page. */
export interface FlowStretch {
  readonly strips: readonly Strip[];
}

/** What must not be: a break after a heading; and, where notes leave no other way, one that leaves a line of a paragraph alone. */
const afterHeading = 2e6;
export const never = 1e6;
/** What a break costs between lines of a paragraph, and between rows of a table. */
const inParagraph = 5;
const inTable = 60;
const inRecord = 80;
/** Lines that must stand together at the end and at the start of a page. */
const fewest = 2;

/** Takes a measured section apart; `width` and `room` are those of its text area. */
export function flowOf(section: Laid, width: number, room: number): FlowStretch[] {
  const flow = new Flow(room);
  flow.add(section, width);
  return flow.end();
}

class Flow {
  readonly #room: number;
  readonly #stretches: FlowStretch[] = [];
  #strips: Strip[] = [];
  /** The room over what comes next, of the nodes that begin with it. */
  #above = 0;
  #gap = 0;
  #opening: { readonly node: Laid; readonly above: number } | null = null;
  /** What it costs to begin a page with what comes next, as the nodes say that begin with it. */
  #parting = 0;
  #joined = false;

  constructor(room: number) {
    this.#room = room;
  }

  end(): FlowStretch[] {
    if (this.#strips.length > 0) this.#stretches.push({ strips: this.#strips });
    this.#strips = [];
    this.#above = 0;
    this.#gap = 0;
    this.#parting = 0;
    this.#joined = false;
    return this.#stretches;
  }

  add(node: Laid, width: number): void {
    if (node.absolutePosition !== undefined) return;
    const [left, top, right, bottom] = marginOf(node);
    const inner = width - left - right;
    if (node.turned === true) {
      this.end();
      return;
    }
    if (node.opening?.collapses === true) {
      this.#opening = { node, above: top + bottom };
      return;
    }
    if (this.#isWhole(node, width)) this.#addWhole(node, width);
    else if (node.pieces !== undefined) this.#addLines(node, inner);
    else if (node.grid !== undefined) this.#addRows(node);
    else {
      const stretches = node.box === undefined;
      this.#enter(top, stretches);
      this.#parting = Math.max(this.#parting, node.parting ?? 0);
      const children = withTurned(node.stack ?? []);
      keepRoom(node, children, inner, this.#room);
      for (const child of children) this.add(child, inner);
      this.#leave(bottom, stretches);
      const last = this.#strips.at(-1);
      if (last !== undefined && node.box !== undefined) last.overhang = node.box.padding.bottom;
      // What is kept with the next is so to its end.
      if (node.keepWithNext === true) this.#joined = true;
    }
  }

  #isWhole(node: Laid, width: number): boolean {
    if (node.pieces !== undefined) return false;
    if (node.stack === undefined) return true;
    if (node.stack.length === 0) return true;
    const kept = node.keepTogether === true || node.sink !== undefined;
    const [, top, , bottom] = marginOf(node);
    return kept && wholeHeight(node, width) - top - bottom + around(node) <= this.#room;
  }

  #addWhole(node: Laid, width: number): void {
    const [, top, , bottom] = marginOf(node);
    const height = wholeHeight(node, width) - top - bottom;
    if (height > this.#room) {
      this.#stop(node);
      return;
    }
    node.whole = true;
    this.#push(node, 0, { height, noted: noteRoom(node) > 0, shrink: shrinkOf(node, width) });
    this.#leave(bottom, node.box === undefined);
    this.#joined = node.keepWithNext === true;
  }

  #addLines(node: Laid, width: number): void {
    const lines = linesOf(node, width);
    if (lines.some((line) => isOverNoted(line, this.#room))) {
      this.#stop(node);
      return;
    }
    const last = lines.length - fewest;
    // A heading is not parted, however long it is.
    const between = node.keepWithNext === true && node.anchor !== undefined ? never : inParagraph;
    for (const [index, line] of lines.entries()) {
      const parting =
        index === 0 ? undefined : index < fewest || index > last || isDivided(lines, index) ? never : between;
      this.#push(node, index, { height: wholeLine(line), noted: line.notes.length > 0 }, parting);
    }
    if (lines.length === 0) return;
    this.#leave(marginOf(node)[3], true);
    this.#joined = node.keepWithNext === true;
  }

  #addRows(node: Laid): void {
    const { grid } = node;
    if (grid === undefined) return;
    const whole = rowHeights(node).slice(0, grid.headRows);
    const headHeight = whole.reduce((sum, height) => sum + height, 0);
    const head = headHeight > this.#room / 2 ? 0 : headHeight;
    const bands = bandsWithin(node, grid, this.#room - head);
    const most = node.tearable === true ? this.#room * tallest : this.#room - head;
    const [first, last] = [bands[0], bands.at(-1)];
    const again = ({ under }: Band) => (under === undefined ? 0 : (rowHeights(node)[under] ?? 0));
    const needed = (band: Band) =>
      again(band) +
      rowsHeight(node, band.from, band.to) +
      (band === first ? (node.led ?? 0) : 0) +
      (band === last ? (node.under ?? 0) : 0);
    if (bands.some((band) => needed(band) > most)) {
      this.#stop(node);
      return;
    }
    for (const [index, band] of bands.entries()) {
      const { from, to, under } = band;
      const rows = rowsHeight(node, from, to);
      const noted =
        rows >
        rowHeights(node)
          .slice(from, to)
          .reduce((sum, height) => sum + height, 0);
      if (index === 0) this.#push(node, 0, { height: rows + headHeight, noted });
      else {
        const parting = under !== undefined ? inRecord : grid.headRows > 0 ? inTable : inParagraph;
        this.#push(node, from, { height: rows, noted, head: head + again(band) }, parting);
      }
    }
    if (bands.length === 0) this.#push(node, 0, { height: headHeight, noted: false });
    this.#leave(marginOf(node)[3], true);
    this.#joined = node.keepWithNext === true;
  }

  /** The first of the strips that are kept with what comes next, and with each other. */
  #keptFrom(): number {
    if (!this.#joined) return this.#strips.length;
    return Math.max(
      0,
      this.#strips.findLastIndex(({ parting }) => parting < never),
    );
  }

  /**
   * What is higher than a page flows as it must, and what is kept with it goes with it: where it ends cannot be foreseen, and
   * what follows is planned once it stands.
   */
  #stop(node: Laid): void {
    for (const kept of this.#strips.splice(this.#keptFrom())) release(kept);
    node.planned = false;
    this.end();
  }

  #enter(margin: number, stretches: boolean): void {
    this.#above += margin;
    if (stretches) this.#gap += Math.max(0, margin);
  }

  #leave(margin: number, stretches: boolean): void {
    const last = this.#strips.at(-1);
    if (last === undefined) return;
    last.below += margin;
    if (stretches) last.gapBelow += Math.max(0, margin);
  }

  #push(
    node: Laid,
    at: number,
    strip: { height: number; noted: boolean; head?: number; shrink?: number },
    parting?: number,
  ): void {
    const own = at === 0 ? marginOf(node)[1] : 0;
    const opening = this.#opening;
    const before = opening?.node ?? node;
    const above = this.#above + own + (opening?.above ?? 0);
    const joined = at === 0 && this.#joined;
    node.planned = true;
    before.planned = true;
    this.#strips.push({
      node: before,
      at,
      opened: node,
      own: own + (opening?.above ?? 0),
      above,
      head: strip.head ?? (at === 0 ? (node.topMargin ?? own) : 0),
      height: strip.height,
      below: 0,
      overhang: node.box?.padding.bottom ?? 0,
      gap: this.#gap + (at === 0 && node.box === undefined ? Math.max(0, own) : 0),
      gapBelow: 0,
      noted: strip.noted,
      parting: joined ? afterHeading : (parting ?? node.parting ?? this.#parting),
      shrink: strip.shrink ?? 0,
      opens: at === 0 && node.newPage === true,
      heads: at === 0 && node.anchor?.level === 1,
      starts: opening !== null,
    });
    this.#above = 0;
    this.#gap = 0;
    this.#opening = null;
    this.#parting = 0;
    this.#joined = false;
  }
}

/** What a node takes of its page beside itself: with what leads to it, and what must follow it there. */
function around(node: Laid): number {
  const [, top] = marginOf(node);
  const { led = 0, under = 0 } = node;
  return under + (led > 0 ? led + top : (node.topMargin ?? top));
}

/** Has a strip stand where text comes to it: its page is not planned. */
export function release({ node, opened = node }: Strip): void {
  for (const each of [node, opened]) Object.assign(each, { planned: false, whole: false });
}

/** Columns that are higher than this part of a page flow over its end, if a good part of it is left: `Rows`. */
const tallest = 0.55;
