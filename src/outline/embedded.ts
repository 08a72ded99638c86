/** Data that a finished file carries, and why it may not be had. */
import { type Refused, refusal } from '../diagnostics.ts';

export interface EmbeddedSource {
  /** As the file says it: a stranger's words, not a path. */
  readonly name: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** `options` is what it has to be built with. */
export function withoutSource(kind: string, options: string): Refused {
  const message = `The ${kind} does not contain the data file that it was made from.`;
  return refusal('source-missing', null, message, `Build it with ${options}.`);
}

export function damagedSource(kind: string): Refused {
  const message = `The data file in the ${kind} is damaged.`;
  return refusal('source-damaged', null, message, `Get another copy of the ${kind}, or build it again.`);
}
