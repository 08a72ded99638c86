/** The drawings of charts, made before a page is set. */
import { drawChart } from '../../chart/chart.ts';
import type { Chart, Document } from '../../model/document.ts';
import { blocksOf } from '../../model/walk.ts';
import type { Theme } from '../../theme/theme.ts';
import { element, type Html, sequence, trusted } from './element.ts';

/**
 * Points that a drawing is wide. Type in it is as large as in captions of pages, so these widths, shown at those of the
 * sheet, give about the size of captions of a page on a screen: in a column of text, and in a window of 320 px.
 */
const wide = 390;
const narrow = 205;

/** Each chart drawn twice; the sheet shows the drawing that fits, and one element around both says what they show. */
export async function drawCharts(document: Document, theme: Theme): Promise<ReadonlyMap<Chart, Html>> {
  const drawings = new Map<Chart, Html>();
  for (const block of blocksOf(document)) {
    if (block.type !== 'chart') continue;
    const lang = block.lang ?? document.lang;
    const variants: Html[] = [];
    for (const [name, width] of [
      ['broad', wide],
      ['slim', narrow],
    ] as const) {
      const { svg } = await drawChart(block, theme, { width, lang, mode: 'css' });
      // Shapes only, made by us: no text of the data is in it. The words around them say all: what is drawn is not said twice.
      variants.push(element('span', { class: name, 'aria-hidden': 'true' }, trusted(svg)));
    }
    drawings.set(block, sequence(...variants));
  }
  return drawings;
}
