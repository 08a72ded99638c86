/**
 * What a finished file says, as assistive technology meets it: roles, texts, languages, alternative texts, header cells and
 * link targets, in reading order. Every format is read into this one normal form (`settle.ts` makes it), so that two files
 * can be compared node by node.
 *
 * Grouping elements are flattened. Decoration, page heads and feet, generated tables of contents and skip links are not
 * part of an outline.
 */
export interface Outline {
  /** The language of the file as a whole, or null if it doesn't say. */
  readonly lang: string | null;
  readonly nodes: readonly Node[];
}

/** A stretch of text in one language. */
export interface TextRun {
  readonly role: 'text';
  readonly text: string;
  readonly lang: string | null;
  /** Where the text links to: an address, a file, `#` with number and text of the heading that it leads to, or null. */
  readonly target: string | null;
}

/** A picture with its alternative text; null where the file says neither that nor that the picture is decorative. */
export interface Figure {
  readonly role: 'figure';
  readonly alt: string | null;
  readonly lang: string | null;
  readonly target: string | null;
}

export type Run = TextRun | Figure;

export interface Heading {
  readonly role: 'heading';
  /** 1 is the document's title. */
  readonly level: number;
  readonly runs: readonly Run[];
}
export interface Paragraph {
  readonly role: 'paragraph';
  readonly runs: readonly Run[];
}
/** The caption of the figure before it or of the table after it. */
export interface Caption {
  readonly role: 'caption';
  readonly runs: readonly Run[];
}
export interface List {
  readonly role: 'list';
  readonly ordered: boolean;
  readonly children: readonly Item[];
}
/** A list item; its bullet or number is not in its text. */
export interface Item {
  readonly role: 'item';
  readonly children: readonly Node[];
}
export interface Table {
  readonly role: 'table';
  readonly children: readonly Row[];
}
export interface Row {
  readonly role: 'row';
  readonly children: readonly Cell[];
}
export type Scope = 'row' | 'column' | 'both';
export interface Cell {
  readonly role: 'cell';
  readonly header: boolean;
  /** Which cells a header cell is for; null for other cells and where the file doesn't say. */
  readonly scope: Scope | null;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly children: readonly Node[];
}
export interface Quote {
  readonly role: 'quote';
  readonly children: readonly Node[];
}
/** A footnote or endnote, without its mark. */
export interface Note {
  readonly role: 'note';
  readonly children: readonly Node[];
}
export interface Aside {
  readonly role: 'aside';
  /** Its name for those who list regions. */
  readonly label: string | null;
  readonly children: readonly Node[];
}

export type Node = Heading | Paragraph | Caption | Figure | List | Table | Quote | Note | Aside;
/** Any node with a place of its own in the tree. */
export type AnyNode = Node | Item | Row | Cell;

/** The text of runs as it is read out; a picture is read as its alternative text. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.role === 'text' ? run.text : (run.alt ?? ''))).join('');
}
