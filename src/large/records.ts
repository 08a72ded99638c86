/**
 * A table of many columns as records: for each row its name, and under it a row for each other column, the column's head before the
 * value. Nothing is left out: what heads the names heads the records, groups stay, totals too. It is a table of two columns, each
 * with its own head: one cell over both would be a caption in disguise, and in Word a table has no header row without one.
 */

import { look } from '../model/build.ts';
import type { Blocks, Inline, Inlines, Lang, Look, Paragraph } from '../model/document.ts';
import type { Cell, Row, Table } from '../model/table.ts';
import { plain } from '../model/walk.ts';
import { type PlacedRow, placed } from '../write/heads.ts';
import { withoutNotes } from './blocks.ts';

/** The looks of the rows of records: that which names one, and those under it. */
export const recordLook = named('record');
export const fieldLook = named('field');

function named(name: string): Look {
  const made = look(name);
  if (made === null) throw new Error(`no look: ${name}`);
  return made;
}

/** What heads the values, in its language. */
export interface ValueHead {
  readonly words: string;
  readonly lang: Lang;
}

export function asRecords(table: Table, data: ValueHead): Table {
  const heads = headingsOf(table);
  const names = namesOf(table);
  const records = (rows: readonly Row[]) => {
    // A part of a row is named with it.
    let whole: Inlines = [];
    return filled(rows, table.columns.length).flatMap((row) => {
      const isPart = row.row.look === 'sub';
      if (!isPart) whole = withoutNotes(wordsOf(namingOf(row, names).flatMap(({ blocks }) => blocks)));
      return recordOf(row, { names, heads, whole: isPart ? whole : [] });
    });
  };
  const head = names.map((column) => heads.take(column)).filter((words) => words.length > 0);
  return {
    ...table,
    columns: isShort(table)
      ? [
          { align: 'start', share: 0.66 },
          { align: 'end', share: 0.34 },
        ]
      : [
          { align: 'start', share: 0.42 },
          { align: 'start', share: 0.58 },
        ],
    head: [headOf(table, head, data)],
    body: records(table.body),
    foot: records(table.foot),
    wide: false,
  };
}

/** The one row that heads records: over their names what headed them, if anything did, and over the values a word. */
function headOf({ head: [own], ...table }: Table, names: readonly Inlines[], { words, lang }: ValueHead): Row {
  const base = { at: own?.at ?? table.at, from: own?.from ?? table.from, lang: null };
  const foreign = own?.lang != null || table.lang !== null;
  const cell: Cell = { ...spanning(base), columnSpan: 1 };
  const named: Cell = { ...cell, scope: 'column', blocks: [paragraph(base, joined(names, base))] };
  const word: Inline = { type: 'text', ...base, value: words };
  const valued: Cell = { ...cell, lang: foreign ? lang : null, scope: 'column', blocks: [paragraph(base, [word])] };
  return { ...base, lang: own?.lang ?? null, look: null, cells: [names.length === 0 ? cell : named, valued] };
}

/** Values of no more characters than this stand at the right edge, as numbers do. */
const shortest = 14;

function isShort({ body, columns }: Table): boolean {
  const texts = placed(body, columns.length).flatMap(({ cells }) =>
    cells.filter(({ cell, column }) => column > 0 && cell.scope === null).map(({ cell }) => textOf(cell)),
  );
  return texts.every((text) => text.length <= shortest);
}

function textOf({ blocks }: Cell): string {
  return blocks.map((block) => (block.type === 'paragraph' ? plain(block.children) : '  '.repeat(shortest))).join(' ');
}

/** The columns whose cells name their rows: those with heads of rows, else the first. */
function namesOf({ body, columns }: Table): readonly number[] {
  const found = new Set<number>();
  for (const { cells } of placed(body, columns.length))
    for (const { cell, column } of cells)
      if (isRowHead(cell) && cell.columnSpan < columns.length)
        for (let at = column; at < column + cell.columnSpan; at += 1) found.add(at);
  return found.size === 0 ? [0] : [...found].sort((one, other) => one - other);
}

const isRowHead = ({ scope }: Cell): boolean => scope === 'row' || scope === 'row-group';

interface Headings {
  /** The words over a column; the notes in them only the first time. */
  take(column: number): Inlines;
}

