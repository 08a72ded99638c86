/** What a page has and a reader does not say, and what of that is more than ornament. */
import {
  attribute,
  elementsOf,
  type HtmlElement,
  isInternal,
  linksIn,
  parentOf,
  textIn,
  trimmedText,
} from '../../finished/html/tree.ts';
import type { UnreadKind } from '../outline.ts';
import type { Sheets } from './sheets.ts';

/** What is not read out and no part of the text: ways over the page. */
export const isOfPage = (element: HtmlElement): boolean => isSkipLink(element);

/** What is not read out: what its author keeps from readers, and what no browser shows until something happens on the page. */
export function isHidden(element: HtmlElement, sheets: Sheets): boolean {
  if (attribute(element, 'aria-hidden')?.trim().toLowerCase() === 'true') return true;
  const seen = sheets.seen(element);
  return (
    seen === 'hidden' ||
    // A style sheet that shows an element does so whatever the attribute says.
    (attribute(element, 'hidden') !== null && seen !== 'shown') ||
    attribute(element, 'inert') !== null ||
    attribute(element, 'popover') !== null ||
    (element.tagName === 'dialog' && attribute(element, 'open') === null)
  );
}

/** Whether there are words in it, and not only ornaments. */
export function hasWords(element: HtmlElement): boolean {
  return /[\p{L}\p{N}]/u.test(textIn(element)) || hasPictures(element);
}

function hasPictures(element: HtmlElement): boolean {
  const alt = element.tagName === 'img' ? attribute(element, 'alt') : '';
  return (alt ?? '').trim() !== '' || elementsOf(element).some(hasPictures);
}

const unread: Readonly<Record<string, UnreadKind>> = {
  ...{ math: 'formula', audio: 'video or sound', video: 'video or sound', nav: 'navigation' },
  ...{ input: 'form field', select: 'form field', textarea: 'form field', button: 'form field' },
  ...{ navigation: 'navigation', checkbox: 'form field', radio: 'form field', switch: 'form field' },
  ...{ textbox: 'form field', searchbox: 'form field', combobox: 'form field', listbox: 'form field' },
  ...{ slider: 'form field', spinbutton: 'form field' },
  ...{ iframe: 'embedded object', object: 'embedded object', embed: 'embedded object', canvas: 'embedded object' },
};

/** What of it is told as not read; null where there is nothing to read. */
export function unreadOf(element: HtmlElement): UnreadKind | null {
  const isSent = element.tagName === 'input' && attribute(element, 'type')?.toLowerCase() === 'hidden';
  if (isSent) return null;
  return unread[element.tagName] ?? unread[attribute(element, 'role')?.trim() ?? ''] ?? null;
}

/** Links to elsewhere on the page that stand in the body by themselves, before all else that there is to read. */
function isSkipLink(element: HtmlElement): boolean {
  const parent = parentOf(element);
  return parent?.tagName === 'body' && skipLinksOf(parent).has(element);
}

const found = new WeakMap<HtmlElement, ReadonlySet<HtmlElement>>();

/** Found once for all that ask. */
function skipLinksOf(body: HtmlElement): ReadonlySet<HtmlElement> {
  const known = found.get(body);
  if (known !== undefined) return known;
  const children = elementsOf(body);
  const first = children.findIndex((child) => !isOnlyLinks(child));
  // Where nothing else is, as on the page of a book with an imprint of one link, they are what is to be read.
  const skip = new Set(children.slice(0, Math.max(first, 0)));
  found.set(body, skip);
  return skip;
}

function isOnlyLinks(element: HtmlElement): boolean {
  const links = linksIn(element);
  return links.length > 0 && links.every(isInternal) && trimmedText(element) === links.map(trimmedText).join(' ');
}
