/** What the studio's page asks of its server and gets from it. Types alone: the page imports nothing else of the server. */

import type { Severity } from '../codes.ts';
import type { DataDifferences } from './differences.ts';

/** One step of a form: what may be written at a place of the data. Nodes name one another by their index in the list. */
export type FormNode =
  | { readonly type: 'texts'; readonly marks: 'none' | 'inline' | 'block' }
  | { readonly type: 'text'; readonly form: InputForm; readonly longest: number | null }
  | { readonly type: 'number'; readonly least: number | null; readonly most: number | null; readonly whole: boolean }
  | { readonly type: 'boolean' }
  | { readonly type: 'choice'; readonly values: readonly (string | number | boolean)[] }
  | { readonly type: 'list'; readonly item: number; readonly least: number; readonly fromFile: boolean }
  | { readonly type: 'record'; readonly fields: readonly FormField[]; readonly isPicture: boolean }
  | { readonly type: 'union'; readonly by: string; readonly options: readonly FormOption[] }
  /** What has no form: data for a template of one's own, a choice of shapes. It is written as JSON. */
  | { readonly type: 'free' };

export type InputForm = 'plain' | 'date' | 'link' | 'picture' | 'language';

export interface FormField {
  readonly name: string;
  readonly node: number;
  readonly needed: boolean;
  /** The description of the schema, in English; what it is called in the languages of the page is found by it. */
  readonly says: string;
}

export interface FormOption {
  readonly value: string;
  readonly node: number;
  readonly says: string;
}

export interface FormModel {
  readonly nodes: readonly FormNode[];
  readonly root: number;
  /** What an item of a list or a record is, by its index: its description in the schema. */
  readonly says: readonly string[];
}

export interface DocumentInfo {
  /** Relative to the project, with `/`. */
  readonly file: string;
  readonly kind: string;
  /** Its title in each of its languages; null where the file cannot be read. */
  readonly title: Readonly<Record<string, string>> | null;
  readonly languages: readonly string[];
  /** Milliseconds since 1970. */
  readonly changed: number;
  readonly files: FilesState;
}

/** What is wrong with a document, counted. */
export interface FindingCount {
  readonly errors: number;
  readonly warnings: number;
}

/** The finished files of a document: none, made before the text was last changed, or made of it as it is. */
export interface FilesState {
  readonly state: 'none' | 'stale' | 'fresh';
  readonly count: number;
  readonly made: number | null;
}

export interface ProjectInfo {
  readonly folder: string;
  readonly documents: readonly DocumentInfo[];
  readonly examples: readonly { readonly kind: string; readonly title: string }[];
  readonly bin: readonly { readonly name: string; readonly file: string; readonly deleted: number }[];
}

export interface DocumentText {
  readonly text: string;
  /** Names these bytes; saving says which ones it was made from. */
  readonly revision: string;
  readonly saved: number;
}

export interface OpenDocument extends DocumentText {
  readonly file: string;
  readonly kind: string;
  /** Null where the file says no kind that there is. */
  readonly form: FormModel | null;
  readonly languages: readonly string[];
}

export interface StudioFinding {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly hints: readonly string[];
  readonly clause: string | null;
  /** The path of the value in the data, such as `$.title.ka`; null where it is in another file or has no place. */
  readonly path: string | null;
  /** Another file, or a line of the file that has no path. */
  readonly place: string | null;
  readonly fix: CertainFix | null;
}

/** What certainly mends a finding: edits of the data, all of them or none. */
export interface CertainFix {
  readonly edits: readonly FixEdit[];
  /** What its button says: words that come in the place of others, another name of a field, or a text that stands for a translation. */
  readonly does: 'words' | 'name' | 'stub';
  /** What goes, and what comes: of several edits, of the first. */
  readonly was: string;
  readonly now: string;
}

export type FixEdit =
  | {
      readonly path: string;
      /** The value that it mends; none for what is not there. Any other has been written since. */
      readonly of?: unknown;
      readonly value: unknown;
    }
  | { readonly path: string; readonly name: string };

