import type { PDFRef } from '@cantoo/pdf-lib';
import type { TablePart } from '../outline.ts';
import type { TagRole } from './roles.ts';

/** What stands around an element of the structure tree. */
export interface PdfContext {
  readonly lang: string | null;
  readonly target: string | null;
  /** The page of marks that don't say theirs. */
  readonly page: PDFRef | null;
  readonly parent: TagRole;
  /** The part of a table that rows are in. */
  readonly part: TablePart;
  /** How many sections are around: the level of a heading of type H. */
  readonly sections: number;
  /** How many contents are around: the level of an entry. */
  readonly entries: number;
  readonly depth: number;
}
