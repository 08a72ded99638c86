/** A table: data in rows and columns. */
import type { Blocks, Captioned, Inlines, Look, NodeBase } from './document.ts';

/** Data in rows and columns, never layout. Every row is as wide as the columns, spans counted (the reader has checked it). */
export interface Table extends Captioned {
  readonly type: 'table';
  /** What is counted, under the caption. */
  readonly summary: Inlines | null;
  /** Where the data is from, under the table. */
  readonly source: Inlines | null;
  readonly columns: readonly Column[];
  readonly head: readonly Row[];
  readonly body: readonly Row[];
  readonly foot: readonly Row[];
  /** Too many columns for an upright page: it is set on a page turned to landscape. */
  readonly wide: boolean;
}
export interface Column {
  /** `end` for numbers. */
  readonly align: 'start' | 'center' | 'end';
  /** Its part of the width; the parts of all columns make 1. */
  readonly share: number;
}
export interface Row extends NodeBase {
  /** `group` for a row that names the rows after it, `sub` for a part of the row before, `total`. */
  readonly look: Look | null;
  readonly cells: readonly Cell[];
}
export interface Cell extends NodeBase {
  /** What a header cell heads (HTML's scope); null for data. */
  readonly scope: 'column' | 'row' | 'column-group' | 'row-group' | null;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** `on-plan`, `exceeded`, `behind`: a shape is drawn beside the words that say it. */
  readonly look: Look | null;
  readonly blocks: Blocks;
}

/** Rows in groups, as HTML's `rowgroup` has them: each row that names those after it begins one. */
export function groupsOf<R extends Pick<Row, 'look'>>(rows: readonly R[]): readonly (readonly R[])[] {
  const groups: R[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last === undefined || row.look === 'group' || row.look === 'record') groups.push([row]);
    else last.push(row);
  }
  return groups;
}
