/** A line of text. What layout asks of it again and again, its height and its notes, is found once. */

import type { PageItems } from 'pdfmake/js/LayoutBuilder.js';
import lineModule from 'pdfmake/js/Line.js';
import type { LineExtras, NoteBody } from './inlines.ts';
import type { LinePiece } from './piece.ts';

const none: readonly NoteBody[] = [];

export class Line extends lineModule.default implements LineExtras {
  declare inlines: readonly LinePiece[];
  /** In points. */
  readonly height: number;
  /** Those that its marks call to the page's foot. */
  readonly notes: readonly NoteBody[];
  markers: LineExtras['markers'];
  boxes: LineExtras['boxes'];
  anchors: LineExtras['anchors'];
  tail: LineExtras['tail'];
  shape: LineExtras['shape'];
  artifact: LineExtras['artifact'];

  /** @param width of its column, in points */
  constructor(width: number, pieces: readonly LinePiece[]) {
    super(width);
    this.inlines = pieces;
    let height = 0;
    let notes: NoteBody[] | null = null;
    for (const piece of pieces) {
      this.inlineWidths += piece.width;
      this.trailingCut = piece.trailingCut;
      height = Math.max(height, piece.height);
      if (piece.run.note !== undefined) notes = [...(notes ?? []), piece.run.note];
    }
    this.height = height;
    this.notes = notes ?? none;
  }

  override getHeight(): number {
    return this.height;
  }

  /** Has it begin where it is to in a column of a width; where that begins is added later. */
  align(alignment: string | undefined, width: number): void {
    const over = width - this.getWidth();
    if (alignment === 'right') this.x = over;
    if (alignment === 'center') this.x = over / 2;
  }
}

/** The lower edge of a thing that layout has placed; in points. */
export function bottomOf({ type, item }: PageItems['items'][number]): number {
  const { y = 0, _height = 0 } = item as { readonly y?: number; readonly _height?: number };
  return y + (type === 'line' ? (item as Line).height : _height);
}
