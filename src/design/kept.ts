/** What is not parted from what follows it, where text goes on to another page. */
import type { Block } from '../model/document.ts';
import { plain } from '../model/walk.ts';

/** A code stands with the addresses before it, addresses with their words, and with a sentence that ends in a colon what it leads to. */
export function leadsIn(block: Block, next: Block | undefined): boolean {
  if (next?.type === 'figure' && next.look === 'qr') return true;
  if (block.type !== 'paragraph') return false;
  if (next?.type === 'terms') return next.look === 'facts';
  return next !== undefined && next.type !== 'section' && /:\s*$/.test(plain(block.children));
}
