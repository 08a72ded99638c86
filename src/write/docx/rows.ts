/** Rows of emblems, side by side: paragraphs all the same, which stand in columns and not in a table. */
import type { Paragraph } from 'docx';
import type { PageGrid } from '../../theme/theme.ts';
import { mm } from './units.ts';

/** Look, "Logo slot"; in points. */
export const slot = { width: 44 * mm, height: 18 * mm, gap: 8 * mm };

/** One column of a row, in points: its width, and how far a slot stands in from its edges. */
export interface Column {
  readonly width: number;
  readonly left: number;
  readonly right: number;
}

/** Columns across the page for a number of slots that begin `start` from the left margin: as many as fit. */
export function columnsFor(slots: number, start: number, page: PageGrid): readonly Column[] {
  const room = page.width - page.left - page.right;
  const fitting = Math.floor((room - start + slot.gap) / (slot.width + slot.gap));
  const count = Math.min(slots, fitting);
  const used = start + count * slot.width + (count - 1) * slot.gap;
  return Array.from({ length: count }, (_, index) => {
    const left = index === 0 ? start : 0;
    const right = index === count - 1 ? room - used : 0;
    return { width: left + slot.width + right, left, right };
  });
}

export class Row {
  readonly emblems: readonly Paragraph[];
  readonly columns: readonly Column[];

  constructor(emblems: readonly Paragraph[], columns: readonly Column[]) {
    this.emblems = emblems;
    this.columns = columns;
  }
}

export type Piece = Paragraph | Row;

/** Paragraphs that run on in one section of Word's: either a row, or what stands between rows. */
export interface Stretch {
  readonly row: Row | null;
  readonly paragraphs: Paragraph[];
}

/** Word levels columns only where a section follows on the same page: a row that ends a part stays one column. */
export function stretchesOf(pieces: readonly Piece[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, piece] of pieces.entries()) {
    const last = stretches.at(-1);
    if (piece instanceof Row && index < pieces.length - 1) {
      stretches.push({ row: piece, paragraphs: [...piece.emblems] });
      continue;
    }
    const added = piece instanceof Row ? piece.emblems : [piece];
    if (last?.row === null) last.paragraphs.push(...added);
    else stretches.push({ row: null, paragraphs: [...added] });
  }
  return stretches;
}
