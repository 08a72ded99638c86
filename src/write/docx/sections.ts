/** Word's sections: a part of the document begins on a new page; rows of emblems are sections in columns within it. */
import { Column, type ISectionOptions, SectionType } from 'docx';
import type { PageGrid } from '../../theme/theme.ts';
import type { Furniture } from './furniture.ts';
import { type Piece, type Row, slot, stretchesOf } from './rows.ts';
import { mm, twips } from './units.ts';

/** The first page of a part has a head and foot of its own. Without furniture a part has that of the part before. */
export function sectionsOf(pieces: readonly Piece[], furniture: Furniture | null, page: PageGrid): ISectionOptions[] {
  return stretchesOf(pieces).map(({ row, paragraphs }, index) => {
    const common = { page: pageOf(page), ...(row === null ? {} : { column: columnsOf(row) }) };
    if (index > 0) return { properties: { ...common, type: SectionType.CONTINUOUS }, children: paragraphs };
    const properties = { ...common, type: SectionType.NEXT_PAGE, titlePage: true };
    return { ...(furniture ?? {}), properties, children: paragraphs };
  });
}

/** Heads stand at 11 mm, feet at 10 mm. */
function pageOf({ width, height, top, bottom, left, right }: PageGrid) {
  const sides = { top, bottom, left, right, header: 11 * mm, footer: 10 * mm };
  const margin = Object.entries(sides).map(([side, points]) => [side, twips(points)] as const);
  return { size: { width: twips(width), height: twips(height) }, margin: Object.fromEntries(margin) };
}

function columnsOf({ columns }: Row) {
  const last = columns.length - 1;
  const children = columns.map(({ width }, index) => {
    return new Column({ width: twips(width), ...(index < last ? { space: twips(slot.gap) } : {}) });
  });
  return { count: columns.length, equalWidth: false, children };
}
