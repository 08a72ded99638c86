/**
 * The structure tree, built from the Document before layout (ISO 32000-1, 14.7). Content that is laid out later carries a
 * slot, a place among an element's kids; the renderer notes in the slot what it painted. So a paragraph over two pages is one
 * element, and the order of the tree never depends on the order of painting.
 */
import type { Reference } from 'pdfmake/js/PDFDocument.js';

/** Standard structure types of PDF 1.7 (14.8.4) that we use, and those of PDF 2.0 that are role-mapped to them. */
const types = [
  ...['Document', 'Sect', 'Aside', 'BlockQuote', 'Title', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'P'],
  ...['L', 'LI', 'Lbl', 'LBody', 'TOC', 'TOCI'],
  ...['Table', 'Caption', 'THead', 'TBody', 'TFoot', 'TR', 'TH', 'TD', 'Figure'],
  ...['Span', 'Strong', 'Em', 'Link', 'Reference', 'Note'],
] as const;
export type StructureType = (typeof types)[number];

const roleMap: Partial<Record<StructureType, StructureType>> = {
  ...{ Aside: 'Sect', Strong: 'Span', Em: 'Span' },
  // The title is no heading: chapters are H1, as PDF 2.0 has them (docs/headings.md).
  Title: 'P',
};

/** The namespaces of PDF 2.0's own types and of those that it leaves to PDF 1.7 (ISO 32000-2, 14.8.6). */
const namespaces = { own: 'http://iso.org/pdf2/ssn', earlier: 'http://iso.org/pdf/ssn' } as const;
const earlier: ReadonlySet<StructureType> = new Set(['BlockQuote', 'TOC', 'TOCI', 'Reference']);

interface Mark {
  readonly page: Reference;
  readonly mcid: number;
}

export class Slot {
  readonly element: StructureElement;
  readonly marks: Mark[] = [];
  /** The words that it is for, for those who look for what is missing; none for a picture. */
  words = '';
  constructor(element: StructureElement) {
    this.element = element;
  }
}

export interface ElementProperties {
  readonly lang?: string | undefined;
  readonly alt?: string | undefined;
  readonly title?: string | undefined;
  /** What a short form stands for. */
  readonly expansion?: string | undefined;
  /** What is said in place of what is drawn (14.9.4). */
  readonly actual?: string | undefined;
  /** A name in the file, for notes and for header cells. */
  readonly id?: string | undefined;
  /** Attribute objects (14.8.5), each with its owner under `O`. */
  readonly attributes?: readonly object[];
}

export class StructureElement {
  readonly type: StructureType;
  readonly properties: ElementProperties;
  readonly kids: (StructureElement | Slot)[] = [];
  /** Notes that are read after this element, as its parent's next children. */
  readonly notes: StructureElement[] = [];
  /** Link annotations that belong to this element (14.7.4.3), after its words. */
  readonly objects: { readonly page: Reference; readonly object: Reference }[] = [];
  readonly #tree: StructureTree;
  readonly parent: StructureElement | null;
  /** Attributes that only layout knows, such as BBox. */
  readonly late: object[] = [];
  /** Elements that this one refers to (ISO 32000-2, 14.7.2, Ref). */
  readonly refersTo: StructureElement[] = [];

  constructor(
    tree: StructureTree,
    type: StructureType,
    properties: ElementProperties,
    parent: StructureElement | null = null,
  ) {
    this.#tree = tree;
    this.parent = parent;
    this.type = type === 'Link' && !tree.linked ? 'Span' : type;
    this.properties = properties;
  }

