/** One document on the page: its text, its history, what is saved, what was found. */
import type { CertainFix, DocumentText, FormModel, StudioFinding } from '../protocol.ts';
import { refusalOf, ServerError, server } from './api.ts';
import { DocumentForm } from './document-form.ts';
import { PreviewDrawing } from './drawing.ts';
import { EditedText } from './edited-text.ts';
import { pathText } from './edits.ts';
import { apart, stillFits, withFix } from './mend.ts';
import { merged } from './merge.ts';
import type { CellFocus, Selection } from './selection.ts';

/** `gone` is the server, `deleted` the file: under this name there is no document any more. */
export type SaveState = 'saved' | 'saving' | 'failed' | 'gone' | 'conflict' | 'deleted';

/** After the last key the text is saved, and with it the preview begins. Milliseconds. */
const restTime = 120;

export class DocumentStore extends EditedText {
  readonly file: string;
  readonly #form: DocumentForm;
  saveState: SaveState = 'saved';
  saveMessage = '';
  savedAt: number;
  theirs: DocumentText | null = null;
  readonly drawing: PreviewDrawing;
  selection: Selection | null = null;
  /** Drawn beside its sheet as a field. */
  cell: CellFocus | null = null;
  readonly #listeners = new Set<() => void>();
  #revision: string;
  /** Null where no file holds it. */
  #savedText: string | null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #saving: Promise<void> | null = null;
  #reading: Promise<void> = Promise.resolve();
  /** Whether what is on the disk is kept as a version when it is written over, though it was not there for long. */
  #keepsWhatGoes = false;

