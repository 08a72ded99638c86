/** A way through the structure tree of a PDF: what each element and each piece of its text is. */
import {
  PDFDict,
  type PDFDocument,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { guardDepth } from '../../finished/depth.ts';
import {
  dictionaryAt,
  dictionaryOf,
  lookup,
  membersAt,
  nameAt,
  numberAt,
  refAt,
  stringAt,
} from '../../finished/pdf/objects.ts';
import type { TablePart } from '../outline.ts';
import { textOfPart, type UnsettledNode } from '../settle.ts';
import { UnreadCount } from '../unread.ts';
import { type Marked, MarkedContentReader } from './content.ts';
import type { PdfContext } from './context.ts';
import { Destinations, type Landmark } from './destinations.ts';
import { Elements } from './elements.ts';
import { areNumbers, mayCall, numbersIn, signOf, unlabelled, withCalls, withNumbers } from './labels.ts';
import { type LineEnds, LineJoiner, type Position } from './lines.ts';
import { roleOf, type TagRole } from './roles.ts';

/** The parts of a table by their types; a table within a table begins anew. */
const parts: Readonly<Record<string, TablePart>> = { Table: 'body', THead: 'head', TBody: 'body', TFoot: 'foot' };

const leaves: ReadonlySet<TagRole> = new Set([
  ...(['heading', 'paragraph', 'caption', 'entry', 'link', 'reference', 'inline', 'cell', 'header'] as const),
]);

export class Walk {
  readonly unread = new UnreadCount();
  readonly destinations: Destinations;
  readonly landmarks: Landmark[] = [];
  /** The page of each piece of text, from 0. */
  readonly pageOf = new Map<UnsettledNode, number>();
  readonly #elements: Elements;
  readonly #pages: ReadonlyMap<PDFRef, PDFPage>;
  readonly #order: ReadonlyMap<object, number>;
  readonly #content: MarkedContentReader;
  readonly #read = new Map<PDFPage | PDFRawStream, Marked>();
  readonly #seen = new Set<PDFDict>();
  /** Links that may call a note, and the signs that notes have in their texts. */
  readonly #calls = new Set<UnsettledNode>();
  readonly #signs = new Set<string>();
  readonly lineEnds: LineEnds = { spoken: 0, unspoken: 0 };
  /** How many levels a Title adds: what it entitles begins with H1 (ISO 32000-2, 14.8.4.3). */
  #titled = 0;
  #lines = new LineJoiner(this.lineEnds);
  #firstPosition: Position | null = null;
  /** Of a figure that nothing stands after yet: a link to it leads there, not to its caption. */
  #figurePosition: Landmark['position'] | null = null;

  constructor(document: PDFDocument, root: PDFDict) {
    this.destinations = new Destinations(document);
    this.#elements = new Elements(root);
    this.#content = new MarkedContentReader(document.catalog);
    this.#pages = new Map(document.getPages().map((page) => [page.ref, page]));
    this.#order = new Map(document.getPages().map((page, index) => [page, index]));
  }

  /** Texts that a layer hides. */
  get hidden(): number {
    return this.#content.hidden;
  }

  /** All that an element holds, when all of it is known. */
  whole(element: PDFDict, context: PdfContext): UnsettledNode[] {
    return withCalls(this.kids(element, context), this.#calls, this.#signs);
  }

  kids(element: PDFDict, context: PdfContext): UnsettledNode[] {
    const kids = membersAt(element, 'K').map((member) => element.context.lookup(member));
    return kids.flatMap((kid, index) => {
      const parts = this.#kid(kid, context);
      if (!this.#elements.isMark(kid, kids[index + 1])) return parts;
      const [part] = parts;
      if (part === undefined) return parts;
      return [part.role === 'reference' ? { ...part, certain: true } : { role: 'reference', certain: true, parts }];
    });
  }

  #kid(kid: PDFObject | undefined, context: PdfContext): UnsettledNode[] {
    if (kid instanceof PDFNumber) return this.#marked(context.page, kid.asNumber(), null, context);
    if (!(kid instanceof PDFDict)) return [];
    switch (nameAt(kid, 'Type')) {
      case 'MCR':
        return this.#marked(
          refAt(kid, 'Pg') ?? context.page,
          numberAt(kid, 'MCID') ?? -1,
          lookup(kid, 'Stm') ?? null,
          context,
        );
      case 'OBJR':
        return [];
      default:
        return this.#element(kid, context);
    }
  }

  /** An element that is met twice is a fault of the file; it is read where it is met first. */
  #element(element: PDFDict, outer: PdfContext): UnsettledNode[] {
    if (this.#seen.has(element)) return [];
    this.#seen.add(element);
    guardDepth(outer.depth);
    const type = this.#elements.typeOf(element);
    const found = roleOf(type, outer.parent);
    const role = found === 'list' && this.#elements.hasTerms(element) ? 'terms' : found;
    const context: PdfContext = {
      lang: stringAt(element, 'Lang') ?? outer.lang,
      target: role === 'link' ? this.#target(element) : outer.target,
      page: refAt(element, 'Pg') ?? outer.page,
      parent: role === 'inline' || role === 'reference' ? outer.parent : role,
      part: parts[type] ?? outer.part,
      sections: outer.sections + (type === 'Sect' ? 1 : 0),
      entries: outer.entries + (role === 'contents' ? 1 : 0),
      depth: outer.depth + 1,
    };
    const read = () => this.#inside(element, context, leaves.has(role));
    const inside = () => this.#apart(read);
    switch (role) {
      case 'heading':
        return [this.#heading(type, inside, context)];
      case 'figure':
        return this.#figure(element, context);
      case 'caption':
        return [this.#caption(inside)];
      case 'list':
        return [this.#list(element, context, inside())];
      case 'term':
        return [{ role: 'item', parts: inside() }];
      case 'row':
        return [{ role, part: context.part, parts: inside() }];
      case 'note':
        return [this.#note(element, context, inside())];
      case 'header':
      case 'cell':
        return [{ role: 'cell', ...this.#elements.cellOf(element), parts: inside() }];
      case 'aside':
        return [{ role, label: stringAt(element, 'T'), parts: inside() }];
      case 'none':
        return [];
      case 'reference':
        return context.entries > 0 ? read() : [{ role, certain: false, parts: read() }];
      case 'contents':
        return context.entries > 1 ? inside() : [{ role, pages: true, parts: inside() }];
      case 'entry':
        return this.#entry(inside(), context.entries);
      case 'formula':
        return this.#formula(element, context);
      case 'link':
        return this.#link(read(), context);
      case 'inline':
        return read();
      default:
        return [{ role, parts: inside() }];
    }
  }

  /** What an element contains, or the text that stands for it; readers say Alt instead of the words of a leaf. */
  #inside(element: PDFDict, context: PdfContext, isLeaf: boolean): UnsettledNode[] {
    const actual = stringAt(element, 'ActualText') ?? (isLeaf ? stringAt(element, 'Alt') : null);
    if (actual === null) return this.kids(element, context);
    return [{ role: 'text', text: actual, lang: context.lang, target: context.target }];
  }

  /** Entries of contents within an entry come after it. */
  #entry(parts: readonly UnsettledNode[], level: number): UnsettledNode[] {
    const own = parts.filter(({ role }) => role !== 'entry');
    return [{ role: 'entry', level, parts: own }, ...parts.filter(({ role }) => role === 'entry')];
  }

  /** A formula is said by its alternative text; without one nothing of it is. */
  #formula(element: PDFDict, context: PdfContext): UnsettledNode[] {
    const alt = stringAt(element, 'Alt') ?? stringAt(element, 'ActualText');
    if (alt === null) this.unread.add('formula');
    return alt === null ? [] : [{ role: 'figure', alt, lang: context.lang, target: context.target }];
  }

  /** A block has lines of its own; the text around it goes on where it was. */
  #apart(inside: () => UnsettledNode[]): UnsettledNode[] {
    const lines = this.#lines;
    this.#lines = new LineJoiner(this.lineEnds);
    const parts = inside();
    this.#lines = lines;
    return parts;
  }

  #list(list: PDFDict, context: PdfContext, parts: UnsettledNode[]): UnsettledNode {
    const ordered = this.#elements.isOrdered(list);
    const labels = this.#elements.labelsOf(list);
    if (labels.length === 0) {
      const { parts: rest, numbered } = unlabelled(parts);
      return { role: 'list', ordered: ordered || numbered, parts: rest };
    }
    const texts = labels.map((label) => this.#textOf(label, context));
    const isOrdered = this.#elements.statesOrder(list) ? ordered : areNumbers(texts);
    return { role: 'list', ordered: isOrdered, parts: withNumbers(parts, isOrdered ? numbersIn(texts) : null) };
  }

  #note(note: PDFDict, context: PdfContext, parts: UnsettledNode[]): UnsettledNode {
    const label = this.#labelOf(note, context);
    const found = label === null ? signOf(parts) : null;
    if (found === null) return { role: 'note', label, parts };
    this.#signs.add(found.sign);
    return { role: 'note', label: found.sign, parts: found.parts };
  }

  /** Some write the call of a note as a link to it and no more. */
  #link(parts: UnsettledNode[], { target, entries }: PdfContext): UnsettledNode[] {
    if (entries > 0 || target?.startsWith('#') !== true || !mayCall(parts.map(textOfPart).join(''))) return parts;
    const call: UnsettledNode = { role: 'reference', certain: false, parts };
    this.#calls.add(call);
    return [call];
  }

  #heading(type: string, inside: () => UnsettledNode[], context: PdfContext): UnsettledNode {
    if (type === 'Title') this.#titled = 1;
    const own = type === 'H' ? Math.max(1, context.sections) : Number(type.slice(1));
    const level = type === 'Title' ? 1 : own + this.#titled;
    return { role: 'heading', level, ...this.#landmark(inside) };
  }

  #caption(inside: () => UnsettledNode[]): UnsettledNode {
    const figure = this.#figurePosition;
    const { anchors, parts } = this.#landmark(inside);
    if (figure !== null) this.landmarks.push({ anchors, position: figure });
    return { role: 'caption', anchors, parts };
  }

  #landmark(inside: () => UnsettledNode[]): { readonly anchors: Set<string>; readonly parts: UnsettledNode[] } {
    this.#firstPosition = null;
    const anchors = new Set<string>();
    const parts = inside();
    if (this.#firstPosition !== null) this.landmarks.push({ anchors, position: this.#firstPosition });
    return { anchors, parts };
  }

  #labelOf(note: PDFDict, context: PdfContext): string | null {
    const [label] = this.#elements.kidsOf(note, 'Lbl');
    return label === undefined ? null : this.#textOf(label, context);
  }

  #textOf(element: PDFDict, context: PdfContext): string {
    return this.#apart(() => this.kids(element, context))
      .map(textOfPart)
      .join('');
  }

  /** A figure and its caption. A figure without words around other figures is but a group. */
  #figure(element: PDFDict, context: PdfContext): UnsettledNode[] {
    const alt = stringAt(element, 'Alt') ?? stringAt(element, 'ActualText');
    if (alt === null && this.#elements.kidsOf(element, 'Figure', 'Formula').length > 0) {
      return [{ role: 'group', parts: this.kids(element, context) }];
    }
    const page = context.page === null ? undefined : this.#pages.get(context.page);
    const corner = this.#elements.cornerOf(element);
    this.#figurePosition = page && corner ? { page: page.node, x: corner[0], y: corner[1] } : null;
    const captions = this.#elements.kidsOf(element, 'Caption').flatMap((kid) => this.#kid(kid, context));
    return [{ role: 'figure', alt, lang: context.lang, target: context.target }, ...captions];
  }

  /** Where the annotations lead that a Link element refers to; one link over two lines has two of them. */
  #target(element: PDFDict): string | null {
    for (const member of membersAt(element, 'K')) {
      const kid = dictionaryOf(element.context.lookup(member));
      const annotation = kid && nameAt(kid, 'Type') === 'OBJR' ? dictionaryAt(kid, 'Obj') : null;
      const target = annotation && this.destinations.targetOf(annotation);
      if (target != null) return target;
    }
    return null;
  }

  #marked(page: PDFRef | null, mcid: number, form: PDFObject | null, context: PdfContext): UnsettledNode[] {
    const owner = form instanceof PDFRawStream ? form : page && this.#pages.get(page);
    if (owner == null) return [];
    const marked =
      this.#read.get(owner) ?? (owner instanceof PDFRawStream ? this.#content.form(owner) : this.#content.page(owner));
    this.#read.set(owner, marked);
    return (marked.get(mcid) ?? []).map((chunk) => {
      this.#firstPosition ??= chunk.first;
      this.#figurePosition = null;
      const text = this.#lines.add(chunk);
      const part: UnsettledNode = { role: 'text', text, lang: chunk.lang ?? context.lang, target: context.target };
      const order = this.#order.get(owner);
      if (order !== undefined) this.pageOf.set(part, order);
      return part;
    });
  }
}
