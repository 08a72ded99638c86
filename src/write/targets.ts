/** What a writer is: one total function from the Document to the bytes of a file. A new format is one new room here. */
import type { Place, Report } from '../diagnostics.ts';
import type { EditionName, Language } from '../language/language.ts';
import type { Document, Lang } from '../model/document.ts';
import type { Profile } from '../picture/profile.ts';
import { foldNames } from '../theme/folds.ts';
import type { Theme } from '../theme/theme.ts';

/** What is written where nothing else is asked for, in this order. */
export const formats = ['pdf', 'docx', 'html'] as const;
/**
 * All that can be written. `print` is a PDF for the press, `epub` a book, `txt` plain text, `md` Markdown, `brf` and `pef` braille:
 * written on request.
 */
export const knownFormats = [...formats, 'print', 'epub', 'txt', 'md', 'brf', 'pef'] as const;
export type Format = (typeof knownFormats)[number];

interface FormatFacts {
  /** What readers call it in a list of editions; what is for a press or for programs is none for readers. */
  readonly called: EditionName | null;
  /** To which files beside it a file leads: paper and braille to none, a book may not, viewers of PDF open no file but a PDF. */
  readonly leadsTo: 'all' | 'pdf' | 'none';
  /** How long it takes, beside the others. */
  readonly weight: number;
  /** Whether it says on which page of the PDF its text is, where that is made with it. */
  readonly namesPages: boolean;
  /** Whether it has no pages to stamp as a draft, and says it in words. */
  readonly unstamped: boolean;
}

const paper = { leadsTo: 'none', namesPages: false, unstamped: false } as const;
const onScreen = { leadsTo: 'all', namesPages: false, unstamped: false } as const;
const text = { leadsTo: 'all', namesPages: false, unstamped: true, weight: 0.2 } as const;
const braille = { called: 'braille', leadsTo: 'none', namesPages: true, unstamped: true, weight: 0.2 } as const;

/** What the rest of the program knows of a format. */
export const formatFacts: Readonly<Record<Format, FormatFacts>> = {
  pdf: { ...onScreen, called: 'pdf', leadsTo: 'pdf', weight: 3 },
  docx: { ...onScreen, called: 'docx', weight: 2 },
  html: { ...onScreen, called: 'html', weight: 2 },
  print: { ...paper, called: null, weight: 4 },
  epub: { called: 'epub', leadsTo: 'none', namesPages: true, unstamped: true, weight: 2 },
  txt: { ...text, called: 'text' },
  md: { ...text, called: 'markdown' },
  brf: braille,
  pef: { ...braille, called: 'pef' },
};

/** Editions of a document for different readers: as its theme has it, large print, and easy to read. */
export const editionKinds = ['standard', 'large', 'plain'] as const;
export type EditionKind = (typeof editionKinds)[number];

/** `ua-1`: PDF/UA-1 and PDF/A-2a; `ua-2`: PDF/UA-2, both WTPDF profiles and PDF/A-4 (4f with its source embedded). */
export const pdfStandards = ['ua-1', 'ua-2'] as const;
export type PdfStandard = (typeof pdfStandards)[number];

/**
 * What the pages become: sheets that are folded, a booklet that is sewn or stapled (in the theme's size or A5), or pages as
 * they are.
 */
export const printLayouts = [...foldNames, 'booklet', 'a5-booklet', 'sheets'] as const;
export type PrintLayout = (typeof printLayouts)[number];
/** What stands outside the page for those who cut and fold it: nothing, where to fold, or all marks with a bar of colours. */
export const printMarks = ['none', 'folds', 'all'] as const;
export type PrintMarks = (typeof printMarks)[number];
/** Pages put together on sheets as a press prints them. */
export const impositions = ['saddle', '2-up'] as const;
export type Imposition = (typeof impositions)[number];
/** How a booklet is bound: with wire through its fold, or with glue at a spine, under a cover of its own. */
export const bindings = ['saddle', 'perfect'] as const;
export type Binding = (typeof bindings)[number];
export const papers = ['coated', 'uncoated'] as const;
export type PaperSurface = (typeof papers)[number];

/** The warnings that only the print edition gives; a project may allow them, as it may those of its texts. */
export const printWarnings = [
  ...[
    'booklet-thick',
    'ink-computed',
    'inks-differ',
    'panels-empty',
    'picture-coarse',
    'profile-paper',
    'spine-bare',
    'spine-thin',
    'step-nowhere',
  ],
  // What preflight finds in the finished file.
  ...[
    'black-knocks-out',
    'hairline',
    'page-count',
    'rich-black-text',
    'safe-area',
    'small-text-inks',
    'thin-line-inks',
    'tiny-text',
  ],
] as const;

/** The warnings of a build that are neither of the texts nor of the print edition. */
export const buildWarnings = [
  'changed-meanwhile',
  'comment-left-out',
  'edition-missing',
  'field-unshown',
  'file-large',
  'hidden-columns',
  'hidden-rows',
  'language-unfinished',
  'link-left-out',
  'rounded-cell',
  'rows-in-cell',
  'look-undrawn',
  'mark-shown',
  'mixed-percent',
  'picture-animated',
  'row-keeps-base',
  'sheet-left-out',
  'sheet-too-long',
  'stray-cell',
  'stress-left-out',
] as const;

