/**
 * One walk over the elements before the tree is built: what is counted gets its number, so that references and contents
 * may stand before what they lead to.
 */

import type { Report } from '../diagnostics.ts';
import type { Counted } from '../language/language.ts';
import { fold, id, words } from '../model/build.ts';
import type { ContentsEntry, Id, Lang, Words } from '../model/document.ts';
import { annexLetter, countedLabel, quotedLabel, sectionLabel, written } from './labels.ts';
import { type Element, given } from './parse.ts';
import { quote, reportFault } from './reading.ts';

/** A section, table, figure or chart. */
interface Item {
  readonly element: Element;
  /** Sections around it and its own; 1 for what is not a section. */
  readonly level: number;
  /** Its id; what is numbered always has one. */
  readonly id: Id | null;
  readonly number: Words | null;
  /** What references say; null where there are no words. */
  readonly label: () => Words | null;
  /** Its heading or caption. */
  readonly title: Element | null;
}

/** What is numbered, from `numbering` of the document. */
interface Defaults {
  readonly sections: boolean;
  readonly captions: boolean;
}

/** How the sections beside one another are counted. */
interface Level {
  readonly section: Element | null;
  readonly depth: number;
  /** The number around; null where that section has none. */
  readonly prefix: string | null;
  readonly counts: { auto: number; annex: number };
}

export class Survey {
  readonly #lang: Lang;
  readonly #report: Report;
  readonly #items = new Map<Element, Item>();
  readonly #byId = new Map<string, Item>();
  readonly #notes = new Map<Element, number>();
  /** The section that each list of contents stands in. */
  readonly #holders = new Map<Element, Element>();
  readonly #counts: Record<Counted, number> = { table: 0, figure: 0, chart: 0 };
  readonly #defaults: Defaults;

  constructor(root: Element, lang: Lang, report: Report) {
    this.#lang = lang;
    this.#report = report;
    this.#defaults = this.#defaultsOf(root);
    this.#walk(root, { section: null, depth: 0, prefix: '', counts: { auto: 0, annex: 0 } });
    this.#nameNumbered();
  }

  /** The number of a section, table, figure or chart as it is written. */
  numberOf(element: Element): Words | null {
    return this.#items.get(element)?.number ?? null;
  }

  /** The id that was made for what is numbered and has none of its own. */
  idOf(element: Element): Id | null {
    return this.#items.get(element)?.id ?? null;
  }

  noteNumberOf(element: Element): number {
    return this.#notes.get(element) ?? 0;
  }

  get ids(): readonly string[] {
    return [...this.#byId.keys()];
  }

  has(name: string): boolean {
    return this.#byId.has(name);
  }

  /** What a reference to this id says; null where there is no such place, or it has neither a number nor a title. */
  labelOf(name: string): Words | null {
    return this.#byId.get(name)?.label() ?? null;
  }

  /**
   * Sections of the body down to a depth, or all tables, or figures and charts, that have an id and words. An unnumbered
   * section is left out of the lists in it: contents don't list themselves.
   */
  entries(contents: Element, of: 'sections' | 'tables' | 'figures', depth: number): readonly ContentsEntry[] {
    const holder = this.#holders.get(contents);
    const kinds = { sections: ['section'], tables: ['table'], figures: ['figure', 'chart'] }[of];
    return [...this.#items.values()].flatMap((item) => {
      const { id, number, level, title } = item;
      const isIn = kinds.includes(item.element.name) && level <= depth && (of === 'sections' || number !== null);
      const isHolder = item.element === holder && number === null;
      const said = isIn && !isHolder && title !== null ? this.#wordsOf(title) : null;
      return id === null || said === null ? [] : [{ level, id, number, title: said }];
    });
  }

