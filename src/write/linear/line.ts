/** A document as one column of lines, one after the other as it is read: what plain text and braille are made of. */
import type { Id, Lang } from '../../model/document.ts';

export interface LinearRun {
  /**
   * `address`: of the link whose words are before it, in full; `place`: what in the document it leads to; `mark`: the number of a
   * note; `break`: where a line ends.
   */
  readonly type: 'text' | 'address' | 'place' | 'mark' | 'break';
  readonly text: string;
  readonly lang: Lang;
}

export interface LinearLine {
  /**
   * `columns` names the columns of a table, `row` opens one of its rows and `cell` goes on with it; `entry` is a line of a list of
   * contents; `term` is what the lines after it explain; `box` and `boxEnd` are around what is beside the text.
   */
  readonly type:
    | 'heading'
    | 'paragraph'
    | 'item'
    | 'term'
    | 'figure'
    | 'caption'
    | 'columns'
    | 'row'
    | 'cell'
    | 'entry'
    | 'note'
    | 'box'
    | 'boxEnd';
  /** Of a heading, from 1 for the title; of an entry, from 1. */
  readonly level: number;
  /** Lists, quotes and terms around it, an item's own list among them. */
  readonly depth: number;
  /** What stands before the words: the number or bullet of an item, the number of a note, the heads of a cell. */
  readonly label: LinearRun | null;
  readonly runs: readonly LinearRun[];
  /** Whether it begins something new rather than going on with the line before. */
  readonly apart: boolean;
  /** Whether the next line belongs to it, so that no page ends between them. */
  readonly opens: boolean;
  /** What references call what it heads or opens, or what the entry leads to. */
  readonly place: Id | null;
  /** The notes that are called in it. */
  readonly notes: readonly LinearNote[];
}

export interface LinearNote {
  readonly mark: string;
  readonly lang: Lang;
  readonly runs: readonly LinearRun[];
}

export const bullet = '•';
