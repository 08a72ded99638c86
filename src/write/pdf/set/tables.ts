/** Tables: their structure, and their rows as a grid, with deep rules, hairlines, groups on sky, no vertical rules. */
import { type TextDesign, together } from '../../../design/place.ts';
import { type DesignedRow, designTable, type RowDesign, type TableDesign } from '../../../design/tables.ts';
import type { Cell, Row, Table } from '../../../model/table.ts';
import { textArea } from '../../../theme/page-size.ts';
import type { ColorName } from '../../../theme/theme.ts';
import { type Heads, headsOf } from '../../heads.ts';
import { columnWidths, type Fitting, fitted, fittings, leastWidths, refuseWide } from '../../table-fit.ts';
import type { StructureElement } from '../tag/structure.ts';
import { breakRuns, type RunStyle } from '../text/inlines.ts';
import { piece } from '../text/piece.ts';
import type { Type } from '../text/type.ts';
import { isCaptioned, setCaption, sourceText } from './captions.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import type { LayoutNode } from './node.ts';
import { partOf, rowLook, type TablePartTag } from './row-look.ts';
import { hyphenated, scaled } from './runs.ts';
import { blankFrame, type Inset, type SetContext } from './setting.ts';
import { textWidth } from './terms.ts';

/** Of a page: a record that takes more of it would leave too much of the one before white. */
const highestRecord = 1 / 3;

interface TablePiece {
  readonly tag: TablePartTag;
  readonly rows: readonly Row[];
}

export function setTable(table: Table, parent: StructureElement, frame: Inset, setting: SetContext): LayoutNode {
  const { page, looks } = setting.job.theme;
  const { table: around } = looks.paged;
  // In the text column a table takes the full width of the page's text, rail and all.
  const inColumn = frame.left === page.rail;
  const upright = textWidth(inColumn ? { ...frame, left: 0, right: 0 } : frame, setting);
  const width = table.wide ? page.height - page.left - page.right : upright;
  const inner = { ...frame, lang: table.lang ?? frame.lang };
  const { heading, grid } = buildTable(table, parent, inner, setting);
  const source =
    table.source === null
      ? []
      : [
          sourceText(
            table.source,
            parent.add('P', { lang: table.lang ?? undefined }),
            inner,
            setting,
            around.sourceAfter,
          ),
        ];
  const id = table.id?.value;
  const left = inColumn || table.wide ? 0 : frame.left;
  const short = table.head.length + table.body.length + table.foot.length <= together.rows;
  const body: LayoutNode = {
    ...grid.node(width),
    margin: [left, around.before, 0, source.length > 0 ? around.source : around.after],
    keepTogether: short,
  };
  const stack: LayoutNode = { stack: [...heading, body, ...source], ...(table.wide ? { turned: true } : {}) };
  return id === undefined ? stack : { ...stack, anchor: { id, level: 0 } };
}

/** A table’s structure with its cells, which may then be arranged in one way or another; and its caption. */
export function buildTable(
  table: Table,
  parent: StructureElement,
  frame: Inset,
  setting: SetContext,
): { readonly heading: LayoutNode[]; readonly grid: GridBuilder } {
  const element = parent.add('Table', { lang: table.lang ?? undefined });
  if (table.id !== null) setting.tree.targets.set(table.id.value, element);
  const heading = isCaptioned(table) ? setCaption(table, element, frame, setting) : [];
  const parts: TablePiece[] = [
    { tag: 'THead', rows: table.head },
    { tag: 'TBody', rows: table.body },
    { tag: 'TFoot', rows: table.foot },
  ];
  const grid = new GridBuilder(table, frame, setting);
  for (const { tag, rows } of parts) {
    if (rows.length > 0) grid.addPart(element.add(tag), rows, tag);
  }
  return { heading, grid };
}

export class GridBuilder {
  readonly #table: Table;
  readonly #frame: Inset;
  readonly #setting: SetContext;
  readonly #design: TableDesign;
  readonly #look: TableDesign['look'];
  readonly #children: LayoutNode[] = [];
  readonly #rows: GridRow[] = [];
  /** Cells: their nodes, and how far in from the edges of their columns their words stand. */
  readonly #places: { child: number; column: number; columnSpan: number; beside: number }[] = [];
  /** For each column, how many more rows the cell above reaches into. */
  readonly #reach: number[];
  #headRows = 0;
  readonly #heads: Heads;
  /** The names of header cells that others refer to. */
  readonly #names: ReadonlyMap<Cell, string>;

