/** What the parts of one document share while it is written: numbers, lists and styles in use, pictures made ready. */
import type { ImageRun, Paragraph } from 'docx';
import type { Chart, Document, Note } from '../../model/document.ts';
import type { Picture } from '../../model/picture.ts';
import { descend } from '../../model/walk.ts';
import type { Theme } from '../../theme/theme.ts';
import type { Job } from '../targets.ts';
import { Anchors } from './anchors.ts';
import type { GroundStyle } from './grounds.ts';
import { HeadingNumbers } from './headings.ts';
import { type ListKind, offered, referenceOf } from './lists.ts';
import { DrawingRun, type RenderedArt } from './pictures.ts';
import { Places } from './places.ts';
import { groundedId, indentsOf } from './styles.ts';
import { compactId } from './table-styles.ts';
import { twips } from './units.ts';

/** One list of the document: Word's numbering restarts with each. */
export interface ListInstance {
  readonly kind: ListKind;
  readonly instance: number;
}

/** A chart, or the name of a drawing: what it is drawn for once in a document. */
export type Subject = Chart | string;

export class Story {
  readonly document: Document;
  readonly job: Job;
  readonly theme: Theme;
  readonly headings = new HeadingNumbers();
  readonly places: Places;
  readonly anchors: Anchors;
  /** Whether any section has a number. */
  readonly numbered: boolean;
  /** The footnotes, by Word's ids for them. */
  readonly notes = new Map<number, Paragraph>();
  /** What keeps the mark of a note apart from a number or a mark that it stands behind. */
  readonly beforeMarks = new WeakMap<Note, string>();
  /** How many captions there are of each label, as Word's fields count them. */
  readonly sequences = new Map<string, number>();
  /** Whether a table is set in smaller type. */
  compacts = false;
  /** PNG copies of SVG pictures, for programs that don't draw SVG. */
  readonly #fallbacks: ReadonlyMap<Picture, Uint8Array>;
  readonly #drawings = new Map<Subject, { readonly draw: () => Promise<RenderedArt>; readonly runs: DrawingRun[] }>();
  readonly #indents: ReadonlyMap<string, number>;
  readonly #grounded = new Map<string, { readonly id: string; readonly ground: GroundStyle }>();
  readonly #lists: Map<string, ListKind>;
  #number = 0;
  #instances = 0;

  constructor(document: Document, job: Job, fallbacks: ReadonlyMap<Picture, Uint8Array>) {
    this.document = document;
    this.job = job;
    this.theme = job.theme;
    this.#fallbacks = fallbacks;
    this.places = new Places(document);
    this.anchors = new Anchors(document, job.data);
    this.#indents = indentsOf(job.theme);
    this.#lists = new Map(offered(job.theme).map((kind) => [referenceOf(kind, job.theme), kind]));
    this.numbered = descend(document.body).some((node) => node.type === 'section' && node.number !== null);
  }

  /** A number that nothing else in this document has: for drawings, bookmarks and links. */
  next(): number {
    this.#number += 1;
    return this.#number;
  }

  /** The id of a style on a ground, which is noted as in use. In a column only what stands in by the rail is another style. */
  style(id: string, ground: GroundStyle | null): string {
    const indent = this.#indents.get(id) ?? 0;
    const narrow = this.theme.looks.page.word.textRight > 0;
    if (ground === 'column' && !narrow && (indent === 0 || indent < twips(this.theme.page.rail))) return id;
    const grounded = groundedId(id, ground);
    if (ground !== null) this.#grounded.set(grounded, { id, ground });
    return grounded;
  }

  /** The style of a cell's paragraph in smaller type, which is noted as in use. */
  compact(id: string): string {
    this.compacts = true;
    return compactId(id);
  }

  /** A new list of a kind. */
  list(kind: ListKind): ListInstance {
    this.#lists.set(referenceOf(kind, this.theme), kind);
    this.#instances += 1;
    return { kind, instance: this.#instances };
  }

  /** A place for a drawing, which is made when the document is written: drawing takes waiting. */
  drawing(
    subject: Subject,
    draw: () => Promise<RenderedArt>,
    imageOf: (art: RenderedArt, index: number) => ImageRun,
  ): DrawingRun {
    const run = new DrawingRun(imageOf);
    const known = this.#drawings.get(subject);
    if (known === undefined) this.#drawings.set(subject, { draw, runs: [run] });
    else known.runs.push(run);
    return run;
  }

  /** Makes each drawing once and puts it in its places. */
  async draw(): Promise<void> {
    for (const { draw, runs } of this.#drawings.values()) {
      const art = await draw();
      for (const run of runs) run.fill(art);
    }
  }

  fallback(picture: Picture): Uint8Array {
    const png = this.#fallbacks.get(picture);
    if (png === undefined) throw new Error(`no fallback was made for ${picture.file}`);
    return png;
  }

  get groundedStyles(): readonly { readonly id: string; readonly ground: GroundStyle }[] {
    return [...this.#grounded.values()];
  }

  get listKinds(): readonly ListKind[] {
    return [...this.#lists.values()];
  }
}
