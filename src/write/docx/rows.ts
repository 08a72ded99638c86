/** Rows of emblems, side by side: paragraphs all the same, which stand in columns and not in a table. */
import type { Paragraph } from 'docx';
import { mm } from './units.ts';

/** Look, "Logo slot"; in points. */
export const slot = { width: 44 * mm, height: 18 * mm, gap: 8 * mm };

export class Row {
  readonly emblems: readonly Paragraph[];
  /** Where it begins, in points from the left margin. */
  readonly left: number;

  constructor(emblems: readonly Paragraph[], left: number) {
    this.emblems = emblems;
    this.left = left;
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
