/** The columns that a sheet hides (18.3.1.13): said before its rows, in their order, each once. */
import { mostColumns } from './names.ts';
import type { PartAttributes } from './parts.ts';
import { isTrue } from './workbook.ts';

export class HiddenColumns extends Set<number> {
  #last = 0;

  /** Those of an element `col`. What comes out of its order takes no more work than there are columns. */
  read(attribute: PartAttributes): void {
    const first = Math.max(Number(attribute('min')), this.#last + 1);
    const last = Math.min(Number(attribute('max')), mostColumns);
    for (let column = first; column <= last; column += 1) {
      if (isTrue(attribute('hidden'))) this.add(column);
      this.#last = column;
    }
  }
}
