/** pdfmake's PDFDocument with our own tagging, metadata, bookmarks, links and names. */
import type { Page, Reference } from 'pdfmake/js/PDFDocument.js';
import type { PageArea, SourceFile } from '../../targets.ts';
import type { StructureTree } from '../tag/structure.ts';
import type { LinkTarget } from '../text/inlines.ts';
import { gather } from './gather.ts';
import { around, type LinkArea, type LinkRectangle, pageLinks } from './links.ts';
import { PackedPdf } from './packed.ts';
import { deflated, screenProfile } from './profile.ts';
import { type Facts, xmp } from './xmp.ts';

/** An entry of the bookmarks. */
export interface Bookmark {
  readonly title: string;
  readonly id: string;
  readonly children: Bookmark[];
}

export interface DestinationPage {
  readonly page: Page;
  readonly top: number;
  /** For what stands beside something else: at the same height the place is not told by that alone. */
  readonly left?: number | undefined;
}
export type DestinationPages = ReadonlyMap<string, DestinationPage>;

export class TaggedPdf extends PackedPdf {
  readonly #tree: StructureTree;
  readonly #facts: Facts;
  #bookmarks: readonly Bookmark[] = [];
  #destinations: DestinationPages = new Map();
  readonly #source: SourceFile | null;
  readonly #annotations: Reference[] = [];

  constructor(tree: StructureTree, facts: Facts, source: SourceFile | null) {
    const { metadata, lang, created, producer } = facts;
    const info = {
      Title: metadata.title,
      Subject: metadata.description,
      Author: metadata.author,
      Keywords: metadata.keywords.join(', '),
      Creator: 'Etrati',
      Producer: producer,
      CreationDate: created,
      ModDate: created,
    };
    super(
      {},
      {},
      {},
      {},
      { pdfVersion: '1.7', autoFirstPage: false, font: null, compress: true, displayTitle: true, lang, info },
      null,
    );
    // PDF/A-4 keeps these facts in XMP alone (ISO 19005-4, 6.1.3). pdfkit has made the file's ID of them before, else of its clock.
    if (facts.standard === 'ua-2') this.info = {};
    this.#tree = tree;
    this.#facts = facts;
    this.#source = source;
  }

  /** The version that the first line tells. */
  protected get header(): string {
    return this.#version;
  }

