/** Reads an HTML page as a browser hands it to assistive technology (HTML-AAM, ARIA in HTML), without running it. */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';
import { ElementCount } from '../../finished/depth.ts';
import {
  attribute,
  type ChildNode,
  elementsOf,
  type HtmlElement,
  linksIn,
  measure,
  textIn,
  trimmedText,
} from '../../finished/html/tree.ts';
import { readable } from '../address.ts';
import type { Outline } from '../outline.ts';
import { type NotePlaces, settle, type UnsettledNode } from '../settle.ts';
import { sayWords } from '../text.ts';
import { UnreadCount } from '../unread.ts';
import { hasWords, isHidden, isOfPage, unreadOf } from './hidden.ts';
import { altOf, authoredName } from './names.ts';
import { levelOf, roleOf } from './roles.ts';
import { Sheets } from './sheets.ts';
import { cellOf, partOf } from './tables.ts';

export function readHtml(bytes: Uint8Array, noted: NotePlaces = 'gathered'): Outline {
  const treeAdapter = counting(new ElementCount());
  const document = parse<DefaultTreeAdapterMap>(new TextDecoder().decode(bytes), {
    scriptingEnabled: false,
    treeAdapter,
  });
  measure(document);
  const root = document.childNodes.find((node): node is HtmlElement => 'tagName' in node && node.tagName === 'html');
  const body = root && elementsOf(root).find(({ tagName }) => tagName === 'body');
  const langOf = (element: HtmlElement | undefined) => (element && attribute(element, 'lang')?.trim()) || null;
  // Office programs write it on the body.
  const lang = langOf(root) ?? langOf(body);
  const title = root === undefined ? null : titleIn(root);
  return outlineOfPages(root === undefined ? [] : [root], { lang, title }, noted);
}

/** Pages that are read one after the other; ids and addresses are of all of them together. */
export function outlineOfPages(
  roots: readonly HtmlElement[],
  { lang, title }: Pick<Outline, 'lang' | 'title'>,
  noted: NotePlaces,
): Outline {
  const sheets = new Sheets(roots);
  const walk = new Walk(sheets);
  const parts = roots.flatMap((root) => {
    const own = attribute(root, 'lang')?.trim() || lang;
    return walk.children(root.childNodes, { lang: own, target: null });
  });
  if (sheets.unread > 0) walk.unread.add('style sheet', sheets.unread);
  return { lang, title: sayWords(title), nodes: settle(parts, noted), unread: walk.unread.list };
}

function titleIn(root: HtmlElement): string | null {
  const head = elementsOf(root).find(({ tagName }) => tagName === 'head');
  const title = head && elementsOf(head).find(({ tagName }) => tagName === 'title');
  return title === undefined ? null : textIn(title);
}

/** The parser makes elements anew for marks that are left open: from a small page there may come very many. */
function counting(count: ElementCount): typeof defaultTreeAdapter {
  return {
    ...defaultTreeAdapter,
    createElement(...of) {
      count.add();
      return defaultTreeAdapter.createElement(...of);
    },
  };
}

interface HtmlContext {
  readonly lang: string | null;
  readonly target: string | null;
}

/** A heading or caption, which links are told by. */
interface Landmark {
  readonly role: 'heading' | 'caption';
  readonly anchors: Set<string>;
}

class Walk {
  readonly unread = new UnreadCount();
  readonly #sheets: Sheets;
  readonly #landmarks: Landmark[] = [];
  readonly #numbers = new Map<HtmlElement, number>();
  #heading: Landmark | undefined;

  constructor(sheets: Sheets) {
    this.#sheets = sheets;
  }

  children(nodes: readonly ChildNode[], context: HtmlContext): UnsettledNode[] {
    return nodes.flatMap((node): UnsettledNode[] => {
      if (node.nodeName === '#text' && 'value' in node) {
        return [{ role: 'text', text: node.value, lang: context.lang, target: context.target }];
      }
      return 'tagName' in node ? this.#element(node, context) : [];
    });
  }

