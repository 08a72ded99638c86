/** Charts: a picture with words written from its data, and the data as a table. */

import { together } from '../../../design/place.ts';
import type { Block, Blocks, Chart } from '../../../model/document.ts';
import { textArea } from '../../../theme/page-size.ts';
import type { Theme } from '../../../theme/theme.ts';
import type { Job } from '../../targets.ts';
import type { StructureElement } from '../tag/structure.ts';
import { isCaptioned, setCaption, sourceText } from './captions.ts';
import { halfWidth, isHalf, setBeside, setHeaded, setPair } from './chart-ways.ts';
import type { LayoutNode } from './node.ts';
import type { DrawnChart, Inset, Redrawable, SetContext } from './setting.ts';
import { buildTable, type GridBuilder } from './tables.ts';
import { textWidth } from './terms.ts';

/** What a chart is made of, in the order in which it is read. */
interface Parts {
  readonly heading: LayoutNode[];
  readonly figure: StructureElement;
  readonly source: LayoutNode | null;
  readonly table: GridBuilder;
}

export function setChart(chart: Chart, parent: StructureElement, frame: Inset, setting: SetContext): LayoutNode {
  const drawing = drawingOf(chart, setting);
  const inner = { ...frame, lang: chart.lang ?? frame.lang };
  const parts = setParts(chart, parent, inner, setting);
  const inColumn = frame.left === setting.job.theme.page.rail;
  const whole = textWidth(inColumn ? { ...frame, left: 0, right: 0 } : frame, setting);
  const body = setArranged(drawing, parts, whole, setting) ?? setPlain(drawing, parts, whole, setting);
  const left = inColumn ? 0 : frame.left;
  const stack: LayoutNode = { stack: [...parts.heading, ...body.map((node) => indented(node, left))] };
  return chart.id === null ? stack : { ...stack, anchor: { id: chart.id.value, level: 0 } };
}

/** Two charts that stand side by side. */
export function setCharts(
  pair: readonly [Chart, Chart],
  parent: StructureElement,
  frame: Inset,
  setting: SetContext,
): LayoutNode {
  const { page, looks } = setting.job.theme;
  const { pair: room } = looks.paged;
  const whole = textArea(page).width;
  const [one, other] = pair.map((chart): LayoutNode[] => {
    const { heading, figure, source, table } = setParts(chart, parent, { ...frame, left: 0, right: 0 }, setting);
    const drawing = drawingOf(chart, setting).with?.drawing ?? drawingOf(chart, setting);
    const anchor = chart.id === null ? {} : { anchor: { id: chart.id.value, level: 0 } };
    return [
      { stack: heading, ...anchor },
      { stack: [pictureOf(drawing, figure, setting.job)], margin: [0, room.around, 0, room.around] },
      { stack: source === null ? [] : [source], margin: [0, room.source, 0, 0] },
      { ...table.node(halfWidth(whole)), margin: [0, 0, 0, 0] },
    ];
  });
  return setPair(one ?? [], other ?? [], whole, room.after);
}

/** Two small charts that stand side by side begin here, or the second of them stands here; null for any other block. */
export function pairAt(
  blocks: Blocks,
  index: number,
  { charts }: SetContext,
): readonly [Chart, Chart] | 'second' | null {
  const isDrawn = (block: Block | undefined): block is Chart =>
    block?.type === 'chart' && charts.get(block)?.with?.placing === 'half';
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (!isDrawn(block) || !isHalf(blocks, index)) return null;
  let before = 0;
  while (isDrawn(blocks[index - before - 1])) before += 1;
  if (before % 2 === 1) return 'second';
  return isDrawn(next) ? [block, next] : null;
}

function drawingOf(chart: Chart, { charts }: SetContext): DrawnChart {
  const drawing = charts.get(chart);
  if (drawing === undefined) throw new Error('a chart that was not drawn');
  return drawing;
}

/** The structure of a chart and its words. */
function setParts(chart: Chart, parent: StructureElement, frame: Inset, setting: SetContext): Parts {
  const group = parent.add('Sect', { lang: chart.lang ?? undefined });
  const heading = isCaptioned(chart) ? setCaption(chart, group, frame, setting) : [];
  const figure = group.add('Figure', { alt: chart.alt });
  if (chart.id !== null) setting.tree.targets.set(chart.id.value, figure);
  const source =
    chart.source === null
      ? null
      : sourceText(chart.source, group.add('P'), frame, setting, setting.job.theme.looks.paged.chart.sourceAfter);
  const { grid } = buildTable(chart.table, group, frame, setting);
  return { heading, figure, source, table: grid };
}

