/** Tables: Word's own, with repeated header rows, spans, a caption before them and where their data is from after them. */

import { FileChild, Paragraph, type XmlComponent } from 'docx';
import { together } from '../../design/place.ts';
import type { Captioned, Chart, Inlines } from '../../model/document.ts';
import type { Cell, Table } from '../../model/table.ts';
import { descend, descendInlines, inlinesOf, plain } from '../../model/walk.ts';
import type { Theme } from '../../theme/theme.ts';
import type { Fitting } from '../table-fit.ts';
import { cellContent } from './cells.ts';
import { type ColumnWidths, columnsOf } from './column-widths.ts';
import { element } from './elements.ts';
import { captionRuns } from './figures.ts';
import { type Flow, frameOf, styled, type Write, within } from './flow.ts';
import { gridOf, type TableGridCell, type TableGridRow } from './grid.ts';
import { runs } from './inlines.ts';
import { continuedStyle } from './lists.ts';
import { takesMore } from './room.ts';
import { type FlowPiece, Turned } from './rows.ts';
import type { Story } from './story.ts';
import { border, cellMargins, dataTable } from './table-styles.ts';
import { hex, twips } from './units.ts';
import { shield } from './xml.ts';

export function table(node: Table, flow: Flow, story: Story, write: Write): FlowPiece[] {
  const turned = node.wide && !flow.held;
  const frame = turned ? { left: 0, width: turnedWidth(story.theme) } : frameOf(flow, story.theme);
  const words = node.caption === null ? null : captionWords(node);
  const pieces = [
    ...captionAbove(node, node.summary, flow, story),
    grid(node, words, frame, flow, story, write),
    ...sourceBelow(node.source, flow, story),
  ];
  return turned ? [new Turned(pieces)] : pieces;
}

function turnedWidth({ page }: Theme): number {
  return page.height - page.left - page.right;
}

/** The caption as one text, for Word's own title of a table. */
export function captionWords({ number, caption }: Captioned): string {
  return [number, caption === null ? null : plain(caption)].filter(Boolean).join('. ');
}

/** The caption, then what is counted; both stay with what they name. */
export function captionAbove(node: Table | Chart, summary: Inlines | null, flow: Flow, story: Story): Paragraph[] {
  const caption = captionRuns(node, flow, story);
  const style = (own: string) => (flow.item === null ? own : 'ListContinueCaption');
  const keepNext = { keepNext: true };
  return [
    ...(caption.length === 0 ? [] : [styled(style('TableCaption'), caption, flow, story, keepNext)]),
    ...(summary === null ? [] : [styled(style('Summary'), runs(summary, flow, story), flow, story, keepNext)]),
  ];
}

/** Where the data is from; without it, the paragraph that Word needs after a table. */
export function sourceBelow(source: Inlines | null, flow: Flow, story: Story): Paragraph[] {
  if (source === null) return [new Paragraph({ style: 'TableEnd' })];
  const style = flow.item === null ? 'Source' : continuedStyle(flow.item.level);
  return [styled(style, runs(source, flow, story), flow, story)];
}

class Grid extends FileChild {
  constructor(children: readonly XmlComponent[]) {
    super('w:tbl');
    for (const child of children) this.root.push(child);
  }
}

export function grid(
  node: Table,
  words: string | null,
  frame: { readonly left: number; readonly width: number },
  flow: Flow,
  story: Story,
  write: Write,
): FileChild {
  const columns = columnsOf(node, frame.width, flow, story);
  const edges = columnEdges(columns);
  const widths = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
  const rows = gridOf(node, story.theme);
  // In columns beside each other all is kept with what follows, or a table goes on in the next column of its page.
  const inColumn = flow.ground === 'column' && flow.text === null;
  const short = rows.length <= together.rows;
  const whole = short && (inColumn || (!flow.held && !takesMore(half, node, frame.width, story.theme)));
  const inner = within(flow, node);
  const written = rows.map((row, index) => {
    const kept =
      (inColumn && whole) || (index < rows.length - 1 && (whole || (isHeld(rows, index) && !callsNote(row))));
    return rowOf(node, row, { edges, fit: columns.fit }, kept, inner, story, write);
  });
  const marks = widths.map((width) => element('w:gridCol', { 'w:w': width }));
  return new Grid([
    properties(node, words, frame, columns.fit, story.theme),
    element('w:tblGrid', {}, ...marks),
    ...written,
  ]);
}

/** In twips from the left edge, so that no rounding adds up. */
function columnEdges({ widths }: ColumnWidths): number[] {
  const upTo = (count: number) => widths.slice(0, count).reduce((sum, own) => sum + own, 0);
  return Array.from({ length: widths.length + 1 }, (_, count) => twips(upTo(count)));
}

/** A table that takes more of a page leaves too much of one white where it is kept together. */
const half = 0.5;

