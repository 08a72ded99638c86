/** How high measured nodes are, before they are placed. Lengths in points. */

import { type Band, bandsOf, cellPlace, type Grid, type GridCell } from '../set/grid.ts';
import type { Laid, Margin } from '../set/node.ts';
import type { Line } from '../text/line.ts';
import { breakLines } from '../text/lines.ts';
import { notesHead, type PageContext } from './context.ts';

/** Lines that must stand together at the end and at the start of a page. */
const fewest = 2;

export function marginOf(node: Laid): Margin {
  return node._margin ?? [0, 0, 0, 0];
}

/** The lines of a text node in a column; asked for twice, broken once. */
export function linesOf(node: Laid, width: number): Line[] {
  if (node.lines === undefined || node.lines.width !== width) {
    node.lines = { width, lines: breakLines(node.pieces ?? [], width) };
  }
  return node.lines.lines;
}

/** The height of a whole node in a column of `width` points, with the notes that it brings. */
export function wholeHeight(node: Laid, width: number): number {
  const [left, top, right, bottom] = marginOf(node);
  const inner = width - left - right;
  let height = 0;
  if (node.pieces !== undefined) {
    for (const line of linesOf(node, inner)) height += wholeLine(line);
  } else if (node.grid !== undefined) height = rowsHeight(node, 0, node.grid.rows.length);
  else if (node.stack !== undefined) for (const child of node.stack) height += wholeHeight(child, inner);
  else height = node._height ?? 0;
  return top + height + bottom + (node.sink ?? 0);
}

/** The height that the first node needs so that it is not parted from the beginning of what follows it. */
export function leadHeight(nodes: readonly Laid[], width: number, room: number): number {
  let height = 0;
  for (const node of nodes) {
    const [left, top, right, bottom] = marginOf(node);
    const inner = width - left - right;
    if (node.keepWithNext === true) height += wholeHeight(node, width);
    else if (node.keepTogether === true && height + wholeHeight(node, width) - bottom <= room)
      return height + wholeHeight(node, width) - bottom;
    else if (node.pieces !== undefined) return height + top + leadLines(linesOf(node, inner), room);
    else if (node.grid !== undefined) return height + top + gridLead(node, room - height - top);
    else if (node.stack !== undefined) return height + top + leadHeight(node.stack, inner, room - height - top);
    else return height + wholeHeight(node, width) - bottom;
  }
  return height;
}

function leadLines(lines: readonly Line[], room: number): number {
  const [line] = lines;
  const count = line !== undefined && isOverNoted(line, room) ? 1 : lines.length <= fewest + 1 ? lines.length : fewest;
  const first = lines.slice(0, count);
  const head = first.some(({ notes }) => notes.length > 0) ? notesHead : 0;
  return first.reduce((sum, each) => sum + notedHeight(each, room), head);
}

/** The height of a line with all of its notes. */
export function wholeLine({ height, notes }: Line): number {
  return notes.reduce((sum, note) => sum + note.height, height);
}

/** Notes of one line that fill more of a page than this need not all stand with it: what is over it has no room else. */
const mostNoted = 0.7;

export function isOverNoted(line: Line, room: number): boolean {
  return line.notes.length > 1 && wholeLine(line) + notesHead > room * mostNoted;
}

/** The height of a line with those of its notes that must stand on its page: all, or but the first. */
function notedHeight(line: Line, room: number): number {
  return isOverNoted(line, room) ? line.height + (line.notes[0]?.height ?? 0) : wholeLine(line);
}

/** The head of a table with the rows that stay with its first; of a row that is higher than `room`, its first lines. */
export function gridLead(node: Laid, room: number): number {
  const { grid } = node;
  if (grid === undefined) return 0;
  const head = rowsHeight(node, 0, grid.headRows);
  // What leads to it is reckoned by who asks.
  const [first] = bandsWithin(node, grid, room - head, 0);
  const rows = first === undefined ? 0 : rowsHeight(node, first.from, first.to);
  return head + (head + rows <= room ? rows : Math.min(rows, room * torn));
}

