/** Every sentence-like run of a document: a title, a paragraph, a caption, a footnote as a whole, with the marks in it. */

import type { Place } from '../diagnostics.ts';
import type { Block, Blocks, Document, Inline, Inlines, Lang } from '../model/document.ts';
import { childrenOf, type Held, heldBy } from '../model/kinds.ts';
import { placeOf, textPlace } from '../model/place.ts';
import { plain } from '../model/walk.ts';
import { onceEach } from '../once.ts';

export interface Run {
  readonly inlines: Inlines;
  /** As it is read: marks taken off, footnotes left out. */
  readonly text: string;
  readonly lang: Lang;
  /** Whose own words they are; null for the title of the document. */
  readonly block: Block | null;
  readonly at: Place;
}

/** All runs in reading order. Collected once: several rules ask. */
export const runsOf = onceEach((document: Document): readonly Run[] => [...runsIn(document)]);

function* runsIn({ cover, body, imprint, lang, from }: Document): Generator<Run> {
  const within = cover.lang ?? lang;
  yield* inBlocks(cover.before, within);
  yield* run(cover.title.children, cover.title.lang ?? within, null, from);
  yield* inBlocks(cover.after, within);
  yield* inBlocks(body, lang);
  if (imprint !== null) yield* inBlocks(imprint.blocks, imprint.lang ?? lang);
}

function* inBlocks(blocks: Blocks, lang: Lang): Generator<Run> {
  for (const block of blocks) yield* inHeld(heldBy(block), block.lang ?? lang, block);
}

function* inHeld(all: readonly Held[], lang: Lang, block: Block): Generator<Run> {
  for (const held of all) {
    if (held.type === 'inlines') yield* run(held.inlines, lang, block, placeOf(block));
    else if (held.type === 'blocks') yield* inBlocks(held.blocks, lang);
    else if (held.type === 'part') yield* inHeld(held.held, held.part.lang ?? lang, block);
  }
}

function* run(inlines: Inlines, lang: Lang, block: Block | null, place: Place): Generator<Run> {
  if (inlines.length === 0) return;
  yield { inlines, text: plain(inlines).trim(), lang, block, at: textPlace(inlines) ?? place };
  yield* notesIn(inlines, lang, block, place);
}

function* notesIn(inlines: Inlines, within: Lang, block: Block | null, place: Place): Generator<Run> {
  for (const node of inlines) {
    const lang = node.lang ?? within;
    if (node.type === 'note') yield* run(node.children, lang, block, place);
    else yield* notesIn(childrenOf(node), lang, block, place);
  }
}

/** What of an inline is read in its run: a footnote is a run of its own, after the one that refers to it. */
export const childrenInRun = (node: Inline): Inlines => (node.type === 'note' ? [] : childrenOf(node));
