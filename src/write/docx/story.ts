/** What the parts of one document share while it is written: numbers, lists and styles in use, pictures made ready. */
import type { Document, Lang, Picture } from '../../model/document.ts';
import type { Theme } from '../../theme/theme.ts';
import { chromeOf, writtenLanguages } from '../chrome.ts';
import type { Job } from '../targets.ts';
import type { Ground } from './grounds.ts';
import { type ListKind, offered, referenceOf } from './lists.ts';
import { groundedId } from './styles.ts';

/** One list of the document: Word's numbering restarts with each. */
export interface ListInstance {
  readonly kind: ListKind;
  readonly instance: number;
}

export class Story {
  readonly document: Document;
  readonly job: Job;
  readonly theme: Theme;
  /** PNG copies of SVG pictures, for programs that don't draw SVG. */
  readonly #fallbacks: ReadonlyMap<Picture, Uint8Array>;
  readonly #grounded = new Map<string, { readonly id: string; readonly ground: Ground }>();
  readonly #lists = new Map(offered.map((kind) => [referenceOf(kind), kind]));
  #number = 0;
  #instances = 0;

  constructor(document: Document, job: Job, fallbacks: ReadonlyMap<Picture, Uint8Array>) {
    this.document = document;
    this.job = job;
    this.theme = job.theme;
    this.#fallbacks = fallbacks;
  }

  /** A number that nothing else in this document has: for drawings, bookmarks and links. */
  next(): number {
    this.#number += 1;
    return this.#number;
  }

  /** The id of a style on a ground, which is noted as in use. */
  style(id: string, ground: Ground | null): string {
    const grounded = groundedId(id, ground);
    if (ground !== null) this.#grounded.set(grounded, { id, ground });
    return grounded;
  }

  /** A new list of a kind. */
  list(kind: ListKind): ListInstance {
    this.#lists.set(referenceOf(kind), kind);
    this.#instances += 1;
    return { kind, instance: this.#instances };
  }

  fallback(picture: Picture): Uint8Array {
    const png = this.#fallbacks.get(picture);
    if (png === undefined) throw new Error(`no fallback was made for ${picture.file}`);
    return png;
  }

  get groundedStyles(): readonly { readonly id: string; readonly ground: Ground }[] {
    return [...this.#grounded.values()];
  }

  get listKinds(): readonly ListKind[] {
    return [...this.#lists.values()];
  }
}

/** The language as Word names it, with a region where we know it: `ka-GE`, `en-GB`. */
export function localeOf(lang: Lang): string {
  return writtenLanguages.includes(lang) ? chromeOf(lang).locale : lang;
}
