/** The document's list of abbreviations. */
import type { Place } from '../diagnostics.ts';
import type { Block, Blocks, Document, Inlines } from '../model/document.ts';
import { placeOf } from '../model/place.ts';
import { blocksOf } from '../model/walk.ts';

export interface Listed {
  readonly term: Inlines;
  readonly details: Blocks;
  readonly at: Place;
  /** The list that it stands in. */
  readonly list: Block;
}

/** Its entries in their order; none where there is no such list. */
export function* abbreviationsOf(document: Document): Generator<Listed> {
  for (const block of blocksOf(document)) {
    if (block.type !== 'terms' || block.look !== 'abbreviations') continue;
    for (const { term, details } of block.items) yield { term, details, at: placeOf(block), list: block };
  }
}
