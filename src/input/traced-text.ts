/** A text that is changed step by step, and knows where each of its characters was at first. */

interface Edit {
  /** In UTF-16 units of the text before its step. */
  readonly index: number;
  readonly removed: number;
  readonly added: number;
}

export class TracedText {
  readonly #steps: (readonly Edit[])[] = [];
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** Replaces each match by what `mend` makes of it. Where the first that changed was, in the text as it was at first; null if none did. */
  replace(pattern: RegExp, mend: (found: string, text: string, index: number) => string): number | null {
    const edits: Edit[] = [];
    this.#text = this.#text.replace(pattern, (found: string, ...more: readonly unknown[]) => {
      // No pattern of ours has groups with names, so that the text is last.
      const [index, whole] = more.slice(-2) as [number, string];
      const better = mend(found, whole, index);
      if (better !== found) edits.push({ index, removed: found.length, added: better.length });
      return better;
    });
    const [first] = edits;
    const origin = first === undefined ? null : this.#originOf(first.index);
    if (first !== undefined) this.#steps.push(edits);
    return origin;
  }

  /** The place, in the text as it was at first, of an index of the text before the step that is not counted yet. */
  #originOf(index: number): number {
    return this.#steps.reduceRight((at, edits) => {
      let moved = 0;
      for (const edit of edits) {
        if (edit.index + moved + edit.added > at) return Math.max(Math.min(at - moved, edit.index + edit.removed), 0);
        moved += edit.added - edit.removed;
      }
      return at - moved;
    }, index);
  }
}
