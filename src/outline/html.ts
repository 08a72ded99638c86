/** Reads an HTML page as a browser hands it to assistive technology (HTML-AAM, ARIA in HTML), without running it. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { readable } from './address.ts';
import type { Outline, Scope } from './outline.ts';
import { guardDepth } from './refusal.ts';
import { type Part, say, sayWords, settle } from './settle.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

export function readHtml(bytes: Uint8Array): Outline {
  const document = parse(new TextDecoder().decode(bytes), { scriptingEnabled: false });
  measure(document);
  const root = document.childNodes.find((node): node is Element => 'tagName' in node && node.tagName === 'html');
  const lang = (root && attribute(root, 'lang')?.trim()) || null;
  const walk = new Walk();
  return { lang, nodes: settle(walk.children(root?.childNodes ?? [], { lang, target: null })) };
}

interface Context {
  readonly lang: string | null;
  readonly target: string | null;
}

/** Elements that hold nothing to read, or controls of a page rather than its text. */
const silent = new Set(
  'head script style template canvas iframe object embed audio video math input select textarea button datalist'.split(
    ' ',
  ),
);
/** Elements that begin on a line of their own and have no role that an outline keeps. */
const groups = new Set(
  'body div section article main header footer nav address hgroup details summary fieldset form search center hr dt dd'.split(
    ' ',
  ),
);

class Walk {
  readonly #anchors: Set<string>[] = [];

  children(nodes: readonly ChildNode[], context: Context): Part[] {
    return nodes.flatMap((node): Part[] => {
      if (node.nodeName === '#text' && 'value' in node) {
        return [{ role: 'text', text: node.value, lang: context.lang, target: context.target }];
      }
      return 'tagName' in node ? this.#element(node, context) : [];
    });
  }

  #element(element: Element, outer: Context): Part[] {
    if (isHidden(element)) return [];
    const lang = attribute(element, 'lang');
    const context = { ...outer, lang: lang === null ? outer.lang : lang.trim() || null };
    const before = this.#anchors.length;
    const parts = this.#byRole(element, context);
    const id = attribute(element, 'id');
    // A place is told by the first heading in it, or else by the heading that it stands under.
    if (id !== null) (this.#anchors[before] ?? this.#anchors.at(-1))?.add(id);
    return parts;
  }

  #byRole(element: Element, context: Context): Part[] {
    const role = roleOf(element);
    const inside = () => this.children(element.childNodes, context);
    switch (role) {
      case 'heading': {
        const anchors = new Set<string>();
        this.#anchors.push(anchors);
        return [{ role, level: levelOf(element), anchors, parts: inside() }];
      }
      case 'paragraph':
      case 'caption':
      case 'item':
      case 'table':
      case 'row':
      case 'quote':
      case 'note':
      case 'group':
        return [{ role, parts: inside() }];
      case 'aside':
        return [{ role, label: attribute(element, 'aria-label'), parts: inside() }];
      case 'list':
        return [
          {
            role,
            ordered: element.tagName === 'ol',
            parts: element.tagName === 'dl' ? this.#terms(element, context) : inside(),
          },
        ];
      case 'cell':
        return [{ role, ...cellOf(element), parts: inside() }];
      case 'link':
        return this.children(element.childNodes, { ...context, target: readable(attribute(element, 'href')) });
      case 'break':
        return [{ role: 'text', text: ' ', lang: context.lang, target: context.target }];
      case 'figure': {
        const alt = altOf(element);
        return alt === '' ? [] : [{ role, alt, lang: context.lang, target: context.target }];
      }
      case 'inline':
        return inside();
      case 'none':
        return [];
    }
  }

  /** A list of terms reads as a list, each term with its descriptions as one item. */
  #terms(element: Element, context: Context): Part[] {
    const items: Part[][] = [];
    const members = elementsOf(element).flatMap((child) => (child.tagName === 'div' ? elementsOf(child) : [child]));
    let previous = '';
    for (const member of members) {
      if (items.length === 0 || (member.tagName === 'dt' && previous !== 'dt')) items.push([]);
      items.at(-1)?.push(...this.#element(member, context));
      previous = member.tagName;
    }
    return items.map((parts) => ({ role: 'item', parts }));
  }
}

type Role = Exclude<Part['role'], 'text'> | 'link' | 'break' | 'inline' | 'none';

const byTag: Readonly<Record<string, Role>> = {
  p: 'paragraph',
  pre: 'paragraph',
  ul: 'list',
  ol: 'list',
  menu: 'list',
  dl: 'list',
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
  'doc-toc': 'none',
  blockquote: 'quote',
};