/** So much of a page is room for the first lines of a row that goes on to the next. */
export const torn = 0.2;

/** A table's first page has no fewer rows under its head than this, and its last page no fewer rows. */
const fewestRows = 3;

/**
 * Rows that stay together where `room` points hold them, the first of them under what leads to the table. The first and the last
 * are so many that no row is stranded on a page, least of all a total.
 */
export function bandsWithin(node: Laid, grid: Grid, room: number, led = node.led ?? 0): readonly Band[] {
  const bands = bandsOf(grid).flatMap((band) => partsOf(node, grid, band));
  const merges = (one: Band | undefined, next: Band | undefined, own: Band | undefined): Band | null => {
    if (one === undefined || next === undefined || own === undefined || own.to - own.from >= fewestRows) return null;
    // What a record is parted into is enough.
    if (next.under !== undefined) return null;
    const over = one.from === grid.headRows ? led : 0;
    return rowsHeight(node, one.from, next.to) > room - over ? null : { ...one, to: next.to };
  };
  for (let first = merges(bands[0], bands[1], bands[0]); first !== null; first = merges(bands[0], bands[1], bands[0]))
    bands.splice(0, 2, first);
  for (;;) {
    const last = merges(bands.at(-2), bands.at(-1), bands.at(-1));
    if (last === null) return bands;
    bands.splice(-2, 2, last);
  }
}

/** So many fields stand together at the beginning and at the end of a record that is parted; one at its beginning that is so high a part of what stays whole. */
const fewestFields = 2;
const highField = 1 / 4;

/** A record as it may be parted: its name with its first fields, field by field, its last fields; whole if it is not high. */
function partsOf(node: Laid, { rows, highestRecord = Number.POSITIVE_INFINITY }: Grid, { from, to }: Band): Band[] {
  const under = rows.findLastIndex(({ names }, row) => row >= from && row < to && names === true);
  const isHigh = (start: number, end: number, part = 1) => rowsHeight(node, start, end) > highestRecord * part;
  // A name that is as high is not seen again.
  if (under < 0 || !isHigh(from, to) || isHigh(under, under + 1)) return [{ from, to }];
  const first = under + (isHigh(under + 1, under + 2, highField) ? 2 : 1 + fewestFields);
  const last = to - fewestFields;
  const starts = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (starts.length === 0) return [{ from, to }];
  return [{ from, to: first }, ...starts.map((start, index) => ({ from: start, to: starts[index + 1] ?? to, under }))];
}

/** The height of some rows with the notes that they bring to the page's foot. */
export function rowsHeight(node: Laid, from: number, to: number): number {
  const rows = node.grid?.rows.slice(from, to) ?? [];
  const notes = rows.flatMap(({ cells }) => cells.map(({ child }) => noteRoom(node.stack?.[child])));
  return [...rowHeights(node).slice(from, to), ...notes].reduce((sum, height) => sum + height, 0);
}

/** Sums in floating point: more than plans leave. */
export const hair = 0.1;

/**
 * Has things know how much room must be left under them, for what stays with them, and what of their page is taken over them by
 * what leads to them: headings, captions, a sentence with a colon. What leads to `node` leads to the first of them. Pictures that
 * have no room so on a page, `room` points high, with their captions are made smaller.
 */
export function keepRoom(node: Laid, children: readonly Laid[], width: number, room: number): void {
  const { led = 0 } = node;
  let above = led > 0 ? led + marginOf(node)[1] : 0;
  for (const [index, child] of children.entries()) {
    child.led ??= above;
    if (child.picture !== undefined) makeSmaller(child, room - above - captionHeight(children, index, width), width);
    above = isLead(child) ? above + heightUnder(child, width, above) : 0;
    if (child.keepWithBefore !== true) continue;
    const before = children[index - 1];
    const height = wholeHeight(child, width) - marginOf(child)[3];
    if (before !== undefined) before.under = marginOf(before)[3] + height + hair;
  }
}