/** What is drawn of a document to be looked at, with what was found of it. */
interface Drawn {
  readonly revision: string;
  readonly findings: readonly StudioFinding[];
  /** What keeps it from being drawn with longer words: among the findings, which are of the text itself, it is not. */
  readonly fault: StudioFinding | null;
  /** Milliseconds that it took. */
  readonly took: number;
}

export interface PreviewPage extends Drawn {
  /** Null where the document has an error; findings say which. */
  readonly html: string | null;
}

/** Pages of the PDF, or of the print edition. */
export type PaperKind = 'pdf' | 'print';

export interface PaperPreview extends Drawn {
  /** Names the PDF file that they are in; null where the document has an error. */
  readonly key: string | null;
  readonly sheets: readonly PaperSheet[];
}

/** Left, bottom, right, top: in points from the lower left of a page of the file. */
type PaperArea = readonly [left: number, bottom: number, right: number, top: number];

/** A page, or a side of a folded sheet. */
export interface PaperSheet {
  readonly trim: PaperArea;
  /** How far it is drawn beyond the trim, in points. */
  readonly bleed: number;
  /** From left to right, of a side that is folded. Points. */
  readonly panels: readonly {
    readonly role: 'cover' | 'back' | 'text';
    readonly order: number;
    readonly width: number;
  }[];
  readonly words: readonly { readonly path: string; readonly area: PaperArea }[];
}

/** What the page of a rule says, in English. */
export interface RuleText {
  readonly code: string;
  readonly title: string | null;
  readonly says: string;
  readonly why: string | null;
  readonly mend: string;
  readonly clause: string | null;
}

/** A translation, and what its source said when both were known to agree. */
export interface TranslatedFrom {
  /** Of the text, without a language. */
  readonly path: string;
  readonly source: string;
  readonly target: string;
  readonly was: string;
}

/** What is said in one breath. */
export interface HeardLine {
  /** How many lists, tables and boxes are around. */
  readonly depth: number;
  readonly kind: 'heading' | 'link' | 'other';
  readonly pieces: readonly HeardPiece[];
  /** The field that its words are from; null for what a template says. */
  readonly path: string | null;
  /** All fields that it has words of. */
  readonly paths: readonly string[];
}

export interface HeardPiece {
  readonly text: string;
  /** Null for that of the page. */
  readonly lang: string | null;
  /** Whether the words are the reader's own. */
  readonly own: boolean;
}

export interface HeardPage {
  readonly lang: string | null;
  readonly lines: readonly HeardLine[];
}

/** A text that a document had before. */
export interface DocumentVersion {
  readonly id: string;
  /** Until when it stood there. Milliseconds since 1970. */
  readonly when: number;
  /** Bytes. */
  readonly size: number;
  /** What was changed in it, since the version before; null for the first one, and where that cannot be told. */
  readonly changes: DataDifferences | null;
}

export interface VersionList {
  /** The newest first. */
  readonly versions: readonly DocumentVersion[];
  /** What has been changed since the newest. */
  readonly changedSince: DataDifferences | null;
}

/** A finished file in the output folder. */
export interface MadeFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly made: number;
  /** Whether the text was changed after it was made. */
  readonly isStale: boolean;
}

interface FileStep {
  readonly format: string;
  readonly lang: string;
  readonly edition: string;
}

/** How far the making of files is; `saved` is the last step, when all stand in their folder. */
export type MakingStep =
  | (FileStep & { readonly state: 'now' })
  | (FileStep & {
      readonly state: 'done';
      readonly name: string;
      readonly size: number;
      /** How many pieces of the file were read back and found the same as in the document; null where none can be. */
      readonly compared: number | null;
    })
  | (FileStep & {
      readonly state: 'failed';
      /** The first error: its code, what it says, and what to do. */
      readonly code: string;
      readonly message: string;
      readonly hints: readonly string[];
    })
  | { readonly state: 'saved'; readonly folder: string }
  | { readonly state: 'broken'; readonly message: string };

/** One event of the server. */
export type StudioEvent =
  | { readonly type: 'changed'; readonly file: string; readonly revision: string | null }
  /** The page of a document is another one, though its text is not: a picture changed, a template. */
  | { readonly type: 'redraw'; readonly file: string }
  | { readonly type: 'project' };
