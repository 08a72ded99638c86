/** What elements of the markup hold, before the tree is built. */
import { id } from '../model/build.ts';
import type { Id } from '../model/document.ts';
import { type Element, given } from './parse.ts';

/** The text of elements that hold nothing but text. */
export function textOf(element: Element): string {
  return element.children.map((child) => (child.kind === 'run' ? child.value : textOf(child))).join('');
}

export function idOf(element: Element): Id | null {
  const attribute = given(element, 'id');
  return attribute === null ? null : id(attribute.value);
}

export function childOf(element: Element, name: string): Element | null {
  return elementsIn(element).find((child) => child.name === name) ?? null;
}

function elementsIn(element: Element): readonly Element[] {
  return element.children.filter((child) => child.kind === 'element');
}

/** What is read before and after the rest of any element, wherever a template writes it. */
const early = ['caption', 'summary'];
const late = ['head', 'body', 'foot', 'credit', 'source', 'description'];

export function inReadingOrder(element: Element): readonly Element[] {
  // What is in neither list stands between them.
  const rank = ({ name }: Element) =>
    early.includes(name) ? early.indexOf(name) : late.indexOf(name) + early.length + 1;
  return elementsIn(element).toSorted((one, other) => rank(one) - rank(other));
}

/** Whether a figure's picture says of itself that it tells nothing. */
export function isDecoration(element: Element): boolean {
  const image = childOf(element, 'img');
  return image !== null && given(image, 'decorative')?.value === 'true';
}
