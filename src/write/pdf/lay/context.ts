/** Where layout stands, and what of each page's foot its notes take. */

import documentContextModule from 'pdfmake/js/DocumentContext.js';
import type { Margins, PageItems } from 'pdfmake/js/LayoutBuilder.js';
import type { NoteBody } from '../text/inlines.ts';
import { bottomOf } from '../text/line.ts';

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
/** So much of a page may be taken by notes to what stands before it. */
const mostLate = 0.85;
/** Sums in floating point, and gaps that a plan makes closer. */
const hair = 0.5;

/**
 * pdfmake's context with the room that is left reckoned from where it stands, not kept by hand: so a note that takes room at the
 * page's foot takes it from every column, and going back to an earlier place needs no book-keeping.
 */
export class PageContext extends documentContextModule.default {
  readonly #notes: PageNotes[] = [];
  readonly #plan: PagePlan | null;
  /** The last page that has notes to what stands before it. */
  #late = 0;
  /** Kept free at the foot of each page for what must follow on the same one. */
  reserve = 0;

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
    return page.pageSize.height - page.pageMargins.bottom - this.notesHeight() - this.reserve - this.y;
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

  /** Whether a thing of some height has room on the next page, and not on this one. */
  isFullFor(height: number): boolean {
    const isTaken = !this.atTop || this.notesHeight() > 0;
    return isTaken && height > this.availableHeight && height <= this.pageRoom;
  }

  notesHeight(): number {
    return this.#notes[this.page]?.height ?? 0;
  }

  /**
   * Notes at the foot of the page where a line of some height is about to stand; those that have no room under it stand on the
   * next pages, in their order.
   */
  addNotes(notes: readonly NoteBody[], lineHeight: number): void {
    if (notes.length === 0) return;
    let page = Math.max(this.page, this.#late);
    let room = page === this.page ? this.#roomUnder(lineHeight) : this.#roomForLate(page);
    for (const note of notes) {
      while (room < note.height + this.#headOn(page)) {
        page += 1;
        this.#late = page;
        room = this.#roomForLate(page);
        // What is higher than a page may take stands on one that has no other.
        if (this.#notes[page] === undefined) break;
      }
      const there = this.#notes[page] ?? { notes: [], height: 0 };
      const cost = note.height + this.#headOn(page);
      this.#notes[page] = there;
      there.notes.push(note);
      there.height += cost;
      room -= cost;
    }
  }

  /** Under a line that is about to stand on this page, and under what stands beside it. */
  #roomUnder(lineHeight: number): number {
    const bottoms = (this.pages[this.page]?.items ?? []).map(bottomOf);
    return this.availableHeight + this.y + hair - Math.max(this.y + lineHeight, ...bottoms);
  }

  #headOn(page: number): number {
    return this.#notes[page] === undefined ? notesHead : 0;
  }

  /** What notes from the pages before may take of one, which is to hold text as well. */
  #roomForLate(page: number): number {
    return this.pageRoom * mostLate - (this.#notes[page]?.height ?? 0);
  }

  /** Whether what comes next has less room for notes to what stands before it. */
  get hasLateNotes(): boolean {
    return this.#late > 0 && this.#late >= this.page;
  }

  /** The pages that have notes, counted up to the last. */
  get notedPages(): number {
    return this.#notes.length;
  }

  notesOf(page: number): readonly NoteBody[] {
    return this.#notes[page]?.notes ?? [];
  }
}
