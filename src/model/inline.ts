/** What every node of the Document has, and the nodes that a sentence is made of. Types only; `build.ts` makes the branded values. */
import type { Place } from '../diagnostics.ts';

declare const brand: unique symbol;
export type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A BCP 47 language tag, such as `ka` or `en`. */
export type Lang = Branded<'Lang'>;
/** Text that says something: NFC, not blank, no control characters. */
export type Words = Branded<'Words'>;
/** An absolute http(s), mailto or tel address. */
export type Href = Branded<'Href'>;
/** A name for a place in the document: a letter, then letters, digits and hyphens. */
export type Id = Branded<'Id'>;

/** A value with the place that it came from: the data's if data gave it, else the template's. */
export interface Sourced<T> {
  readonly value: T;
  readonly from: Place;
}

/** Words that have one language as a whole, such as an alternative text. */
export interface Said extends Sourced<Words> {
  /** Where it differs from that of the part that they stand in. */
  readonly lang?: Lang;
  /** Where parts of them were marked as of another language: text and spans. What is said as a whole cannot tell them. */
  readonly parts?: Inlines;
}

export interface NodeBase {
  /** The place of the element in the template. */
  readonly at: Place;
  /** The place in the data of what it says; else of the record that it was written for. Findings name this one. */
  readonly from: Place;
  /** The language of this part where it differs from its parent's. */
  readonly lang: Lang | null;
}

export interface Text extends NodeBase {
  readonly type: 'text';
  readonly value: string;
  readonly from: Place;
}
export interface Strong extends NodeBase {
  readonly type: 'strong';
  readonly children: Inlines;
}
export interface Emphasis extends NodeBase {
  readonly type: 'emphasis';
  readonly children: Inlines;
}
/** A run that only carries a language. */
export interface Span extends NodeBase {
  readonly type: 'span';
  readonly children: Inlines;
}
export interface Link extends NodeBase {
  readonly type: 'link';
  readonly target: Target;
  /** The reader has made its words of the number or title of its target. */
  readonly quotes?: true;
  readonly children: Inlines;
}
export interface LineBreak extends NodeBase {
  readonly type: 'lineBreak';
}
/** A short form, with what it stands for (WCAG 2.2, 3.1.4). */
export interface Abbreviation extends NodeBase {
  readonly type: 'abbreviation';
  readonly expansion: Said;
  /** The reader has taken the expansion from the document's list. */
  readonly quotes?: true;
  readonly children: Inlines;
}
/** A value that there is none of: a dash for the eye, and words for the ear, which has nothing of a dash. */
export interface Missing extends NodeBase {
  readonly type: 'missing';
  readonly words: Words;
  /** The dash. */
  readonly children: Inlines;
}
/** A footnote, standing where it is referred to, so that none is without its reference. The reader counts them. */
export interface Note extends NodeBase {
  readonly type: 'note';
  /** From 1, through the whole document. */
  readonly number: number;
  readonly children: Inlines;
}
export type Inline = Text | Strong | Emphasis | Span | Link | LineBreak | Abbreviation | Missing | Note;
export type Inlines = readonly Inline[];

export type Target =
  | { readonly type: 'web'; readonly href: Sourced<Href> }
  /** A section, table, figure or chart of this document. */
  | { readonly type: 'place'; readonly id: Sourced<Id> }
  /** The same document in another language, in the reader's format. */
  | { readonly type: 'edition'; readonly edition: Sourced<Lang> }
  /** A file beside this one: an edition of the same document for other readers. No template says this one. */
  | { readonly type: 'file'; readonly file: Sourced<string> };
