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
    else if (node.keepTogether === true) return height + wholeHeight(node, width) - bottom;
    else if (node.pieces !== undefined) return height + top + leadLines(linesOf(node, inner), room);
    else if (node.grid !== undefined) return height + top + gridLead(node);
    else if (node.stack !== undefined) return height + top + leadHeight(node.stack, inner, room);
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

/** The head of a table with the rows that stay with its first. */
function gridLead(node: Laid): number {
  const { grid } = node;
  const [first] = grid === undefined ? [] : bandsWithin(node, grid, Number.POSITIVE_INFINITY);
  return rowsHeight(node, 0, first?.to ?? grid?.headRows ?? 0);
}

/** A table's first page has no fewer rows under its head than this, and its last page no fewer rows. */
const fewestRows = 3;

/**
 * Rows that stay together where `room` points hold them. The first and the last are so many that no row is stranded on a page,
 * least of all a total.
 */
export function bandsWithin(node: Laid, grid: Grid, room: number): readonly Band[] {
  const bands = bandsOf(grid);
  const merges = (one: Band | undefined, next: Band | undefined, own: Band | undefined): Band | null => {
    if (one === undefined || next === undefined || own === undefined || own.to - own.from >= fewestRows) return null;
    return rowsHeight(node, one.from, next.to) > room ? null : { from: one.from, to: next.to };
  };
  for (let first = merges(bands[0], bands[1], bands[0]); first !== null; first = merges(bands[0], bands[1], bands[0]))
    bands.splice(0, 2, first);
  for (;;) {
    const last = merges(bands.at(-2), bands.at(-1), bands.at(-1));
    if (last === null) return bands;
    bands.splice(-2, 2, last);
  }
}

/** The height of some rows with the notes that they bring to the page's foot. */
export function rowsHeight(node: Laid, from: number, to: number): number {
  const rows = node.grid?.rows.slice(from, to) ?? [];
  const notes = rows.flatMap(({ cells }) => cells.map(({ child }) => noteRoom(node.stack?.[child])));
  return [...rowHeights(node).slice(from, to), ...notes].reduce((sum, height) => sum + height, 0);
}

/** Sums in floating point: more than plans leave. */
const hair = 0.1;

/** Has things know how much room must be left under them, for what stays with them. */
export function keepRoom(children: readonly Laid[], width: number): void {
  for (const [index, child] of children.entries()) {
    if (child.keepWithBefore !== true) continue;
    const before = children[index - 1];
    const height = wholeHeight(child, width) - marginOf(child)[3];
    if (before !== undefined) before.under = marginOf(before)[3] + height + hair;
  }
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