  get #version(): '1.7' | '2.0' {
    return this.#facts.standard === 'ua-2' ? '2.0' : '1.7';
  }

  /** PDF/A-4 has none (ISO 19005-4, 6.1.3). */
  protected override get hasInfo(): boolean {
    return this.#version !== '2.0';
  }

  /** How far the sheet reaches beyond the page on each side, in points. */
  get around(): number {
    return 0;
  }

  /** How far of that the page is drawn on, in points. */
  get bleed(): number {
    return 0;
  }

  /** Whether colours of pictures are painted as they are; else in inks, which belong to the file and its pages. */
  get paintsAlike(): boolean {
    return true;
  }

  /** Opens a page of this size, in points. */
  openPage(width: number, height: number): void {
    this.addPage({ size: [width, height], margin: 0 });
    gather(this.page.content);
  }

  /** An area in points from the page's top left (left, top, right, bottom) in the file's own axes. */
  rectangle([left, top, right, bottom]: LinkRectangle, page: Page): PageArea {
    const [x, y] = [this.around, page.height - this.around];
    return [x + left, y - bottom, x + right, y - top];
  }

  /**
   * Opens the annotations of the current page. The page is written before its links are: a link may lead to a page that is
   * still to come, so its list is an object of its own.
   */
  openAnnotations(): Reference[] {
    const list: Reference[] = [];
    const ref = this.ref(list);
    this.page.dictionary.data.Annots = ref;
    this.#annotations.push(ref);
    return list;
  }

  /** Writes the link annotations (ISO 14289-1, 7.18): each in the structure, each with its words in Contents. */
  addLinks(links: readonly LinkArea[], destinations: DestinationPages): void {
    for (const { target, element, page, annotations, lines } of pageLinks(links)) {
      const annotation = this.ref({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: this.rectangle(around(lines), page),
        ...(lines.length > 1 ? { QuadPoints: lines.flatMap((line) => this.#quad(line, page)) } : {}),
        Border: [0, 0, 0],
        F: 4,
        Contents: new String(target.contents),
      });
      annotation.data.StructParent = this.#tree.annotate(element, page.dictionary, annotation);
      annotation.data.A = this.#action(target, destinations);
      annotations.push(annotation);
      annotation.end();
    }
    for (const ref of this.#annotations) ref.end();
  }

  /** Counterclockwise from the lower left (ISO 32000-2, table 176). */
  #quad(area: LinkRectangle, page: Page): number[] {
    const [left = 0, bottom = 0, right = 0, top = 0] = this.rectangle(area, page);
    return [left, bottom, right, bottom, right, top, left, top];
  }

  #action(target: LinkTarget, destinations: DestinationPages): object {
    switch (target.type) {
      case 'uri':
        return { S: 'URI', URI: new String(target.uri) };
      case 'file': {
        const file = { Type: 'Filespec', F: new String(target.file), UF: new String(target.file) };
        return { S: 'GoToR', F: file, D: [0, 'Fit'] };
      }
      case 'place':
      case 'note':
        return this.#goTo(destinations, target.id);
      default:
        return target satisfies never;
    }
  }

  /** Goes to a place on a page, and in PDF 2.0 to its element too (ISO 32000-2, 12.6.4.2; ISO 14289-2, 8.8). */
  #goTo(destinations: DestinationPages, id: string): { S: string; D: unknown[]; SD?: unknown[] } {
    const place = this.#destination(destinations, id);
    const element = this.#tree.targets.get(id);
    if (this.#version === '1.7' || element === undefined) return { S: 'GoTo', D: place };
    return { S: 'GoTo', D: place, SD: [this.#tree.refOf(element, this), ...place.slice(1)] };
  }

  #destination(destinations: DestinationPages, id: string): unknown[] {
    const found = destinations.get(id);
    if (found === undefined) throw new Error(`no destination "${id}"`);
    const top = found.page.height - this.around;
    const left = found.left === undefined ? null : this.around + found.left;
    return [found.page.dictionary, 'XYZ', left, Math.min(top, top - found.top + 12), null];
  }

  setOutline(bookmarks: readonly Bookmark[], destinations: DestinationPages): void {
    this.#bookmarks = bookmarks;
    this.#destinations = destinations;
  }

  /** The bookmarks (12.3.3), all levels open. */
  override endOutline(): void {
    const root = this.outline.dictionary;
    Object.assign(root.data, { Type: 'Outlines', Count: this.#writeBookmarks(this.#bookmarks, root) });
    root.end();
    this._root.data.Outlines = root;
    this._root.data.PageMode = 'UseOutlines';
  }

  /** What a bookmark has of an action that goes to a place. */
  protected leadTo(action: { readonly D: unknown[] }): object {
    return { A: action };
  }

  #writeBookmarks(bookmarks: readonly Bookmark[], parent: Reference): number {
    const refs = bookmarks.map(() => this.ref({ Parent: parent }));
    let count = 0;
    bookmarks.forEach(({ title, id, children }, index) => {
      const ref = refs[index];
      if (ref === undefined) return;
      Object.assign(ref.data, { Title: new String(title), ...this.leadTo(this.#goTo(this.#destinations, id)) });
      if (refs[index - 1] !== undefined) ref.data.Prev = refs[index - 1];
      if (refs[index + 1] !== undefined) ref.data.Next = refs[index + 1];
      const inner = children.length > 0 ? this.#writeBookmarks(children, ref) : 0;
      if (inner > 0) ref.data.Count = inner;
      ref.end();
      count += 1 + inner;
    });
    Object.assign(parent.data, { First: refs[0], Last: refs.at(-1) });
    return count;
  }

  override endMarkings(): void {
    const root = this.#tree.write(this, this.#version);
    Object.assign(this._root.data, { StructTreeRoot: root, MarkInfo: { Marked: true } });
    this.#names();
    if (this.#source !== null) this.#attach(this.#source);
  }

  /** Carries the source inside the file as its associated file (ISO 32000-2, 14.13). */
  #attach({ name, bytes, description }: SourceFile): void {
    const stream = this.ref({
      Type: 'EmbeddedFile',
      Subtype: 'application#2Fjson',
      Params: { Size: bytes.length, ModDate: this.#facts.created },
    });
    stream.end(bytes);
    const file = this.ref({
      Type: 'Filespec',
      F: new String(name),
      UF: new String(name),
      Desc: new String(description),
      AFRelationship: 'Source',
      EF: { F: stream, UF: stream },
    });
    file.end();
    this._root.data.AF = [file];
    (this._root.data.Names as Reference).data.EmbeddedFiles = { Names: [new String(name), file] };
  }

  /** Names for places, so that `file.pdf#about` opens at a section; sorted by bytes as 7.9.6 wants. */
  #names(): void {
    const names = [...this.#destinations.keys()].sort((a, b) => (a < b ? -1 : 1));
    const entries = names.flatMap((name) => {
      const { S, ...destinations } = this.#goTo(this.#destinations, name);
      return [new String(name), this.#version === '1.7' ? destinations.D : destinations];
    });
    (this._root.data.Names as Reference).data.Dests = { Names: entries };
  }

  /** What the metadata say; by then all pages are written. */
  protected describe(facts: Facts): Facts {
    return facts;
  }

  override endMetadata(): void {
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    metadata.compress = false;
    metadata.write(Buffer.from(xmp(this.describe(this.#facts)), 'utf8'));
    metadata.end();
    Object.assign(this._root.data, { Metadata: metadata, OutputIntents: this.outputIntents() });
  }

  /** What the colours of the file mean (14.11.5). */
  protected outputIntents(): Reference[] {
    // With a filter of its own it is written as it is.
    const icc = this.ref({ N: 3, Length: 0, Filter: 'FlateDecode' });
    icc.end(deflated(screenProfile()));
    const intent = this.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: new String('sRGB IEC61966-2.1'),
      Info: new String('sRGB IEC61966-2.1'),
      DestOutputProfile: icc,
    });
    intent.end();
    return [intent];
  }

  /** Ends the file and gives its bytes. */
  async finish(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      this.on('data', (chunk) => chunks.push(chunk));
      this.on('end', resolve);
      this.on('error', reject);
    });
    this.end();
    await ended;
    const bytes = Buffer.concat(chunks);
    // pdfkit knows no version above 1.7; the header is the one place that tells it.
    bytes.write(`%PDF-${this.header}`, 'latin1');
    return bytes;
  }
}
