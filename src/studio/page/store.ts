/** One document on the page: its text, its history, what is saved, what was found. */
import type { CertainFix, DocumentText, FormModel, StudioFinding } from '../protocol.ts';
import { refusalOf, ServerError, server } from './api.ts';
import { PreviewDrawing } from './drawing.ts';
import { type DataPath, parseText, pathText, valueAt, withItem, withMoved, without, withValue } from './edits.ts';
import { isSame, valueWith } from './expected.ts';
import { apart, stillFits, withFix } from './mend.ts';
import { PastTexts } from './past.ts';
import type { CellFocus, Selection } from './selection.ts';

export type SaveState = 'saved' | 'saving' | 'failed' | 'gone' | 'conflict';

/** After the last key the text is saved, and with it the preview begins. Milliseconds. */
const restTime = 120;

export class DocumentStore {
  readonly file: string;
  readonly kind: string;
  form: FormModel | null;
  languages: readonly string[];
  text: string;
  value: unknown;
  isSound: boolean;
  saveState: SaveState = 'saved';
  saveMessage = '';
  savedAt: number;
  theirs: DocumentText | null = null;
  readonly drawing: PreviewDrawing;
  selection: Selection | null = null;
  /** Drawn beside its sheet as a field. */
  cell: CellFocus | null = null;
  /** What the page should tell those who listen. */
  readonly #listeners = new Set<() => void>();
  readonly #past = new PastTexts();
  #revision: string;
  #savedText: string;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isSaving = false;
  /** Whether what is on the disk is kept as a version when it is written over, though it was not there for long. */
  #keepsWhatGoes = false;

  constructor(open: Awaited<ReturnType<typeof server.open>>) {
    this.file = open.file;
    this.kind = open.kind;
    this.form = open.form;
    this.languages = open.languages;
    this.text = open.text;
    this.#savedText = open.text;
    this.#revision = open.revision;
    this.savedAt = open.saved;
    const { value, isSound } = parseText(open.text);
    this.value = value;
    this.isSound = isSound;
    this.drawing = new PreviewDrawing(this, open.languages[0] ?? '', () => this.#tell());
    this.drawing.again();
    // From now on it is known what agrees, and what is changed on one side alone.
    if (this.form !== null && this.languages.length > 1) void server.stale(this.file).catch(() => undefined);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  get findings(): readonly StudioFinding[] {
    return this.drawing.last?.findings ?? [];
  }

  /** The certain mend of a finding; none where its text was written in since: that is never replaced. */
  fixOf({ fix }: StudioFinding): CertainFix | null {
    return fix !== null && stillFits(this.value, fix) ? fix : null;
  }

  /** Writes mends; of those that touch the same, the first. Gives how many were written. */
  mend(fixes: readonly CertainFix[]): number {
    const free = apart(fixes);
    const text = free.reduce((made, fix) => withFix(made, fix, this.languages), this.text);
    this.edit(text, `${free[0]?.edits[0]?.path ?? '$'} fixed`);
    return free.length;
  }

  /** Whether the last step led from one text to the other: then undoing brings the first one back. */
  hasJustGone(from: string, to: string): boolean {
    return this.text === to && this.#past.leadsTo(from);
  }

  get canUndo(): boolean {
    return this.#past.canUndo;
  }

  get canRedo(): boolean {
    return this.#past.canRedo;
  }

  get(path: DataPath): unknown {
    return valueAt(this.value, path);
  }

  /** Writes a value; `order` are the names of the fields around it. */
  set(path: DataPath, value: unknown, order: readonly string[] = []): void {
    if (value === undefined) this.remove(path);
    else this.edit(withValue(this.text, path, value, order), pathText(path), valueWith(this.value, path, value));
  }

  remove(path: DataPath): void {
    if (this.get(path) === undefined) return;
    this.edit(without(this.text, path), `${pathText(path)} removed`, valueWith(this.value, path, undefined));
  }

  insert(list: DataPath, index: number, value: unknown, order: readonly string[] = []): void {
    const there = this.get(list);
    if (!Array.isArray(there)) {
      this.set(list, [value], order);
      return;
    }
    const meant = valueWith(this.value, list, there.toSpliced(index, 0, value));
    this.edit(withItem(this.text, list, index, value), `${pathText(list)} inserted`, meant);
  }

  move(list: DataPath, from: number, to: number): void {
    const there = this.get(list);
    if (!Array.isArray(there) || there[from] === undefined || from === to) return;
    const meant = valueWith(this.value, list, there.toSpliced(from, 1).toSpliced(to, 0, there[from]));
    this.edit(withMoved(this.text, list, from, to), `${pathText(list)} moved`, meant);
  }

  /** Takes a text that the form has made. One that is broken, or does not say what was `meant`, is never taken. */
  edit(text: string, path: string, meant?: unknown): void {
    const made = parseText(text);
    if (made.isSound && (meant === undefined || isSame(made.value, meant))) {
      this.change(text, path);
      return;
    }
    this.saveState = 'failed';
    this.saveMessage = refusalOf(
      'not-written',
      'This change cannot be written into the text as it is. Nothing was changed; change it in the JSON text.',
    );
    this.#tell();
  }

  /** Takes a new text; typing at one place is one step of the history. */
  change(text: string, path: string): void {
    if (text === this.text) return;
    this.#past.push(this.text, path);
    this.#take(text);
  }

  /** Takes the text of a version, as a step that can be undone. What stands there now is kept as a version too. */
  goBackTo(text: string): void {
    if (text === this.text) return;
    this.#keepsWhatGoes = true;
    this.change(text, '$ version');
  }

  /** Gives the path of what came back; null where there is nothing to undo. */
  undo(): string | null {
    return this.#step(this.#past.undo(this.text));
  }

  redo(): string | null {
    return this.#step(this.#past.redo(this.text));
  }

  #step(to: ReturnType<PastTexts['undo']>): string | null {
    if (to !== null) this.#take(to.text);
    return to?.path ?? null;
  }

  #read(text: string): void {
    this.text = text;
    const { value, isSound } = parseText(text);
    this.isSound = isSound;
    // The form of a broken text shows what it showed.
    if (isSound) this.value = value;
  }

