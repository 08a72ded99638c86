/** What the person is at in a document. */
import type { DataPath } from './edits.ts';

export interface Selection {
  /** A path as findings write it, with the language. */
  readonly path: string;
  readonly word: string | null;
}

/** A cell of a sheet that has the focus. */
export interface CellFocus {
  readonly path: DataPath;
  /** Which row it is in, from 0. */
  readonly row: number;
}
