/** What is pieces, piece by piece, in the order in which a screen reader says it. */

/** Words in one language. */
export interface Spoken {
  readonly text: string;
  /** Null where the file does not say. */
  readonly lang: string | null;
  /** Whether the words are the reader's own, such as “heading, level 2”, and not the file's. */
  readonly own: boolean;
}

/** What is said in one breath: a line for the eye, a paragraph for a voice. */
export interface Utterance {
  /** How many lists, tables, boxes and notes are around. */
  readonly depth: number;
  readonly pieces: readonly Spoken[];
}
