/** Names that authors give to elements, and names of pictures (Accessible Name and Description Computation 1.2). */
import { attribute, elementsOf, elementWith, type HtmlElement, textIn } from '../../finished/html/tree.ts';
import { say } from '../../finished/say.ts';

const nonBlank = (text: string | null): string | null => (say(text ?? '').trim() === '' ? null : text);

/**
 * What is said instead of an element's content where its role takes a name from its author: the words of other elements, else
 * words that only listeners get. Null where there are none.
 */
export function authoredName(element: HtmlElement): string | null {
  const ids = new Set((attribute(element, 'aria-labelledby') ?? '').split(/\s+/).filter((id) => id !== ''));
  const words = [...ids].flatMap((id) => elementWith(id, element) ?? []).map(nameIn);
  return nonBlank(words.join(' ')) ?? nonBlank(attribute(element, 'aria-label'));
}

/** No name is longer: many elements may be named by one that holds a whole page. */
const longest = 2000;

const names = new WeakMap<HtmlElement, string>();

function nameIn(element: HtmlElement): string {
  const known = names.get(element) ?? wordsOf(element).slice(0, longest);
  names.set(element, known);
  return known;
}

/** Of what names another element: its own label, or all that is in it, pictures with their words. */
function wordsOf(element: HtmlElement): string {
  const label = nonBlank(attribute(element, 'aria-label')) ?? (isPicture(element) ? altOf(element) : null);
  if (label !== null) return label;
  return element.childNodes.map((node) => ('tagName' in node ? wordsOf(node) : textIn(node))).join('');
}

const isPicture = ({ tagName }: HtmlElement): boolean => tagName === 'img' || tagName === 'svg';

/** The alternative text; '' for a picture that is openly decorative, null where nothing is said. */
export function altOf(element: HtmlElement): string | null {
  const title = elementsOf(element).find((child) => child.tagName === 'title');
  const named = authoredName(element) ?? attribute(element, 'alt') ?? attribute(element, 'alttext');
  return named ?? (title && element.tagName === 'svg' ? textIn(title) : attribute(element, 'title'));
}
