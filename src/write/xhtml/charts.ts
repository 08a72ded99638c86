/** The drawings of charts, made before a page is set. */
import { type ChartDrawing, drawChart } from '../../chart/chart.ts';
import type { Chart, Document } from '../../model/document.ts';
import { blocksOf } from '../../model/walk.ts';
import { colorProperty } from '../../theme/svg.ts';
import type { Theme } from '../../theme/theme.ts';
import { element, type Html, sequence, trusted } from './element.ts';

/**
 * Points that a drawing is wide. Type in it is as large as in captions of pages, so these widths, shown at those of the
 * sheet, give about the size of captions of a page on a screen: in a column of text, and in a window of 320 px.
 */
const wide = 390;
const narrow = 205;
/** In large print, whose charts are drawn enlarged: as wide as its column of text, and as narrow as their words allow. */
const large = { broad: 495, slim: 240 };

export interface ChartGround {
  /** Whether drawings bring their own ground, for readers whose program may colour the page and not the drawing. */
  readonly ground: boolean;
}

/** Each chart drawn twice; the sheet shows the drawing that fits, and one element around both says what they show. */
export async function drawCharts(
  document: Document,
  theme: Theme,
  { ground }: ChartGround = { ground: false },
): Promise<ReadonlyMap<Chart, Html>> {
  const drawings = new Map<Chart, Html>();
  for (const block of blocksOf(document)) {
    if (block.type !== 'chart') continue;
    const lang = block.lang ?? document.lang;
    const variants: Html[] = [];
    const widths = theme.large === null ? { broad: wide, slim: narrow } : large;
    for (const [name, width] of Object.entries(widths)) {
      const drawing = await drawChart(block, theme, { width, lang, mode: 'css' });
      const svg = ground ? grounded(drawing, theme) : drawing.svg;
      // Shapes only, made by us: no text of the data is in it. The words around them say all: what is drawn is not said twice.
      variants.push(element('span', { class: name, 'aria-hidden': 'true' }, trusted(svg)));
    }
    drawings.set(block, sequence(variants));
  }
  return drawings;
}

/** Of points, around a drawing on its own ground. */
const margin = 8;

function grounded({ svg, width, height }: ChartDrawing, { roles }: Theme): string {
  const [wide, high] = [width + 2 * margin, height + 2 * margin];
  const ground = `<rect x="${-margin}" y="${-margin}" width="${wide}" height="${high}" fill="var(${colorProperty(roles.page)})"/>`;
  return svg.replace(
    /^<svg[^>]*>/,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${wide} ${high}">${ground}`,
  );
}
