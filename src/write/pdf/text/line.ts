/** A line of text. What layout asks of it again and again, its height and its notes, is found once. */
import lineModule from 'pdfmake/js/Line.js';
import type { LineExtras, LinePiece, NoteBody } from './inlines.ts';

const none: readonly NoteBody[] = [];

export class Line extends lineModule.default implements LineExtras {
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
    let height = 0;
    let notes: NoteBody[] | null = null;
    for (const piece of pieces) {
      // A copy, because it notes where it stands, and pieces are set more than once.
      this.inlines.push({ ...piece, x: this.inlineWidths });
      this.inlineWidths += piece.width;
      this.trailingCut = piece.trailingCut;
      if (piece.height > height) height = piece.height;
      if (piece.run.note !== undefined) notes = [...(notes ?? []), piece.run.note];
    }
    this.height = height;
    this.notes = notes ?? none;
  }

  override getHeight(): number {
    return this.height;
  }
}
