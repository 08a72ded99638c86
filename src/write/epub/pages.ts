/** The marks of the PDF’s pages in the text of the book. */
import { lettersIn, type PageStart, pageStartsByPart, wordAt } from '../page-starts.ts';
import { element, type Html, type HtmlNode, sequence, trusted } from '../xhtml/element.ts';

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
  const found = await pageStartsByPart(
    texts.map((text) => letters(text.content)),
    pdf,
  );
  const starts = found.map((own) => own.map(({ label, at }) => ({ at, label: labelOf(label), id: `_page-${label}` })));
  const pages = starts.flatMap((own, text) => own.map(({ label, id }) => ({ label, text, id })));
  return { texts: texts.map((text, index) => new Placing(starts[index] ?? []).place(text)), pages };
}

/** Ids of a document begin with a letter, so these never meet them. */
interface MarkedStart extends PageStart {
  readonly id: string;
}

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
        return sequence(node.children.map((child) => this.#node(child, parent)));
      case 'element': {
        if (isOwn(node)) return element(node.name, node.attributes, ...node.children.map((child) => this.#copy(child)));
        const before =
          open.has(parent) && blocks.has(node.name) && letters(node) !== '' ? this.#marks(this.#count) : [];
        // In order: marks before the element, then those within.
        const own = element(node.name, node.attributes, ...node.children.map((child) => this.#node(child, node.name)));
        return before.length === 0 ? own : sequence(before, own);
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
        return sequence(node.children.map((child) => this.#copy(child)));
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
    return sequence(pieces);
  }
}