/** The head and the first row stand together on a page, the last rows, those of a record, and rows that a cell joins, as long as a page surely holds them. */
const [fewest, longestSpan] = [3, 20];

function isHeld(rows: readonly TableGridRow[], index: number): boolean {
  if (rows[index]?.part === 'head' || index >= rows.length - fewest) return true;
  if (rows[index + 1]?.row.look === 'field') return true;
  const joins = (at: number): boolean => rows[at]?.cells.some(({ merge }) => merge === 'continue') === true;
  if (!joins(index + 1)) return false;
  let [from, to] = [index, index + 1];
  while (joins(from)) from -= 1;
  while (joins(to + 1)) to += 1;
  return to - from < longestSpan;
}

/** LibreOffice leaves most of each page white where long tables have rows that are held to the next and call notes. */
function callsNote({ cells }: TableGridRow): boolean {
  const blocks = cells.flatMap(({ cell }) => descend(cell?.blocks ?? []));
  return blocks.some((block) => descendInlines(inlinesOf(block)).some(({ type }) => type === 'note'));
}

/** The order is the schema's (CT_TblPr). */
function properties(
  node: Table,
  words: string | null,
  { left, width }: { readonly left: number; readonly width: number },
  fit: Fitting,
  theme: Theme,
): XmlComponent {
  const heads = node.body.some(({ cells }) => cells[0]?.scope === 'row');
  const look = { firstRow: node.head.length > 0, lastRow: node.foot.length > 0, firstColumn: heads };
  const bits = (look.firstRow ? 0x20 : 0) | (look.lastRow ? 0x40 : 0) | (look.firstColumn ? 0x80 : 0) | 0x600;
  const description = node.summary === null ? null : plain(node.summary);
  return element(
    'w:tblPr',
    {},
    element('w:tblStyle', { 'w:val': dataTable }),
    element('w:tblW', { 'w:w': twips(width), 'w:type': 'dxa' }),
    element('w:tblInd', { 'w:w': twips(left), 'w:type': 'dxa' }),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    ...(fit.scale < 1 ? [cellMargins('w:tblCellMar', fit.padding, theme)] : []),
    element('w:tblLook', {
      'w:val': bits.toString(16).toUpperCase().padStart(4, '0'),
      ...Object.fromEntries(Object.entries(look).map(([name, on]) => [`w:${name}`, on ? 1 : 0])),
      ...{ 'w:lastColumn': 0, 'w:noHBand': 1, 'w:noVBand': 1 },
    }),
    ...(words === null ? [] : [element('w:tblCaption', { 'w:val': shield(words) })]),
    ...(description === null ? [] : [element('w:tblDescription', { 'w:val': shield(description) })]),
  );
}

/** Text of this length in one cell may fill a page: its row may break. */
const longest = 1500;

function rowOf(
  node: Table,
  row: TableGridRow,
  { edges, fit }: { readonly edges: readonly number[]; readonly fit: Fitting },
  kept: boolean,
  flow: Flow,
  story: Story,
  write: Write,
): XmlComponent {
  const head = row.part === 'head';
  const splits = row.cells.some(({ cell }) => cell !== null && lengthOf(cell) > longest);
  const marks = [...(splits ? [] : [element('w:cantSplit')]), ...(head ? [element('w:tblHeader')] : [])];
  const inner = row.row.lang === null ? flow : { ...flow, lang: row.row.lang };
  const cells = row.cells.map((place) => {
    const { column, columnSpan } = place;
    const width = (edges[column + columnSpan] ?? 0) - (edges[column] ?? 0);
    const content = cellContent(node, row, place, { ...inner, width: width / 20 }, fit, kept, story, write);
    return element('w:tc', {}, cellProperties(row, place, width, story.theme), ...content);
  });
  return element('w:tr', {}, ...(marks.length > 0 ? [element('w:trPr', {}, ...marks)] : []), ...cells);
}

function lengthOf({ blocks }: Cell): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'paragraph' ? plain(block.children).length : longest), 0);
}

/** The order is the schema's (CT_TcPr). */
function cellProperties(
  { part, design }: TableGridRow,
  place: TableGridCell,
  width: number,
  theme: Theme,
): XmlComponent {
  const { columnSpan, above, below, merge } = place;
  const { ground } = design;
  const borders = [
    ...(above === undefined ? [] : [border('top', above, theme)]),
    ...(below === undefined ? [] : [border('bottom', below, theme)]),
  ];
  return element(
    'w:tcPr',
    {},
    element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    ...(columnSpan > 1 ? [element('w:gridSpan', { 'w:val': columnSpan })] : []),
    ...(merge === null ? [] : [element('w:vMerge', { 'w:val': merge })]),
    ...(borders.length > 0 ? [element('w:tcBorders', {}, ...borders)] : []),
    ...(ground === null
      ? []
      : [element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': hex(theme, ground) })]),
    ...(part === 'head' ? [element('w:vAlign', { 'w:val': 'bottom' })] : []),
  );
}
