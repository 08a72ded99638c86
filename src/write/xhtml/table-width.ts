/** How narrow a table may become: reckoned from its words, since a page without scripts cannot measure itself. */
import type { Blocks } from '../../model/document.ts';
import type { Table } from '../../model/table.ts';
import { descend, inlinesOf, plain } from '../../model/walk.ts';

/** Rem: a character at the size of tables (FiraGO's Georgian averages 0.574 em), and the space at both sides of a cell. */
const character = 0.54;
const padding = 1.3;
/** The text column of a window of 320 px, and what tables ask for at the most if their words do not
 * need more: about the text column, and all the room that the widest windows have. */
const narrowest = 17;
/** So long may the longest words together be there, for readers who space letters out (WCAG 2.2, 1.4.12). */
const spacedOut = 13.5;
const upright = 36;
export const turned = 49;
/** A column of running text reads well from here on, and is not helped by more than this. */
const comfortable = 9;
const generous = 16;

/**
 * The least width of a table in whole rem; null for one whose words fit the narrowest window, so that it never scrolls.
 * Each column has at least its longest word; within the limit its texts also get lines of a comfortable length.
 */
export function leastWidth(table: Table): number | null {
  const columns = table.columns.map(() => ({ word: 0, text: 0 }));
  for (const row of [...table.head, ...table.body, ...table.foot]) {
    // With a cell that spans others, those after it are reckoned a column off: near enough.
    let at = 0;
    for (const cell of row.cells) {
      const column = columns[at];
      at += cell.columnSpan;
      if (column === undefined || cell.columnSpan > 1) continue;
      const text = textOf(cell.blocks);
      column.text = Math.max(column.text, text.length + (cell.look === null ? 0 : 2));
      for (const word of text.split(/ |(?<=-)/)) column.word = Math.max(column.word, word.length);
    }
  }
  const words = sum(columns.map(({ word }) => word * character + padding));
  const texts = sum(columns.map(({ word, text }) => Math.max(word * character, lineOf(text * character)) + padding));
  if (words <= spacedOut && (texts <= narrowest || columns.length < 3)) return null;
  return Math.ceil(Math.max(words, Math.min(texts, table.wide ? turned : upright)));
}

/** The line that a text of this length is well set in. */
function lineOf(length: number): number {
  return length <= comfortable ? length : Math.min(generous, Math.max(comfortable, length / 4));
}

function textOf(blocks: Blocks): string {
  return [...descend(blocks)].map((block) => plain(inlinesOf(block))).join(' ');
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((all, length) => all + length, 0);
}