  #take(text: string): void {
    this.#read(text);
    if (this.saveState !== 'conflict') this.saveState = 'saving';
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), restTime);
    this.#tell();
  }

  /** Saves what is not saved; what is written in the meantime is saved after it. */
  async save(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#isSaving || this.saveState === 'conflict') return;
    if (this.text === this.#savedText) {
      // Written and taken back before it was saved.
      if (this.saveState !== 'saved') {
        this.saveState = 'saved';
        this.#tell();
      }
      return;
    }
    this.#isSaving = true;
    const { text } = this;
    try {
      const keeps = this.#keepsWhatGoes;
      this.#keepsWhatGoes = false;
      const { revision, saved } = await server.save(this.file, this.#revision, text, keeps);
      this.#revision = revision;
      this.#savedText = text;
      this.savedAt = saved;
      this.saveState = this.text === text ? 'saved' : 'saving';
      this.drawing.again();
    } catch (error) {
      this.#failed(error);
    }
    this.#isSaving = false;
    this.#tell();
    if (this.saveState === 'saving') await this.save();
  }

  #failed(error: unknown): void {
    if (!(error instanceof ServerError)) throw error;
    this.saveMessage = error.message;
    this.saveState = error.status === 409 ? 'conflict' : error.status === 0 ? 'gone' : 'failed';
    this.theirs = error.theirs;
  }

  /** Another program, or another page, has saved this document. */
  async changedOnDisk(revision: string | null): Promise<void> {
    const known = this.#revision;
    if (revision === known || revision === null || this.#isSaving) return;
    const open = await server.open(this.file).catch(() => null);
    // What was saved meanwhile is newer than what was read; saving finds out by itself whether it still fits.
    if (this.#isSaving || this.#revision !== known) return;
    if (open === null || open.revision === this.#revision || open.text === this.#savedText) return;
    if (this.text === this.#savedText) this.#takeTheirs(open);
    else {
      this.saveState = 'conflict';
      this.theirs = open;
      this.#tell();
    }
  }

  #takeTheirs({ text, revision, saved }: DocumentText): void {
    this.#past.push(this.text, '$ theirs');
    this.#revision = revision;
    this.#savedText = text;
    this.savedAt = saved;
    this.theirs = null;
    this.saveState = 'saved';
    this.#read(text);
    this.drawing.again();
  }

  /** Ends a conflict: the text of this page stays, or that of the disk. */
  async settle(keep: 'mine' | 'theirs'): Promise<void> {
    const { theirs } = this;
    if (theirs === null) return;
    if (keep === 'theirs') return this.#takeTheirs(theirs);
    this.#revision = theirs.revision;
    this.theirs = null;
    this.saveState = 'saving';
    // What another program wrote is not lost.
    this.#keepsWhatGoes = true;
    this.#savedText = theirs.text;
    await this.save();
  }

  select(selection: Selection | null): void {
    this.selection = selection;
    this.#tell();
  }

  showCell(cell: CellFocus | null): void {
    if (cell !== null && this.cell !== null && pathText(cell.path) === pathText(this.cell.path)) return;
    this.cell = cell;
    if (cell !== null) this.selection = { path: pathText(cell.path), word: null };
    this.#tell();
  }
}
