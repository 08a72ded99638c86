/** The numbers of pages in running text, put in once all pages are there. */
import type { LaidOut } from '../set/node.ts';
import type { Line, StyledRun } from '../text/inlines.ts';
import { type LinePiece, piece } from '../text/piece.ts';

/** Puts into each line the numbers of the pages that it names, in the room that is held for them: tabular figures are of one width. */
export function fillNumbers({ pages, notesOf }: LaidOut, numbers: ReadonlyMap<string, string>): void {
  const filled = new Map<StyledRun, number>();
  const fill = (part: LinePiece): LinePiece => {
    const { pageOf } = part.run;
    if (pageOf === undefined) return part;
    const number = numbers.get(pageOf);
    if (number === undefined) throw new Error(`no page for "${pageOf}"`);
    // Only what was too wide for its column was cut; heads of tables come again.
    const from = part.text === part.run.text ? 0 : (filled.get(part.run) ?? 0);
    const to = from + part.text.length;
    filled.set(part.run, to);
    return part.saying(piece(part.run, number.slice(from, to)));
  };
  const fillLine = (line: Line): void => {
    line.inlines = line.inlines.map(fill);
  };
  for (const [index, { items }] of pages.entries()) {
    for (const { type, item } of items) if (type === 'line') fillLine(item as Line);
    for (const { lines } of notesOf(index)) for (const line of lines) fillLine(line);
  }
}