export interface PrintOptions {
  /** Else what suits the kind: a brochure is folded in three, a factsheet is a sheet, all else a booklet. */
  readonly layout?: PrintLayout | undefined;
  /** Else `folds` for what is folded and `none` for other pages, as many shops set their own; `all` for sheets, forms and covers. */
  readonly marks?: PrintMarks | undefined;
  /** Writes the sheets of a press beside the pages; else pages alone, which most shops want. */
  readonly impose?: Imposition | undefined;
  /** Else `saddle` for booklets. */
  readonly binding?: Binding | undefined;
  /** What it is printed on; else coated paper is taken. */
  readonly paper?: PaperSurface | undefined;
  /** How thick a leaf is, in millimetres; else 0.1 for coated and 0.12 for uncoated paper. */
  readonly caliper?: number | undefined;
  /** How far each sheet of a booklet pushes the one within it out, in millimetres; else the paper's thickness. */
  readonly creep?: number | undefined;
  /** An ICC profile of the project, of the press and its paper; else the theme's. */
  readonly icc?: string | undefined;
  /** Where a file names the profile, for what is wrong with it. */
  readonly iccAt?: Place | undefined;
}

/** Who vouches for the accessibility of a book (EPUB Accessibility 1.1, 2.3.2); without a name its author does. */
export interface BookOptions {
  readonly certifier?: string | undefined;
  /** What entitles them to. */
  readonly credential?: string | undefined;
  /** The address of their report. */
  readonly report?: string | undefined;
}

/** Left, bottom, right, top: in points from the lower left of a page of the file. */
export type PageArea = readonly [left: number, bottom: number, right: number, top: number];

/** A page of a PDF as it is looked at beside its data. */
export interface ShownPage {
  readonly trim: PageArea;
  /** How far it is drawn beyond the trim, in points. */
  readonly bleed: number;
  /** From left to right, of a side that is folded; else none. */
  readonly panels: readonly ShownPanel[];
  readonly words: readonly ShownWords[];
}

export interface ShownPanel {
  readonly role: 'cover' | 'back' | 'text';
  /** Its place in the order of reading, from 0. */
  readonly order: number;
  /** In points. */
  readonly width: number;
}

/** Words or a picture on a page, and the value of the data that they are. */
export interface ShownWords {
  readonly path: string;
  readonly area: PageArea;
}

/** A finished file of the same document and language, made before. */
export interface MadePdf {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Characters of a line of plain text: in fewer, words stand one below the other. */
export const lineWidths = { least: 20, most: 1000 } as const;

export function isLineWidth(width: number): boolean {
  return width === 0 || (width >= lineWidths.least && width <= lineWidths.most);
}

export interface TextOptions {
  /** Characters of a line, from 20 to 1000; 0 for a paragraph a line. Else 72. */
  readonly wrap?: number | undefined;
}

export interface BrailleOptions {
  /** Cells of a line; else 40. */
  readonly cells?: number | undefined;
  /** Lines of a page; else 25. */
  readonly lines?: number | undefined;
}

export interface PdfOptions {
  readonly standard: PdfStandard;
  /** The data that the document was made from, to be carried inside the file. Only for `ua-2`. */
  readonly source: SourceFile | null;
}

/** A file to be carried inside another (ISO 32000-2, 14.13). */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly description: string;
}

/** The data that a document was made from. */
export interface DataFile {
  readonly file: SourceFile;
  /** Whether the document carries it. A Word document carries its hash and the paths of its words in any case. */
  readonly embedded: boolean;
  /** The file of the record that changed the data: values that stand there are known by their paths as all others. */
  readonly record?: string | undefined;
}

export interface Job {
  readonly theme: Theme;
  /** The document's, for the words that a format adds of its own. */
  readonly language: Language;
  /** The data file's basename without its ending; the other editions are `<name>.<lang>.<ext>` beside this one. */
  readonly name: string;
  /** Creation and modification date of the file: from the data, or SOURCE_DATE_EPOCH. */
  readonly created: Date;
  /** Whether pages have numbers; else they have. */
  readonly numbered?: boolean | undefined;
  /** Whether each page says that this is a draft. */
  readonly draft?: boolean | undefined;
  /** Without it: `standard`. */
  readonly edition?: EditionKind | undefined;
  /** For what only layout can find: a word too wide for its column. */
  readonly report: Report;
  /** Without it the file says nothing of its data. */
  readonly data?: DataFile | undefined;
  /** Without it: `ua-1`, no source. */
  readonly pdf?: PdfOptions | undefined;
  /** Whether the words of HTML say where they stand in the data: for a preview, never for readers. */
  readonly origins?: boolean | undefined;
  /** Takes what stands on the pages of a PDF, for the same. */
  readonly shown?: ShownPage[] | undefined;
  readonly print?: PrintOptions | undefined;
  readonly book?: BookOptions | undefined;
  /** The PDF of this build, of which books and braille name the pages. */
  readonly madePdf?: MadePdf | undefined;
  readonly text?: TextOptions | undefined;
  readonly braille?: BrailleOptions | undefined;
  /** Of the press, checked; for the format `print`. Without it: FOGRA39, which comes with Etrati. */
  readonly profile?: Profile | undefined;
}

/** One of several files that a format makes of a document. */
export interface WrittenFile {
  /** Without the dot. */
  readonly extension: string;
  readonly bytes: Uint8Array;
}

/** @typeParam Made the file; or all files of a format that writes several, the one with the target's own extension first. */
export interface FormatWriter<Made = Uint8Array> {
  readonly format: Format;
  /** Without the dot. */
  readonly extension: string;
  write(document: Document, job: Job): Promise<Made>;
  /** One file of all languages of a document, where a format has such. */
  writeTogether?(editions: readonly WrittenEdition[]): Promise<Uint8Array>;
}

/** A document in one of its languages, and the job of writing it. */
export interface WrittenEdition {
  readonly document: Document;
  readonly job: Job;
}

/** The file name of an edition, beside its sisters. */
export function editionFile(job: Pick<Job, 'name'>, lang: Lang, extension: string): string {
  return `${job.name}.${lang}.${extension}`;
}
