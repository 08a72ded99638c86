/** A text of JSON that the form writes in, with its value and its history. */
import { type DataPath, parseText, pathText, valueAt, withItem, withMoved, without, withValue } from './edits.ts';
import { isSame, valueWith } from './expected.ts';
import { type PastStep, PastTexts } from './past.ts';

export abstract class EditedText {
  text: string;
  /** Of a broken text, what the last sound one said. */
  value: unknown;
  isSound: boolean;
  protected readonly past: PastTexts = new PastTexts();

  constructor(text: string) {
    this.text = text;
    const { value, isSound } = parseText(text);
    this.value = value;
    this.isSound = isSound;
  }

  /** The text is another one. */
  protected abstract took(): void;

  /** An edit has not been taken. */
  protected abstract refused(): void;

  /** Whether the last step led from one text to the other: then undoing brings the first one back. */
  hasJustGone(from: string, to: string): boolean {
    return this.text === to && this.past.leadsTo(from);
  }

  get canUndo(): boolean {
    return this.past.canUndo;
  }

  get canRedo(): boolean {
    return this.past.canRedo;
  }

  get(path: DataPath): unknown {
    return valueAt(this.value, path);
  }

  /** Writes a value; `order` are the names of the fields around it. */
  set(path: DataPath, value: unknown, order: readonly string[] = []): void {
    if (value === undefined) this.remove(path);
    else this.edit(withValue(this.text, path, value, order), pathText(path), null, valueWith(this.value, path, value));
  }

  remove(path: DataPath): void {
    if (this.get(path) === undefined) return;
    const at = pathText(path);
    this.edit(without(this.text, path), at, at, valueWith(this.value, path, undefined));
  }

  insert(list: DataPath, index: number, value: unknown, order: readonly string[] = []): void {
    const there = this.get(list);
    if (!Array.isArray(there)) {
      this.set(list, [value], order);
      return;
    }
    const meant = valueWith(this.value, list, there.toSpliced(index, 0, value));
    this.edit(withItem(this.text, list, index, value), pathText(list), pathText([...list, index]), meant);
  }

  move(list: DataPath, from: number, to: number): void {
    const there = this.get(list);
    if (!Array.isArray(there) || there[from] === undefined || from === to) return;
    const meant = valueWith(this.value, list, there.toSpliced(from, 1).toSpliced(to, 0, there[from]));
    const placeOf = (index: number) => pathText([...list, index]);
    this.edit(withMoved(this.text, list, from, to), placeOf(from), placeOf(to), meant);
  }

  /** Takes a text that the form has made. One that is broken, or does not say what was `meant`, is never taken. */
  edit(text: string, path: string, to: string | null, meant?: unknown): void {
    const made = parseText(text);
    if (made.isSound && (meant === undefined || isSame(made.value, meant))) {
      this.change(text, path, to);
      return;
    }
    this.refused();
  }

  /** Takes a new text: of typing at a path, or as a step of its own, of which `to` says where what it made stands. */
  change(text: string, path: string, to: string | null = null): void {
    if (text === this.text) return;
    this.past.push(this.text, path, to);
    this.#take(text);
  }

  /** Gives the path of what came back; null where there is nothing to undo. */
  undo(): string | null {
    return this.#step(this.past.undo(this.text));
  }

  redo(): string | null {
    return this.#step(this.past.redo(this.text));
  }

  #step(to: PastStep | null): string | null {
    if (to !== null) this.#take(to.text);
    return to?.path ?? null;
  }

  protected read(text: string): void {
    this.text = text;
    const { value, isSound } = parseText(text);
    this.isSound = isSound;
    // The form of a broken text shows what it showed.
    if (isSound) this.value = value;
  }

  #take(text: string): void {
    this.read(text);
    this.took();
  }
}
