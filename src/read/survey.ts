/**
 * One walk over the elements before the tree is built: what is counted gets its number, so that references and contents
 * may stand before what they lead to.
 */

import type { Report } from '../diagnostics.ts';
import type { Counted } from '../language/language.ts';
import { languageOf } from '../language/languages.ts';
import { fold, id } from '../model/build.ts';
import type { ContentsEntry, Id, Inlines, Lang, Words } from '../model/document.ts';
import { childOf, idOf, inReadingOrder, isDecoration } from './elements.ts';
import { annexLetter, countedLabel, sectionLabel, written } from './labels.ts';
import { type Element, given } from './parse.ts';
import { quote } from './quote.ts';
import { reportFault } from './reading.ts';
import { languageIn, piecesOf, spoken, type TitlePiece } from './titles.ts';

/** A section, table, figure or chart. */
interface Item {
  readonly element: Element;
  /** Sections around it and its own; 1 for what is not a section. */
  readonly level: number;
  /** Its id; what is numbered always has one. */
  readonly id: Id | null;
  readonly number: Words | null;
  /** What references say of it by its number; null where they quote its title. */
  readonly label: Words | null;
  /** Its heading or caption. */
  readonly title: Element | null;
  /** The language inside of it. */
  readonly lang: Lang;
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

/** What an element stands in. */
interface ElementPlace {
  readonly level: Level;
  readonly lang: Lang;
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
    const level: Level = { section: null, depth: 0, prefix: '', counts: { auto: 0, annex: 0 } };
    this.#walk(root, { level, lang });
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

  /**
   * What a reference to this id says, in the document's language but for what a title has of others; null where there is no
   * such place, or it has neither a number nor a title.
   */
  labelOf(name: string): Inlines | null {
    const item = this.#byId.get(name);
    if (item === undefined) return null;
    const { at, from } = item.element;
    const written = (value: string): TitlePiece => ({ value, at, from, lang: this.#lang });
    if (item.label !== null) return spoken([written(item.label)], this.#lang);
    const title = this.#titleOf(item);
    const { open, close } = languageOf(this.#lang).quotes;
    return title.length === 0 ? null : spoken([written(open), ...title, written(close)], this.#lang);
  }

  /**
   * Sections of the body down to a depth, or all tables, or figures and charts, that have an id and words. An unnumbered
   * section is left out of the lists in it: contents don't list themselves. `around` is the language that the list stands in.
   */
  entries(
    contents: Element,
    of: 'sections' | 'tables' | 'figures',
    depth: number,
    around: Lang,
  ): readonly ContentsEntry[] {
    const holder = this.#holders.get(contents);
    const kinds = { sections: ['section'], tables: ['table'], figures: ['figure', 'chart'] }[of];
    return [...this.#items.values()].flatMap((item) => {
      const { id, number, level } = item;
      const isIn = kinds.includes(item.element.name) && level <= depth && (of === 'sections' || number !== null);
      const isHolder = item.element === holder && number === null;
      const title = isIn && !isHolder ? this.#titleOf(item) : [];
      return id === null || title.length === 0 ? [] : [{ level, id, number, title: spoken(title, around) }];
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

  #walk(element: Element, around: ElementPlace): void {
    const lang = languageIn(element, around.lang);
    const level = this.#visit(element, around.level, lang);
    for (const child of inReadingOrder(element)) this.#walk(child, { level, lang });
  }

  /** Counts an element, and gives what the sections in it are counted by. */
  #visit(element: Element, around: Level, lang: Lang): Level {
    switch (element.name) {
      case 'section':
        return this.#section(element, around, lang);
      case 'table':
      case 'figure':
      case 'chart':
        this.#captioned(element, element.name, lang);
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

  #section(element: Element, around: Level, lang: Lang): Level {
    const level = around.depth + 1;
    const numbering = this.#sectionWay(element, around);
    const number = this.#sectionNumber(numbering, around);
    const kind = numbering === 'annex' ? 'annex' : level === 1 ? 'section' : 'subsection';
    const title = childOf(element, 'h');
    const numberText = number === null ? null : written(number);
    const label = numberText && sectionLabel(numberText, kind, this.#lang);
    this.#add({ element, level, title, lang, id: idOf(element), number: numberText, label });
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

  #sectionNumber(numbering: 'auto' | 'annex' | 'none', { prefix, counts }: Level): string | null {
    if (numbering === 'none') return null;
    counts[numbering] += 1;
    return numbering === 'annex' ? annexLetter(counts.annex - 1, this.#lang) : `${prefix}${counts.auto}`;
  }

  #captioned(element: Element, kind: Counted, lang: Lang): void {
    const caption = childOf(element, 'caption');
    const title = caption !== null && this.#titleOf({ title: caption, lang }).length > 0 ? caption : null;
    const number = this.#isCounted(element, title !== null)
      ? countedLabel(kind, ++this.#counts[kind], this.#lang)
      : null;
    this.#add({ element, level: 1, title, lang, id: idOf(element), number, label: number });
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

  #titleOf({ title, lang }: Pick<Item, 'title' | 'lang'>): readonly TitlePiece[] {
    return title === null ? [] : piecesOf(title, lang, (ref) => this.#numberBelow(ref));
  }

  /** References in titles say numbers alone: titles that quote one another would never end. */
  #numberBelow(ref: Element): string {
    const item = this.#byId.get(given(ref, 'to')?.value ?? '');
    return item?.label ?? '';
  }
}
