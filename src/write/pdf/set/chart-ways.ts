/** How charts stand with their tables and with one another, as designers have them stand so that pages are filled. Points. */

import type { ChartDrawing } from '../../../chart/chart.ts';
import type { Block, Blocks, Chart } from '../../../model/document.ts';
import type { Theme } from '../../../theme/theme.ts';
import type { Grid, GridRow } from './grid.ts';
import { plainRow } from './grid.ts';
import type { LayoutNode } from './node.ts';
import type { SetContext } from './setting.ts';
import { type GridBuilder, leastWidth } from './tables.ts';

/** Of the text width: a chart with its table at its side, that table, one of two charts; the rest is the room between. */
const chartBeside = 128 / 178;
const tableBeside = 44 / 178;
const half = 86 / 178;
/** The most that a table beside, a table under the axis and one of two charts may have. */
const besideMost = { series: 2, categories: 8 };
const headedMost = { series: 3, categories: 12 };
const halfMost = { series: 3, categories: 6 };

export function besideWidth(width: number): number {
  return width * chartBeside;
}
export function halfWidth(width: number): number {
  return width * half;
}

export function takesHeaded({ kind, data }: Chart): boolean {
  const upright = kind === 'bar' || kind === 'stacked' || kind === 'line';
  const { series, categories } = data;
  return upright && categories.length > 1 && isWithin(series.length, categories.length, headedMost);
}

export function takesBeside({ kind, data }: Chart): boolean {
  return kind !== 'gantt' && isWithin(data.series.length, data.categories.length, besideMost);
}

function isWithin(series: number, categories: number, most: typeof besideMost): boolean {
  return series > 0 && series <= most.series && categories <= most.categories;
}

/** Whether a block is one of two small charts that stand side by side: neighbours, two by two. */
export function isHalf(blocks: Blocks, index: number): boolean {
  let run = 0;
  for (let at = index; at > 0 && isSmall(blocks[at - 1]); at -= 1) run += 1;
  const first = run % 2 === 0 ? index : index - 1;
  return isSmall(blocks[first]) && isSmall(blocks[first + 1]);
}

function isSmall(block: Block | undefined): boolean {
  if (block?.type !== 'chart' || block.kind === 'gantt' || block.lang !== null) return false;
  const { series, categories } = block.data;
  return block.caption !== null && isWithin(series.length, categories.length, halfMost);
}

/** Side by side: the chart, its table, under the chart its source; null where a word of the table needs more room. */
export function setBeside(
  { picture, source }: { readonly picture: LayoutNode; readonly source: LayoutNode | null },
  table: GridBuilder,
  whole: number,
  { job }: SetContext,
): LayoutNode | null {
  const width = whole * tableBeside;
  if (!table.fits(width)) return null;
  const [chart, gap] = [besideWidth(whole), whole * (1 - chartBeside - tableBeside)];
  const cells = [picture, ...(source === null ? [] : [source]), table.node(width)];
  const last = cells.length - 1;
  const cell = { columnSpan: 1, rowSpan: 1 };
  const rows: GridRow[] = [
    {
      ...plainRow,
      cells: [
        { child: 0, column: 0, ...cell },
        { child: last, column: 1, columnSpan: 1, rowSpan: last },
      ],
    },
    ...(source === null ? [] : [{ ...plainRow, cells: [{ child: 1, column: 0, ...cell }] }]),
  ];
  const grid: Grid = { widths: [chart, width], gap, rows, headRows: 0, inOrder: true };
  return { stack: cells, grid, margin: [0, 0, 0, job.theme.looks.paged.arranged.after], keepTogether: true };
}

/**
 * The table under the chart, its columns under the chart's categories, the series at the left with their signs. What is said
 * stays as it was: category by category. Null where a word has no room.
 */
