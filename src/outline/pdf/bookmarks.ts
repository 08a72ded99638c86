/** The bookmarks of a PDF (ISO 32000-1, 12.3.3): what readers show beside the pages, and screen readers walk through. */
import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { guardDepth } from '../../finished/depth.ts';
import { dictionaryAt, stringAt } from '../../finished/pdf/objects.ts';
import type { Difference } from '../compare.ts';
import type { OutlineNode } from '../outline.ts';
import { sayWords } from '../text.ts';

export interface FoundBookmark {
  readonly title: string;
  /** From 1. */
  readonly depth: number;
}

/** In their order. One that comes again, as in a ring, is passed over. */
export function bookmarksIn({ catalog }: PDFDocument): readonly FoundBookmark[] {
  const found: FoundBookmark[] = [];
  const known = new Set<PDFDict>();
  const walk = (parent: PDFDict, depth: number): void => {
    guardDepth(depth);
    for (
      let item = dictionaryAt(parent, 'First');
      item !== null && !known.has(item);
      item = dictionaryAt(item, 'Next')
    ) {
      known.add(item);
      found.push({ title: sayWords(stringAt(item, 'Title')) ?? '', depth });
      walk(item, depth + 1);
    }
  };
  const root = dictionaryAt(catalog, 'Outlines');
  if (root !== null) walk(root, 1);
  return found;
}

/** Where the bookmarks are not the title and each heading below it, in their order and as deep. */
export function* bookmarkDifferences(
  nodes: readonly OutlineNode[],
  bookmarks: readonly FoundBookmark[],
): Generator<Difference> {
  const headings = nodes.flatMap((node): FoundBookmark[] => {
    if (node.role !== 'heading') return [];
    const words = node.runs.map((run) => (run.role === 'text' ? run.text : '')).join('');
    return [{ title: sayWords(words) ?? '', depth: Math.max(1, node.level - 1) }];
  });
  for (const [index, { title, depth }] of headings.entries()) {
    const found = bookmarks[index];
    // The first is the title of the file, which stands in the heading with what belongs to it.
    const isSame = found?.depth === depth && (index === 0 || found.title === title);
    if (isSame) continue;
    const has = found === undefined ? 'no bookmark' : `the bookmark “${found.title}” at level ${found.depth}`;
    yield difference(`the heading “${title}” has ${has}, expected “${title}” at level ${depth}`);
    return;
  }
  const more = bookmarks[headings.length];
  if (more !== undefined) yield difference(`the bookmark “${more.title}” is of no heading`);
}

function difference(message: string): Difference {
  return { kind: 'missing', path: 'bookmarks', otherPath: 'bookmarks', message };
}
