/** On which page of a finished PDF each piece of its text stands. */
import type { UnsettledNode } from '../settle.ts';
import { walkPdf } from './pdf.ts';

export interface PagedText {
  readonly pageCount: number;
  /** In reading order, without the notes and the references to them; pages count from 0. */
  readonly pieces: readonly { readonly text: string; readonly page: number }[];
}

/** Throws Refused for a file that is no tagged PDF. */
export async function readPagedText(bytes: Uint8Array): Promise<PagedText> {
  const { walk, parts, document } = await walkPdf(bytes);
  const piecesIn = (node: UnsettledNode): PagedText['pieces'] => {
    if ('parts' in node) return node.role === 'note' || node.role === 'reference' ? [] : node.parts.flatMap(piecesIn);
    const page = walk.pageOf.get(node);
    return node.role === 'text' && page !== undefined ? [{ text: node.text, page }] : [];
  };
  return { pageCount: document.getPageCount(), pieces: parts.flatMap(piecesIn) };
}
