/** Widths of a table's columns: their shares of the whole, but no column narrower than its longest word. */
import type { Block, Cell, Inlines, Row, Table } from '../../model/document.ts';
import { plain } from '../../model/walk.ts';
import type { StyleName, Theme } from '../../theme/theme.ts';
import { wordWidth } from './measure.ts';
import { cellPadding, statusWidth, subIndent } from './table-styles.ts';

/** In points; together as wide as the whole. */
export function columnWidths(table: Table, whole: number, theme: Theme): number[] {
  const least = leastWidths(table, theme);
  const wanted = table.columns.map(({ share }) => share * whole);
  // A single word is no reason to take more than half of the table.
  const floors = least.map((width) => Math.min(width, whole / 2));
  const needs = wanted.map((width, i) => Math.max(width, floors[i] ?? 0));
  const over = sum(needs) - whole;
  if (over <= 0) return wanted;
  const slack = needs.map((width, i) => Math.max(0, width - (floors[i] ?? 0)));
  const free = sum(slack);
  if (free >= over) return needs.map((width, i) => width - (over * (slack[i] ?? 0)) / free);
  return needs.map((width) => (width * whole) / sum(needs));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The longest word of each column, of cells in one column only. */
function leastWidths({ columns, head, body, foot }: Table, theme: Theme): number[] {
  const least = columns.map(() => 0);
  const widen = (rows: readonly Row[], style: StyleName) => {
    let reach = columns.map(() => 0);
    for (const row of rows) {
      let column = 0;
      const next = reach.map((count) => Math.max(0, count - 1));
      for (const cell of row.cells) {
        while ((reach[column] ?? 0) > 0) column += 1;
        if (cell.columnSpan === 1) least[column] = Math.max(least[column] ?? 0, cellWidth(cell, row, style, theme));
        for (let i = column; i < column + cell.columnSpan; i += 1) next[i] = cell.rowSpan - 1;
        column += cell.columnSpan;
      }
      reach = next;
    }
  };
  widen(head, 'table-head');
  widen(body, 'table');
  widen(foot, 'table');
  return least;
}

function cellWidth({ look, scope, blocks }: Cell, row: Row, style: StyleName, theme: Theme): number {
  const beside = (look === null ? 0 : statusWidth) + (row.look === 'sub' && scope === 'row' ? subIndent : 0);
  const words = textsOf(blocks).flatMap((content) => plain(content).split(/[ \-–]/));
  const widest = words.reduce((most, word) => Math.max(most, wordWidth(word, style, theme)), 0);
  return widest + beside + 2 * cellPadding.side + 1;
}

function textsOf(blocks: readonly Block[]): Inlines[] {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [block.children] : []));
}
