/**
 * The Document: what every format says, in one order. Types only; `build.ts` makes the branded values.
 *
 * What a type can forbid is forbidden: a skipped heading level, a picture with neither words nor the open statement
 * that it is decorative, a link to nowhere, a blank alternative text cannot be written down.
 */
import type { Place } from '../diagnostics.ts';

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

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

interface NodeBase {
  /** The place of the element in the template. */
  readonly at: Place;
  /** The language of this part where it differs from its parent's. */
  readonly lang: Lang | null;
}

// ---- inline -------------------------------------------------------------------------------------------------

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
  readonly children: Inlines;
}
export interface LineBreak extends NodeBase {
  readonly type: 'lineBreak';
}
export type Inline = Text | Strong | Emphasis | Span | Link | LineBreak;
export type Inlines = readonly Inline[];

export type Target =
  | { readonly type: 'web'; readonly href: Sourced<Href> }
  | { readonly type: 'section'; readonly id: Sourced<Id> }
  /** The same document in another language, in the reader's format. */
  | { readonly type: 'edition'; readonly edition: Sourced<Lang> };

// ---- pictures -----------------------------------------------------------------------------------------------

/** A picture file of the project, read and known to be one. */
export interface Picture {
  /** Path relative to the project folder. */
  readonly file: string;
  readonly format: 'png' | 'jpeg' | 'svg';
  /** Pixels; for SVG its CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

export interface Image {
  readonly picture: Sourced<Picture>;
  /** Alternative text; null says openly that the picture is decorative. */
  readonly alt: Sourced<Words> | null;
}

// ---- blocks -------------------------------------------------------------------------------------------------

/** A part with a heading; the heading's level is the depth of nesting, 1 for a section of the body. */
export interface Section extends NodeBase {
  readonly type: 'section';
  readonly id: Sourced<Id>;
  readonly look: Look | null;
  readonly title: Inlines;
  readonly blocks: Blocks;
}
export interface Paragraph extends NodeBase {
  readonly type: 'paragraph';
  readonly look: Look | null;
  readonly children: Inlines;
}
export interface List extends NodeBase {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly look: Look | null;
  readonly items: readonly ListItem[];
}
export interface ListItem extends NodeBase {
  /** `focus` marks the item that the text develops. */
  readonly look: Look | null;
  readonly blocks: Blocks;
}
/** A part beside the flow: a callout or a panel. Never a place for what is said nowhere else in the reading order. */
export interface Aside extends NodeBase {
  readonly type: 'aside';
  readonly look: Look | null;
  /** Its name for those who list regions; not shown. Null where the first block names it. */
  readonly label: Sourced<Words> | null;
  readonly blocks: Blocks;
}
export interface Figure extends NodeBase {
  readonly type: 'figure';
  readonly look: Look | null;
  readonly image: Image;
  readonly caption: Inlines | null;
  readonly credit: Inlines | null;
}
/** A row of emblems. Without a picture an emblem is a slot: a frame with its name in it. */
export interface Emblems extends NodeBase {
  readonly type: 'emblems';
  readonly items: readonly Emblem[];
}
export interface Emblem extends NodeBase {
  /** The owner's name: the alternative text of the picture, or the words in the slot. */
  readonly name: Sourced<Words>;
  readonly picture: Sourced<Picture> | null;
}
/** The languages that this document is to be had in, each by its own name; all but this one are links. */
export interface Languages extends NodeBase {
  readonly type: 'languages';
  readonly editions: readonly Edition[];
}
export interface Edition {
  readonly lang: Lang;
  /** The language's name in that language. */
  readonly name: Words;
}

export type Block = Section | Paragraph | List | Aside | Figure | Emblems | Languages;
export type Blocks = readonly Block[];
/** A key of the theme: `lead`, `callout`, `principal`. Layout is the theme's work. */
export type Look = Branded<'Look'>;

// ---- the whole ----------------------------------------------------------------------------------------------

/** The opening page: holds the title of the document, exactly one. */
export interface Cover extends NodeBase {
  readonly look: Look | null;
  /** What stands before the title: emblems, the kind of the document. */
  readonly before: Blocks;
  readonly title: Title;
  /** What stands after it. */
  readonly after: Blocks;
}
export interface Title extends NodeBase {
  readonly children: Inlines;
}
/** The closing matter: donors, copyright, statements. */
export interface Imprint extends NodeBase {
  readonly blocks: Blocks;
}

/** Facts about the document for catalogues and file properties. */
export interface Metadata {
  readonly title: Words;
  readonly description: Words;
  readonly author: Words;
  readonly keywords: readonly Words[];
  /** The date of the publication, ISO 8601. */
  readonly date: string;
}

export interface Document extends NodeBase {
  readonly kind: string;
  readonly lang: Lang;
  readonly metadata: Metadata;
  /** All languages of the document, its own among them. */
  readonly editions: readonly Edition[];
  readonly cover: Cover;
  readonly body: readonly Section[];
  readonly imprint: Imprint | null;
}