/** What is under a picture and stays with it. */
function captionHeight(children: readonly Laid[], index: number, width: number): number {
  const next = children[index + 1];
  return children[index]?.keepWithNext === true && next !== undefined ? wholeHeight(next, width) : 0;
}

/** Of a picture: smaller than this part of its size it would show nothing. */
const smallest = 0.4;

function makeSmaller(picture: Laid, room: number, width: number): void {
  const over = heightUnder(picture, width, 1) + hair - room;
  const { _height: high = 0, _width: wide = 0 } = picture;
  if (over <= 0 || high - over < high * smallest) return;
  const scale = (high - over) / high;
  Object.assign(picture, { _height: high * scale, _width: wide * scale });
}

const isLead = ({ keepWithNext, keepTogether, stack }: Laid): boolean =>
  keepWithNext === true && (stack === undefined || stack.length === 0 || keepTogether === true);

/** The height of a node under what takes so much of its page; at the top of one its room over it is another. */
function heightUnder(node: Laid, width: number, above: number): number {
  const [, top] = marginOf(node);
  return wholeHeight(node, width) - (above > 0 ? 0 : top - (node.topMargin ?? top));
}

/** What the notes of a node take at the page's foot. */
export function noteRoom(node: Laid | undefined): number {
  const own = (node?.pieces ?? []).reduce((sum, { run }) => sum + (run.note?.height ?? 0), 0);
  return (node?.stack ?? []).reduce((sum, child) => sum + noteRoom(child), own);
}

/** Whether a word goes on from the line before into this one: nobody turns a page in the middle of a word. */
export const isDivided = (lines: readonly Line[], index: number): boolean =>
  lines[index - 1]?.inlines.at(-1)?.goesOn === true;

/** The index of the line that must start a new page, or -1: at least two lines stay behind and two go on. */
export function pageBreak(lines: readonly Line[], context: PageContext): number {
  let room = context.availableHeight;
  let noted = context.notesHeight() > 0;
  const fitting = lines.findIndex((line) => {
    room -= notedHeight(line, context.pageRoom);
    if (line.notes.length > 0 && !noted) {
      room -= notesHead;
      noted = true;
    }
    return room < -0.01;
  });
  if (fitting === -1) return -1;
  let kept = Math.min(fitting, lines.length - fewest);
  while (kept >= fewest && isDivided(lines, kept)) kept -= 1;
  const [first] = lines;
  if (kept < fewest)
    return context.atTop || (first !== undefined && isOverNoted(first, context.pageRoom)) ? fitting : 0;
  return kept;
}

/** The height of each row, without the notes that it brings: its highest cell, and for cells over several rows what the last of them must add. */
export function rowHeights(node: Laid): readonly number[] {
  const { grid } = node;
  if (grid === undefined) return [];
  if (node.rowHeights !== undefined) return node.rowHeights;
  const needs = grid.rows.map((row) => row.cells.map((cell) => cellHeight(node, grid, cell)));
  const heights = grid.rows.map((row, r) =>
    row.cells.reduce((most, cell, c) => (cell.rowSpan === 1 ? Math.max(most, needs[r]?.[c] ?? 0) : most), 0),
  );
  grid.rows.forEach((row, r) => {
    row.cells.forEach((cell, c) => {
      if (cell.rowSpan === 1) return;
      const last = Math.min(r + cell.rowSpan, heights.length) - 1;
      const spanned = heights.slice(r, last + 1).reduce((sum, height) => sum + height, 0);
      heights[last] = (heights[last] ?? 0) + Math.max(0, (needs[r]?.[c] ?? 0) - spanned);
    });
  });
  node.rowHeights = heights;
  return heights;
}

function cellHeight(node: Laid, grid: Grid, cell: GridCell): number {
  const child = node.stack?.[cell.child];
  return child === undefined ? 0 : wholeHeight(child, cellPlace(grid, cell).width) - noteRoom(child);
}
