/** How narrow a table may become: measured in its own faces beforehand, since a page without scripts cannot measure itself. */
import type { Blocks, Lang } from '../../model/document.ts';
import type { Cell, Row, Table } from '../../model/table.ts';
import { descend, inlinesOf, plain } from '../../model/walk.ts';
import { faceFor } from '../../theme/faces.ts';
import { shaperOf } from '../../theme/shaping.ts';
import type { Theme } from '../../theme/theme.ts';
import { placed } from '../heads.ts';
import { wholePieces } from './bound.ts';

/** Rem, of `tables.ts`: the space at both sides of a cell, beside a mark of its state, and at the start of a row that is part of another. */
const padding = 1.3;
const besideState = 1.8 - padding / 2;
const indent = 1.9 - padding / 2;
/** The text column of a window of 320 px, and what tables ask for at the most if their words do not
 * need more: about the text column, and all the room that the widest windows have. */
const narrowest = 17;
/** How much wider words are for readers who space letters out (WCAG 2.2, 1.4.12: 0.12 em a letter). */
const spacedOut = 1.22;
/** There cells have less space at their sides. */
const narrowPadding = 1;
const upright = 36;
export const turned = 49;
/** The room of the widest windows in full. */
export const widest = 49.5;
/** Of running text a line, in rem: it reads well from here on, and is not helped by more than this. */
const comfortable = 5;
const generous = 8.6;

/**
 * The least width of a table in whole rem; null for one whose words fit the narrowest window, so that it never scrolls.
 * Each column has at least its longest word; within the limit its texts also get lines of a comfortable length.
 */
export function leastWidth(table: Table, lang: Lang, theme: Theme): number | null {
  const widthOf = measureIn(theme);
  const columns = table.columns.map(() => ({ word: 0, text: 0 }));
  for (const [part, rows] of [
    ['head', table.head],
    ['body', table.body],
    ['foot', table.foot],
  ] as const)
    for (const { row, cells } of placed(rows, table.columns.length))
      for (const { cell, column: at } of cells) {
        const column = columns[at];
        // What stands over several columns finds its room in them.
        if (column === undefined || cell.columnSpan > 1) continue;
        const face = { bold: isBold(cell, row, part), tabular: table.columns[at]?.align === 'end' };
        const words = piecesOf(cell.blocks, cell.lang ?? row.lang ?? lang).map((piece) => widthOf(piece, face));
        const beside = besideWords(cell, row);
        column.word = Math.max(column.word, beside + Math.max(...words));
        column.text = Math.max(column.text, beside + lineOf(sum(words)));
      }
  const words = sum(columns.map(({ word }) => word));
  const texts = sum(columns.map(({ word, text }) => Math.max(word, text)));
  const spaced = sum(columns.map(({ word }) => (word - padding) * spacedOut + narrowPadding));
  if (spaced <= narrowest && (texts <= narrowest || columns.length < 3)) return null;
  const least = Math.ceil(Math.max(words, Math.min(texts, table.wide ? turned : upright)));
  return words <= widest ? Math.min(least, turned) : least;
}

interface Face {
  readonly bold: boolean;
  /** Whether its figures are all as wide as one another. */
  readonly tabular: boolean;
}

/** The width of words in rem: cells are set in the size of the text. */
function measureIn(theme: Theme): (words: string, face: Face) => number {
  const regular = faceFor(theme, false, false);
  const bold = faceFor(theme, true, false) ?? regular;
  // Cells of large print are larger than a rem.
  const size = theme.large === null ? 1 : theme.styles.table.screen.size;
  if (regular === undefined || bold === undefined) return () => 0;
  return (words, face) =>
    (shaperOf(face.bold ? bold : regular).shape(words, face.tabular ? ['lnum', 'tnum'] : []).width / 1000) * size;
}

function isBold({ blocks }: Cell, { look }: Row, part: 'head' | 'body' | 'foot'): boolean {
  if (part !== 'body' || look === 'total' || look === 'group') return true;
  return [...descend(blocks)].some((block) => inlinesOf(block).some(({ type }) => type === 'strong'));
}

function besideWords({ look, scope }: Cell, row: Row): number {
  return padding + (look === null ? 0 : besideState) + (row.look === 'sub' && scope === 'row' ? indent : 0);
}

/** The line that a text of this length is well set in. */
function lineOf(length: number): number {
  return length <= comfortable ? length : Math.min(generous, Math.max(comfortable, length / 4));
}

function piecesOf(blocks: Blocks, lang: Lang): string[] {
  return [...descend(blocks)].flatMap((block) => wholePieces(plain(inlinesOf(block)), lang));
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((all, length) => all + length, 0);
}
