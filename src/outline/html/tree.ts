/** Looks into a parsed page. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { guardDepth } from '../depth.ts';
import { say } from '../text.ts';

export type Element = DefaultTreeAdapterTypes.Element;
export type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** Guards all walks below, which recurse. */
export function measure(document: DefaultTreeAdapterTypes.Document): void {
  let level: ChildNode[] = document.childNodes;
  for (let depth = 0; level.length > 0; depth += 1) {
    guardDepth(depth);
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  }
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

export function elementsOf(element: Element): Element[] {
  return element.childNodes.filter((node): node is Element => 'tagName' in node);
}

export function linksIn(element: Element): Element[] {
  if (element.tagName === 'a') return attribute(element, 'href') === null ? [] : [element];
  return elementsOf(element).flatMap(linksIn);
}

export function textIn(node: ChildNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

/** The name of a region: the words of the part of it that names it, else those that only listeners get. */
export function nameOf(region: Element): string | null {
  const id = attribute(region, 'aria-labelledby');
  const naming = id === null ? undefined : within(region).find((element) => attribute(element, 'id') === id);
  return naming === undefined ? attribute(region, 'aria-label') : said(naming);
}

function within(element: Element): Element[] {
  return elementsOf(element).flatMap((inner) => [inner, ...within(inner)]);
}

export const said = (element: Element): string => say(textIn(element)).trim();
export const isInternal = (link: Element): boolean => attribute(link, 'href')?.startsWith('#') === true;

export function parentOf({ parentNode }: Element): Element | null {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : null;
}

/** The nearest element of a tag, from this one outward. */
export function closest(element: Element, tag: string): Element | null {
  for (let node: Element | null = element; node !== null; node = parentOf(node)) {
    if (node.tagName === tag) return node;
  }
  return null;
}
