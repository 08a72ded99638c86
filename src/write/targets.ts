/** What a writer is: one total function from the Document to the bytes of a file. A new format is one new room here. */
import type { Report } from '../diagnostics.ts';
import type { Document, Lang } from '../model/document.ts';
import type { Theme } from '../theme/theme.ts';
import type { Chrome } from './chrome.ts';

/** What is written where nothing else is asked for, in this order. */
export const formats = ['pdf', 'docx', 'html'] as const;
/** All that can be written. `print` is a PDF for the press: written on request, for most readers have no use for it. */
export const knownFormats = [...formats, 'print'] as const;
export type Format = (typeof knownFormats)[number];

/** `ua-1`: PDF/UA-1 and PDF/A-2a; `ua-2`: PDF/UA-2, both WTPDF profiles and PDF/A-4 (4f with its source embedded). */
export const pdfStandards = ['ua-1', 'ua-2'] as const;
export type PdfStandard = (typeof pdfStandards)[number];

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

export interface Job {
  readonly theme: Theme;
  /** The words that a format adds of its own, in the document's language. */
  readonly chrome: Chrome;
  /** The data file's basename without its ending; the other editions are `<name>.<lang>.<ext>` beside this one. */
  readonly name: string;
  /** Creation and modification date of the file: from the data, or SOURCE_DATE_EPOCH. */
  readonly created: Date;
  /** For what only layout can find: a word too wide for its column. */
  readonly report: Report;
  /** Without it: `ua-1`, no source. */
  readonly pdf?: PdfOptions;
  /** The page that each named place stands on in our own layout, for contents in formats that cannot lay themselves out. */
  readonly pageNumbers?: () => Promise<ReadonlyMap<string, string>>;
}

export interface Target {
  readonly format: Format;
  /** Without the dot. */
  readonly extension: string;
  write(document: Document, job: Job): Promise<Uint8Array>;
}

/** The file name of an edition, beside its sisters. */
export function editionFile(job: Pick<Job, 'name'>, lang: Lang, extension: string): string {
  return `${job.name}.${lang}.${extension}`;
}
