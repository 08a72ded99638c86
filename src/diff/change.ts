/** One thing that an edited document has otherwise than the data. */
import type { Place } from '../diagnostics.ts';
import type { Revision } from '../finished/docx/manuscript.ts';
import type { Edit } from '../json/edit.ts';

export type ChangeKind =
  | 'text'
  | 'marks'
  | 'alternative'
  | 'added'
  | 'removed'
  | 'replaced'
  | 'moved'
  | 'structure'
  | 'look';

export interface Change {
  readonly kind: ChangeKind;
  /** The path of the data that it is about; for what is new, of what stands before it. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Null where it cannot be taken over. */
  readonly edit: Edit | null;
  /** Why it cannot be taken over, or what has to be done besides; null for nothing. */
  readonly note: string | null;
  readonly revisions: readonly Revision[];
}

export interface Located extends Change {
  readonly at: Place;
  /** The data has another value here than what the document was made from. */
  readonly conflict: boolean;
}
