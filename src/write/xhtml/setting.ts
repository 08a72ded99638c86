/** What the setting of a block needs to know: the page that it is for, its addresses, and where on it the block stands. */
import type { Place } from '../../diagnostics.ts';
import type { Blocks, Chart, Lang, Note } from '../../model/document.ts';
import type { Picture } from '../../model/picture.ts';
import type { Theme } from '../../theme/theme.ts';
import { type Html, lines } from './element.ts';
import { type InlineContext, setInlines } from './inlines.ts';

/** What formats made of these elements have each in their own way. */
export interface Addresses {
  /** The address of a picture: it may stand in the page itself, or be a file beside it. */
  picture(picture: Picture): string;
  /** The address of a part of the document by its id. */
  place(id: string): string;
  /** The address of the same document in another language. */
  edition(lang: Lang): string;
  /** The path in the data of what stands at a place; only of pages that are looked at beside their data. */
  readonly origin?: (place: Place) => string | null;
}

/** What a page gathers while it is set, and what was made for it before. */
export interface Page {
  /** The document's language. */
  readonly lang: Lang;
  /** How its parts are drawn, and how wide words are in its faces. */
  readonly theme: Theme;
  /** The drawings of each chart. */
  readonly drawings: ReadonlyMap<Chart, Html>;
  /** Widths that the style sheet has to know: of columns in percent, and the least ones of tables in rem. */
  readonly columnWidths: Set<number>;
  /** The names of regions so far: a second one of the same name is none, since nobody could tell them apart. */
  readonly regions: Set<string>;
  readonly tableWidths: Set<number>;
  /** Whether wide windows have the contents beside the text. */
  readonly beside: boolean;
  /** Whether what is wider than its window is scrolled; pages of books are turned, and rows of tables stand as blocks there. */
  readonly scrolls: boolean;
  /** A new id that no part of a document has. */
  name(kind: string): string;
  blocks(blocks: Blocks, setting: BlockContext): Html;
}

/** Where a block stands. */
export interface BlockContext extends InlineContext {
  readonly page: Page;
  /** Sections around it: a heading of depth 1 is an h2, below the title. */
  readonly depth: number;
}

/** A footnote and the language at the place that refers to it. */
export interface FoundNote {
  readonly note: Note;
  readonly lang: Lang;
}

/** The same place in another language, if the part has one of its own. */
export function inside(node: { readonly lang: Lang | null }, setting: BlockContext): BlockContext {
  return node.lang === null ? setting : { ...setting, lang: node.lang };
}

/** What stands in a cell or beside a term: one plain paragraph needs no element of its own there. */
export function setContent(blocks: Blocks, setting: BlockContext): Html {
  const [first] = blocks;
  return blocks.length === 1 && first?.type === 'paragraph' && first.look === null && first.lang === null
    ? setInlines(first.children, setting)
    : lines(setting.page.blocks(blocks, setting));
}
