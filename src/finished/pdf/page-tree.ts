/** The tree of pages (ISO 32000-1, 7.7.3) of a file that may be made to harm: in a loop, or of more pages than it has bytes. */
import { PDFArray, type PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';
import { dictionaryAt, dictionaryOf, lookup } from './objects.ts';

/** Levels of a tree: balanced trees of all pages that there are have a few. */
export const deepestPage = 1000;

/**
 * Whether a tree can be walked: `damaged` if it leads back into itself, `deep` if it has more than `deepestPage` levels, `large`
 * if it has more than `most` pages or branches. A page that is listed twice counts twice, for it would be read twice.
 */
export function pageTreeFault(catalog: PDFDict, most: number): 'damaged' | 'deep' | 'large' | null {
  const root = dictionaryAt(catalog, 'Pages');
  if (root === null) return 'damaged';
  const ancestors: { readonly node: PDFDict; readonly kids: readonly PDFObject[]; next: number }[] = [];
  const around = new Set<PDFDict>();
  const enter = (node: PDFDict): void => {
    const kids = lookup(node, 'Kids');
    ancestors.push({ node, kids: kids instanceof PDFArray ? kids.asArray() : [], next: 0 });
    around.add(node);
  };
  enter(root);
  let met = 0;
  for (let last = ancestors.at(-1); last !== undefined; last = ancestors.at(-1)) {
    const kid = last.kids[last.next];
    last.next += 1;
    if (kid === undefined) {
      around.delete(last.node);
      ancestors.pop();
      continue;
    }
    met += 1;
    if (met > most) return 'large';
    const node = dictionaryOf(last.node.context.lookup(kid));
    if (node?.has(PDFName.of('Kids')) !== true) continue;
    if (around.has(node)) return 'damaged';
    if (ancestors.length >= deepestPage) return 'deep';
    enter(node);
  }
  return null;
}