  #defaultsOf(root: Element): Defaults {
    const attribute = given(root, 'numbering');
    const asked = attribute === null ? [] : fold(attribute.value).trim().split(' ');
    const known = ['sections', 'captions'];
    if (attribute !== null && asked.some((name) => !known.includes(name)))
      reportFault(
        this.#report,
        'bad-value',
        attribute,
        `${quote(attribute.value)} is not an allowed value for "numbering".`,
        ['Write "sections", "captions" or both.'],
      );
    return { sections: asked.includes('sections'), captions: asked.includes('captions') };
  }

  #walk(element: Element, around: Level): void {
    const within = this.#visit(element, around);
    for (const child of inReadingOrder(element)) this.#walk(child, within);
  }

  /** Counts an element, and gives what the sections in it are counted by. */
  #visit(element: Element, around: Level): Level {
    switch (element.name) {
      case 'section':
        return this.#section(element, around);
      case 'table':
      case 'figure':
      case 'chart':
        this.#captioned(element, element.name);
        return around;
      case 'contents':
        if (around.section !== null) this.#holders.set(element, around.section);
        return around;
      case 'note':
        this.#notes.set(element, this.#notes.size + 1);
        return around;
      default:
        return around;
    }
  }

  #section(element: Element, around: Level): Level {
    const level = around.depth + 1;
    const way = this.#sectionWay(element, around);
    const number = this.#sectionNumber(way, around);
    const kind = way === 'annex' ? 'annex' : level === 1 ? 'section' : 'subsection';
    const title = childOf(element, 'h');
    const label = () => (number === null ? this.#quoted(title) : sectionLabel(written(number), kind, this.#lang));
    this.#add({ element, level, title, id: idOf(element), number: number === null ? null : written(number), label });
    return {
      section: element,
      depth: level,
      prefix: number === null ? null : `${number}.`,
      counts: { auto: 0, annex: 0 },
    };
  }

  #sectionWay(element: Element, { depth, prefix }: Level): 'auto' | 'annex' | 'none' {
    const inherited = prefix !== null && (depth > 0 || this.#defaults.sections) ? 'auto' : 'none';
    const attribute = given(element, 'number');
    if (attribute === null) return inherited;
    const { value } = attribute;
    if (value === 'annex' && depth > 0)
      reportFault(this.#report, 'bad-value', attribute, 'Only a section of the body can be an annex.', [
        'Write "auto".',
      ]);
    else if (value === 'auto' && prefix === null)
      reportFault(
        this.#report,
        'bad-value',
        attribute,
        'A section in a section without a number cannot have a number.',
        ['Number the outer section too.'],
      );
    else if (value === 'auto' || value === 'annex' || value === 'none') return value;
    else this.#badNumber(element, ['auto', 'annex', 'none']);
    return inherited;
  }

  #sectionNumber(way: 'auto' | 'annex' | 'none', { prefix, counts }: Level): string | null {
    if (way === 'none') return null;
    counts[way] += 1;
    return way === 'annex' ? annexLetter(counts.annex - 1, this.#lang) : `${prefix}${counts.auto}`;
  }

  #captioned(element: Element, kind: Counted): void {
    const caption = childOf(element, 'caption');
    const title = caption !== null && this.#wordsOf(caption) !== null ? caption : null;
    const number = this.#isCounted(element, title !== null)
      ? countedLabel(kind, ++this.#counts[kind], this.#lang)
      : null;
    const label = () => number ?? this.#quoted(title);
    this.#add({ element, level: 1, title, id: idOf(element), number, label });
  }

  #isCounted(element: Element, hasCaption: boolean): boolean {
    const attribute = given(element, 'number');
    // An artifact has no place in the tree that a number could lead to.
    if (isDecoration(element)) return false;
    if (attribute === null) return hasCaption && this.#defaults.captions;
    if (attribute.value === 'none') return false;
    if (attribute.value !== 'auto') this.#badNumber(element, ['auto', 'none']);
    else if (hasCaption) return true;
    else
      reportFault(
        this.#report,
        'number-without-caption',
        attribute,
        `The ${element.name} is numbered, but its caption is missing.`,
        ['Give it a <caption>, or write number="none".'],
      );
    return false;
  }

  #badNumber(element: Element, known: readonly string[]): void {
    const attribute = given(element, 'number');
    if (attribute !== null)
      reportFault(
        this.#report,
        'bad-value',
        attribute,
        `${quote(attribute.value)} is not an allowed value for "number" of <${element.name}>.`,
        [`Known: ${known.join(', ')}.`],
      );
  }

  #add(item: Item): void {
    this.#items.set(item.element, item);
    // Where an id stands twice, which the audit tells, a reference leads to the first.
    if (item.id !== null && !this.#byId.has(item.id)) this.#byId.set(item.id, item);
  }

  /** Names what is numbered and has no id, once all ids are known. */
  #nameNumbered(): void {
    const counts = new Map<string, number>();
    for (const item of this.#items.values()) {
      const { name } = item.element;
      if (item.number === null || name === 'section') continue;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      if (item.id === null && given(item.element, 'id') === null) this.#add({ ...item, id: this.#freeId(name, count) });
    }
  }

  #freeId(name: string, count: number): Id | null {
    let made = `${name}-${count}`;
    while (this.#byId.has(made)) made = `${made}-x`;
    return id(made);
  }

  #quoted(title: Element | null): Words | null {
    const said = title === null ? null : this.#wordsOf(title);
    return said === null ? null : quotedLabel(said, this.#lang);
  }

  #wordsOf(element: Element): Words | null {
    return words(this.#textOf(element));
  }

  /** Its text on one line, without footnotes. */
  #textOf(element: Element): string {
    if (element.name === 'note') return '';
    if (element.name === 'br') return ' ';
    if (element.name === 'ref') return this.#numberBelow(element);
    return element.children.map((child) => (child.kind === 'run' ? child.value : this.#textOf(child))).join('');
  }

  /** References in titles say numbers alone: titles that quote one another would never end. */
  #numberBelow(ref: Element): string {
    const item = this.#byId.get(given(ref, 'to')?.value ?? '');
    return item === undefined || item.number === null ? '' : (item.label() ?? '');
  }
}

/** The text of elements that hold nothing but text. */
export function textOf(element: Element): string {
  return element.children.map((child) => (child.kind === 'run' ? child.value : textOf(child))).join('');
}

function idOf(element: Element): Id | null {
  const attribute = given(element, 'id');
  return attribute === null ? null : id(attribute.value);
}

function childOf(element: Element, name: string): Element | null {
  return elementsIn(element).find((child) => child.name === name) ?? null;
}

function elementsIn(element: Element): readonly Element[] {
  return element.children.filter((child) => child.kind === 'element');
}

/** What is read after the rest, wherever a template writes it. */
const late = ['head', 'body', 'foot', 'credit', 'source', 'description'];

function inReadingOrder(element: Element): readonly Element[] {
  const children = elementsIn(element);
  if (!['table', 'chart', 'figure'].includes(element.name)) return children;
  const early = ['caption', 'summary'];
  const rank = ({ name }: Element) => (early.includes(name) ? early.indexOf(name) : late.indexOf(name) + early.length);
  return children.toSorted((one, other) => rank(one) - rank(other));
}

/** Whether a figure's picture says of itself that it tells nothing. */
function isDecoration(element: Element): boolean {
  const image = childOf(element, 'img');
  return image !== null && given(image, 'decorative')?.value === 'true';
}