  /** Appends a child element. */
  add(type: StructureType, properties: ElementProperties = {}): StructureElement {
    const child = new StructureElement(this.#tree, type, properties, this);
    this.kids.push(child);
    return child;
  }

  /** Appends a note to those that are read after this element. */
  addNote(properties: ElementProperties): StructureElement {
    const note = new StructureElement(this.#tree, 'Note', properties, this.parent);
    this.notes.push(note);
    return note;
  }

  /** The Link that this element is, or stands in: other marks may stand between a link and its words. */
  get link(): StructureElement | null {
    return this.type === 'Link' ? this : (this.parent?.link ?? null);
  }

  /** Appends a place for content, for words that are all known or that are yet to come. */
  slot(words = ''): Slot {
    const slot = new Slot(this);
    slot.words = words;
    this.kids.push(slot);
    this.#tree.slots.push(slot);
    return slot;
  }
}

interface Host {
  ref(data?: object): Reference;
}

/** Kids of one number tree node; long trees are cut so that a reader need not load them whole. */
const chunk = 256;

export class StructureTree {
  /** Whether links lead anywhere; on paper they are their words alone. */
  readonly linked: boolean;
  readonly slots: Slot[] = [];
  readonly root: StructureElement;
  /** Elements that links and bookmarks lead to, by name. */
  readonly targets = new Map<string, StructureElement>();
  /** Entries of the parent tree (14.7.4.4) by key: a page's slots by MCID, or the Link of an annotation. */
  readonly #parents: (Slot[] | StructureElement)[] = [];
  readonly #refs = new Map<StructureElement, Reference>();
  readonly #ids: [string, Reference][] = [];
  #headers = 0;

  constructor(linked = true) {
    this.linked = linked;
    this.root = new StructureElement(this, 'Document', {});
  }

  /** A name for a header cell that other cells refer to. */
  nameHeader(): string {
    this.#headers += 1;
    return `header-${this.#headers}`;
  }

  /** Opens the entry of a page; returns its StructParents key. */
  addPage(): number {
    return this.#parents.push([]) - 1;
  }

  /** Notes that a slot paints on a page; returns the MCID. */
  mark(slot: Slot, page: Reference, key: number): number {
    const entry = this.#parents[key];
    if (!Array.isArray(entry)) throw new Error('no such page in the parent tree');
    const mcid = entry.push(slot) - 1;
    slot.marks.push({ page, mcid });
    return mcid;
  }

  /** Notes an annotation of a Link; returns its StructParent key. */
  annotate(link: StructureElement, page: Reference, object: Reference): number {
    link.objects.push({ page, object });
    return this.#parents.push(link) - 1;
  }

  /** What of the content was never painted, in words; null if all was. */
  lostWords(): string | null {
    const [first, ...others] = this.lost();
    if (first === undefined) return null;
    const words = first.words || first.element.properties.alt;
    const count = others.length === 0 ? 'one part,' : `${others.length + 1} parts, first`;
    return `${count} ${words ? `“${words.slice(0, 80)}” ` : ''}in a ${first.element.type}`;
  }

  /** Slots that nothing was painted for: content that layout lost. */
  lost(): Slot[] {
    return this.slots.filter((slot) => slot.marks.length === 0);
  }

  /** The reference of an element, for those who point at it before it is written. */
  refOf(element: StructureElement, host: Host): Reference {
    const ref = this.#refs.get(element) ?? host.ref({ Type: 'StructElem' });
    this.#refs.set(element, ref);
    return ref;
  }

  /** Writes all elements, for PDF 2.0 in its own namespace; returns the StructTreeRoot's reference, ended. */
  write(host: Host, version: '1.7' | '2.0'): Reference {
    const root = host.ref({ Type: 'StructTreeRoot' });
    const namespace = (name: string): Reference => {
      const ref = host.ref({ Type: 'Namespace', NS: new String(name) });
      ref.end();
      return ref;
    };
    const spaces =
      version === '2.0' ? { own: namespace(namespaces.own), earlier: namespace(namespaces.earlier) } : null;
    const top = this.#writeElement(this.root, root, { host, spaces });
    const refOf = (element: StructureElement): Reference => this.refOf(element, host);
    const entries = this.#parents.map((entry) =>
      Array.isArray(entry) ? entry.map((slot) => refOf(slot.element)) : refOf(entry),
    );
    Object.assign(root.data, {
      K: [top],
      ...(spaces === null ? { RoleMap: roleMap } : { Namespaces: [spaces.own, spaces.earlier] }),
      ...this.#idTree(host),
      ParentTree: numberTree(host, entries),
      ParentTreeNextKey: entries.length,
    });
    root.end();
    return root;
  }

  #writeElement(element: StructureElement, parent: Reference, output: Output): Reference {
    const { lang, alt, title, expansion, actual, id, attributes = [] } = element.properties;
    const { host, spaces } = output;
    const ref = this.refOf(element, host);
    // A note is FENote in PDF 2.0, which knows no Note.
    const note = element.type === 'Note' && spaces !== null;
    const own = spaces === null ? attributes.map(earlierAttributes) : attributes;
    const all = [...own, ...element.late, ...(note ? [{ O: 'FENote', NoteType: 'Footnote' }] : [])];
    const page = firstPage(element);
    const { data } = ref;
    data.S = note ? 'FENote' : element.type;
    data.P = parent;
    if (spaces !== null) data.NS = earlier.has(element.type) ? spaces.earlier : spaces.own;
    if (page !== null) data.Pg = page;
    if (id !== undefined) data.ID = new String(id);
    if (lang !== undefined) data.Lang = new String(lang);
    if (alt !== undefined) data.Alt = new String(alt);
    if (title !== undefined) data.T = new String(title);
    if (actual !== undefined) data.ActualText = new String(actual);
    if (expansion !== undefined) data.E = new String(expansion);
    if (all.length > 0) data.A = all.length === 1 ? all[0] : all;
    if (spaces !== null && element.refersTo.length > 0) data.Ref = element.refersTo.map((to) => this.refOf(to, host));
    if (id !== undefined) this.#ids.push([id, ref]);
    const kids: unknown[] = [];
    for (const kid of element.kids) {
      if (kid instanceof Slot) addMarks(kid, page, kids);
      else for (const each of [kid, ...kid.notes]) kids.push(this.#writeElement(each, ref, output));
    }
    for (const { page, object } of element.objects) kids.push({ Type: 'OBJR', Pg: page, Obj: object });
    data.K = kids;
    ref.end();
    return ref;
  }

  /** Elements by name, in the order of their bytes (14.7.2). */
  #idTree(host: Host): object {
    if (this.#ids.length === 0) return {};
    const sorted = this.#ids.sort(([a], [b]) => (a < b ? -1 : 1));
    const tree = host.ref({ Names: sorted.flatMap(([id, ref]) => [new String(id), ref]) });
    tree.end();
    return { IDTree: tree };
  }
}

/** Kinds of lists that PDF 1.7 has no name for (ISO 32000-2, table 382): terms, and bullets of no named kind. */
const earlierNumbering: Readonly<Record<string, string>> = { Description: 'None', Unordered: 'Disc' };

function earlierAttributes(attributes: object): object {
  const earlier = 'ListNumbering' in attributes ? earlierNumbering[String(attributes.ListNumbering)] : undefined;
  return earlier === undefined ? attributes : { ...attributes, ListNumbering: earlier };
}

interface Output {
  readonly host: Host;
  readonly spaces: { readonly own: Reference; readonly earlier: Reference } | null;
}

function firstPage(element: StructureElement): Reference | null {
  for (const kid of element.kids) {
    if (kid instanceof Slot && kid.marks[0] !== undefined) return kid.marks[0].page;
  }
  return null;
}

function addMarks(slot: Slot, page: Reference | null, kids: unknown[]): void {
  for (const mark of slot.marks)
    kids.push(mark.page === page ? mark.mcid : { Type: 'MCR', Pg: mark.page, MCID: mark.mcid });
}

/** A number tree (ISO 32000-1, 7.9.7) over the keys 0, 1, 2 … */
function numberTree(host: Host, entries: readonly unknown[]): Reference {
  const leaves: Reference[] = [];
  for (let first = 0; first < entries.length; first += chunk) {
    const part = entries.slice(first, first + chunk);
    const leaf = host.ref({
      Limits: [first, first + part.length - 1],
      Nums: part.flatMap((entry, index) => [first + index, entry]),
    });
    leaf.end();
    leaves.push(leaf);
  }
  const tree = host.ref(leaves.length === 0 ? { Nums: [] } : { Kids: leaves });
  tree.end();
  return tree;
}
