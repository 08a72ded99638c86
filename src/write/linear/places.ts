/** What links within a document lead to, in words: headings with their numbers, and captions. */
import type { Captioned, Document, Id, Inlines, Words } from '../../model/document.ts';
import { blocksOf, captionedIn, plain } from '../../model/walk.ts';
import { unsteered } from './inlines.ts';

export function placesOf(document: Document): ReadonlyMap<Id, string> {
  const places = new Map<Id, string>();
  const note = (id: Id, number: Words | null, gap: string, words: readonly (Inlines | null)[]) => {
    const text = words.map((part) => (part === null ? '' : plain(part))).join(' ');
    places.set(id, unsteered(`${number === null ? '' : `${number}${gap}`}${text}`).trim());
  };
  const caption = ({ id, number, caption: words }: Captioned, more: Inlines | null) => {
    if (id !== null) note(id.value, number, '. ', [words, more]);
  };
  for (const block of blocksOf(document)) {
    if (block.type === 'section') note(block.id.value, block.number, ' ', [block.title]);
  }
  for (const block of captionedIn(document)) caption(block, block.type === 'figure' ? block.credit : block.summary);
  return places;
}
