/** What a rule of data is: one object in one file named for its code. It judges what has passed the schema. */
import type { Severity } from '../../diagnostics.ts';
import type { Path } from '../../json/path.ts';
import type { Sheet } from './sheet.ts';

export interface Finding {
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  /** What it asks for, in a sentence or two: for the page of the kinds. */
  readonly says: string;
  /** The clause or paper that asks for it. */
  readonly clause?: string;
  check(sheet: Sheet): Iterable<Finding>;
}
