/** Tables: data in rows and columns, of which every row is as wide as the columns and some cells are headers. */
import type { Block } from '../model/document.ts';
import type { Cell, Column, Row, Table } from '../model/table.ts';
import { readCaptioned } from './captioned.ts';
import { readContent } from './content.ts';
import { fitRows } from './grid.ts';
import { readOptional } from './inlines.ts';
import { type Element, given } from './parse.ts';
import {
  type Around,
  choiceOf,
  countOf,
  elementsOf,
  forTemplates,
  languageOf,
  lookOf,
  numberOf,
  only,
  type Reading,
} from './reading.ts';
import { sharesOf } from './shares.ts';

/** Word's tables have 63 columns at most. */
const columnLimit = 63;
const rowLimit = 10_000;

type Base = Pick<Block, 'at' | 'from' | 'lang'>;
const parts = ['head', 'body', 'foot'] as const;
type RowPart = (typeof parts)[number];

export function readTable(element: Element, base: Base, around: Around, reading: Reading): Table | null {
  const [head, body, foot] = parts.map((name) => readRows(element, name, around, reading));
  if (!head || !body || !foot) return null;
  const table: Table = {
    type: 'table',
    ...base,
    ...readCaptioned(element, around.lang, reading),
    summary: readOptional(only(element, 'summary', reading), around.lang, reading),
    source: readOptional(only(element, 'source', reading), around.lang, reading),
    columns: readColumns(element, [head, body, foot], reading),
    head,
    body,
    foot,
    wide: choiceOf(element, 'wide', ['false', 'true'], reading) === 'true',
  };
  return checkTable(table, reading) ? table : null;
}

function checkTable(table: Table, reading: Reading): boolean {
  const { head, body, foot, columns } = table;
  if (body.length === 0) {
    reading.fault('empty-element', table, 'The table has no rows.', [
      'Give it rows, or leave it out.',
      ...forTemplates(table, 'Put it in {{#if …}}.'),
    ]);
    return false;
  }
  if (columns.length > columnLimit) {
    reading.fault('too-many-columns', table, `The table has ${columns.length} columns; the limit is ${columnLimit}.`, [
      'Split it into several tables, or make its columns the rows.',
    ]);
    return false;
  }
  const rows = [head, body, foot];
  if (!rows.flat().some(({ cells }) => cells.some(({ scope }) => scope !== null))) {
    const hints = [
      'Say what its columns or its rows hold.',
      ...forTemplates(table, 'Write <th> for the cells that name columns or rows.'),
    ];
    reading.fault('missing-headers', table, 'The table does not have a header cell.', hints, 'WCAG 2.2, 1.3.1');
    return false;
  }
  return rows.map((part) => fitRows(part, columns.length, reading)).every((fits) => fits);
}

function readRows(table: Element, part: RowPart, around: Around, reading: Reading): readonly Row[] {
  const group = only(table, part, reading);
  if (group === null) return [];
  const { own, inner } = languageOf(group, around.lang, reading);
  return elementsOf(group.children).flatMap((element) => {
    if (element.name !== 'row') return [];
    const row = readRow(element, part, { ...around, lang: inner }, reading);
    return row === null ? [] : [own === null ? row : { ...row, lang: row.lang ?? own }];
  });
}

function readRow(element: Element, part: RowPart, around: Around, reading: Reading): Row | null {
  const { own, inner } = languageOf(element, around.lang, reading);
  const cells = elementsOf(element.children).flatMap((cell) =>
    cell.name === 'th' || cell.name === 'td' ? [readCell(cell, part, { ...around, lang: inner }, reading)] : [],
  );
  return { at: element.at, from: element.from, lang: own, look: lookOf(element, reading), cells };
}

function readCell(element: Element, part: RowPart, around: Around, reading: Reading): Cell {
  const { own, inner } = languageOf(element, around.lang, reading);
  const blocks = readContent(element, { ...around, lang: inner }, reading);
  if (element.name === 'th' && blocks.length === 0)
    reading.fault('empty-element', element, 'The header cell is empty.', [
      'Write what it heads; a cell that heads nothing has "header": false.',
      ...forTemplates(element, 'Write <td> for a cell that heads nothing.'),
    ]);
  const columnSpan = countOf(element, 'colspan', { least: 1, most: columnLimit, otherwise: 1 }, reading);
  return {
    at: element.at,
    from: element.from,
    lang: own,
    scope: element.name === 'th' ? readScope(element, part, columnSpan, reading) : null,
    columnSpan,
    rowSpan: countOf(element, 'rowspan', { least: 1, most: rowLimit, otherwise: 1 }, reading),
    look: lookOf(element, reading),
    blocks,
  };
}

function readScope(element: Element, part: RowPart, columnSpan: number, reading: Reading): NonNullable<Cell['scope']> {
  const scope = choiceOf(element, 'scope', ['column', 'row', 'column-group', 'row-group'], reading);
  if (given(element, 'scope') !== null) return scope;
  return part !== 'head' ? 'row' : columnSpan > 1 ? 'column-group' : 'column';
}

/** As they are declared; else as many as the first row is wide. */
function readColumns(table: Element, rows: readonly (readonly Row[])[], reading: Reading): readonly Column[] {
  const declared = only(table, 'columns', reading);
  if (declared === null) {
    const [first] = rows.flat();
    const width = (first?.cells ?? []).reduce((sum, { columnSpan }) => sum + columnSpan, 0);
    return sharesOf(rows.flat(), width).map((share) => ({ align: 'start', share }));
  }
  const drafts = elementsOf(declared.children)
    .filter(({ name }) => name === 'column')
    .map((column) => ({
      align: choiceOf(column, 'align', ['start', 'center', 'end'], reading),
      share: readShare(column, reading),
    }));
  const whole = drafts.reduce((sum, { share }) => sum + share, 0);
  if (drafts.some(({ share }) => share !== drafts[0]?.share))
    return drafts.map(({ align, share }) => ({ align, share: share / whole }));
  const shares = sharesOf(rows.flat(), drafts.length);
  return drafts.map(({ align }, index) => ({ align, share: shares[index] ?? 1 / drafts.length }));
}

function readShare(column: Element, reading: Reading): number {
  const share = numberOf(column, 'share', reading) ?? 1;
  const attribute = given(column, 'share');
  if (attribute === null || (share > 0 && share <= 1000)) return share;
  reading.fault('bad-value', attribute, 'The share of a column must be a number above 0, up to 1000.');
  return 1;
}
