/** Where in the data an element comes from: what it says, or the record that it was written for. */
import type { Place } from '../diagnostics.ts';
import type { Markup } from '../model/markup.ts';

/** What is known of an element. */
export interface ElementOrigin {
  /** Where its tag starts in the markup. */
  readonly offset: number;
  /** The origin that all its data is in; null for none. */
  held: number | null;
  /** Whether it has a text of data itself, or in its marks. */
  says: boolean;
}

export class Origins {
  readonly #markup: Markup;

  constructor(markup: Markup) {
    this.#markup = markup;
  }

  placeOf(index: number | null): Place | null {
    return index === null ? null : (this.#markup.origins[index]?.place ?? null);
  }

  /** Whether it is the data's, and not a word of the template's own. */
  isData(index: number): boolean {
    return index === 0 || this.#around(index) !== null;
  }

  /** The innermost part of the data that holds both. Those that were written later have the greater index. */
  common(one: number | null, other: number | null): number | null {
    let [first, second] = [one, other];
    if (first === null || second === null) return first ?? second;
    while (first !== second) {
      if (first === null || second === null) return null;
      if (first > second) first = this.#around(first);
      else second = this.#around(second);
    }
    return first;
  }

  /**
   * The place of an element: of what it says. What holds others and opens all that is written for a record is that record,
   * however little of it is said; so is what says nothing of the record.
   */
  placeOfElement({ offset, held, says }: ElementOrigin, parent: ElementOrigin | undefined): Place | null {
    const record = this.#markup.recordAt(offset);
    const isWithin = held !== null && record !== null && this.common(held, record) === record;
    const opens = parent !== undefined && !says && this.#markup.recordAt(parent.offset) !== record;
    return this.placeOf(isWithin && !opens ? held : record);
  }

  #around(index: number): number | null {
    return this.#markup.origins[index]?.around ?? null;
  }
}
