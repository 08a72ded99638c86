/** What the audit's rules judge, and where they find it: in the user's files. */
import type { Place } from '../diagnostics.ts';
import type { Document } from '../model/document.ts';
import type * as general from '../rule.ts';
import type { Theme } from '../theme/theme.ts';

export interface Tree {
  readonly document: Document;
  readonly theme: Theme;
}

export type DocumentFinding = general.Finding<Place>;
export type DocumentRule = general.Rule<Tree, Place>;
