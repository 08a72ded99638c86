/** Parts that are set side by side or on a turned page: Word's sections, never tables for the sake of layout. */
import { ColumnBreak, type FileChild, Paragraph } from 'docx';
import { twips } from './units.ts';

/** Cells side by side, each in a column of its width; in points. */
export class CellRow {
  readonly cells: readonly (readonly FileChild[])[];
  readonly widths: readonly number[];
  readonly gap: number;
  /** Under the row. */
  readonly after: number;

  constructor(cells: readonly (readonly FileChild[])[], widths: readonly number[], gap: number, after: number) {
    this.cells = cells;
    this.widths = widths;
    this.gap = gap;
    this.after = after;
  }

  /** What stands in the columns, each but the first after a break; with nothing under it where it ends a part. */
  children(ends: boolean): FileChild[] {
    const cells = this.cells.map((cell) => withSpace(cell, ends ? 0 : this.after));
    const children = cells.flatMap((cell, index) => (index === 0 ? cell : broken(cell)));
    // LibreOffice drops the blank paragraph that ends a section, and then sets a table before it in another column.
    return children.at(-2) instanceof Paragraph ? children : [...children, blank()];
  }
}

function withSpace(cell: readonly FileChild[], after: number): readonly FileChild[] {
  const last = cell.at(-1);
  if (!(last instanceof Paragraph) || last.options.spacing?.after !== undefined) return cell;
  return [...cell.slice(0, -1), last.with({ spacing: { ...last.options.spacing, after: twips(after) } })];
}

/** What stays on the page, or in the column, of what follows it. */
export function keptWithNext(child: FileChild): FileChild {
  return child instanceof Paragraph && child.options.keepNext !== true ? child.with({ keepNext: true }) : child;
}

function broken(cell: readonly FileChild[]): readonly FileChild[] {
  const breaks = new ColumnBreak();
  const [first] = cell;
  if (!(first instanceof Paragraph)) return [new Paragraph({ style: 'TableEnd', children: [breaks] }), ...cell];
  first.addRunToFront(breaks);
  return cell;
}

/** What stands on pages turned to landscape. */
export class Turned {
  readonly children: readonly FileChild[];
  constructor(children: readonly FileChild[]) {
    this.children = children;
  }
}

export type FlowPiece = FileChild | CellRow | Turned;

/** Pieces one below the other, where nothing can stand side by side. */
export function stacked(pieces: readonly FlowPiece[]): FileChild[] {
  return pieces.flatMap((piece) => {
    if (piece instanceof CellRow) return piece.cells.flat();
    return piece instanceof Turned ? piece.children : [piece];
  });
}

/** Nothing, so many points lower. */
export function blank(before = 0): Paragraph {
  return new Paragraph({
    style: 'TableEnd',
    spacing: { ...(before === 0 ? {} : { before: twips(before) }), after: 0 },
  });
}

/** What runs on in one section of Word's. */
export interface SectionStretch {
  readonly row: CellRow | null;
  readonly turned: boolean;
  readonly children: FileChild[];
}

export function stretchesOf(pieces: readonly FlowPiece[]): readonly SectionStretch[] {
  const stretches: SectionStretch[] = [];
  for (const piece of pieces) {
    const last = stretches.at(-1);
    // LibreOffice sets no columns in the first section of a page.
    if (piece instanceof CellRow && last === undefined)
      stretches.push({ row: null, turned: false, children: [blank()] });
    if (piece instanceof CellRow)
      stretches.push({ row: piece, turned: false, children: piece.children(piece === pieces.at(-1)) });
    else if (piece instanceof Turned) {
      if (last?.turned) last.children.push(...piece.children);
      else stretches.push({ row: null, turned: true, children: [...piece.children] });
    } else if (last !== undefined && last.row === null && !last.turned) last.children.push(piece);
    else stretches.push({ row: null, turned: false, children: [piece] });
  }
  // LibreOffice breaks the page within the columns of a section that the next page follows.
  if (stretches.at(-1)?.row != null)
    stretches.push({ row: null, turned: false, children: [new Paragraph({ style: 'PartEnd' })] });
  return stretches;
}
