/** What holds text or blocks: items of lists, cells, details of terms. The text becomes their first paragraph. */
import type { Blocks } from '../model/document.ts';
import { isSilent, readInlines, readWords } from './inlines.ts';
import type { Child, Element } from './parse.ts';
import { type Around, elementsOf, isWhite, type Reading } from './reading.ts';
import { isInline } from './vocabulary.ts';

/** The blocks of an element; none if it is empty. */
export function readContent(element: Element, around: Around, reading: Reading): Blocks {
  const { children } = element;
  const start = children.findIndex(isBlockChild);
  const opening = start < 0 ? children : children.slice(0, start);
  const stray = children.slice(opening.length).find((child) => !isBlockChild(child) && !isWhite(child));
  if (stray !== undefined) {
    const what = element.name === 'li' ? 'item' : `<${element.name}>`;
    reading.report.error('misplaced-text', stray.at, `Text comes after a block in the same ${what}.`, {
      hints: ['Put it in a <p>.'],
    });
  }
  const inlines = readInlines(opening, around.lang, reading);
  const first = opening.find((child) => !isWhite(child))?.at ?? element.at;
  const paragraph: Blocks = isSilent(inlines)
    ? []
    : [{ type: 'paragraph', at: first, from: element.from, lang: null, look: null, children: inlines }];
  return [...paragraph, ...reading.blocks(elementsOf(children.slice(opening.length)), around)];
}

/** The same of an element that must hold something; null with a finding if it does not. */
export function readFilled(element: Element, around: Around, reading: Reading): Blocks | null {
  const blocks = readContent(element, around, reading);
  if (blocks.length > 0) return blocks;
  if (!element.children.some(isBlockChild)) readWords(element, around.lang, reading);
  return null;
}

function isBlockChild(child: Child): boolean {
  return child.kind === 'element' && !isInline(child.name);
}
