/** Links between their drawing and their writing. */
import type { Page, Reference } from 'pdfmake/js/PDFDocument.js';
import type { StructureElement } from '../tag/structure.ts';
import type { LinkTarget } from '../text/inlines.ts';

/** left, top, right, bottom, in points from the page's top left */
export type LinkRectangle = readonly [left: number, top: number, right: number, bottom: number];

/** What a link paints of one run; written once all destinations are known. */
export interface LinkArea {
  readonly target: LinkTarget;
  /** Its Link element, however deep the run's own element stands in it. */
  readonly element: StructureElement;
  readonly page: Page;
  readonly annotations: Reference[];
  readonly area: LinkRectangle;
  /** Counts the lines that are painted: runs of one line make one area. */
  readonly line: number;
}

/** What a link covers on one page: an area for each line, from the first to the last. */
export interface PageLink extends Pick<LinkArea, 'target' | 'element' | 'page' | 'annotations'> {
  readonly lines: readonly [LinkRectangle, ...LinkRectangle[]];
}

/**
 * One annotation for each link and page, however many lines and looks its words have there: who goes from link to link meets
 * each once (ISO 32000-1, 12.5.6.5, QuadPoints).
 */
export function pageLinks(areas: readonly LinkArea[]): readonly PageLink[] {
  const pages = new Map<StructureElement, Map<Page, LinkArea[]>>();
  for (const area of areas) {
    const own = pages.get(area.element) ?? new Map<Page, LinkArea[]>();
    pages.set(area.element, own.set(area.page, [...(own.get(area.page) ?? []), area]));
  }
  return [...pages.values()].flatMap((own) => [...own.values()].flatMap(pageLink));
}

function pageLink(areas: readonly LinkArea[]): readonly PageLink[] {
  const lines = new Map<number, LinkRectangle>();
  for (const { area, line } of areas) lines.set(line, around([lines.get(line) ?? area, area]));
  const [first, ...rest] = lines.values();
  const [whole] = areas;
  if (first === undefined || whole === undefined) return [];
  const { target, element, page, annotations } = whole;
  return [{ target, element, page, annotations, lines: [first, ...rest] }];
}

/** The smallest area that holds all of these. */
export function around(areas: readonly [LinkRectangle, ...LinkRectangle[]]): LinkRectangle {
  return areas.reduce(([left, top, right, bottom], area) => [
    Math.min(left, area[0]),
    Math.min(top, area[1]),
    Math.max(right, area[2]),
    Math.max(bottom, area[3]),
  ]);
}
