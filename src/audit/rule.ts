/** What a rule is: one object in one file named for its code, which judges the tree that every writer gets. */
import type { Diagnostic, Place, Severity } from '../diagnostics.ts';
import type { Document } from '../model/document.ts';
import type { Theme } from '../theme/theme.ts';

export interface Finding {
  readonly at: Place;
  readonly message: string;
  readonly hints: readonly string[];
  readonly related?: Diagnostic['related'];
}

export interface Rule {
  /** The code of its findings. */
  readonly code: string;
  readonly severity: Severity;
  /** The clause of a standard that asks for it. */
  readonly clause?: string;
  check(document: Document, theme: Theme): Iterable<Finding>;
}
