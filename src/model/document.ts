/**
 * The Document: what every format says, in one order. Types only; `build.ts` makes the branded values.
 *
 * What a type can forbid is forbidden: a skipped heading level, a picture with neither words nor the open statement
 * that it is decorative, a link to nowhere, a blank alternative text cannot be written down.
 */
import type { Place } from '../diagnostics.ts';
import type { ChartData, ChartKind } from './chart.ts';
import type { Branded, Id, Inlines, Lang, NodeBase, Said, Sourced, Words } from './inline.ts';
import type { Picture } from './picture.ts';
import type { PicturePlacing } from './placing.ts';
import type { Table } from './table.ts';

export type * from './inline.ts';

export interface Image {
  readonly picture: Sourced<Picture>;
  /** Alternative text; null says openly that the picture is decorative. */
  readonly alt: Said | null;
}

// ---- blocks -------------------------------------------------------------------------------------------------

/** A part with a heading; the heading's level is the depth of nesting, 1 for a section of the body. */
export interface Section extends NodeBase {
  readonly type: 'section';
  readonly id: Sourced<Id>;
  readonly look: Look | null;
  /** Its number as it is written, such as `3`, `3.2` or `ა`; null where sections are not numbered. */
  readonly number: Words | null;
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
  /** How much is done, from 0 to 1 and beyond, for the bar of a key figure. The text says it too. */
  readonly share: number | null;
  readonly blocks: Blocks;
}
/** A part beside the flow: a callout or a panel. Never a place for what is said nowhere else in the reading order. */
export interface Aside extends NodeBase {
  readonly type: 'aside';
  readonly look: Look | null;
  /** Its name for those who list regions; not shown. Null where the first block names it. */
  readonly label: Said | null;
  readonly blocks: Blocks;
}
/** What figures, tables and charts share. */
export interface Captioned extends NodeBase {
  /** For references; null where nothing refers to it. */
  readonly id: Sourced<Id> | null;
  readonly look: Look | null;
  /** Its number as it is written, such as `ცხრილი 3` or `Figure 2`, made by the reader; null where it is not counted. */
  readonly number: Words | null;
  readonly caption: Inlines | null;
}
export interface Figure extends Captioned {
  readonly type: 'figure';
  readonly image: Image;
  /** Null for a picture as wide as there is room. */
  readonly placing: PicturePlacing | null;
  readonly credit: Inlines | null;
  /** A description longer than an alternative text: what a map or a diagram tells. */
  readonly description: Blocks | null;
}

/** A picture of numbers. It has words written from its data, and the data as a table. */
export interface Chart extends Captioned {
  readonly type: 'chart';
  readonly kind: ChartKind;
  readonly summary: Inlines | null;
  readonly source: Inlines | null;
  readonly data: ChartData;
  /** Written from the data by the reader, in the document's language. */
  readonly alt: Words;
  /** The data as a table, without a caption of its own. */
  readonly table: Table;
  /** Whether the table is shown beside the chart; else it stands under details in HTML and after the chart in PDF and DOCX. */
  readonly showTable: boolean;
}
/** Somebody's words. */
export interface Quote extends NodeBase {
  readonly type: 'quote';
  readonly blocks: Blocks;
  /** Whose they are. */
  readonly source: Inlines | null;
}
/** Terms and what they mean; facts and their values (HTML's dl). */
export interface Terms extends NodeBase {
  readonly type: 'terms';
  readonly look: Look | null;
  readonly items: readonly { readonly term: Inlines; readonly details: Blocks }[];
}
/** A list of the document's sections, tables or figures, made by the reader; writers add the page numbers. */
export interface Contents extends NodeBase {
  readonly type: 'contents';
  readonly of: 'sections' | 'tables' | 'figures';
  readonly entries: readonly ContentsEntry[];
}
export interface ContentsEntry {
  /** 1 for a section of the body. */
  readonly level: number;
  readonly id: Id;
  readonly number: Words | null;
  /** Text, and spans for what is in another language than the list. */
  readonly title: Inlines;
}
/** Parts side by side where there is room; one after the other to those who listen. */
export interface Columns extends NodeBase {
  readonly type: 'columns';
  /** `ideas`: a row of easy reading, under a rule, its words beside a smaller picture; else columns of one width. */
  readonly look: Look | null;
  readonly columns: readonly Blocks[];
}
/** A row of emblems. Without a picture an emblem is a slot: a frame with its name in it. */
export interface Emblems extends NodeBase {
  readonly type: 'emblems';
  readonly items: readonly Emblem[];
}
export interface Emblem extends NodeBase {
  /** The owner's name: the alternative text of the picture, or the words in the slot. */
  readonly name: Said;
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

/** What says nothing that other kinds cannot say one after the other: `kinds.ts` has what each is made of. */
export type Composed = Columns | Emblems | Languages;
/** What each format has something of its own for. */
export type Simple = Section | Paragraph | List | Terms | Aside | Figure | Table | Chart | Quote | Contents;
export type Block = Simple | Composed;
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
  /** Where its words stand in the data. */
  readonly places: ReadonlyMap<string, Place>;
  /** Those of its words of which parts were marked as of another language. */
  readonly mixed?: ReadonlySet<string>;
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
