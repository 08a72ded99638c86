/** Widths of a table's columns: their shares of the whole, but no column narrower than its longest word or number. */
import type { Block, Inlines } from '../../model/document.ts';
import type { Cell, Table } from '../../model/table.ts';
import type { Theme } from '../../theme/theme.ts';
import { columnWidths, type Fitting, fitted, fittings, leastWidths, refuseWide } from '../table-fit.ts';
import { brokenWords } from './division.ts';
import type { Flow } from './flow.ts';
import { gridOf, type TableGridRow } from './grid.ts';
import { type WordLook, wordWidth } from './measure.ts';
import type { Story } from './story.ts';

export interface ColumnWidths {
  /** In points; together as wide as the whole. */
  readonly widths: readonly number[];
  readonly fit: Fitting;
}

/** Columns in a width in points: in smaller type and with divided words where they would break words; a number is never broken. */
export function columnsOf(table: Table, whole: number, flow: Flow, story: Story): ColumnWidths {
  const rows = gridOf(table, story.theme);
  const { plainly, closest } = fittings(story.theme);
  // A hyphen in Word is a character that programs may read, so words are divided last.
  const ways: readonly Fitting[] = [plainly, { ...closest, divided: false }, closest];
  const found = fitted(ways, whole, (fit) => leastIn(rows, table.columns.length, fit, flow, story));
  if (!found.fits) refuseWide(table, found.least, whole, story.job);
  const shares = table.columns.map(({ share }) => share);
  return { widths: columnWidths(shares, found.least, whole), fit: found.attempt };
}

function leastIn(rows: readonly TableGridRow[], columns: number, fit: Fitting, flow: Flow, story: Story): number[] {
  const needs = rows.flatMap((row) =>
    row.cells.flatMap(({ cell, column, columnSpan }) =>
      cell === null ? [] : [{ column, columnSpan, width: cellWidth(cell, row, fit, flow, story) }],
    ),
  );
  return leastWidths(columns, needs);
}

/** For what is rounded on the way to Word's units. */
const tolerance = 0.3;

function cellWidth(cell: Cell, row: TableGridRow, fit: Fitting, flow: Flow, { theme }: Story): number {
  const lang = cell.lang ?? row.row.lang ?? flow.lang;
  const parts = textsOf(cell.blocks).flatMap((words) => brokenWords(words, fit.divided ? lang : null));
  const look = lookOf(cell, row, fit);
  return (
    Math.max(0, ...parts.map((part) => wordWidth(part, look, theme))) + besideWords(cell, row, fit, theme) + tolerance
  );
}

/** How the words of a cell look: all as the widest of them. */
export function lookOf({ blocks }: Cell, { row, part }: TableGridRow, { scale }: Fitting): WordLook {
  const strong = textsOf(blocks).some((words) => words.some(({ type }) => type === 'strong' || type === 'emphasis'));
  const bold = part === 'foot' || row.look === 'total' || row.look === 'group' || strong;
  return { style: part === 'head' ? 'table-head' : 'table', bold, scale };
}

/** What the words of a cell leave free of its width, in points. */
export function besideWords(cell: Cell, { row }: TableGridRow, { padding }: Fitting, { looks }: Theme): number {
  const status = cell.look === null ? 0 : looks.table.sign.room.word;
  return 2 * padding + status + (row.look === 'sub' && cell.scope === 'row' ? looks.table.indent.word : 0);
}

function textsOf(blocks: readonly Block[]): Inlines[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block.children];
    if (block.type === 'list') return block.items.flatMap((item) => textsOf(item.blocks));
    return 'blocks' in block ? textsOf(block.blocks) : [];
  });
}
