/** What a page has and a reader does not say, and what of that is more than ornament. */
import {
  attribute,
  elementsOf,
  type HtmlElement,
  isInternal,
  linksIn,
  parentOf,
  trimmedText,
} from '../../finished/html/tree.ts';
import type { UnreadKind } from '../outline.ts';

/** What is not read out, as ornaments and ways over the page. */
export function isHidden(element: HtmlElement): boolean {
  return attribute(element, 'aria-hidden') === 'true' || isSkipLink(element);
}

/** Words that no browser shows until something happens on the page, as far as the element itself says so. */
export function isUnseen(element: HtmlElement): boolean {
  const hides =
    attribute(element, 'hidden') !== null ||
    attribute(element, 'inert') !== null ||
    attribute(element, 'popover') !== null ||
    (element.tagName === 'dialog' && attribute(element, 'open') === null) ||
    unseen.test(attribute(element, 'style') ?? '');
  return hides && trimmedText(element) !== '';
}

const unseen =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden)\b/i;

const unread: Readonly<Record<string, UnreadKind>> = {
  ...{ math: 'formula', audio: 'video or sound', video: 'video or sound', nav: 'navigation' },
  ...{ input: 'form field', select: 'form field', textarea: 'form field', button: 'form field' },
  ...{ iframe: 'embedded object', object: 'embedded object', embed: 'embedded object', canvas: 'embedded object' },
};

/** What of it is told as not read; null where there is nothing to read. */
export function unreadOf(element: HtmlElement): UnreadKind | null {
  const isSent = element.tagName === 'input' && attribute(element, 'type')?.toLowerCase() === 'hidden';
  return isSent ? null : (unread[element.tagName] ?? null);
}

/** Links to elsewhere on the page that stand in the body by themselves, before anything else. */
function isSkipLink(element: HtmlElement): boolean {
  const parent = parentOf(element);
  if (parent?.tagName !== 'body' || !openingOf(parent).has(element)) return false;
  const links = linksIn(element);
  return links.length > 0 && links.every(isInternal) && trimmedText(element) === links.map(trimmedText).join(' ');
}

const openings = new WeakMap<HtmlElement, ReadonlySet<HtmlElement>>();

/** The elements of a body before the first that has no links to elsewhere on the page; found once for all that ask. */
function openingOf(body: HtmlElement): ReadonlySet<HtmlElement> {
  const known = openings.get(body);
  if (known !== undefined) return known;
  const children = elementsOf(body);
  const first = children.findIndex((child) => !linksIn(child).some(isInternal) || child.tagName === 'main');
  const opening = new Set(first < 0 ? children : children.slice(0, first));
  openings.set(body, opening);
  return opening;
}
