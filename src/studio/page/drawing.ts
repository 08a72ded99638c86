/** What is drawn of a document beside its form: the web page or pages of paper, in one language, of the text that is saved. */
import type { PaperKind, PaperPreview, PreviewPage } from '../protocol.ts';
import { server } from './api.ts';

export type PreviewMedium = 'web' | PaperKind;

/** Pages that could be drawn. */
export interface ShownPaper {
  readonly kind: PaperKind;
  readonly language: string;
  readonly key: string;
  readonly sheets: PaperPreview['sheets'];
  /** The data that they were drawn from, and that of the pages before: what differs has changed on them. */
  readonly value: unknown;
  readonly before: unknown;
  /** Milliseconds since 1970. */
  readonly when: number;
}

/** The document as it stands when it is asked for. */
interface Source {
  readonly file: string;
  readonly value: unknown;
}

export class PreviewDrawing {
  /** The last answer: what was drawn, or what was found that keeps it from being drawn. */
  last: PreviewPage | PaperPreview | null = null;
  /** The last web page that could be made, and when. */
  page: { readonly html: string; readonly when: number } | null = null;
  paper: ShownPaper | null = null;
  medium: PreviewMedium = 'web';
  language: string;
  /** Whether with longer words, to see what overflows. */
  isLonger = false;
  isGoingOn = false;
  readonly #source: Source;
  readonly #tell: () => void;
  #isStale = false;

  /** @param tell is called when something of this has changed */
  constructor(source: Source, language: string, tell: () => void) {
    this.#source = source;
    this.language = language;
    this.#tell = tell;
  }

  /** Whether the last answer is a drawing; before there is one it is not known to fail. */
  get isDrawn(): boolean {
    const { last } = this;
    return last === null || ('html' in last ? last.html : last.key) !== null;
  }

  show(wish: { readonly medium?: PreviewMedium; readonly language?: string; readonly isLonger?: boolean }): void {
    Object.assign(this, wish);
    this.again();
  }

  /** Draws until what is drawn is what is saved and asked for. */
  again(): void {
    this.#isStale = true;
    if (this.isGoingOn) this.#tell();
    else void this.#draw();
  }

  async #draw(): Promise<void> {
    this.isGoingOn = true;
    this.#tell();
    while (this.#isStale) {
      this.#isStale = false;
      const drawn = this.medium === 'web' ? this.#drawPage() : this.#drawPaper(this.medium);
      await drawn.catch(() => undefined);
    }
    this.isGoingOn = false;
    this.#tell();
  }

  async #drawPage(): Promise<void> {
    const page = await server.preview(this.#source.file, this.language, this.isLonger);
    this.last = page;
    if (page.html !== null) this.page = { html: page.html, when: Date.now() };
  }

  async #drawPaper(kind: PaperKind): Promise<void> {
    const { language, paper: old } = this;
    const { value } = this.#source;
    const made = await server.paper(kind, this.#source.file, language, this.isLonger);
    this.last = made;
    const { key, sheets } = made;
    const before = old?.kind === kind && old.language === language ? old.value : value;
    if (key !== null) this.paper = { kind, language, key, sheets, value, before, when: Date.now() };
  }
}
