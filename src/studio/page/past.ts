/** The texts of a document before and after: what undo and redo lead to. */

interface Past {
  readonly text: string;
  /** Where the change was made that led on from this text; what it was, and where that stands since, if it is elsewhere. */
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

  /** Notes the text that a change at a path leads on from; typing at one place is one step. */
  push(text: string, path: string): void {
    const now = Date.now();
    const goesOn = path === this.#last.path && now - this.#last.when < typingTime && !path.includes(' ');
    if (!goesOn) this.#past.push({ text, path });
    if (this.#past.length > mostSteps) this.#past.shift();
    this.#last = { path, when: now };
    this.#future.length = 0;
  }

  /** The text before this one, and where it is another; null where there is none. */
  undo(text: string): Past | null {
    return this.#step(this.#past, this.#future, text, 0);
  }

  redo(text: string): Past | null {
    return this.#step(this.#future, this.#past, text, 2);
  }

  #step(from: Past[], to: Past[], text: string, where: 0 | 2): Past | null {
    const past = from.pop();
    if (past === undefined) return null;
    to.push({ text, path: past.path });
    // What is typed next is a step of its own.
    this.#last = { path: '', when: 0 };
    const places = past.path.split(' ');
    return { text: past.text, path: places[where] ?? places[0] ?? '$' };
  }

  /** Whether undoing brings this text back. */
  leadsTo(text: string): boolean {
    return this.#past.at(-1)?.text === text;
  }
}
