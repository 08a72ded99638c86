/** What the audit's rules judge, and where they find it: in the user's files. */
import type { Place } from '../diagnostics.ts';
import type { Document } from '../model/document.ts';
import type * as general from '../rule.ts';
import type { Theme } from '../theme/theme.ts';

/** What our fonts draw of a document: whole pages; the cover of a book, whose readers have fonts of their own; or nothing. */
export type Painting = 'pages' | 'cover' | 'none';

export interface Tree {
  readonly document: Document;
  readonly theme: Theme;
  readonly painting: Painting;
  /** Whether an edition in braille is made. */
  readonly embossed: boolean;
  /** The ids that the standard edition has; none where it is the one that is judged. */
  readonly standardIds?: ReadonlySet<string>;
}

export interface DocumentFinding extends general.Finding<Place> {
  /** The other of two values that disagree, where all editions share it: one address with words in each language. */
  readonly shared?: Place;
}

export interface DocumentRule extends general.Rule<Tree, Place>, general.RulePage {
  check(subject: Tree): Iterable<DocumentFinding>;
}
