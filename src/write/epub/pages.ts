/**
 * Where the pages of the PDF begin in the text of the book. The finished PDF says which text is on which page; both have the same
 * text in the same order, but for what each adds of its own, so that a place is found by the letters around it.
 */
import { type PagedText, readPagedText } from '../../outline/pdf/pages.ts';
import { trailing } from '../../text.ts';
import { element, type Html, type HtmlNode, sequence, trusted } from '../xhtml/element.ts';

/** A page of the PDF, and before which letter of the book's text it begins. */
interface PageStart {
  readonly label: string;
  readonly at: number;
}

/** Where a page begins in the book, for the navigation. */
export interface PagePlace {
  readonly label: string;
  /** Of the texts, from 0. */
  readonly text: number;
  readonly id: string;
}

export interface Paged {
  readonly texts: readonly Html[];
  readonly pages: readonly PagePlace[];
}

/** The texts of a book with the places where the pages of its PDF begin. */
export async function withPages(
  texts: readonly Html[],
  pdf: Uint8Array,
  labelOf: (page: string) => string = (page) => page,
): Promise<Paged> {
  const lettersOf = texts.map((text) => letters(text.content));
  const found = startsIn(lettersOf.join(''), await readPagedText(pdf));
  const starts = found.map((start) => ({ ...start, label: labelOf(start.label), id: `_page-${start.label}` }));
  const pages: PagePlace[] = [];
  let from = 0;
  const paged = texts.map((text, index) => {
    const end = from + (lettersOf[index]?.length ?? 0);
    const last = index === texts.length - 1;
    const own = starts.filter(({ at }) => at >= from && (at < end || last));
    pages.push(...own.map(({ label, id }) => ({ label, text: index, id })));
    const placed = new Placing(own.map((start) => ({ ...start, at: start.at - from }))).place(text);
    from = end;
    return placed;
  });
  return { texts: paged, pages };
}

/** Ids of a document begin with a letter, so these never meet them. */
interface MarkedStart extends PageStart {
  readonly id: string;
}

/** Letters on each side of a place that tell it. */
const around = 60;

function startsIn(text: string, { pageCount, pieces }: PagedText): readonly PageStart[] {
  let paper = '';
  const firsts = new Map<number, number>();
  for (const piece of pieces) {
    const own = lettersIn(piece.text);
    if (own !== '' && !firsts.has(piece.page)) firsts.set(piece.page, paper.length);
    paper += own;
  }
  const starts: PageStart[] = [];
  let from = 0;
  for (let page = 0; page < pageCount; page += 1) {
    const first = firsts.get(page);
    // A page without text begins where the next one does.
    const next = first ?? firstAfter(firsts, page) ?? paper.length;
    from = page === 0 ? 0 : placeOf(paper, next, text, from);
    starts.push({ label: `${page + 1}`, at: from });
  }
  return starts;
}

function firstAfter(firsts: ReadonlyMap<number, number>, page: number): number | undefined {
  const later = [...firsts].filter(([other]) => other > page).map(([, at]) => at);
  return later.length === 0 ? undefined : Math.min(...later);
}

/** Where what begins at a place of the PDF's letters begins in those of the book. */
function placeOf(paper: string, at: number, text: string, from: number): number {
  const [before, after] = [paper.slice(Math.max(0, at - around), at), paper.slice(at, at + around)];
  const exact = text.indexOf(before + after, Math.max(0, from - around));
  if (exact >= 0) return exact + before.length;
  // The formats differ in what stands close to the place: the nearest run of letters that both have.
  for (const length of [around, around / 2, around / 4])
    for (let skip = 0; skip <= around; skip += 5) {
      const sample = paper.slice(at + skip, at + skip + length);
      const found = sample.length < Math.min(length, 8) ? -1 : text.indexOf(sample, from);
      if (found >= 0) return Math.max(from, endOf(before, text.slice(from, found)) + from, found - skip);
    }
  return from;
}