  constructor(open: Awaited<ReturnType<typeof server.open>>) {
    super(open.text);
    this.file = open.file;
    this.#form = new DocumentForm(open);
    this.#savedText = open.text;
    this.#revision = open.revision;
    this.savedAt = open.saved;
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

  get kind(): string {
    return this.#form.kind;
  }

  get form(): FormModel | null {
    return this.#form.model;
  }

  get languages(): readonly string[] {
    return this.#form.languages;
  }

  /** Whether it is known what there is to find; before the first answer nothing is. */
  get isChecked(): boolean {
    return this.drawing.last !== null;
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
    const place = free[0]?.edits[0]?.path ?? '$';
    this.edit(text, place, place);
    return free.length;
  }

  /** Takes the text of a version, as a step that can be undone. What stands there now is kept as a version too. */
  goBackTo(text: string): void {
    if (text === this.text) return;
    this.#keepsWhatGoes = true;
    this.change(text, '$', '$');
  }

  protected override took(): void {
    if (!this.asks) this.saveState = 'saving';
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), restTime);
    this.#tell();
  }

  /** Saves what is not saved; what is written in the meantime is saved after it. */
  save(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#saving ??= this.#saveAll().finally(() => {
      this.#saving = null;
    });
    return this.#saving;
  }

  async #saveAll(): Promise<void> {
    do {
      if (this.asks) return;
      if (this.text === this.#savedText) {
        // Written and taken back before it was saved.
        this.saveState = 'saved';
        this.#tell();
        return;
      }
      await this.#saveText(this.text).catch((error: unknown) => this.#failed(error));
      this.#merge();
      this.#tell();
    } while (this.saveState === 'saving');
  }

  /** Whether the person must first say what becomes of the text. */
  get asks(): boolean {
    return this.saveState === 'conflict' || this.saveState === 'deleted';
  }

  async #saveText(text: string): Promise<void> {
    const keeps = this.#keepsWhatGoes;
    this.#keepsWhatGoes = false;
    const { revision, saved } = await server.save(this.file, this.#revision, text, keeps);
    this.#revision = revision;
    this.#savedText = text;
    this.savedAt = saved;
    this.saveState = this.text === text ? 'saved' : 'saving';
    this.#drawAgain();
  }

  /** Draws what is saved, and asks for the form that belongs to it. */
  #drawAgain(): void {
    this.drawing.again();
    if (!this.isSound) return;
    void this.#form
      .follow(this.file, () => this.value)
      .then((isOther) => {
        if (!isOther) return;
        const [first = ''] = this.languages;
        if (!this.languages.includes(this.drawing.language)) this.drawing.show({ language: first });
        this.#tell();
      });
  }

  protected override refused(): void {
    this.saveState = 'failed';
    this.saveMessage = refusalOf(
      'not-written',
      'This change cannot be written into the text as it is. Nothing was changed; change it in the JSON text.',
    );
    this.#tell();
  }

  #failed(error: unknown): void {
    if (!(error instanceof ServerError)) throw error;
    this.saveMessage = error.message;
    this.theirs = error.theirs;
    if (error.status === 409) this.saveState = error.theirs === null ? 'deleted' : 'conflict';
    else this.saveState = error.status === 0 ? 'gone' : 'failed';
  }

  /** Another program, or another page, has saved this document, or taken it away (`revision` is null). */
  changedOnDisk(revision: string | null): Promise<void> {
    // One after the other: what was read first never keeps out what was written after it.
    const next = this.#reading.then(() => this.#readDisk(revision));
    this.#reading = next.catch(() => undefined);
    return next;
  }

  async #readDisk(revision: string | null): Promise<void> {
    const known = this.#revision;
    if (revision === known && this.saveState !== 'deleted') return;
    if (this.#saving !== null) return;
    const open = await server.open(this.file).catch((error: unknown) => (isMissing(error) ? 'missing' : null));
    // What was saved meanwhile is newer than what was read; saving finds out by itself whether it still fits.
    if (this.#saving !== null || this.#revision !== known || open === null) return;
    if (open === 'missing') {
      this.saveState = 'deleted';
      this.#tell();
    } else if (open.text === this.#savedText) {
      if (this.saveState !== 'deleted') return;
      // It is there again.
      this.saveState = 'saving';
      await this.save();
    } else if (this.text === this.#savedText) this.#takeTheirs(open);
    else {
      this.saveState = 'conflict';
      this.theirs = open;
      const isSettled = this.#merge();
      this.#tell();
      if (isSettled) await this.save();
    }
  }

  /** Ends a conflict by itself where different fields were changed: then both are to be saved. Gives whether it has. */
  #merge(): boolean {
    const { theirs } = this;
    if (this.saveState !== 'conflict' || theirs === null || this.#savedText === null) return false;
    const both = merged(this.#savedText, this.text, theirs.text);
    if (both === null) return false;
    this.past.push(this.text, '$', '$');
    this.#revision = theirs.revision;
    this.#savedText = theirs.text;
    this.theirs = null;
    this.saveState = 'saving';
    this.read(both);
    return true;
  }

  #takeTheirs({ text, revision, saved }: DocumentText): void {
    this.past.push(this.text, '$', '$');
    this.#revision = revision;
    this.#savedText = text;
    this.savedAt = saved;
    this.theirs = null;
    this.saveState = 'saved';
    this.read(text);
    this.#drawAgain();
  }

  /** Ends a conflict: the text of this page stays, or that of the disk. A document that was deleted is written again, or given up. */
  async settle(keep: 'mine' | 'theirs'): Promise<void> {
    const { theirs } = this;
    if (theirs === null && this.saveState !== 'deleted') return;
    if (keep === 'mine') {
      this.#revision = theirs?.revision ?? '';
      this.#savedText = theirs?.text ?? null;
      this.theirs = null;
      this.saveState = 'saving';
      // What another program wrote is not lost.
      this.#keepsWhatGoes = true;
      await this.save();
    } else if (theirs !== null) this.#takeTheirs(theirs);
    else {
      this.read(this.#savedText ?? this.text);
      this.saveState = 'saved';
    }
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

function isMissing(error: unknown): boolean {
  return error instanceof ServerError && error.status === 404;
}
