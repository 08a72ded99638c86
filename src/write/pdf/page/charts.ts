/** The drawings of charts, made before a document is set. */
import type { ChartOptions } from '../../../chart/chart.ts';
import { leadsIn } from '../../../design/kept.ts';
import { headingStyle } from '../../../design/words.ts';
import type { Block, Blocks, Chart, Document, Inlines } from '../../../model/document.ts';
import { plain } from '../../../model/walk.ts';
import { textArea } from '../../../theme/page-size.ts';
import type { StyleName, Theme } from '../../../theme/theme.ts';
import { besideWidth, halfWidth, isHalf, takesBeside, takesHeaded } from '../set/chart-ways.ts';
import { chartHeight, halfHeight } from '../set/charts.ts';
import { partWidth } from '../set/columns.ts';
import type { Form } from '../set/form.ts';
import type { Laid, LaidOut } from '../set/node.ts';
import type { ChartDrawings, DrawnChart, Redrawable } from '../set/setting.ts';

interface Placed {
  readonly chart: Chart;
  readonly width: number;
  /** Whether it stands in the text of a page, where its table may stand with it; and beside another chart. */
  readonly inText: boolean;
  readonly half: boolean;
  /** How high it may be. */
  readonly most: number;
}

/**
 * Draws the document's charts for the form that its pages have; what draws them is big and is read only if there is one. `arranged`
 * charts may stand beside one another and with their tables.
 */
export async function drawCharts(
  document: Document,
  theme: Theme,
  { arranged = false, form = 'pages' }: { readonly arranged?: boolean; readonly form?: Form['name'] } = {},
): Promise<ChartDrawings> {
  const drawings = new Map<Chart, DrawnChart>();
  const charts = [...chartsIn(document.body, textArea(theme.page).width, { theme, form, level: 1, over: 0 }, arranged)];
  if (charts.length === 0) return drawings;
  const { drawChart } = await import('../../../chart/chart.ts');
  for (const placed of charts) {
    const { chart, width } = placed;
    const most = theme.large === null ? {} : { most: placed.most };
    const draw = async (options: Partial<ChartOptions>): Promise<Redrawable> => {
      const all = { width, lang: chart.lang ?? document.lang, ...most, ...options };
      const drawing = await drawChart(chart, theme, all);
      return { ...drawing, redraw: (plot) => drawChart(chart, theme, { ...all, plot }) };
    };
    const drawing = await draw({});
    const arrangedAs = await drawArranged(placed, theme, draw);
    drawings.set(chart, arrangedAs === null ? drawing : { ...drawing, with: arrangedAs });
  }
  return drawings;
}

/** In the first of the ways that a designer tries. */
async function drawArranged(
  { chart, width, inText, half }: Placed,
  theme: Theme,
  draw: (options: Partial<ChartOptions>) => Promise<Redrawable>,
): Promise<NonNullable<DrawnChart['with']> | null> {
  // In large print a table stands under its chart.
  if (!inText || theme.large !== null) return null;
  if (half) {
    const drawing = await draw({ width: halfWidth(width) });
    if (drawing.height <= halfHeight(theme)) return { placing: 'half', drawing };
  }
  const beside = takesBeside(chart);
  if (takesHeaded(chart) && !(beside && chart.data.series.length === 1)) {
    const drawing = await draw({ headed: true });
    if (drawing.plot > 0) return { placing: 'headed', drawing };
  }
  return beside ? { placing: 'beside', drawing: await draw({ width: besideWidth(width) }) } : null;
}

interface Setting {
  readonly theme: Theme;
  readonly form: Form['name'];
  /** Of sections here, and what headings take over the first thing. */
  readonly level: number;
  readonly over: number;
}

/** The charts of blocks, each with the width that it has: the page's text width, or that of its column. */
function* chartsIn(blocks: Blocks, width: number, setting: Setting, inText: boolean): Generator<Placed> {
  let { over } = setting;
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'chart') {
      const most = highest(block, over, width, setting.theme);
      yield { chart: block, width, inText, half: inText && isHalf(blocks, index), most };
    } else if (block.type === 'section') {
      const { theme, level } = setting;
      const heading = roughHeight([block.title], headingStyle(level), width, theme);
      yield* chartsIn(block.blocks, width, { ...setting, level: level + 1, over: over + heading }, inText);
    } else yield* chartsWithin(block, width, { ...setting, over: 0 });
    // What leads to a chart stands on its page.
    const leads = block.type === 'paragraph' && leadsIn(block, blocks[index + 1]);
    over = leads ? over + roughHeight([block.children], 'body', width, setting.theme) : 0;
  }
}

/** With its caption and source, under the headings that lead to it, as nearly as can be said before they are set. */
function highest({ caption, summary, source }: Chart, over: number, width: number, theme: Theme): number {
  const { page, looks } = theme;
  const words = [caption, summary, source].filter((part) => part !== null);
  const body = textArea(page).height;
  const { before, after } = looks.paged.chart;
  return Math.min(chartHeight(theme), body - over - roughHeight(words, 'caption', width, theme) - before - after);
}

/** Of a letter, in ems; lines are not filled to their ends. */
const letter = 0.66;

function roughHeight(texts: readonly Inlines[], style: StyleName, width: number, { styles }: Theme): number {
  const { size, leading, before, after } = styles[style].page;
  const lines = texts.map((text) => Math.ceil((plain(text).length * size * letter) / width));
  return before + lines.reduce((sum, count) => sum + count, 0) * leading + after;
}

function* chartsWithin(block: Block, width: number, setting: Setting): Generator<Placed> {
  const { theme, form } = setting;
  if (block.type === 'list') {
    // Nothing is made smaller in large print: it is drawn for what the list leaves.
    const inner = theme.large === null ? width : width - theme.looks.ul.plain.indent.page;
    for (const item of block.items) yield* chartsIn(item.blocks, inner, setting, false);
  }
  if (block.type !== 'columns') return;
  const own = partWidth(block, width, form, theme);
  for (const column of block.columns) yield* chartsIn(column, own, setting, false);
}

/** Draws anew the charts that their pages have too little room for, as low as they are set. */
export async function redrawLowered({ pages }: Pick<LaidOut, 'pages'>): Promise<void> {
  for (const { items } of pages)
    for (const { type, item } of items) {
      const node = item as Laid;
      if (type !== 'svg' || node.lowered === undefined || node.lowered === 0 || node.plot === undefined) continue;
      const drawing = await node.redraw?.(1 - node.lowered / node.plot);
      if (drawing !== undefined) node.svg = drawing.svg;
    }
}