  constructor(table: Table, frame: Inset, setting: SetContext) {
    this.#table = table;
    this.#frame = frame;
    this.#setting = setting;
    this.#design = designTable(setting.job.theme);
    this.#look = this.#design.look;
    this.#reach = table.columns.map(() => 0);
    this.#heads = headsOf(table);
    const named = new Set([...this.#heads.values()].flat());
    this.#names = new Map([...named].map((cell) => [cell, setting.tree.nameHeader()]));
  }

  addPart(element: StructureElement, rows: readonly Row[], tag: TablePiece['tag']): void {
    if (tag === 'THead') this.#headRows = rows.length;
    this.#reach.fill(0);
    for (const [index, designed] of this.#design.rows(rows, partOf[tag]).entries())
      this.#addRow(element.add('TR', { lang: designed.row.lang ?? undefined }), designed, index, rows, tag);
  }

  /** The cells row by row, their words with the space around them that the table gives them. */
  get cells(): readonly (readonly LayoutNode[])[] {
    return this.#rows.map(({ cells }) => cells.map(({ child }) => this.#children[child] ?? { stack: [] }));
  }

  /** Whether no word and no number needs more than a width in points. */
  fits(width: number): boolean {
    const least = this.#least(this.#children, fittings(this.#setting.job.theme).plainly);
    return least.reduce((sum, column) => sum + column, 0) <= width;
  }

  /** The rows in a width in points: as they are, else with divided words, else smaller; a number is never broken. */
  node(width: number): LayoutNode {
    const { columns } = this.#table;
    const { plainly, closest } = fittings(this.#setting.job.theme);
    const setIn = (fit: Fitting) =>
      fit === plainly ? this.#children : this.#children.map((child) => closer(child, fit, plainly.padding));
    const ways: readonly Fitting[] = [plainly, { ...plainly, divided: closest.divided }, closest];
    const found = fitted(ways, width, (fit) => this.#least(setIn(fit), fit));
    if (!found.fits) refuseWide(this.#table, found.least, width, this.#setting.job);
    const { attempt, least } = found.fits ? found : { attempt: plainly, least: this.#least(this.#children, plainly) };
    const shares = columns.map((column) => column.share);
    const grid: Grid = {
      widths: columnWidths(shares, least, width),
      gap: 0,
      rows: this.#rows,
      headRows: this.#headRows,
      highestRecord: textArea(this.#setting.job.theme.page).height * highestRecord,
    };
    return { stack: [...setIn(attempt)], grid };
  }

  /** The least width of each column for cells set in a way. */
  #least(children: readonly LayoutNode[], fit: Fitting): readonly number[] {
    const needs = this.#places.map(({ child, column, columnSpan, beside }) => {
      const node = children[child];
      const words = node !== undefined && 'stack' in node ? leastWidth(node.stack) : 0;
      return { column, columnSpan, width: words + beside - 2 * (this.#look.padding.side.page - fit.padding) };
    });
    return leastWidths(this.#table.columns.length, needs);
  }

  #addRow(
    element: StructureElement,
    { row, design }: DesignedRow<Row>,
    index: number,
    rows: readonly Row[],
    tag: TablePiece['tag'],
  ): void {
    const cells: GridCell[] = [];
    let column = 0;
    const free = (): void => {
      while ((this.#reach[column] ?? 0) > 0) column++;
    };
    const spans: [number, number, number][] = [];
    for (const cell of row.cells) {
      free();
      const { columnSpan, rowSpan, scope } = cell;
      const head = scope === 'row' || scope === 'row-group';
      cells.push({ child: this.#children.length, column, columnSpan, rowSpan, head });
      this.#children.push(this.#cell(element, cell, column, design));
      spans.push([column, cell.columnSpan, cell.rowSpan]);
      column += cell.columnSpan;
    }
    for (let c = 0; c < this.#reach.length; c++) this.#reach[c] = Math.max(0, (this.#reach[c] ?? 0) - 1);
    for (const [from, count, reach] of spans) for (let c = from; c < from + count; c++) this.#reach[c] = reach - 1;
    const reaching = this.#reach.some((rest) => rest > 0);
    const place = { next: rows[index + 1], index, tag, ground: design.ground, reaching };
    this.#rows.push({ cells, ...rowLook(row, place, this.#table, this.#setting.type) });
  }

  #cell(parent: StructureElement, cell: Cell, column: number, design: RowDesign): LayoutNode {
    const { type } = this.#setting;
    const { cell: states } = type.theme.looks;
    const { padding, indent: subIndent, sign, beside: besideNumbers } = this.#look;
    const lang = cell.lang ?? this.#frame.lang;
    const element = parent.add(cell.scope === null ? 'TD' : 'TH', {
      lang: cell.lang ?? undefined,
      id: this.#names.get(cell),
      attributes: tableAttributes(cell, this.#namesOf(cell)),
    });
    const heads = cell.scope === 'row';
    const text = heads ? design.heads : design.text;
    const frame: Inset = {
      ...blankFrame(lang, type.theme),
      text: text.style,
      tight: true,
      ground: design.ground ?? type.theme.roles.page,
    };
    const blocks = cell.blocks.map((block) => this.#setting.block(block, 1, element, frame));
    const align = cell.columnSpan > 1 ? 'start' : (this.#table.columns[column]?.align ?? 'start');
    const indent =
      // Words beside a column of numbers would run into them.
      (align === 'start' && this.#table.columns[column - 1]?.align === 'end' ? besideNumbers.page : 0) +
      (heads && design.stepped ? subIndent.page : 0) +
      (cell.look === null ? 0 : sign.room.page);
    const { words } = design;
    const own = words === null ? blocks : blocks.map((block) => inWords(block, words, type));
    const styled = own.map((block) => this.#style(block, align, text, words !== null));
    const { columnSpan } = cell;
    const side = padding.side.page;
    this.#places.push({ child: this.#children.length, column, columnSpan, beside: 2 * side + indent });
    const node: LayoutNode = { stack: styled, margin: [side + indent, padding.top.page, side, padding.bottom.page] };
    const state = cell.look === null ? undefined : states[cell.look as keyof typeof states];
    if (state === undefined) return node;
    const { radius, stroke, offset } = sign;
    const color = type.color(state.color);
    return { ...node, shape: { kind: 'status', shape: state.shape, color, radius, stroke, beside: offset } };
  }

  #namesOf(cell: Cell): string[] {
    return (this.#heads.get(cell) ?? []).flatMap((head) => this.#names.get(head) ?? []);
  }

  /** Links keep their colour where they are to be known by it, and all where the row has one. */
  #style(node: LayoutNode, align: string, { color, weight }: TextDesign, isInWords: boolean): LayoutNode {
    if (!('runs' in node)) return node;
    const { type, paper } = this.#setting;
    const weighed = weight === null ? {} : { weight };
    const runs = node.runs.map((run) => {
      const change = isInWords || (run.link !== null && paper === null) ? weighed : { ...weighed, color };
      return { ...run, style: { ...type.change(run.style, change), tabular: align === 'end' } };
    });
    const alignment = align === 'end' ? 'right' : align === 'center' ? 'center' : 'left';
    return { ...node, runs, alignment };
  }
}

/** A node of a cell with its words, its marks and their numbers in one colour. */
function inWords(node: LayoutNode, color: ColorName, type: Type): LayoutNode {
  const inColor = (style: RunStyle) => type.change(style, { color });
  const { marker } = node;
  const marked = marker && { marker: { ...marker, color: type.color(color), style: inColor(marker.style) } };
  if ('stack' in node) return { ...node, ...marked, stack: node.stack.map((child) => inWords(child, color, type)) };
  if (!('runs' in node)) return { ...node, ...marked };
  return { ...node, ...marked, runs: node.runs.map((run) => ({ ...run, style: inColor(run.style) })) };
}

/** A node of a cell as a way has it set; `side` is the space beside its words else, 0 within it. */
function closer(node: LayoutNode, fit: Fitting, side: number): LayoutNode {
  const [left, top, right, bottom] = node.margin ?? [0, 0, 0, 0];
  const less = side === 0 ? 0 : side - fit.padding;
  const margin = [left - less, top, right - less, bottom] as const;
  if ('stack' in node) return { ...node, margin, stack: node.stack.map((child) => closer(child, fit, 0)) };
  if (!('runs' in node)) return node;
  const parted = fit.divided ? hyphenated(node.runs, node.lang) : node.runs;
  const runs = parted.map((run) => ({ ...run, style: scaled(run.style, fit.scale) }));
  return { ...node, margin, runs };
}

/** The widest of what can't be broken. */
export function leastWidth(nodes: readonly LayoutNode[]): number {
  let least = 0;
  for (const node of nodes) {
    if ('runs' in node) {
      let before = 0;
      for (const part of breakRuns(node.runs, node.lang)) {
        const hyphen = part.soft ? piece(part.run, part.text, { hyphen: true }).width : 0;
        least = Math.max(least, before + Math.max(part.width - part.trailingCut, hyphen));
        // A word goes on where only its look changes.
        before = part.noNewLine && !part.lineEnd ? before + part.width : 0;
      }
    } else if ('stack' in node) least = Math.max(least, leastWidth(node.stack) + (node.margin?.[0] ?? 0));
  }
  return least;
}

/** ISO 32000-1, table 349. */
function tableAttributes({ scope, columnSpan, rowSpan }: Cell, heads: readonly string[]): object[] {
  const scopes = { column: 'Column', row: 'Row', 'column-group': 'Column', 'row-group': 'Row' } as const;
  const attributes = {
    ...(scope === null ? {} : { Scope: scopes[scope] }),
    ...(columnSpan > 1 ? { ColSpan: columnSpan } : {}),
    ...(rowSpan > 1 ? { RowSpan: rowSpan } : {}),
    ...(heads.length > 0 ? { Headers: heads.map((name) => new String(name)) } : {}),
  };
  return Object.keys(attributes).length === 0 ? [] : [{ O: 'Table', ...attributes }];
}
