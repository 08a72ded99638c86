import { type Place, Refused } from '../diagnostics.ts';

/** A picture as diagnostics name it. */
export interface Named {
  readonly name: string;
  /** The place that names it. */
  readonly at: Place;
  /** The file, relative to the project folder, for findings within it. */
  readonly file?: string;
  /** The language of the document that shows it; English where none is said. */
  readonly lang?: string;
}

/** For `throw`: one error at a place. */
export function refusal(code: string, at: Place, message: string, hint: string): Refused {
  return new Refused([{ severity: 'error', code, at, message, hints: [hint], related: [] }]);
}
