/** From elements and their ARIA roles to the roles of an outline. */

import {
  attribute,
  closest,
  elementsOf,
  type HtmlElement,
  isInternal,
  linksIn,
  parentOf,
} from '../../finished/html/tree.ts';
import type { UnsettledNode } from '../settle.ts';
import { sayWords } from '../text.ts';
import { altOf, authoredName } from './names.ts';

/** Elements that hold nothing to read, or controls of a page rather than its text. */
const silent = new Set(
  'head script style template canvas iframe object embed audio video math input select textarea button datalist title defs metadata desc symbol'.split(
    ' ',
  ),
);
/** Elements that begin on a line of their own and have no role that an outline keeps. */
const groups = new Set(
  'body div section article main header footer nav address hgroup details summary fieldset form search center hr dt dd text'.split(
    ' ',
  ),
);

type Role = Exclude<UnsettledNode['role'], 'text' | 'mark' | 'entry'> | 'notes' | 'link' | 'break' | 'inline' | 'none';

const byTag: Readonly<Record<string, Role>> = {
  p: 'paragraph',
  pre: 'paragraph',
  ul: 'list',
  ol: 'list',
  menu: 'list',
  dl: 'terms',
  li: 'item',
  table: 'table',
  tr: 'row',
  td: 'cell',
  th: 'cell',
  caption: 'caption',
  figcaption: 'caption',
  figure: 'group',
  img: 'figure',
  blockquote: 'quote',
  aside: 'aside',
  a: 'link',
  br: 'break',
};
const byAria: Readonly<Record<string, Role>> = {
  heading: 'heading',
  list: 'list',
  listitem: 'item',
  complementary: 'aside',
  img: 'figure',
  image: 'figure',
  note: 'aside',
  'doc-footnote': 'note',
  'doc-endnote': 'note',
  'doc-endnotes': 'notes',
  'doc-noteref': 'reference',
  'doc-backlink': 'none',
  'doc-toc': 'contents',
  blockquote: 'quote',
  directory: 'list',
  table: 'table',
  grid: 'table',
  treegrid: 'table',
  row: 'row',
  cell: 'cell',
  gridcell: 'cell',
  columnheader: 'cell',
  rowheader: 'cell',
  caption: 'caption',
  paragraph: 'paragraph',
  figure: 'group',
  math: 'figure',
  separator: 'group',
  rowgroup: 'group',
  ...{ checkbox: 'none', radio: 'none', switch: 'none', textbox: 'none', searchbox: 'none', combobox: 'none' },
  ...{ listbox: 'none', slider: 'none', spinbutton: 'none' },
};
const navigation = (element: HtmlElement): boolean =>
  element.tagName === 'nav' || roleNames(element)[0] === 'navigation';
const roleNames = (element: HtmlElement): readonly string[] =>
  (attribute(element, 'role') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((name) => name !== '');

const isNoRole = (name: string): boolean => name === 'presentation' || name === 'none';

export function roleOf(element: HtmlElement): Role {
  const tag = element.tagName;
  // The first that is known counts (ARIA 1.2, 9.1).
  const aria = roleNames(element).find((name) => byAria[name] !== undefined || isNoRole(name)) ?? '';
  const named = byAria[aria];
  if (named !== undefined) return named;
  // An element that has a name keeps its role (ARIA 1.2, presentational roles conflict resolution).
  if (isNoRole(aria) && authoredName(element) === null) return tag === 'img' ? 'none' : 'group';
  if (navigation(element) && !offersLanguages(element)) return isContents(element) ? 'contents' : 'none';
  const inQuote = isQuote(element) ? 'quote' : isQuote(parentOf(element)) ? inQuotes[tag] : undefined;
  if (inQuote !== undefined) return inQuote;
  if (tag === 'summary' && isOfFigure(element)) return 'none';
  if (isInLayoutTable(element)) return 'group';
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (tag === 'math') return sayWords(attribute(element, 'alttext')) === null ? 'none' : 'figure';
  // The words of a drawing without a name are read one after the other.
  if (tag === 'svg') return sayWords(altOf(element)) !== null ? 'figure' : hasLetters(element) ? 'group' : 'none';
  return byTag[tag] ?? (silent.has(tag) ? 'none' : groups.has(tag) || isTablePart(tag) ? 'group' : 'inline');
}

const hasLetters = (drawing: HtmlElement): boolean =>
  elementsOf(drawing).some((child) => child.tagName === 'text' || hasLetters(child));

/** What opens the table of a chart, in its figure, or the long description of a picture, after it. */
function isOfFigure(summary: HtmlElement): boolean {
  if (closest(summary, 'figure') !== null) return true;
  const details = parentOf(summary);
  const around = details && parentOf(details);
  if (!details || !around) return false;
  return previousOf(around).get(details)?.tagName === 'figure';
}

const previous = new WeakMap<HtmlElement, ReadonlyMap<HtmlElement, HtmlElement>>();

/** The element before each of the elements in another; found once, since looking for it costs the square of them all. */
function previousOf(around: HtmlElement): ReadonlyMap<HtmlElement, HtmlElement> {
  const known = previous.get(around);
  if (known !== undefined) return known;
  // In a book the page may turn between a picture and its description.
  const sisters = elementsOf(around).filter((sister) => !roleNames(sister).includes('doc-pagebreak'));
  const found = new Map(
    sisters.slice(1).flatMap((sister, index) => {
      const before = sisters[index];
      return before === undefined ? [] : [[sister, before] as const];
    }),
  );
  previous.set(around, found);
  return found;
}

/** A figure of somebody's words: its caption says whose they are, and is the quote's last paragraph. */
const inQuotes: Readonly<Record<string, Role>> = { blockquote: 'group', figcaption: 'paragraph' };

const quotes = new WeakMap<HtmlElement, boolean>();

/** Found once for all that stand in it. */
function isQuote(element: HtmlElement | null): boolean {
  if (element?.tagName !== 'figure') return false;
  const found = quotes.get(element) ?? elementsOf(element).some((child) => child.tagName === 'blockquote');
  quotes.set(element, found);
  return found;
}

const isTablePart = (tag: string): boolean => tag === 'thead' || tag === 'tbody' || tag === 'tfoot';

/** The rows and cells of a table with role "presentation" are no rows and cells either. */
function isInLayoutTable(element: HtmlElement): boolean {
  if (!['tr', 'td', 'th'].includes(element.tagName)) return false;
  const role = attribute(closest(element, 'table') ?? element, 'role');
  return role === 'presentation' || role === 'none';
}

/** Navigation is the page's, but that a document is to be had in other languages is its content. */
function offersLanguages(nav: HtmlElement): boolean {
  const links = linksIn(nav);
  return links.length > 0 && links.every((link) => attribute(link, 'hreflang') !== null);
}

/** A list of links to places of the page that stands amid its text. */
function isContents(nav: HtmlElement): boolean {
  const links = linksIn(nav);
  return isInMain(nav) && links.length > 0 && links.every(isInternal);
}

function isInMain(element: HtmlElement): boolean {
  for (let around: HtmlElement | null = element; around !== null; around = parentOf(around))
    if (around.tagName === 'main' || attribute(around, 'role')?.trim() === 'main') return true;
  return false;
}

export function levelOf(element: HtmlElement): number {
  const level = Number(attribute(element, 'aria-level') ?? element.tagName.slice(1));
  // ARIA 1.2: a heading without a level is of level 2.
  return Number.isInteger(level) && level > 0 ? level : 2;
}
