/** A line of text. What layout asks of it again and again, its height and its notes, is found once. */
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
}
