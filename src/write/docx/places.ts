/** Names of places for Word's fields: what a list of contents or a reference leads to. */
import type { Block, Blocks, Captioned, Document, Section } from '../../model/document.ts';
import { blocksOf } from '../../model/walk.ts';
import { HeadingNumbers } from './headings.ts';

/** What can have an id. */
export type Identified = Section | (Block & Captioned);

/**
 * Bookmarks of their own, since fields take letters, digits and underscores alone, and a reference says less than a heading.
 * They are counted in the order of the document, so that the same document has the same names. Word hides what begins with
 * an underscore, and makes names of its own for contents that it updates.
 */
export class Places {
  readonly #byId = new Map<string, { readonly node: Identified; readonly count: number }>();
  readonly #listed = new Set<string>();
  readonly #holders = new Set<Section>();
  readonly #counted = new Set<Section>();

  constructor(document: Document) {
    for (const block of blocksOf(document)) {
      const id = 'id' in block ? block.id?.value : undefined;
      if (id !== undefined && 'id' in block) this.#byId.set(id, { node: block, count: this.#byId.size + 1 });
      if (block.type === 'contents') for (const entry of block.entries) this.#listed.add(entry.id);
      if (block.type === 'section' && block.number === null && block.blocks.some(isListOfSections))
        this.#holders.add(block);
    }
    this.#count(document.body, 1, new HeadingNumbers());
  }

  at(id: string): Identified | null {
    return this.#byId.get(id)?.node ?? null;
  }

  /** The whole heading or caption, for contents; null where none lists it. */
  entry(id: string): string | null {
    return this.#listed.has(id) ? this.#name('_Toc', id) : null;
  }

  /** What a reference says of it. */
  reference(id: string): string {
    return this.#name('_Ref', id);
  }

  /** Contents don't list the unnumbered section that they stand in. */
  isUnlisted(section: Section): boolean {
    return this.#holders.has(section);
  }

  /** Whether Word counts the section's number; else it is text. */
  isCounted(section: Section): boolean {
    return this.#counted.has(section);
  }

  #count(blocks: Blocks, depth: number, numbers: HeadingNumbers): void {
    for (const block of blocks) {
      if (block.type === 'columns') for (const column of block.columns) this.#count(column, depth, numbers);
      if (block.type !== 'section') continue;
      if (block.number !== null && numbers.take(block.number, depth) !== null) this.#counted.add(block);
      this.#count(block.blocks, depth + 1, numbers);
    }
  }

  #name(prefix: string, id: string): string {
    return `${prefix}${100_000_000 + (this.#byId.get(id)?.count ?? 0)}`;
  }
}

function isListOfSections(block: Block): boolean {
  return block.type === 'contents' && block.of === 'sections';
}
