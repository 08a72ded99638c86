/** How deeply a file that is read back may nest, and how much it may hold. */
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

/** A table of 10,000 rows and 12 columns has a million or so. */
const mostElements = 2_000_000;

/** Throws Refused when a file has more elements than there is memory for. */
export class ElementCount {
  #count = 0;

  add(): void {
    this.#count += 1;
    if (this.#count > mostElements) {
      const limit = mostElements.toLocaleString('en');
      const message = `The file has more than ${limit} elements, the most that are read.`;
      throw refusal('outline-too-large', null, message, 'Split the document into parts.');
    }
  }
}