/** Where in a text the last letters of the page before end: what the book does not have of a page takes no room from them. */
function endOf(before: string, text: string): number {
  for (const length of [around, around / 2, around / 4]) {
    const last = before.slice(-length);
    const at = last.length < Math.min(length, 8) ? -1 : text.lastIndexOf(last);
    if (at >= 0) return at + last.length;
  }
  return 0;
}

const lettersIn = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');

/** What the PDF does not have in this place. */
function isOwn({ name, attributes }: Extract<HtmlNode, { type: 'element' }>): boolean {
  return name === 'summary' || attributes.role === 'doc-noteref' || attributes.class === 'said';
}

function letters(node: HtmlNode): string {
  switch (node.type) {
    case 'text':
      return lettersIn(node.value);
    case 'written':
      return '';
    case 'element':
      return isOwn(node) ? '' : node.children.map(letters).join('');
    case 'sequence':
      return node.children.map(letters).join('');
  }
}

/** A mark stands before such an element, if nothing has been said in it yet: within, it would be part of its words. */
const blocks = new Set('section h1 h2 h3 h4 h5 h6 p figure div ul ol dl aside blockquote details table'.split(' '));
/** What takes any element. */
const open = new Set(['', 'section', 'div', 'aside', 'figure', 'blockquote', 'li', 'td', 'th', 'dd', 'details']);

class Placing {
  readonly #left: MarkedStart[];
  #count = 0;

  constructor(starts: readonly MarkedStart[]) {
    this.#left = [...starts];
  }

  place(text: Html): Html {
    const placed = this.#node(text.content, '');
    return this.#left.length === 0 ? placed : sequence(placed, ...this.#marks(Number.POSITIVE_INFINITY));
  }

  /** The marks of the pages that begin before a letter. */
  #marks(letter: number): Html[] {
    const marks: Html[] = [];
    for (let [next] = this.#left; next !== undefined && next.at <= letter; [next] = this.#left) {
      marks.push(element('span', { id: next.id, role: 'doc-pagebreak', 'aria-label': next.label }));
      this.#left.shift();
    }
    return marks;
  }

  #node(node: HtmlNode, parent: string): Html {
    switch (node.type) {
      case 'written':
        return trusted(node.markup);
      case 'text':
        return this.#text(node.value);
      case 'sequence':
        return sequence(...node.children.map((child) => this.#node(child, parent)));
      case 'element': {
        if (isOwn(node)) return element(node.name, node.attributes, ...node.children.map((child) => this.#copy(child)));
        const before =
          open.has(parent) && blocks.has(node.name) && letters(node) !== '' ? this.#marks(this.#count) : [];
        // In order: marks before the element, then those within.
        const own = element(node.name, node.attributes, ...node.children.map((child) => this.#node(child, node.name)));
        return before.length === 0 ? own : sequence(...before, own);
      }
    }
  }

  #copy(node: HtmlNode): Html {
    switch (node.type) {
      case 'written':
        return trusted(node.markup);
      case 'text':
        return sequence(node.value);
      case 'sequence':
        return sequence(...node.children.map((child) => this.#copy(child)));
      case 'element':
        return element(node.name, node.attributes, ...node.children.map((child) => this.#copy(child)));
    }
  }

  #text(value: string): Html {
    const end = this.#count + lettersIn(value).length;
    const pieces: (Html | string)[] = [];
    let from = 0;
    while ((this.#left[0]?.at ?? end) < end) {
      const at = wordAt(value, (this.#left[0]?.at ?? 0) - this.#count);
      pieces.push(value.slice(from, at), ...this.#marks(this.#left[0]?.at ?? 0));
      from = at;
    }
    pieces.push(value.slice(from));
    this.#count = end;
    return sequence(...pieces);
  }
}

/** The start of the word that the letter of a number is in. */
function wordAt(text: string, letter: number): number {
  let seen = 0;
  for (const { index, 0: found } of text.matchAll(/[\p{L}\p{N}]/gu)) {
    if (seen >= letter) return trailing(text.slice(0, index), /[\p{L}\p{N}\p{M}]/u);
    seen += found.length;
  }
  return text.length;
}