  #element(element: HtmlElement, outer: HtmlContext): UnsettledNode[] {
    if (this.#isSilent(element)) return [];
    const lang = attribute(element, 'lang');
    const context = { ...outer, lang: lang === null ? outer.lang : lang.trim() || null };
    const before = this.#landmarks.length;
    const parts = this.#byRole(element, context);
    const id = attribute(element, 'id');
    // A place is told by the first heading or caption in it, or else by the heading that it stands under.
    const landmark = this.#landmarks[before] ?? this.#heading;
    if (id !== null) landmark?.anchors.add(id);
    return parts;
  }

  /** What is not read; words that are hidden are counted. */
  #isSilent(element: HtmlElement): boolean {
    if (isOfPage(element)) return true;
    const hidden = isHidden(element, this.#sheets);
    if (hidden && !neverRead.has(element.tagName) && hasWords(element))
      this.unread.add(unreadOf(element) ?? 'hidden text');
    return hidden;
  }

  #byRole(element: HtmlElement, context: HtmlContext): UnsettledNode[] {
    const role = roleOf(element);
    const inside = () => this.children(element.childNodes, context);
    switch (role) {
      case 'heading':
        return [{ role, level: levelOf(element), anchors: this.#landmark(role), parts: this.#named(element, context) }];
      case 'caption':
        return this.#caption(element, context);
      case 'item': {
        const number = this.#numbers.get(element);
        return [{ role, ...(number === undefined ? {} : { number }), parts: inside() }];
      }
      case 'paragraph':
      case 'table':
      case 'quote':
      case 'group':
        return [{ role, parts: inside() }];
      case 'row':
        return [{ role, part: partOf(element), parts: inside() }];
      case 'note':
        return [{ role, label: markOf(element), parts: inside() }];
      case 'notes':
        return this.#notes(element, context);
      case 'aside':
        return [{ role, label: authoredName(element), parts: inside() }];
      case 'list':
        this.#number(element);
        return [{ role, ordered: element.tagName === 'ol', parts: inside() }];
      case 'terms':
        return [{ role, parts: this.#terms(element, context) }];
      case 'cell':
        return [{ role, ...cellOf(element), parts: this.#named(element, context) }];
      case 'link':
        return this.#link(element, { ...context, target: readable(attribute(element, 'href')) });
      case 'break':
        return [{ role: 'text', text: ' ', lang: context.lang, target: context.target }];
      case 'figure': {
        const alt = altOf(element);
        return alt === '' ? [] : [{ role, alt, lang: context.lang, target: context.target }];
      }
      case 'inline':
        return inside();
      case 'reference':
        return [{ role, certain: true, parts: inside() }];
      case 'contents':
        return [{ role, pages: false, parts: this.#entries(element, context, 1) }];
      case 'none': {
        const unread = unreadOf(element);
        if (unread !== null) this.unread.add(unread);
        return [];
      }
    }
  }

  /** The name that an element has of its author, instead of what it holds. */
  #named(element: HtmlElement, context: HtmlContext): UnsettledNode[] {
    const isData = element.tagName === 'td' && attribute(element, 'role') === null;
    const name = isData ? null : authoredName(element);
    if (name === null) return this.children(element.childNodes, context);
    return [{ role: 'text', text: name, lang: context.lang, target: context.target }];
  }

  /** The numbers that browsers give to the items of a list (HTML, 4.4.8). */
  #number(list: HtmlElement): void {
    if (list.tagName !== 'ol') return;
    const items = elementsOf(list).filter(({ tagName }) => tagName === 'li');
    const step = attribute(list, 'reversed') === null ? 1 : -1;
    const written = (text: string | null) =>
      /^\s*[+-]?\d{1,9}/.test(text ?? '') ? Number.parseInt(text ?? '', 10) : null;
    let number = (written(attribute(list, 'start')) ?? (step === 1 ? 1 : items.length)) - step;
    for (const item of items) {
      if (isHidden(item, this.#sheets)) continue;
      number = written(attribute(item, 'value')) ?? number + step;
      this.#numbers.set(item, number);
    }
  }

  #link(element: HtmlElement, context: HtmlContext): UnsettledNode[] {
    const parts = this.#named(element, context);
    if (context.target === null || saysSomething(parts)) return parts;
    const text = attribute(element, 'title') ?? '';
    if (text.trim() === '') this.unread.add('link without words');
    return [...parts, { role: 'text', text, lang: context.lang, target: context.target }];
  }

  /** What a caption holds to be opened stands after it. */
  #caption(element: HtmlElement, context: HtmlContext): UnsettledNode[] {
    const opened = elementsOf(element).filter(({ tagName }) => tagName === 'details');
    const words = element.childNodes.filter((node) => !opened.some((details) => details === node));
    const anchors = this.#landmark('caption');
    return [
      { role: 'caption', anchors, parts: this.children(words, context) },
      { role: 'group', parts: this.children(opened, context) },
    ];
  }

  #landmark(role: Landmark['role']): ReadonlySet<string> {
    const landmark = { role, anchors: new Set<string>() };
    this.#landmarks.push(landmark);
    if (role === 'heading') this.#heading = landmark;
    return landmark.anchors;
  }

  /** Each item of the list of notes is a note; what is said around them is the page's, not the document's. */
  #notes(element: HtmlElement, context: HtmlContext): UnsettledNode[] {
    let number = 0;
    return notesIn(element).flatMap((item) => {
      number = Number(attribute(item, 'value') ?? number + 1);
      return this.#element(item, context).map((part): UnsettledNode => {
        return { role: 'note', label: String(number), parts: 'parts' in part ? part.parts : [part] };
      });
    });
  }

  /** Items of lists; those of lists within them are a level deeper. */
  #entries(element: HtmlElement, context: HtmlContext, level: number): UnsettledNode[] {
    return elementsOf(element).flatMap((child): UnsettledNode[] => {
      if (this.#isSilent(child)) return [];
      if (child.tagName !== 'li') return this.#entries(child, context, level);
      const lang = attribute(child, 'lang');
      const within = { ...context, lang: lang === null ? context.lang : lang.trim() || null };
      const lists = elementsOf(child).filter(({ tagName }) => tagName === 'ol' || tagName === 'ul');
      const words = child.childNodes.filter((node) => !lists.some((list) => list === node));
      return [
        { role: 'entry', level, parts: this.children(words, within) },
        ...lists.flatMap((list) => this.#entries(list, within, level + 1)),
      ];
    });
  }

  /** Each term with its descriptions is an item. */
  #terms(element: HtmlElement, context: HtmlContext): UnsettledNode[] {
    const items: UnsettledNode[][] = [];
    const members = elementsOf(element).flatMap((child) => (child.tagName === 'div' ? elementsOf(child) : [child]));
    let previous = '';
    for (const member of members) {
      if (items.length === 0 || (member.tagName === 'dt' && previous !== 'dt')) items.push([]);
      for (const part of this.#element(member, context)) items.at(-1)?.push(part);
      previous = member.tagName;
    }
    return items.map((parts) => ({ role: 'item', parts }));
  }
}

/** Elements whose text is never read, hidden or not. */
const neverRead: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template', 'title']);

function saysSomething(parts: readonly UnsettledNode[]): boolean {
  return parts.some((part) =>
    'parts' in part ? saysSomething(part.parts) : part.role !== 'text' || part.text.trim() !== '',
  );
}

/** The number of a note that stands by itself: it leads back to the text. */
function markOf(note: HtmlElement): string | null {
  const back = [...linksIn(note)].find((link) => attribute(link, 'role') === 'doc-backlink');
  return back === undefined ? null : trimmedText(back) || null;
}

function notesIn(element: HtmlElement): HtmlElement[] {
  return element.tagName === 'li' ? [element] : elementsOf(element).flatMap(notesIn);
}
