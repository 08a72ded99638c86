/** Looks into a parsed page. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { guardDepth } from '../depth.ts';
import { say } from '../say.ts';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type ChildNode = DefaultTreeAdapterTypes.ChildNode;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Guards all walks below, which recurse. */
export function measure(document: DefaultTreeAdapterTypes.Document): void {
  let level: ChildNode[] = document.childNodes;
  for (let depth = 0; level.length > 0; depth += 1) {
    guardDepth(depth);
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  }
}

export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

export function elementsOf(element: HtmlElement): HtmlElement[] {
  return element.childNodes.filter((node): node is HtmlElement => 'tagName' in node);
}

export function linksIn(element: HtmlElement): HtmlElement[] {
  if (element.tagName === 'a') return attribute(element, 'href') === null ? [] : [element];
  return elementsOf(element).flatMap(linksIn);
}

export function textIn(node: ChildNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

/** The first element of an id in the document of another; null if there is none. */
export function elementWith(id: string, element: HtmlElement): HtmlElement | null {
  return namedIn(documentOf(element)).get(id) ?? null;
}

function documentOf(element: HtmlElement): ParentNode {
  let node: ParentNode = element;
  while ('parentNode' in node && node.parentNode !== null) node = node.parentNode;
  return node;
}

const named = new WeakMap<ParentNode, ReadonlyMap<string, HtmlElement>>();

/** The first element of each id in a document; found once for all that ask. */
function namedIn(document: ParentNode): ReadonlyMap<string, HtmlElement> {
  const known = named.get(document);
  if (known !== undefined) return known;
  const found = new Map<string, HtmlElement>();
  const collect = (node: ChildNode): void => {
    if (!('tagName' in node)) return;
    const id = attribute(node, 'id');
    if (id !== null && !found.has(id)) found.set(id, node);
    node.childNodes.forEach(collect);
  };
  document.childNodes.forEach(collect);
  named.set(document, found);
  return found;
}

export const trimmedText = (element: HtmlElement): string => say(textIn(element)).trim();
export const isInternal = (link: HtmlElement): boolean => attribute(link, 'href')?.startsWith('#') === true;

export function parentOf({ parentNode }: HtmlElement): HtmlElement | null {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : null;
}

/** The nearest element of a tag, from this one outward. */
export function closest(element: HtmlElement, tag: string): HtmlElement | null {
  for (let node: HtmlElement | null = element; node !== null; node = parentOf(node)) {
    if (node.tagName === tag) return node;
  }
  return null;
}
