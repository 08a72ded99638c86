import type { Place } from '../diagnostics.ts';

/** A picture as diagnostics name it. */
export interface NamedPicture {
  readonly name: string;
  /** The place that names it. */
  readonly at: Place;
  /** The file, relative to the project folder, for findings within it. */
  readonly file?: string;
  /** The language of the document that shows it; English where none is said. */
  readonly lang?: string;
}
