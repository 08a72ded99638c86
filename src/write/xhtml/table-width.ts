/** How narrow a table may become: measured in its own faces beforehand, since a page without scripts cannot measure itself. */
import { type ScreenRooms, screenRooms } from '../../design/screen.ts';
import type { Blocks, Lang } from '../../model/document.ts';
import type { Cell, Row, Table } from '../../model/table.ts';
import { descend, inlinesOf, plain } from '../../model/walk.ts';
import { faceFor } from '../../theme/faces.ts';
import { shaperOf } from '../../theme/shaping.ts';
import type { Theme } from '../../theme/theme.ts';
import { placed } from '../heads.ts';
import { wholePieces } from './bound.ts';

/** Rem: the space at both sides of a cell. */
function paddingOf({ looks }: Theme): number {
  return 2 * looks.table.padding.side.screen;
}
/** How much wider words are for readers who space letters out (WCAG 2.2, 1.4.12: 0.12 em a letter). */
const spacedOut = 1.22;

/** What wide tables ask for at the most if their words do not need more, in whole rem: all the room that the widest windows have. */
export function turnedWidth({ widest }: Pick<ScreenRooms, 'widest'>): number {
  return Math.floor(widest);
}

/** Of running text a line, in rem: it reads well from here on, and is not helped by more than this. */
const comfortable = 5;
const generous = 8.6;

/**
 * The least width of a table in whole rem; null for one whose words fit the narrowest window, so that it never scrolls.
 * Each column has at least its longest word; within the limit its texts also get lines of a comfortable length.
 */
export function leastWidth(table: Table, lang: Lang, theme: Theme): number | null {
  const { narrowest, widest } = screenRooms(theme);
  const turned = turnedWidth({ widest });
  const { words, texts, spaced } = widthsOf(table, lang, theme);
  if (spaced <= narrowest && (texts <= narrowest || table.columns.length < 3)) return null;
  const least = Math.ceil(Math.max(words, Math.min(texts, table.wide ? turned : theme.looks.screen.page.caption)));
  return words <= widest ? Math.min(least, turned) : least;
}

/** The width in whole rem under which words of a table do not stay in their columns; null for one whose words fit any window. */
export function wordsWidth(table: Table, lang: Lang, theme: Theme): number | null {
  const { words, spaced } = widthsOf(table, lang, theme);
  return spaced <= screenRooms(theme).narrowest ? null : Math.ceil(words);
}

/** The sums of what columns need for their longest words, for comfortable lines, and for words with spaced letters; in rem. */
function widthsOf(table: Table, lang: Lang, theme: Theme): { words: number; texts: number; spaced: number } {
  const widthOf = measureIn(theme);
  const padding = paddingOf(theme);
  // There cells have less space at their sides.
  const narrowPadding = 2 * theme.looks.screen.table.narrowSide;
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
        const beside = besideWords(cell, row, theme);
        column.word = Math.max(column.word, beside + Math.max(...words));
        column.text = Math.max(column.text, beside + lineOf(sum(words)));
      }
  return {
    words: sum(columns.map(({ word }) => word)),
    texts: sum(columns.map(({ word, text }) => Math.max(word, text))),
    spaced: sum(columns.map(({ word }) => (word - padding) * spacedOut + narrowPadding)),
  };
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
  return descend(blocks).some((block) => inlinesOf(block).some(({ type }) => type === 'strong'));
}

/** And what stands before its words: the sign of a state, the step of a row that is part of another. */
function besideWords({ look, scope }: Cell, row: Row, theme: Theme): number {
  const { sign, indent } = theme.looks.table;
  const state = look === null ? 0 : sign.room.screen;
  return paddingOf(theme) + state + (row.look === 'sub' && scope === 'row' ? indent.screen : 0);
}

/** The line that a text of this length is well set in. */
function lineOf(length: number): number {
  return length <= comfortable ? length : Math.min(generous, Math.max(comfortable, length / 4));
}

function piecesOf(blocks: Blocks, lang: Lang): string[] {
  return descend(blocks).flatMap((block) => wholePieces(plain(inlinesOf(block)), lang));
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((all, length) => all + length, 0);
}