function roleOf(element: Element): Role {
  const tag = element.tagName;
  const aria = attribute(element, 'role')?.trim().split(/\s+/)[0] ?? '';
  const named = byAria[aria];
  if (named !== undefined) return named;
  if (aria === 'presentation' || aria === 'none') return tag === 'img' ? 'none' : 'group';
  if (tag === 'nav' && !offersLanguages(element)) return 'none';
  if (isInLayoutTable(element)) return 'group';
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (tag === 'svg') return sayWords(altOf(element)) === null ? 'none' : 'figure';
  return byTag[tag] ?? (silent.has(tag) ? 'none' : groups.has(tag) || isTablePart(tag) ? 'group' : 'inline');
}

const isTablePart = (tag: string): boolean => tag === 'thead' || tag === 'tbody' || tag === 'tfoot';

/** The rows and cells of a table with role "presentation" are no rows and cells either. */
function isInLayoutTable(element: Element): boolean {
  if (!['tr', 'td', 'th'].includes(element.tagName)) return false;
  const role = attribute(closest(element, 'table') ?? element, 'role');
  return role === 'presentation' || role === 'none';
}

function isHidden(element: Element): boolean {
  return attribute(element, 'hidden') !== null || attribute(element, 'aria-hidden') === 'true' || isSkipLink(element);
}

/** Links to elsewhere on the page that stand in the body by themselves, before anything else. */
function isSkipLink(element: Element): boolean {
  const { parentNode } = element;
  if (parentNode === null || !('tagName' in parentNode) || parentNode.tagName !== 'body') return false;
  const links = linksIn(element);
  const first = elementsOf(parentNode).find((child) => !linksIn(child).some(isInternal) || child.tagName === 'main');
  const isBefore = first === undefined || parentNode.childNodes.indexOf(element) < parentNode.childNodes.indexOf(first);
  return isBefore && links.length > 0 && links.every(isInternal) && said(element) === links.map(said).join(' ');
}

/** Navigation is not content, but that a document is to be had in other languages is. */
function offersLanguages(nav: Element): boolean {
  const links = linksIn(nav);
  return links.length > 0 && links.every((link) => attribute(link, 'hreflang') !== null);
}

function levelOf(element: Element): number {
  const level = Number(attribute(element, 'aria-level') ?? element.tagName.slice(1));
  // ARIA 1.2: a heading without a level is of level 2.
  return Number.isInteger(level) && level > 0 ? level : 2;
}

/** The alternative text; '' for a picture that is openly decorative, null where nothing is said. */
function altOf(element: Element): string | null {
  const title = elementsOf(element).find((child) => child.tagName === 'title');
  const named = attribute(element, 'aria-label') ?? attribute(element, 'alt');
  return named ?? (title && element.tagName === 'svg' ? textIn(title) : attribute(element, 'title'));
}

function cellOf(cell: Element): { header: boolean; scope: Scope | null; rowSpan: number; colSpan: number } {
  const header = cell.tagName === 'th';
  return {
    header,
    scope: header ? scopeOf(cell) : null,
    rowSpan: span(cell, 'rowspan'),
    colSpan: span(cell, 'colspan'),
  };
}

/** The scope as written, or as HTML finds it (4.9.12.2): a column's if the whole row is of headers, else the row's. */
function scopeOf(cell: Element): Scope {
  const written = attribute(cell, 'scope')?.toLowerCase() ?? '';
  if (written.startsWith('col')) return 'column';
  if (written.startsWith('row')) return 'row';
  const row = closest(cell, 'tr');
  const alone = row !== null && elementsOf(row).every((sister) => sister.tagName === 'th');
  return alone || closest(cell, 'thead') !== null ? 'column' : 'row';
}

function span(cell: Element, name: string): number {
  const count = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return count > 0 ? count : 1;
}

// ---- the parsed tree ----------------------------------------------------------------------------------------

/** Guards all walks below, which recurse. */
function measure(document: DefaultTreeAdapterTypes.Document): void {
  let level: ChildNode[] = document.childNodes;
  for (let depth = 0; level.length > 0; depth += 1) {
    guardDepth(depth);
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  }
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

function elementsOf(element: Element): Element[] {
  return element.childNodes.filter((node): node is Element => 'tagName' in node);
}

function linksIn(element: Element): Element[] {
  if (element.tagName === 'a') return attribute(element, 'href') === null ? [] : [element];
  return elementsOf(element).flatMap(linksIn);
}

function textIn(node: ChildNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

const said = (element: Element): string => say(textIn(element)).trim();
const isInternal = (link: Element): boolean => attribute(link, 'href')?.startsWith('#') === true;

function closest(element: Element, tag: string): Element | null {
  for (
    let node: DefaultTreeAdapterTypes.ParentNode | null = element;
    node !== null && 'tagName' in node;
    node = node.parentNode
  ) {
    if (node.tagName === tag) return node;
  }
  return null;
}
