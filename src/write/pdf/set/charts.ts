/** Charts: a picture with words written from its data, and the data as a table. */

import type { Chart } from '../../../model/document.ts';
import type { Theme } from '../../../theme/theme.ts';
import type { StructureElement } from '../tag/structure.ts';
import { isCaptioned, setCaption, smallText } from './captions.ts';
import type { LayoutNode } from './node.ts';
import type { Inset, SetContext } from './setting.ts';
import { setTable } from './tables.ts';
import { textWidth } from './terms.ts';

export function setChart(chart: Chart, parent: StructureElement, frame: Inset, setting: SetContext): LayoutNode {
  const drawing = setting.charts.get(chart);
  if (drawing === undefined) throw new Error('a chart that was not drawn');
  const group = parent.add('Sect', { lang: chart.lang ?? undefined });
  const inner = { ...frame, lang: chart.lang ?? frame.lang };
  const heading = isCaptioned(chart) ? setCaption(chart, group, inner, setting) : [];
  const figure = group.add('Figure', { alt: chart.alt });
  if (chart.id !== null) setting.tree.targets.set(chart.id.value, figure);
  const inColumn = frame.left === setting.job.theme.page.rail;
  const room = textWidth(inColumn ? { ...frame, left: 0, right: 0 } : frame, setting);
  // In a list item there is less room than it was drawn for; many bars leave room for a heading on their page.
  const { page } = setting.job.theme;
  const high = (page.height - page.top - page.bottom) * highest - setting.heightOf(heading, room);
  const scale = Math.min(1, room / drawing.width, high / drawing.height);
  const picture: LayoutNode = {
    svg: drawing.svg,
    slot: figure.slot(),
    width: drawing.width * scale,
    height: drawing.height * scale,
    margin: [0, 4, 0, 6],
    keepWithNext: chart.source !== null,
  };
  const source = chart.source === null ? [] : [smallText(chart.source, group.add('P'), inner, setting, 10)];
  const table = setTable(chart.table, group, inner, setting);
  const stack: LayoutNode = { stack: [...heading, picture, ...source, table] };
  return chart.id === null ? stack : { ...stack, anchor: { id: chart.id.value, level: 0 } };
}

/** So much of a page's text area a chart and its caption take at most, so that no heading stands alone before them. */
const highest = 0.8;

/** The width that charts are drawn at: the text width of an upright page, in points. */
export function chartWidth({ page }: Pick<Theme, 'page'>): number {
  return page.width - page.left - page.right;
}
