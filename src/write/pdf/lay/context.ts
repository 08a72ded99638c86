/** Where layout stands, and what of each page's foot its notes take. */

import documentContextModule from 'pdfmake/js/DocumentContext.js';
import type { Margins, PageItems } from 'pdfmake/js/LayoutBuilder.js';
import type { NoteBody } from '../text/inlines.ts';

/** The notes of one page and the height that they take with their rule, in points. */
export interface PageNotes {
  readonly notes: NoteBody[];
  height: number;
}

/** A page by its index: its size and margins in points. Text areas are as wide as the first page's, and as far left. */
export type PagePlan = (index: number) => {
  readonly size: { readonly width: number; readonly height: number };
  readonly margins: Margins;
};

type PageSize = PageItems['pageSize'];

/** Above the first note of a page: the distance to the text and the rule. */
export const notesHead = 16;

/**
 * pdfmake's context with the room that is left reckoned from where it stands, not kept by hand: so a note that takes room at the
 * page's foot takes it from every column, and going back to an earlier place needs no book-keeping.
 */
export class PageContext extends documentContextModule.default {
  readonly #notes: PageNotes[] = [];
  readonly #plan: PagePlan | null;

  /** @param plan the pages that text goes on to, where they are not all alike */
  constructor(plan: PagePlan | null = null) {
    super();
    this.#plan = plan;
  }

  override addPage(size: PageSize, margins: Margins | null = null, properties: object = {}): unknown {
    // With margins of its own a page is the first of a section, which says all about itself.
    const planned = margins === null ? this.#plan?.(this.pages.length) : undefined;
    if (planned === undefined) return super.addPage(size, margins, properties);
    this.pageMargins = planned.margins;
    return super.addPage({ ...size, ...planned.size }, null, properties);
  }

  override get availableHeight(): number {
    const page = this.pages[this.page];
    if (page === undefined) return 0;
    return page.pageSize.height - page.pageMargins.bottom - this.notesHeight() - this.y;
  }
  override set availableHeight(_: number) {
    // pdfmake keeps it up to date; there is nothing to keep.
  }

  override initializePage(): void {
    this.y = this.pages[this.page]?.pageMargins.top ?? 0;
  }

  get atTop(): boolean {
    const page = this.pages[this.page];
    return page !== undefined && this.y <= page.pageMargins.top;
  }

  /** Gives up the page where layout stands if nothing is on it; another must be added. */
  dropBlank(): void {
    if (this.pages[this.page]?.items.length !== 0 || this.page !== this.pages.length - 1) return;
    this.pages.pop();
    this.page -= 1;
  }

  /** The height of a page's text area, in points. */
  get pageRoom(): number {
    const page = this.pages[this.page];
    return page === undefined ? 0 : page.pageSize.height - page.pageMargins.top - page.pageMargins.bottom;
  }

  notesHeight(): number {
    return this.#notes[this.page]?.height ?? 0;
  }

  /** What these notes would take from this page. */
  costOf(notes: readonly NoteBody[]): number {
    if (notes.length === 0) return 0;
    const head = this.#notes[this.page] === undefined ? notesHead : 0;
    return notes.reduce((sum, note) => sum + note.height, head);
  }

  addNotes(notes: readonly NoteBody[]): void {
    if (notes.length === 0) return;
    const cost = this.costOf(notes);
    const page = this.#notes[this.page] ?? { notes: [], height: 0 };
    this.#notes[this.page] = page;
    page.notes.push(...notes);
    page.height += cost;
  }

  notesOf(page: number): readonly NoteBody[] {
    return this.#notes[page]?.notes ?? [];
  }
}
