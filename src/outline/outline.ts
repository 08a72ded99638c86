/**
 * What a finished file says, as assistive technology meets it: roles, texts, languages, alternative texts, header cells and
 * link targets, in reading order. Every format is read into this one normal form (`settle.ts` makes it), so that two files
 * can be compared node by node.
 *
 * Grouping elements and columns are flattened. Decoration, page heads and feet and skip links are not part of an outline.
 * What is part of the file and cannot be read is counted. What formats say in places of their own is brought to one:
 *
 * - Notes stand at the end, in their order, each with its mark; in the text stands the mark alone. (A PDF has a note after what
 *   it is called in, HTML and DOCX gather them.)
 * - Contents are their entries, without the numbers of pages.
 * - A caption is one leaf: number, words, what is counted or whose the picture is. It stands where its file has it: of a
 *   table or chart before it, of a picture after it.
 * - The last paragraph of a quote may say whose the words are.
 * - The number of a section is a part of its heading's text, an abbreviation is but its short form.
 */
export interface Outline {
  /** The language of the file as a whole, or null if it doesn't say. */
  readonly lang: string | null;
  /** What the file calls itself, which readers say before all else; null if it doesn't say. */
  readonly title: string | null;
  readonly nodes: readonly OutlineNode[];
  /** What the file has besides and nobody could read here; an outline claims nothing of it. */
  readonly unread: readonly Unread[];
}

/**
 * In the order in which they are told. `hidden text` is what readers do not show: layers, styles and elements that hide it;
 * `style sheet` one that may hide more, in another file or by what is not understood here.
 */
export const unreadKinds = [
  'formula',
  'form field',
  'video or sound',
  'embedded object',
  'navigation',
  'link without words',
  'hidden text',
  'style sheet',
] as const;
export type UnreadKind = (typeof unreadKinds)[number];
export interface Unread {
  readonly what: UnreadKind;
  readonly count: number;
}

/** A stretch of text in one language. */
export interface TextRun {
  readonly role: 'text';
  readonly text: string;
  readonly lang: string | null;
  /** Where the text links to: an address, a file, `#` with what it leads to, a heading by number and text or a caption, or null. */
  readonly target: string | null;
  /** Bold, italics or both, where a reader finds them; other formats have looks for it that say no more. */
  readonly stress?: 'strong' | 'emphasis' | 'both';
}

/** A picture with its alternative text; null where the file says neither that nor that the picture is decorative. */
export interface OutlineFigure {
  readonly role: 'figure';
  readonly alt: string | null;
  readonly lang: string | null;
  readonly target: string | null;
}

/** The mark of a note, where the note is called; null where the file doesn't say which. */
export interface OutlineMark {
  readonly role: 'mark';
  readonly label: string | null;
  readonly lang: null;
  readonly target: null;
}

export type OutlineRun = TextRun | OutlineFigure | OutlineMark;

export interface Heading {
  readonly role: 'heading';
  /** 1 is the document's title. */
  readonly level: number;
  readonly runs: readonly OutlineRun[];
}
export interface OutlineParagraph {
  readonly role: 'paragraph';
  readonly runs: readonly OutlineRun[];
}
/** The caption of the figure before it, or of the table or chart after it. */
export interface OutlineCaption {
  readonly role: 'caption';
  readonly runs: readonly OutlineRun[];
}
export interface OutlineList {
  readonly role: 'list';
  readonly ordered: boolean;
  readonly children: readonly OutlineItem[];
}
/** Terms and what they mean: each item's first paragraph is the term. */
export interface OutlineTerms {
  readonly role: 'terms';
  readonly children: readonly OutlineItem[];
}
/** An item of a list; its bullet or number is not in its text. */
export interface OutlineItem {
  readonly role: 'item';
  /** In a numbered list where it is another one than the item's place, counted from 1. */
  readonly number?: number;
  readonly children: readonly OutlineNode[];
}
/** A list of what the document holds, made from its headings or captions. */
export interface OutlineContents {
  readonly role: 'contents';
  readonly children: readonly OutlineEntry[];
}
export interface OutlineEntry {
  readonly role: 'entry';
  /** From 1, by how many entries it stands within. */
  readonly level: number;
  readonly runs: readonly OutlineRun[];
}
export interface OutlineTable {
  readonly role: 'table';
  readonly children: readonly OutlineRow[];
}
export type TablePart = 'head' | 'body' | 'foot';
export interface OutlineRow {
  readonly role: 'row';
  readonly part: TablePart;
  readonly children: readonly OutlineCell[];
}
export type Scope = 'row' | 'column' | 'both';
export interface OutlineCell {
  readonly role: 'cell';
  readonly header: boolean;
  /** Which cells a header cell is for; null for other cells and where the file doesn't say. */
  readonly scope: Scope | null;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly children: readonly OutlineNode[];
}
export interface OutlineQuote {
  readonly role: 'quote';
  readonly children: readonly OutlineNode[];
}
/** A footnote or endnote. */
export interface OutlineNote {
  readonly role: 'note';
  /** Its mark, such as `1`; null where the file doesn't say. */
  readonly label: string | null;
  readonly children: readonly OutlineNode[];
}
export interface OutlineAside {
  readonly role: 'aside';
  /** Its name for those who list regions. */
  readonly label: string | null;
  readonly children: readonly OutlineNode[];
}

export type OutlineNode =
  | Heading
  | OutlineParagraph
  | OutlineCaption
  | OutlineFigure
  | OutlineList
  | OutlineTerms
  | OutlineContents
  | OutlineTable
  | OutlineQuote
  | OutlineNote
  | OutlineAside;
/** Any node with a place of its own in the tree. */
export type AnyNode = OutlineNode | OutlineItem | OutlineEntry | OutlineRow | OutlineCell;

/** The text of runs as it is read out, without marks of notes; a picture is read as its alternative text. */
export function textOf(runs: readonly OutlineRun[]): string {
  return runs.map((run) => (run.role === 'text' ? run.text : run.role === 'figure' ? (run.alt ?? '') : '')).join('');
}
