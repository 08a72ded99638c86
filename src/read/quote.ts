/** Values of documents in messages. */
import { fold } from '../model/build.ts';
import { shortened } from '../text.ts';

/** A value for a message: on one line, and not too long for it. */
export function quote(value: string): string {
  return `"${shortened(fold(value), 80)}"`;
}