function pictureOf(
  drawing: Redrawable,
  figure: StructureElement,
  { theme }: Pick<Job, 'theme'>,
  scale = 1,
): LayoutNode {
  const lost = theme.large === null ? mostLost : mostLostLarge;
  const { svg, width, height, plot } = drawing;
  const size = { width: width * scale, height: height * scale };
  const lower = { plot: plot * scale, spare: plot * scale * lost, redraw: drawing.redraw };
  return { svg, slot: figure.slot(), ...size, ...(plot === 0 ? {} : lower) };
}

/** So much of its plot a chart may lose and still be read; in large print, where it is twice as high. */
const mostLost = 0.35;
const mostLostLarge = 0.6;

/** With its table, where they fit so. */
function setArranged(
  drawn: DrawnChart,
  { figure, source, table }: Parts,
  whole: number,
  setting: SetContext,
): LayoutNode[] | null {
  if (drawn.with === undefined || Math.abs(whole - drawn.width) > 0.5) return null;
  const { placing, drawing } = drawn.with;
  const { before, after } = setting.job.theme.looks.paged.chart;
  const margin = placing === 'headed' ? ([drawing.left, before, 0, 0] as const) : ([0, before, 0, after] as const);
  const slotless: LayoutNode = { stack: [] };
  const arrange = (picture: LayoutNode): LayoutNode | null =>
    placing === 'headed'
      ? setHeaded({ picture, source }, drawing, table, setting)
      : setBeside({ picture, source }, table, whole, setting);
  // A slot is taken only once it is known that all fits.
  if (placing === 'half' || arrange(slotless) === null) return null;
  const node = arrange({ ...pictureOf(drawing, figure, setting.job), margin });
  return node === null ? null : [node];
}

/** The picture, its source, and its table under them. */
function setPlain(
  drawing: DrawnChart,
  { heading, figure, source, table }: Parts,
  room: number,
  setting: SetContext,
): LayoutNode[] {
  const { chart: around, table: under } = setting.job.theme.looks.paged;
  const pictures = piecesOf(drawing, figure, { heading, room }, setting).map(
    (piece, index, { length }): LayoutNode => ({
      ...piece,
      margin: [0, index === 0 ? around.before : 0, 0, index === length - 1 ? around.after : 0],
      keepWithNext: index === length - 1 && source !== null,
    }),
  );
  // With its head.
  const short = table.cells.length < together.rows;
  const rows: LayoutNode = {
    ...table.node(room),
    margin: [0, under.before, 0, under.after],
    keepTogether: short,
    parting: setting.job.theme.large === null ? fromChart : fromLargeChart,
  };
  return [...pictures, ...(source === null ? [] : [source]), rows];
}

/** Smaller where it has less room: in a list item; and many bars leave room for a heading on their page. In large print parted. */
function piecesOf(
  drawing: DrawnChart,
  figure: StructureElement,
  { heading, room }: { readonly heading: readonly LayoutNode[]; readonly room: number },
  setting: SetContext,
): readonly LayoutNode[] {
  const { theme } = setting.job;
  const { parts } = drawing;
  if (parts.length > 1)
    return parts.map(({ svg, width, height }): LayoutNode => ({ svg, slot: figure.slot(), width, height }));
  const high = theme.large === null ? chartHeight(theme) - setting.heightOf(heading, room) : drawing.height;
  const scale = Math.min(1, room / drawing.width, high / drawing.height);
  return [pictureOf(drawing, figure, setting.job, scale)];
}

/** What it costs that a chart's table begins a page of its own. */
const fromChart = 300;
/** In large print, where the two of them often fill a page. */
const fromLargeChart = 100;

function indented(node: LayoutNode, left: number): LayoutNode {
  const [own, top, right, bottom] = node.margin ?? [0, 0, 0, 0];
  return left === 0 ? node : { ...node, margin: [own + left, top, right, bottom] };
}

/** So much of a page's text area a chart or a picture takes at most with its caption, so that no heading stands alone before them. */
const highest = 0.8;

/** How high charts and pictures are at most, in points. */
export function chartHeight({ page }: Pick<Theme, 'page'>): number {
  return textArea(page).height * highest;
}

/** How high one of two side by side is at most: with its table under it a higher one leaves no room for a heading. */
export function halfHeight(theme: Pick<Theme, 'page'>): number {
  return chartHeight(theme) * 0.45;
}
