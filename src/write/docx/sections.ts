/** Word's sections: a part of the document begins on a new page; rows of emblems are sections in columns within it. */
import { type ISectionOptions, SectionType } from 'docx';
import type { PageGrid } from '../../theme/theme.ts';
import type { Furniture } from './furniture.ts';
import { type Piece, type Row, slot, stretchesOf } from './rows.ts';
import { mm, twips } from './units.ts';

/** The first section of a part has its furniture, with a head and foot of its own for the first page. */
export function sectionsOf(pieces: readonly Piece[], furniture: Furniture, page: PageGrid): ISectionOptions[] {
  return stretchesOf(pieces).map(({ row, paragraphs }, index) => {
    const { margins, columns } = row === null ? { margins: page, columns: {} } : inColumns(row, page);
    const size = { width: twips(page.width), height: twips(page.height) };
    const common = { page: { size, margin: marginOf(margins) }, ...columns };
    if (index > 0) return { properties: { ...common, type: SectionType.CONTINUOUS }, children: paragraphs };
    const properties = { ...common, type: SectionType.NEXT_PAGE, titlePage: true };
    return { ...furniture, properties, children: paragraphs };
  });
}

/** In points. Heads stand at 11 mm, feet at 10 mm. */
function marginOf({ top, bottom, left, right }: Sides) {
  const sides = { top, bottom, left, right, header: 11 * mm, footer: 10 * mm };
  return Object.fromEntries(Object.entries(sides).map(([side, points]) => [side, twips(points)] as const));
}

type Sides = Pick<PageGrid, 'top' | 'bottom' | 'left' | 'right'>;

/** Columns as wide as a slot, as many as there are emblems and as fit. */
function inColumns({ emblems, left }: Row, page: PageGrid): { readonly margins: Sides; readonly columns: object } {
  const start = page.left + left;
  const room = page.width - page.right - start;
  const count = Math.min(emblems.length, Math.floor((room + slot.gap) / (slot.width + slot.gap)));
  const width = count * slot.width + (count - 1) * slot.gap;
  const margins = { ...page, left: start, right: page.width - start - width };
  return { margins, columns: { column: { count, space: twips(slot.gap), equalWidth: true } } };
}
