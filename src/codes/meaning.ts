/** What is said of a code. */

/** Advice may be wrong: it is given only to who asks for it, and stops nothing. */
export type Severity = 'error' | 'warning' | 'advice';

/** What a code means. Each of its texts is one sentence. */
export interface Meaning {
  readonly severity: Severity;
  /** What is wrong where it is said. */
  readonly says: string;
  /** What to do about it. */
  readonly mend: string;
  /** The clause of a standard that asks for it. */
  readonly clause?: string;
}
