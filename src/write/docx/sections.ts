/** Word's sections: a part begins on a new page; rows are sections in columns within it, turned pages have their own. */
import { Column, type ISectionOptions, PageOrientation, SectionType } from 'docx';
import type { PageGrid, Theme } from '../../theme/theme.ts';
import type { SectionFurniture } from './furniture.ts';
import { type CellRow, type FlowPiece, type SectionStretch, stretchesOf } from './rows.ts';
import { twips } from './units.ts';

/** What begins a new page, with heads and feet of its own. */
export interface WordSection {
  readonly pieces: readonly FlowPiece[];
  readonly page: PageGrid;
  /** Null where the part has those of the part before. */
  readonly furniture: SectionFurniture | null;
  /** How far heads and feet stand from the page's edges. */
  readonly edges: Theme['looks']['page']['word'];
}

/** The first page of a part has a head and foot of its own; a turned page has them as wide as itself. */
export function sectionsOf({ pieces, page, furniture, edges }: WordSection): ISectionOptions[] {
  const stretches = stretchesOf(pieces);
  return stretches.map((stretch, index) => {
    const before = stretches[index - 1];
    const children = stretch.children;
    if (before !== undefined && before.turned === stretch.turned)
      return { properties: { ...layoutOf(stretch, page, edges), type: SectionType.CONTINUOUS }, children };
    const titlePage = before === undefined && !stretch.turned;
    const properties = {
      ...layoutOf(stretch, page, edges),
      type: SectionType.NEXT_PAGE,
      ...(titlePage ? { titlePage } : {}),
    };
    if (furniture === null) return { properties, children };
    const { headers, footers } = stretch.turned ? furniture.turned() : furniture.upright();
    if (titlePage) return { headers, footers, properties, children };
    return { headers: { default: headers.default }, footers: { default: footers.default }, properties, children };
  });
}

function layoutOf({ row, turned }: SectionStretch, page: PageGrid, edges: WordSection['edges']) {
  return { page: pageOf(page, turned, edges), ...(row === null ? {} : { column: columnsOf(row) }) };
}

/** docx itself swaps width and height of a page that is turned. */
function pageOf({ width, height, top, bottom, left, right }: PageGrid, turned: boolean, edges: WordSection['edges']) {
  const sides = { top, bottom, left, right, header: edges.head, footer: edges.foot };
  const margin = Object.entries(sides).map(([side, points]) => [side, twips(points)] as const);
  const orientation = turned ? { orientation: PageOrientation.LANDSCAPE } : {};
  return { size: { width: twips(width), height: twips(height), ...orientation }, margin: Object.fromEntries(margin) };
}

function columnsOf({ widths, gap }: CellRow) {
  const last = widths.length - 1;
  const children = widths.map((width, index) => {
    return new Column({ width: twips(width), ...(index < last ? { space: twips(gap) } : {}) });
  });
  return { count: widths.length, equalWidth: false, children };
}