export function setHeaded(
  { picture, source }: { readonly picture: LayoutNode; readonly source: LayoutNode | null },
  drawing: ChartDrawing,
  table: GridBuilder,
  { type, job }: SetContext,
): LayoutNode | null {
  const columns = table.cells;
  const step = drawing.width / Math.max(1, columns.length - 1);
  const { rules } = job.theme.looks.table;
  const { arranged: room } = job.theme.looks.paged;
  const close = job.theme.looks.table.padding.close.page;
  const fits = columns.every((column, index) =>
    column.every((cell, row) => {
      const needed = 'stack' in cell ? leastWidth(cell.stack) : 0;
      const sign = index === 0 && row > 0 ? (drawing.swatches[row - 1]?.width ?? 0) + room.sign : 0;
      return needed + sign + 2 * close <= (index === 0 ? drawing.left : step);
    }),
  );
  if (!fits) return null;
  const count = columns[0]?.length ?? 0;
  const before = source === null ? 1 : 2;
  const children = columns.flatMap((column, index) =>
    column.map((cell, row) => {
      const swatch = index === 0 ? drawing.swatches[row - 1] : undefined;
      if (swatch !== undefined) return signed(cell, swatch, close, room);
      return index === 0 ? cell : centred(cell, close);
    }),
  );
  const hair = { color: type.color(rules.hair.color), thickness: rules.hair.width.page };
  const edge = { color: type.color(rules.edge.color), thickness: rules.edge.width.page };
  const whole = { column: 0, columnSpan: columns.length, rowSpan: 1 };
  const rows: GridRow[] = [
    { ...plainRow, cells: [{ child: 0, ...whole }] },
    ...Array.from({ length: count }, (_, row): GridRow => {
      const cells = columns.map((_, column) => {
        return { child: before + column * count + row, column, columnSpan: 1, rowSpan: 1 };
      });
      return { ...plainRow, cells, ruleBelow: row === count - 1 ? edge : hair };
    }),
    ...(source === null ? [] : [{ ...plainRow, cells: [{ child: 1, ...whole }] }]),
  ];
  const widths = columns.map((_, index) => (index === 0 ? drawing.left : step));
  const stack = [
    picture,
    ...(source === null ? [] : [{ stack: [source], margin: [0, room.source, 0, 0] as const }]),
    ...children,
  ];
  return {
    stack,
    grid: { widths, gap: 0, rows, headRows: 0, inOrder: true },
    margin: [0, 0, 0, room.after],
    keepTogether: true,
  };
}

function signed(
  cell: LayoutNode,
  { svg, width, height }: ChartDrawing['swatches'][number],
  close: number,
  { sign: beside, signAbove }: Theme['looks']['paged']['arranged'],
): LayoutNode {
  if (!('stack' in cell)) return cell;
  const [, top, , bottom] = cell.margin ?? [0, 0, 0, 0];
  const sign: LayoutNode = { svg, slot: null, width, height, margin: [0, signAbove, 0, -height - signAbove] };
  const stack = cell.stack.map((node): LayoutNode => ('runs' in node ? { ...node, alignment: 'left' } : node));
  const words: LayoutNode = { stack, margin: [width + beside, 0, 0, 0] };
  return { ...cell, stack: [sign, words], margin: [close, top, close, bottom] };
}

function centred(cell: LayoutNode, close: number): LayoutNode {
  if (!('stack' in cell)) return cell;
  const [, top, , bottom] = cell.margin ?? [0, 0, 0, 0];
  const stack = cell.stack.map((node): LayoutNode => ('runs' in node ? { ...node, alignment: 'center' } : node));
  return { ...cell, stack, margin: [close, top, close, bottom] };
}

/** Two charts side by side, their captions, pictures, tables and sources on common lines; each is read to its end. */
export function setPair(
  one: readonly LayoutNode[],
  other: readonly LayoutNode[],
  whole: number,
  after: number,
): LayoutNode {
  const width = halfWidth(whole);
  // Caption, picture, source, table, as they are read; the source is seen last.
  const seen = [0, 1, 3, 2];
  const cell = { columnSpan: 1, rowSpan: 1 };
  const rows = seen.map((part): GridRow => {
    const cells = [0, 1].map((column) => ({ child: column * seen.length + part, column, ...cell }));
    return { ...plainRow, cells };
  });
  const grid: Grid = { widths: [width, width], gap: whole - 2 * width, rows, headRows: 0, inOrder: true };
  return { stack: [...one, ...other], grid, margin: [0, 0, 0, after], keepTogether: true };
}
