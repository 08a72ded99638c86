/** The texts of a document before and after: what undo and redo lead to. */

interface Past {
  readonly text: string;
  /** Where the change was made that led on from this text. */
  readonly path: string;
  /** Where what it made stands since. */
  readonly to: string;
}

/** A text that comes back, and where it is another one. */
export interface PastStep {
  readonly text: string;
  readonly path: string;
}

/** Keys within this time are one step. Milliseconds. */
const typingTime = 1200;
const mostSteps = 500;

export class PastTexts {
  readonly #past: Past[] = [];
  readonly #future: Past[] = [];
  #last = { path: '', when: 0 };

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Notes the text that a change at a path leads on from. With `to` it is a step of its own; typing at one place is one step. */
  push(text: string, path: string, to: string | null): void {
    const now = Date.now();
    const isTyping = to === null;
    const goesOn = isTyping && path === this.#last.path && now - this.#last.when < typingTime;
    if (!goesOn) this.#past.push({ text, path, to: to ?? path });
    if (this.#past.length > mostSteps) this.#past.shift();
    this.#last = { path: isTyping ? path : '', when: now };
    this.#future.length = 0;
  }

  /** The text before this one, and where it is another; null where there is none. */
  undo(text: string): PastStep | null {
    return this.#step(this.#past, this.#future, text, 'path');
  }

  redo(text: string): PastStep | null {
    return this.#step(this.#future, this.#past, text, 'to');
  }

  #step(from: Past[], onto: Past[], text: string, where: 'path' | 'to'): PastStep | null {
    const past = from.pop();
    if (past === undefined) return null;
    onto.push({ ...past, text });
    // What is typed next is a step of its own.
    this.#last = { path: '', when: 0 };
    return { text: past.text, path: past[where] };
  }

  /** Whether undoing brings this text back. */
  leadsTo(text: string): boolean {
    return this.#past.at(-1)?.text === text;
  }
}
