/** How deeply a file that is read back may nest. */
import { refusal } from '../diagnostics.ts';

/** Far beyond any document that people wrote, and well within the call stack. */
const deepest = 400;

/** Throws Refused for a structure that is nested too deeply to be honest. */
export function guardDepth(depth: number): void {
  if (depth > deepest) {
    throw refusal(
      'outline-too-deep',
      null,
      `The file nests its elements more than ${deepest} levels deep.`,
      'Flatten the structure.',
    );
  }
}
