/**
 * A table of many columns as records: for each row its name, and under it a row for each other column, the column's head before the
 * value. Nothing is left out: what heads the names heads the records, groups stay, totals too. It is a table of two columns, each
 * with its own head: one cell over both would be a caption in disguise, and in Word a table has no header row without one.
 */

import { look } from '../model/build.ts';
import type { Blocks, Lang, Look } from '../model/document.ts';
import { paragraph, text } from '../model/nodes.ts';
import type { Cell, Row, Table } from '../model/table.ts';
import { headsOver, type PlacedRow, placed } from '../write/heads.ts';
import { withoutNotes } from './blocks.ts';
import { renumbered } from './notes.ts';
import { again, inLanguage, together, unique } from './together.ts';

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
    let whole: Blocks = [];
    return filled(rows, table.columns.length).flatMap((row) => {
      const isPart = row.row.look === 'sub';
      if (!isPart) whole = again(namingOf(row, names).flatMap(({ blocks, lang }) => inLanguage(blocks, lang)));
      return recordOf(row, { names, heads, whole: isPart ? whole : [], lang: table.lang ?? data.lang });
    });
  };
  const head = names.map((column) => heads.take(column));
  const parts = { head: [headOf(table, head, data)], body: records(table.body), foot: records(table.foot) };
  const numbered = renumbered([...parts.head, ...parts.body, ...parts.foot]);
  return {
    ...table,
    // A value begins beside its name, not at the far edge, in every language: an eye close to the page does not lose the line.
    columns: [
      { align: 'start', share: 0.42 },
      { align: 'start', share: 0.58 },
    ],
    head: numbered.slice(0, 1),
    body: numbered.slice(1, 1 + parts.body.length),
    foot: numbered.slice(1 + parts.body.length),
    wide: false,
  };
}

/** The one row that heads records: over their names what headed them, if anything did, and over the values a word. */
function headOf({ head: [own], ...table }: Table, names: readonly Blocks[], { words, lang }: ValueHead): Row {
  const base = { at: own?.at ?? table.at, from: own?.from ?? table.from, lang: null };
  const foreign = own?.lang != null || table.lang !== null;
  const cell: Cell = { ...spanning(base), columnSpan: 1 };
  const blocks = together(names, base);
  const named: Cell = { ...cell, scope: 'column', blocks };
  const value = [paragraph(base, [text(words, base)])];
  const valued: Cell = { ...cell, lang: foreign ? lang : null, scope: 'column', blocks: value };
  return { ...base, lang: own?.lang ?? null, look: null, cells: [blocks.length === 0 ? cell : named, valued] };
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
  /** What stands over a column; the notes in it only the first time. */
  take(column: number): Blocks;
}

function headingsOf(table: Table): Headings {
  const taken = new Set<Cell>();
  const over = headsOver(table, ({ row, cell }) => ({ cell, blocks: inLanguage(cell.blocks, cell.lang ?? row.lang) }));
  return {
    take: (column) => {
      const parts = (over[column] ?? []).map(({ words: { cell, blocks } }) => {
        const words = taken.has(cell) ? again(blocks) : blocks;
        taken.add(cell);
        return words;
      });
      const [first] = over[column] ?? [];
      return first === undefined ? [] : together(parts, first.words.cell);
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
  readonly whole: Blocks;
  /** Of the table. */
  readonly lang: Lang;
}

function namingOf({ cells }: PlacedRow, names: readonly number[]): readonly Cell[] {
  return cells.filter(({ column }) => names.includes(column)).map(({ cell }) => cell);
}

function recordOf(placedRow: PlacedRow, { names, heads, whole, lang }: Naming): readonly Row[] {
  const { row, cells } = placedRow;
  const [only] = cells;
  if (only !== undefined && cells.length === 1)
    return [{ ...row, cells: [{ ...only.cell, columnSpan: 2, rowSpan: 1 }] }];
  const naming = namingOf(placedRow, names);
  const fields = cells.filter(({ column }) => !names.includes(column));
  const [first] = naming;
  const isAlone = naming.length === 1 && whole.length === 0;
  const named = first && {
    ...spanning(isAlone ? first : { ...first, lang: null }),
    scope: 'row-group' as const,
    look: first.look,
    blocks: isAlone
      ? first.blocks
      : together([whole, ...naming.map((cell) => inLanguage(cell.blocks, cell.lang))], first),
  };
  const name: Row[] = named === undefined ? [] : [{ ...row, look: recordLook, cells: [named] }];
  return [
    ...name,
    ...fields.map(({ cell, column }): Row => {
      const value = { ...cell, columnSpan: 1, rowSpan: 1 };
      const spanned = Array.from({ length: cell.columnSpan }, (_, index) => heads.take(column + index));
      const head = together(unique(spanned), cell);
      if (head.length === 0) return { ...row, look: fieldLook, cells: [{ ...value, columnSpan: 2 }] };
      const blocks = inLanguage(head, row.lang === null && cell.lang === null ? null : lang);
      const headed: Cell = { ...spanning({ ...cell, lang: null }), columnSpan: 1, scope: 'row', blocks };
      return { ...row, look: fieldLook, cells: [headed, value] };
    }),
  ];
}

type Base = Pick<Cell, 'at' | 'from' | 'lang'>;

function spanning({ at, from, lang }: Base): Cell {
  return { at, from, lang, scope: null, columnSpan: 2, rowSpan: 1, look: null, blocks: [] };
}
