/** What is reported of a record. */
import type { Diagnostic, Place } from '../diagnostics.ts';
import type { RecordFile } from './made.ts';

/** `checked`: nothing was to be written. `unchanged`: it was made before, and all that it depends on is as it was. */
export type OutcomeStatus = 'done' | 'checked' | 'unchanged' | 'failed';

/** One line of the report. */
export interface Outcome {
  /** Of the record in its manifest, from 1. */
  readonly record: number;
  readonly at: Place;
  /** Null where the record does not come to have one. */
  readonly name: string | null;
  readonly status: OutcomeStatus;
  readonly files: readonly RecordFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many warnings the config allows. */
  readonly allowed: number;
  /** Milliseconds. */
  readonly time: number;
  /** Hashes of what is asked for and of the files that it is made from; empty where it failed before that is known. */
  readonly key: string;
  readonly inputs: string;
  readonly sources: readonly string[];
}