function headingsOf({ head, columns }: Table): Headings {
  const taken = new Set<Cell>();
  const over = columns.map((): Cell[] => []);
  for (const { cells } of placed(head, columns.length))
    for (const { cell, column } of cells)
      for (let at = column; at < column + cell.columnSpan; at += 1) over[at]?.push(cell);
  return {
    take: (column) => {
      const words = (over[column] ?? []).map((cell) => {
        const own = wordsOf(cell.blocks);
        const again = taken.has(cell);
        taken.add(cell);
        return again ? withoutNotes(own) : own;
      });
      const [first] = over[column] ?? [];
      return first === undefined
        ? []
        : joined(
            words.filter((own) => own.length > 0),
            first,
          );
    },
  };
}

/** Rows whose cells stand in each row that they reach into. */
function filled(rows: readonly Row[], columns: number): readonly PlacedRow[] {
  return placed(rows, columns).map((row) => {
    const again = row.reaching.map((above) => ({
      ...above,
      cell: { ...above.cell, blocks: quoted(above.cell.blocks) },
    }));
    const cells = [...again, ...row.cells].sort((one, other) => one.column - other.column);
    return { ...row, cells };
  });
}

/** Blocks that are said once more. */
function quoted(blocks: Blocks): Blocks {
  return blocks.map((block) =>
    block.type === 'paragraph' ? { ...block, children: withoutNotes(block.children) } : block,
  );
}

interface Naming {
  readonly names: readonly number[];
  readonly heads: Headings;
  /** The name of what this row is a part of. */
  readonly whole: Inlines;
}

function namingOf({ cells }: PlacedRow, names: readonly number[]): readonly Cell[] {
  return cells.filter(({ column }) => names.includes(column)).map(({ cell }) => cell);
}

function recordOf(placedRow: PlacedRow, { names, heads, whole }: Naming): readonly Row[] {
  const { row, cells } = placedRow;
  const [only] = cells;
  if (only !== undefined && cells.length === 1)
    return [{ ...row, cells: [{ ...only.cell, columnSpan: 2, rowSpan: 1 }] }];
  const naming = namingOf(placedRow, names);
  const fields = cells.filter(({ column }) => !names.includes(column));
  const [first] = naming;
  const words = [whole, ...naming.map(({ blocks }) => wordsOf(blocks))].filter((own) => own.length > 0);
  const name: Row[] =
    first === undefined
      ? []
      : [
          {
            ...row,
            look: recordLook,
            cells: [
              {
                ...spanning(first),
                scope: 'row-group',
                look: first.look,
                blocks: words.length === 1 ? first.blocks : [paragraph(first, joined(words, first))],
              },
            ],
          },
        ];
  return [
    ...name,
    ...fields.map(({ cell, column }): Row => {
      const value = { ...cell, columnSpan: 1, rowSpan: 1 };
      const spanned = Array.from({ length: cell.columnSpan }, (_, index) => heads.take(column + index));
      const head = joined(unique(spanned), cell);
      if (head.length === 0) return { ...row, look: fieldLook, cells: [{ ...value, columnSpan: 2 }] };
      const headed: Cell = { ...spanning(cell), columnSpan: 1, scope: 'row', blocks: [paragraph(cell, head)] };
      return { ...row, look: fieldLook, cells: [headed, value] };
    }),
  ];
}

function unique(all: readonly Inlines[]): readonly Inlines[] {
  const seen = new Set<string>();
  return all.filter((words) => {
    const text = plain(words);
    if (words.length === 0 || seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

type Base = Pick<Cell, 'at' | 'from' | 'lang'>;

function spanning({ at, from, lang }: Base): Cell {
  return { at, from, lang, scope: null, columnSpan: 2, rowSpan: 1, look: null, blocks: [] };
}

function paragraph({ at, from }: Base, children: Inlines): Paragraph {
  return { type: 'paragraph', at, from, lang: null, look: null, children };
}

/** Words of several cells as one. */
function joined(parts: readonly Inlines[], { at, from }: Base): Inlines {
  const comma: Inline = { type: 'text', at, from, lang: null, value: ', ' };
  return parts.flatMap((words, index) => (index === 0 ? words : [comma, ...words]));
}

/** The words of a cell's blocks, one after the other. */
function wordsOf(blocks: Blocks): Inlines {
  return blocks.flatMap((block) => (block.type === 'paragraph' ? block.children : []));
}
